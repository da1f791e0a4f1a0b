// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include <algorithm>

#include "core/date.h"
#include "core/text.h"
#include "kiosk/frame.h"

namespace longju::kiosk {
namespace {

std::string month_and_day(const Ui& ui, std::string_view iso_date) {
    const auto date = date_from(iso_date);
    if (!date) return std::string(iso_date);
    return ui.words()("date.month_day", {std::to_string(static_cast<unsigned>(date->month())),
                                         std::to_string(static_cast<unsigned>(date->day()))});
}

std::string long_date(const Ui& ui, std::string_view iso_date) {
    const auto date = date_from(iso_date);
    if (!date) return std::string(iso_date);
    const std::chrono::weekday day{std::chrono::sys_days(*date)};
    return ui.words()("date.long", {std::to_string(static_cast<int>(date->year())),
                                    std::to_string(static_cast<unsigned>(date->month())),
                                    std::to_string(static_cast<unsigned>(date->day())),
                                    ui.word(fmt::format("date.weekday.{}", day.c_encoding()))});
}

/// Who is signed in, and the lock; in a store without users only how to get one.
void person_buttons(Ui& ui, const AppState& state, const Layout& layout, Rect& bar) {
    if (state.signed_in) {
        const Rect lock = bar.cut_right(44, 4).inset(0, (bar.h - 44) / 2);
        if (button(ui, "top.lock", lock, "", {.kind = ButtonKind::Quiet, .icon = "lock"})) {
            ui.emit(Lock{});
        }
    }
    const std::string_view label =
        state.signed_in ? std::string_view(state.signed_in->name) : ui.word("top.no_pin");
    const ButtonLook look{.kind = ButtonKind::Quiet, .icon = state.signed_in ? "person" : "lock"};
    const float wanted = button_width(ui, label, look);
    const bool named = layout.side_by_side() && wanted < bar.w * 0.3F;
    const Rect person = bar.cut_right(named ? wanted : 44, 12).inset(0, (bar.h - 44) / 2);
    if (button(ui, "top.user", person, named ? label : "", look)) {
        ui.emit(ShowDialog{{Dialog::Kind::Users, {}}});
    }
}

void home_bar(Ui& ui, const AppState& state, const Layout& layout, Rect bar) {
    const std::vector<std::string> languages{std::string(ui.word("language.zh")),
                                             std::string(ui.word("language.en"))};
    const Rect choice =
        bar.cut_right(segmented_width(ui, languages), 12).inset(0, (bar.h - 50) / 2);
    person_buttons(ui, state, layout, bar);
    const bool chinese = state.settings.language == Language::Chinese;
    if (const auto chosen = segmented(ui, "top.language", choice, languages, chinese ? 0 : 1)) {
        Settings settings = state.settings;
        settings.language = *chosen == 0 ? Language::Chinese : Language::English;
        ui.emit(SetSettings{settings});
    }
    const float name = ui.width_of(ui.word("app.name"), type::title) + 2;
    ui.text(bar.cut_left(name, 12), ui.word("app.name"), type::title, Role::Soil);
    const std::string when =
        layout.tight() ? state.clock : long_date(ui, state.today) + "  " + state.clock;
    ui.text(bar.cut_right(std::min(bar.w, ui.width_of(when, type::label) + 2), 16), when,
            type::label, Role::Soil2, Align::Right);
    const std::string where = place_text(state, state.usual_place);
    if (bar.w > 120)
        ui.text(bar, where.empty() ? ui.word("app.subtitle") : std::string_view(where), type::label,
                Role::Soil2);
}

void depth_choice(Ui& ui, const AppState& state, Rect& bar) {
    const std::vector<std::string> depths{std::string(ui.word("depth.farmer")),
                                          std::string(ui.word("depth.technician"))};
    const Rect choice = bar.cut_right(segmented_width(ui, depths), 12).inset(0, (bar.h - 50) / 2);
    const bool farmer = state.settings.depth == Depth::Farmer;
    if (const auto chosen = segmented(ui, "top.depth", choice, depths, farmer ? 0 : 1)) {
        Settings settings = state.settings;
        settings.depth = *chosen == 0 ? Depth::Farmer : Depth::Technician;
        ui.emit(SetSettings{settings});
    }
}

void undo_buttons(Ui& ui, const AppState& state, const Layout& layout, Rect& bar) {
    const auto& history = state.open->history;
    const Rect redo = bar.cut_right(44, 4).inset(0, (bar.h - 44) / 2);
    if (button(ui, "top.redo", redo, "",
               {.kind = ButtonKind::Quiet, .icon = "redo", .enabled = history.can_redo()})) {
        ui.emit(Redo{});
    }
    std::string label;
    if (history.can_undo()) {
        label =
            ui.words()("top.undo", {history.undo_label().in(ui.words(), state.settings.language)});
    }
    const float wanted = ui.width_of(label, type::body) + 62;
    const bool named = !label.empty() && layout.side_by_side() && wanted < bar.w * 0.5F;
    const Rect undo = bar.cut_right(named ? wanted : 44, 12).inset(0, (bar.h - 44) / 2);
    if (button(ui, "top.undo", undo, named ? label : "",
               {.kind = ButtonKind::Quiet, .icon = "undo", .enabled = history.can_undo()})) {
        ui.emit(Undo{});
    }
}

void saved_note(Ui& ui, const AppState& state, Rect& bar) {
    const OpenVisit& open = *state.open;
    std::string text(ui.word("top.saving"));
    Role role = Role::Soil2;
    std::string_view icon = "clock";
    if (open.trouble) {
        text = ui.word("top.not_saved");
        role = Role::Brick;
        icon = "warn";
    } else if (!open.unsaved && !open.saved_at.empty()) {
        text = ui.words()("top.saved", {open.saved_at});
        role = Role::Pine;
        icon = "check";
    }
    const float width = ui.width_of(text, type::note) + 30;
    if (width > bar.w - 90) return;
    Rect note = bar.cut_right(width, 12);
    ui.paint().icon(icon, note.cut_left(20, 8), ui.colour(role));
    ui.text(note, text, type::note, role);
}

}  // namespace

std::string place_text(const AppState& state, const estimate::Place& place) {
    std::string text;
    const auto add = [&text](std::string_view part) {
        if (part.empty()) return;
        if (!text.empty()) text += " · ";
        text += part;
    };
    if (const auto* division = state.reference->find_division(place.division_code)) {
        add(division->name_zh);
    }
    add(place.township);
    add(place.village);
    return text;
}

std::string moment(const Ui& ui, const AppState& state, std::string_view iso) {
    if (iso.size() < 16) return std::string(iso);
    if (iso.substr(0, 10) == state.today) {
        return ui.words()("date.today", {iso.substr(11, 5)});
    }
    return month_and_day(ui, iso.substr(0, 10));
}

void draw_top_bar(Ui& ui, const AppState& state, const Layout& layout) {
    ui.paint().fill(layout.top, ui.colour(Role::Paper));
    ui.paint().line({layout.top.x, layout.top.bottom()}, {layout.top.right(), layout.top.bottom()},
                    ui.colour(Role::Birch2), 1);
    Rect bar = layout.top.inset(layout.margin, 0);
    if (state.screen == ScreenId::Home || !state.open) {
        home_bar(ui, state, layout, bar);
        return;
    }
    if (state.signed_in) person_buttons(ui, state, layout, bar);
    if (!layout.tight()) depth_choice(ui, state, bar);
    undo_buttons(ui, state, layout, bar);
    saved_note(ui, state, bar);
    const Inputs& inputs = state.open->inputs();
    const std::string_view head = inputs.household.head.empty()
                                      ? ui.word("top.nameless")
                                      : std::string_view(inputs.household.head);
    const float wanted = std::min(ui.width_of(head, type::title) + 2, bar.w);
    ui.text(bar.cut_left(wanted, 14), head, type::title, Role::Soil);
    const std::string where = place_text(state, inputs.place);
    if (bar.w > 60 && ui.width_of(where, type::label) * 0.55F < bar.w) {
        ui.text(bar, where, type::label, Role::Soil2);
    }
}

}  // namespace longju::kiosk
