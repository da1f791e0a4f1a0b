// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kiosk/frame.h"
#include "kiosk/screens/dialog_frame.h"

/// 可能是同一户: pairs of visits that look alike, to be told apart or together by a person.
namespace longju::kiosk {
namespace {

constexpr std::size_t shown_at_once = 50;
constexpr float double_line_height = 28;

std::string or_dash(const std::string& text) { return text.empty() ? "—" : text; }

void draw_visit(Ui& ui, const AppState& state, const DoubleVisit& visit, Rect area,
                std::string_view title) {
    ui.text(area.cut_top(24, 2), title, type::note, Role::Soil2);
    ui.text(area.cut_top(32, 2),
            visit.head.empty() ? ui.word("top.nameless") : std::string_view(visit.head),
            type::body_bold, Role::Soil);
    const std::array<std::string, 3> lines{
        or_dash(visit.place), or_dash(visit.phone),
        fmt::format("{} · {}", or_dash(visit.size), moment(ui, state, visit.saved_at))};
    for (const std::string& line : lines) {
        ui.text(area.cut_top(double_line_height), line, type::label, Role::Soil2);
    }
}

void draw_pair(Ui& ui, const AppState& state, std::size_t index, Rect& rows) {
    const DoublePair& pair = state.doubles[index];
    const float height = 16 + 30 + 58 + 3 * double_line_height + 10 + 52 + 16;
    const Rect rect = rows.cut_top(height, 14);
    ui.paint().box(rect, {ui.colour(Role::Paper), ui.colour(Role::Birch3), 1.5F, 10});
    Rect inside = rect.inset(16, 12);
    const std::string key = "doubles.reason." + std::string(visit::word(pair.reason));
    ui.text(inside.cut_top(30, 0), ui.word(key), type::label, Role::Soil);
    Rect both = inside.cut_top(58 + 3 * double_line_height, 10);
    draw_visit(ui, state, pair.earlier, both.cut_left((both.w - 20) / 2, 20),
               ui.word("doubles.earlier"));
    draw_visit(ui, state, pair.later, both, ui.word("doubles.later"));
    const auto decide = [&](const char* id, std::string_view label, const Rect& place, bool same) {
        if (button(ui, fmt::format("doubles.{}.{}", index, id), place, label)) {
            ui.emit(DecideDouble{pair.later.visit_id, pair.earlier.visit_id, same});
        }
    };
    Rect buttons = inside.cut_top(52);
    decide("same", ui.word("doubles.same"), buttons.cut_left((buttons.w - 20) / 2, 20), true);
    decide("different", ui.word("doubles.different"), buttons, false);
}

}  // namespace

void draw_doubles_dialog(Ui& ui, const AppState& state) {
    DialogFrame frame(ui, {860, 660}, ui.word("doubles.title"), ui.word("doubles.note"));
    const Rect rest = frame.content();
    if (state.doubles.empty()) {
        empty_state(ui, rest, ui.word("doubles.none"), ui.word("doubles.none.how"));
    } else {
        Rect rows = ui.begin_scroll("doubles.rows", rest);
        rows = rows.inset(3, 3);
        rows.w -= 10;  // Of the scroll bar.
        const std::size_t count = std::min(state.doubles.size(), shown_at_once);
        for (std::size_t i = 0; i < count; ++i) draw_pair(ui, state, i, rows);
        ui.end_scroll(rows.y);
    }
    if (frame.primary("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

}  // namespace longju::kiosk
