// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "core/text.h"
#include "kiosk/widgets.h"

namespace longju::kiosk {
namespace {

constexpr std::size_t longest_text = 256;

std::size_t before(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    return at;
}

std::size_t after(std::string_view text, std::size_t at) {
    if (at >= text.size()) return text.size();
    do ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
    return at;
}

std::string accepted(std::string_view typed, const Draft& draft, bool number) {
    if (!number) return std::string(typed);
    std::string kept;
    for (const char c : typed) {
        const bool digit = c >= '0' && c <= '9';
        const bool point =
            c == '.' && draft.text.find('.') == std::string::npos && !kept.contains('.');
        const bool sign = c == '-' && draft.caret == 0 && kept.empty();
        if (digit || point || sign) kept += c;
    }
    return kept;
}

bool apply_key(Draft& draft, Key key) {
    switch (key) {
        case Key::Backspace: {
            const std::size_t from = before(draft.text, draft.caret);
            draft.text.erase(from, draft.caret - from);
            draft.caret = from;
            return true;
        }
        case Key::Delete:
            draft.text.erase(draft.caret, after(draft.text, draft.caret) - draft.caret);
            return true;
        case Key::Left:
            draft.caret = before(draft.text, draft.caret);
            return true;
        case Key::Right:
            draft.caret = after(draft.text, draft.caret);
            return true;
        case Key::Home:
            draft.caret = 0;
            return true;
        case Key::End:
            draft.caret = draft.text.size();
            return true;
        case Key::Escape:
            draft.text = draft.original;
            draft.caret = draft.text.size();
            return true;
        case Key::Tab:
        case Key::Enter:
        case Key::Space:
        case Key::Up:
        case Key::Down:
        case Key::PageUp:
        case Key::PageDown:
        case Key::Undo:
        case Key::Redo:
        case Key::Paste:
        case Key::Copy:
        case Key::Help:
            return false;
    }
    return false;
}

struct BoxLook {
    BoxStyle style;
    bool bar = false;
};

BoxLook look_of(const Ui& ui, FieldState state, bool editing) {
    const auto c = [&ui](Role role) { return ui.colour(role); };
    if (editing && state != FieldState::Impossible) {
        return {{c(Role::Paper), c(Role::Soil), 3, 10}, true};
    }
    switch (state) {
        case FieldState::Rest:
            return {{c(Role::Paper), c(Role::Birch3), 2, 10}};
        case FieldState::Estimated:
            return {{c(Role::Paper), c(Role::Soil), 2, 10, Dash::Dashed}};
        case FieldState::Unusual:
            return {{c(Role::CornSoft), c(Role::Soil), 3, 10}};
        case FieldState::Impossible:
            return {{c(Role::BrickSoft), c(Role::Brick), 3, 10}, editing};
        case FieldState::Missing:
            return {{c(Role::CornSoft), c(Role::Soil), 2, 10, Dash::Dashed}};
    }
    return {};
}

std::string_view icon_of(FieldState state) {
    switch (state) {
        case FieldState::Rest:
            return {};
        case FieldState::Estimated:
            return "approx";
        case FieldState::Unusual:
            return "warn";
        case FieldState::Impossible:
            return "cross";
        case FieldState::Missing:
            return "ask";
    }
    return {};
}

void draw_value(Ui& ui, Rect inner, const FieldLook& look, bool editing) {
    const Type type = look.number ? type::title : Type{20, Weight::Bold};
    if (!look.unit.empty()) {
        const Rect unit = inner.cut_right(ui.width_of(look.unit, type::body) + 2, 8);
        ui.text(unit, look.unit, type::body, Role::Soil2, Align::Right);
    }
    const std::string_view kept = look.masked.empty() ? look.value : look.masked;
    const std::string_view shown = editing ? std::string_view(ui.draft().text) : kept;
    if (shown.empty() && !editing) {
        // A hint that two lines do not hold is no hint.
        const bool fits = ui.width_of(look.empty, type::body) * 0.6F < inner.w;
        ui.text(inner, fits ? look.empty : std::string_view("—"), type::body, Role::Soil2);
        return;
    }
    const float before_caret =
        editing ? ui.width_of(shown.substr(0, ui.draft().caret), type) : 0.0F;
    // While typing, the text slides so that the caret stays inside.
    const float shift = std::max(0.0F, before_caret - inner.w + 4);
    if (editing) {
        ui.clip(inner.inset(-2, 0));
        ui.paint().text(shown, inner.x - shift, inner.centre().y, type, ui.colour(Role::Soil));
        ui.paint().fill({inner.x + before_caret - shift + 1, inner.centre().y - 15, 2, 30},
                        ui.colour(Role::Soil));
        ui.unclip();
        return;
    }
    ui.text(inner, shown, type, Role::Soil);
}

}  // namespace

std::optional<Draft> edited(const Draft& draft, const Input& input, bool number) {
    Draft next = draft;
    next.caret = std::min(next.caret, next.text.size());
    bool changed = false;
    const auto insert = [&](std::string_view typed) {
        const std::string kept = accepted(typed, next, number);
        if (kept.empty() || next.text.size() + kept.size() > longest_text) return;
        next.text.insert(next.caret, kept);
        next.caret += kept.size();
        changed = true;
    };
    for (const KeyPress& press : input.keys) {
        if (press.key == Key::Paste && is_utf8(input.clipboard)) insert(trimmed(input.clipboard));
        changed = apply_key(next, press.key) || changed;
    }
    insert(input.text);
    if (!changed || next == draft) return std::nullopt;
    return next;
}

std::optional<std::string> text_box(Ui& ui, const std::string& id, const Rect& rect,
                                    const FieldLook& look) {
    const Press press = ui.press(id, rect, {.radius = 10, .state = "field"});
    bool editing = ui.draft().id == id;
    const std::string value(look.masked.empty() ? look.value : std::string_view());
    const bool tabbed_in = ui.input().pressed(Key::Tab) && press.focused && !editing;
    if (!editing && (press.clicked || tabbed_in)) {
        ui.emit(SetDraft{{id, value, value.size(), std::string(look.value)}});
    }
    std::optional<std::string> answer;
    if (editing) {
        if (const auto next = edited(ui.draft(), ui.input(), look.number)) {
            ui.emit(SetDraft{*next});
            if (next->text != ui.draft().text) answer = next->text;
        }
        const bool ends = ui.input().pressed(Key::Enter) || ui.input().pressed(Key::Escape);
        if (ends || (ui.input().pressed(Key::Tab) && !press.focused)) ui.emit(SetDraft{});
        editing = !ends;
    }
    const BoxLook box = look_of(ui, look.state, editing);
    ui.paint().box(rect, box.style);
    if (box.bar) {
        const Rect bar = rect.inset(3);
        ui.paint().fill({bar.x, bar.y, 13, bar.h}, ui.colour(Role::Corn), 7);
        ui.paint().fill({bar.x + 6, bar.y, 8, bar.h}, box.style.fill);
    }
    Rect inner = rect.inset(16, 4);
    if (!look.icon.empty()) {
        ui.paint().icon(look.icon, inner.cut_left(26, 12), ui.colour(Role::Soil));
    }
    draw_value(ui, inner, look, editing);
    return answer;
}

std::optional<std::string> field(Ui& ui, const std::string& id, const Rect& rect,
                                 const FieldLook& look) {
    Rect rest = rect;
    Rect head = rest.cut_top(24, 2);
    const float note_width = ui.width_of(look.note, type::note) + 2;
    if (!look.note.empty() && note_width + ui.width_of(look.label, type::label) + 8 <= head.w) {
        const Rect note = head.cut_right(note_width, 8);
        ui.text(note, look.note, type::note, Role::Soil2, Align::Right);
    }
    ui.text(head, look.label, type::label, Role::Soil);
    const auto answer = text_box(ui, id, rest.cut_top(52, 1), look);
    if (look.message.empty() || rest.h < 16) return answer;
    const Role role = look.state == FieldState::Impossible ? Role::Brick : Role::Soil;
    Rect message = rest;
    message.h = std::min(rest.h, 44.0F);
    const auto icon = icon_of(look.state);
    if (!icon.empty()) {
        ui.paint().icon(icon, {message.x, message.y + 3, 18, 18}, ui.colour(role));
        message.cut_left(24);
    }
    const Rect line{message.x, message.y, message.w, std::max(22.0F, message.h)};
    ui.text(line, look.message, type::note, role);
    return answer;
}

}  // namespace longju::kiosk
