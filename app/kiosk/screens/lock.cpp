// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>
#include <string>

#include "kiosk/pin_pad.h"
#include "kiosk/screens/screens.h"
#include "kiosk/widgets.h"

/// 锁屏: nothing of any household is on it.
namespace longju::kiosk {
namespace {

constexpr float name_height = 60;
constexpr float names_width = 320;

void draw_names(Ui& ui, const AppState& state, Rect area) {
    ui.text(area.cut_top(28, 6), ui.word("lock.who"), type::body_bold, Role::Soil);
    for (const UserCard& user : state.users) {
        Rect row = area.cut_top(name_height, 8);
        const bool chosen = state.sign_in.user_id == user.id;
        if (card_button(ui, "lock.user." + user.id, row, chosen) && !chosen) {
            ui.emit(SetSignIn{{.user_id = user.id, .pin = {}, .trouble = {}}});
        }
        row = row.inset(14, 0);
        radio_dot(ui, {row.cut_left(24, 10).centre().x, row.centre().y}, chosen);
        const std::string_view role = ui.word("role." + std::string(access::word_of(user.role)));
        ui.text(row.cut_right(ui.width_of(role, type::note) + 2, 10), role, type::note, Role::Soil2,
                Align::Right);
        ui.text(row, user.name, type::lead, Role::Soil);
    }
}

float names_height(const AppState& state) {
    return 34 + (name_height + 8) * static_cast<float>(state.users.size());
}

void draw_message(Ui& ui, const AppState& state, const Rect& line) {
    const SignIn& entry = state.sign_in;
    if (entry.wait_until_s > state.now_s) {
        const auto left = static_cast<int>(std::ceil(entry.wait_until_s - state.now_s));
        const std::string text = ui.words()("lock.wait", {std::to_string(left)});
        ui.text(line, text, type::label_bold, Role::Brick, Align::Centre);
        return;
    }
    if (!entry.trouble.empty() || entry.wrong) {
        const std::string_view text = entry.wrong ? ui.word("lock.wrong") : entry.trouble;
        ui.text(line, text, type::label_bold, Role::Brick, Align::Centre);
        return;
    }
    ui.text(line, ui.word(entry.user_id.empty() ? "lock.choose" : "lock.pin"), type::label,
            Role::Soil, Align::Centre);
}

void draw_pad(Ui& ui, const AppState& state, Rect area) {
    draw_message(ui, state, area.cut_top(48, 6));
    const SignIn& entry = state.sign_in;
    const bool ready = !entry.user_id.empty() && entry.wait_until_s <= state.now_s;
    const auto digits = pin_pad(ui, "lock.key", area, entry.pin, ready);
    if (!digits) return;
    SignIn next = entry;
    next.pin = *digits;
    next.wrong = false;
    ui.emit(SetSignIn{std::move(next)});
}
constexpr float pad_height = 54 + pin_pad_height;

}  // namespace

void draw_lock(Ui& ui, const AppState& state, const Layout& layout) {
    Rect content = ui.begin_scroll("lock.scroll", ui.screen());
    content = content.inset(layout.margin, 0);
    const bool two = content.w >= names_width + pin_pad_width + 80;
    const float note_width = two ? names_width + 60 + pin_pad_width : content.w;
    const float note = ui.paragraph_height(ui.word("lock.note"), type::note, note_width);
    const float names = names_height(state);
    const float inner = two ? std::max(names, pad_height) : names + 16 + pad_height;
    const float whole = 64 + inner + 24 + note;
    content.cut_top(std::max(layout.gap, (ui.screen().h - whole) / 2));
    Rect title = content.cut_top(48, 16);
    const std::string_view word = ui.word("lock.title");
    const float width = ui.width_of(word, type::number) + 44;
    title.x = title.centre().x - std::min(width, title.w) / 2;
    title.w = std::min(width, title.w);
    ui.paint().icon("lock", title.cut_left(32, 12), ui.colour(Role::Soil));
    ui.text(title, word, type::number, Role::Soil);
    Rect body = content.cut_top(inner, 24);
    if (two) {
        const float used = names_width + 60 + pin_pad_width;
        body.x = body.centre().x - used / 2;
        body.w = used;
        draw_names(ui, state, body.cut_left(names_width, 60));
        draw_pad(ui, state, body);
    } else {
        draw_names(ui, state, body.cut_top(names, 16));
        body.x = body.centre().x - std::min(body.w, pin_pad_width) / 2;
        body.w = std::min(body.w, pin_pad_width);
        draw_pad(ui, state, body);
    }
    Rect foot = content;
    foot.x = foot.centre().x - note_width / 2;
    foot.w = note_width;
    ui.paragraph(foot, ui.word("lock.note"), type::note, Role::Soil2);
    ui.end_scroll(foot.y + note + layout.gap);
}

}  // namespace longju::kiosk
