// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "kiosk/amounts.h"
#include "kiosk/edits.h"
#include "kiosk/house_view.h"
#include "kiosk/screens/measures.h"
#include "kiosk/screens/screens.h"
#include "kiosk/tile.h"

namespace longju::kiosk {
namespace {

constexpr float strip_height = 104;

std::string open_point(const AppState& state) {
    const auto open = gaps(state);
    if (open.empty()) return {};
    return chinese(state) ? open.front().text_zh : open.front().text_en;
}

TileLook cost_tile(const Ui& ui, const AppState& state, const estimate::Estimate& e) {
    const Depth depth = state.settings.depth;
    TileLook tile{.icon = "wall", .label = ui.word("tile.cost"), .unit = ui.word("unit.yuan")};
    tile.number = yuan(e.quote.total.typical, depth);
    tile.note = ui.words()("tile.range", {yuan_range(e.quote.total, depth)});
    if (e.quote.unpriced > 0) {
        tile.note = ui.words()("tile.unpriced", {std::to_string(e.quote.unpriced)});
    }
    return tile;
}

TileLook own_tile(const Ui& ui, const AppState& state, const estimate::Estimate& e) {
    TileLook tile{.icon = "money", .label = ui.word("tile.own"), .unit = ui.word("unit.yuan")};
    tile.number = yuan(e.finance.own.typical, state.settings.depth);
    tile.note = e.subsidy.pending > 0
                    ? ui.words()("tile.pending", {std::to_string(e.subsidy.pending)})
                    : std::string(ui.word("tile.no_subsidy"));
    return tile;
}

TileLook heating_tile(const Ui& ui, const AppState& state, const estimate::Estimate& e) {
    const Depth depth = state.settings.depth;
    const Money before = e.habit.before.heating_cost.typical;
    const Money after = e.habit.after.heating_cost.typical;
    TileLook tile{.icon = "stove", .label = ui.word("tile.heating"), .unit = ui.word("unit.yuan")};
    tile.number = yuan(after, depth);
    if (after != before) {
        const bool up = after > before;
        tile.change = TileLook::Change{up, !up, yuan(up ? after - before : before - after, depth)};
    }
    tile.note = ui.words()("tile.now", {yuan(before, depth)});
    return tile;
}

TileLook warmth_tile(const Ui& ui, const estimate::Estimate& e) {
    const Celsius before = e.habit.before.demand.january_6am;
    const Celsius after = e.habit.after.demand.january_6am;
    TileLook tile{.icon = "thermo", .label = ui.word("tile.warmth"), .unit = "℃"};
    tile.number = whole_degrees(after);
    const double gain = std::round(after.value) - std::round(before.value);
    if (gain != 0) {
        tile.change = TileLook::Change{gain > 0, gain > 0, fmt::format("{:.0f}", std::abs(gain))};
    }
    tile.note = ui.words()("tile.now", {whole_degrees(before)});
    return tile;
}

TileLook carbon_tile(const Ui& ui, const estimate::Estimate& e) {
    TileLook tile{.icon = "leaf", .label = ui.word("tile.carbon"), .unit = "t CO2"};
    tile.number = tonnes(e.habit.co2_saved.typical);
    const double before = e.habit.before.co2.typical.value;
    if (before > 0 && e.habit.co2_saved.typical.value > 1) {
        tile.change =
            TileLook::Change{false, true, percent(e.habit.co2_saved.typical.value / before)};
    }
    tile.note = ui.words()("tile.range", {tonnes_range(e.habit.co2_saved)});
    return tile;
}

std::vector<TileLook> tiles(const Ui& ui, const AppState& state) {
    const estimate::Estimate* e = shown_estimate(state);
    if (e != nullptr) {
        return {cost_tile(ui, state, *e), own_tile(ui, state, *e), heating_tile(ui, state, *e),
                warmth_tile(ui, *e), carbon_tile(ui, *e)};
    }
    std::vector<TileLook> empty{{.icon = "wall", .label = ui.word("tile.cost")},
                                {.icon = "money", .label = ui.word("tile.own")},
                                {.icon = "stove", .label = ui.word("tile.heating")},
                                {.icon = "thermo", .label = ui.word("tile.warmth")},
                                {.icon = "leaf", .label = ui.word("tile.carbon")}};
    const std::string open = open_point(state);
    for (TileLook& tile : empty) tile.note = open;
    return empty;
}

void draw_strip(Ui& ui, const AppState& state, const Rect& area) {
    const auto looks = tiles(ui, state);
    const int count = static_cast<int>(looks.size());
    const int columns = area.w > 980 ? 5 : area.w > 560 ? 3 : 2;
    card(ui, area);
    for (int i = 0; i < count; ++i) {
        const int line = i / columns;
        const Rect row{area.x, area.y + strip_height * static_cast<float>(line), area.w,
                       strip_height};
        const Rect cell = column(row, i % columns, columns, 0);
        draw_tile(ui, cell, looks[static_cast<std::size_t>(i)]);
        if (i % columns != 0) {
            ui.paint().line({cell.x, cell.y + 1}, {cell.x, cell.bottom() - 1},
                            ui.colour(Role::Birch2), 1);
        }
        if (i % columns == 0 && i > 0) hairline(ui, {row.x, row.y - 1, row.w, 1});
    }
}

float narrow_strip_height(float width) {
    const int columns = width > 980 ? 5 : width > 560 ? 3 : 2;
    const int lines = (5 + columns - 1) / columns;
    return strip_height * static_cast<float>(lines);
}

}  // namespace

void draw_configure(Ui& ui, const AppState& state, const Layout& layout) {
    Rect body = layout.content();
    if (layout.side_by_side()) {
        const Rect strip = body.cut_bottom(strip_height, 12);
        const Rect list = body.cut_right(414, layout.gap);
        draw_house_view(ui, state, body);
        draw_measures(ui, state, list, true);
        draw_strip(ui, state, strip);
    } else {
        Rect content = ui.begin_scroll("configure.scroll", layout.body);
        content = content.inset(layout.margin, 0);
        content.w -= 8;
        content.cut_top(layout.gap);
        draw_strip(ui, state, content.cut_top(narrow_strip_height(content.w), layout.gap));
        draw_house_view(ui, state,
                        content.cut_top(std::clamp(content.w * 0.6F, 300.0F, 460.0F), layout.gap));
        const float height = measures_height(state, content.w);
        draw_measures(ui, state, content.cut_top(height, layout.gap), false);
        if (button(ui, "bar.prices", content.cut_top(54, layout.gap), ui.word("bar.prices"),
                   {.icon = "money"})) {
            ui.emit(ShowDialog{{Dialog::Kind::Prices, {}}});
        }
        if (button(ui, "bar.cards", content.cut_top(54, layout.gap), ui.word("bar.cards"),
                   {.icon = "book"})) {
            ui.emit(ShowDialog{{Dialog::Kind::Cards, {}}});
        }
        ui.end_scroll(content.y);
    }

    BottomBar bar(ui, layout);
    if (bar.primary("bar.next", ui.word("bar.next.compare"))) ui.emit(Go{ScreenId::Compare});
    if (!layout.tight() && bar.right("bar.back", ui.word("bar.back"), {.icon = "back"})) {
        ui.emit(Go{ScreenId::House});
    }
    const bool in_bar = layout.side_by_side();
    if (in_bar && bar.right("bar.cards", ui.word("bar.cards"), {.icon = "book"})) {
        ui.emit(ShowDialog{{Dialog::Kind::Cards, {}}});
    }
    if (in_bar && bar.right("bar.prices", ui.word("bar.prices"), {.icon = "money"})) {
        ui.emit(ShowDialog{{Dialog::Kind::Prices, {}}});
    }
    bar.open_points(state);
    bar.note(ui.word("configure.note"));
}

}  // namespace longju::kiosk
