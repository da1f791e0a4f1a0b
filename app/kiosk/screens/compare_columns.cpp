// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "core/text.h"
#include "kiosk/amounts.h"
#include "kiosk/charts_schemes.h"
#include "kiosk/schemes.h"
#include "kiosk/screens/compare_parts.h"
#include "kiosk/screens/measures.h"

namespace longju::kiosk {
namespace {

constexpr float names_width = 116;
constexpr float column_gap = 8;
constexpr float least_column = 148;
constexpr float head_height = 96;
constexpr float figure_height = 82;
constexpr float foot_height = 60;

/// One figure of a scheme: as it is read, its range, and what it is ranked by.
struct Figure {
    std::string number, range;
    std::optional<double> value;
};

Range<double> coal_tonnes(const AppState& state, const estimate::YearResult& year) {
    Range<double> sum{};
    for (const estimate::FuelYear& fuel : year.fuels) {
        const energy::Fuel* known = state.reference->energy.find_fuel(fuel.fuel_id);
        if (known == nullptr || !energy::is_coal(*known)) continue;
        sum = {sum.low + fuel.amount.low, sum.typical + fuel.amount.typical,
               sum.high + fuel.amount.high};
    }
    return sum;
}

std::string years_text(double years) { return years >= 99 ? "—" : formatted(years, 0); }

Figure own_figure(const AppState& state, const estimate::Estimate& e) {
    const Depth depth = state.settings.depth;
    return {yuan(e.finance.own.typical, depth), yuan_range(e.finance.own, depth),
            e.finance.own.typical.in_yuan()};
}
Figure bill_figure(const AppState& state, const estimate::Estimate& e) {
    const Depth depth = state.settings.depth;
    const Range<Money>& cost = e.habit.after.heating_cost;
    return {yuan(cost.typical, depth), yuan_range(cost, depth), cost.typical.in_yuan()};
}
Figure warmth_figure(const AppState&, const estimate::Estimate& e) {
    const Celsius after = e.habit.after.demand.january_6am;
    return {whole_degrees(after), {}, -std::round(after.value)};
}
Figure coal_figure(const AppState& state, const estimate::Estimate& e) {
    const Range<double> coal = coal_tonnes(state, e.habit.after);
    if (coal.high <= 0) return {"0", {}, 0.0};
    return {formatted(coal.typical, 1),
            fmt::format("{}–{}", formatted(coal.low, 1), formatted(coal.high, 1)), coal.typical};
}
Figure payback_figure(const AppState&, const estimate::Estimate& e) {
    if (!e.finance.payback) return {"—", {}, std::nullopt};
    const Range<Years>& years = *e.finance.payback;
    return {years_text(years.typical.value),
            fmt::format("{}–{}", years_text(years.low.value), years_text(years.high.value)),
            years.typical.value};
}

/// A row: its name, its unit, what the best of it is called, and how it is read.
struct RowLook {
    std::string_view key, unit, best;
    Figure (*read)(const AppState&, const estimate::Estimate&);
    std::string (*now)(const AppState&, const estimate::Estimate&);
};

std::string no_figure(const AppState&, const estimate::Estimate&) { return {}; }

constexpr std::array rows{
    RowLook{"compare.own", "unit.yuan", "compare.best.own", own_figure, no_figure},
    RowLook{"compare.bill", "unit.yuan", "compare.best.bill", bill_figure,
            [](const AppState& state, const estimate::Estimate& e) {
                return yuan(e.habit.before.heating_cost.typical, state.settings.depth);
            }},
    RowLook{"compare.warmth", "compare.degrees", "compare.best.warm", warmth_figure,
            [](const AppState&, const estimate::Estimate& e) {
                return whole_degrees(e.habit.before.demand.january_6am);
            }},
    RowLook{"compare.coal", "compare.tonnes", "compare.best.coal", coal_figure,
            [](const AppState& state, const estimate::Estimate& e) {
                return formatted(coal_tonnes(state, e.habit.before).typical, 1);
            }},
    RowLook{"compare.payback", "compare.years", "compare.best.payback", payback_figure, no_figure},
};

/// The schemes of the screen with what they come to.
struct Column {
    std::string letter;
    measure::Scheme scheme;
    const estimate::Estimate* estimate = nullptr;
    bool chosen = false;
};

std::vector<Column> columns_of(const AppState& state) {
    std::vector<Column> columns;
    for (const auto& [letter, scheme] : schemes_of(state.open->visit)) {
        columns.push_back({letter, scheme, estimate_of(state, letter),
                           letter == state.open->visit.alternatives.letter});
    }
    return columns;
}

/// Where one column alone is better than every other.
std::string best_of(const AppState& state, const std::vector<Column>& columns, const RowLook& row) {
    std::string best;
    std::optional<double> least;
    for (const Column& column : columns) {
        if (column.estimate == nullptr) continue;
        const Figure figure = row.read(state, *column.estimate);
        if (!figure.value) continue;
        if (least && *figure.value == *least) best.clear();
        if (!least || *figure.value < *least) least = figure.value, best = column.letter;
    }
    return columns.size() > 1 ? best : std::string();
}

/// Every scheme has the same figure: nothing to compare.
bool all_alike(const AppState& state, const std::vector<Column>& columns, const RowLook& row) {
    std::optional<std::string> first;
    for (const Column& column : columns) {
        if (column.estimate == nullptr) return false;
        const std::string number = row.read(state, *column.estimate).number;
        if (first && *first != number) return false;
        first = number;
    }
    return columns.size() > 1;
}

void draw_head(Ui& ui, const AppState& state, const Column& column, Rect head) {
    head = head.inset(8, 8);
    Rect top = head.cut_top(38, 2);
    scheme_marker(ui, {top.x + 18, top.centre().y}, column.letter, 26);
    top.cut_left(42);
    ui.text(top, ui.words()("compare.scheme", {column.letter}), type::lead, Role::Soil);
    if (column.scheme.choices.empty()) {
        ui.text(head, ui.word("compare.nothing"), type::note, Role::Soil2);
        return;
    }
    // A picture of each; a second line where one does not hold them.
    const float size = 20, step = 24;
    float x = head.x, y = head.y;
    for (const measure::Choice& choice : column.scheme.choices) {
        const measure::Measure* measure = state.reference->measures.find(choice.measure_id);
        if (measure == nullptr) continue;
        if (x + size > head.right()) x = head.x, y += step - 2;
        if (y + size > head.bottom() + 6) break;
        ui.paint().icon(icon_of(measure->group), {x, y, size, size}, ui.colour(Role::Soil));
        x += step;
    }
}

void draw_figure(Ui& ui, const AppState& state, const Column& column, const RowLook& row, Rect cell,
                 bool best) {
    cell = cell.inset(10, 8);
    if (column.estimate == nullptr) {
        ui.text(cell, "—", {26, Weight::Bold}, Role::Soil);
        return;
    }
    const Figure figure = row.read(state, *column.estimate);
    Rect top = cell.cut_top(36, 2);
    ui.text(top, figure.number, {26, Weight::Bold}, Role::Soil);
    ui.text(cell, figure.range, type::note, Role::Soil2);
    if (!best) return;
    const std::string_view word = ui.word(row.best);
    const float width = ui.width_of(word, type::note) + 14;
    const Rect plate{top.right() - width + 4, top.y + 5, width, 25};
    if (plate.x < top.x + ui.width_of(figure.number, {26, Weight::Bold}) + 4) return;
    ui.paint().fill(plate, ui.colour(Role::Soil), 6);
    ui.text(plate, word, type::note, Role::RailText, Align::Centre);
}

void draw_foot(Ui& ui, const AppState& state, const Column& column, Rect foot) {
    foot = foot.inset(6, 5);
    const visit::Visit& visit = state.open->visit;
    if (column.chosen) {
        if (button(ui, "compare.change", foot, ui.word("compare.change"), {.icon = "tune"})) {
            ui.emit(Go{ScreenId::Configure});
        }
        return;
    }
    const Rect out = foot.cut_right(46, 4);
    if (button(ui, "compare.choose." + column.letter, foot, ui.word("compare.choose"))) {
        ui.emit(choose_scheme(visit, column.letter));
    }
    if (button(ui, "compare.drop." + column.letter, out, "", {.icon = "cross"})) {
        ui.emit(drop_scheme(visit, column.letter));
    }
}

using Rows = std::vector<const RowLook*>;

void draw_column(Ui& ui, const AppState& state, const std::vector<Column>& all,
                 const Column& column, const Rows& shown, Rect area) {
    card(ui, area, column.chosen);
    if (column.chosen) {
        ui.paint().box(area, {ui.colour(Role::CornSoft), ui.colour(Role::Soil), 2.5F, 12});
    }
    draw_head(ui, state, column, area.cut_top(head_height));
    for (const RowLook* row : shown) {
        const Rect cell = area.cut_top(figure_height);
        ui.paint().line({cell.x + 1, cell.y}, {cell.right() - 1, cell.y}, ui.colour(Role::Birch2),
                        1);
        draw_figure(ui, state, column, *row, cell, best_of(state, all, *row) == column.letter);
    }
    draw_foot(ui, state, column, area.cut_top(foot_height));
}

/// A place for one more: as it is being worked on now, to be changed then.
void draw_free_column(Ui& ui, const AppState& state, const Rect& area) {
    ui.paint().box(area, {ui.colour(Role::Snow), ui.colour(Role::Birch3), 2, 12, Dash::Dashed});
    Rect inside = area.inset(10, 16);
    const std::string letter = *free_letter(state.open->visit);
    inside.cut_top(ui.paragraph(inside, ui.word("compare.free"), type::note, Role::Soil2), 10);
    const Rect place = inside.cut_top(78);
    if (button(ui, "compare.copy", place,
               ui.words()("compare.copy", {state.open->visit.alternatives.letter}))) {
        ui.emit(add_scheme(state.open->visit, letter, inputs_of(state).scheme));
    }
}

void draw_names(Ui& ui, const AppState& state, const Rows& shown, Rect area) {
    const estimate::Estimate* e = shown_estimate(state);
    Rect head = area.cut_top(head_height);
    head.cut_top(head.h - 36);
    chip(ui, {head.x, head.y}, ChipState::Estimate, ui.word("chip.estimated"));
    for (const RowLook* row : shown) {
        Rect cell = area.cut_top(figure_height);
        ui.paint().line({cell.x, cell.y}, {cell.right(), cell.y}, ui.colour(Role::Birch2), 1);
        cell.cut_top(7);
        ui.text(cell.cut_top(24), ui.word(row->key), type::label, Role::Soil);
        ui.text(cell.cut_top(23), ui.word(row->unit), type::note, Role::Soil2);
        const std::string now = e == nullptr ? std::string() : row->now(state, *e);
        if (!now.empty()) {
            ui.text(cell.cut_top(23), ui.words()("tile.now", {now}), type::note, Role::Soil2);
        }
    }
}

/// Rows that tell the schemes apart; the others in one line under them.
struct Split {
    Rows shown, alike;
};
Split split_of(const AppState& state, const std::vector<Column>& columns) {
    Split split;
    for (const RowLook& row : rows) {
        (all_alike(state, columns, row) ? split.alike : split.shown).push_back(&row);
    }
    return split;
}

float block_height(std::size_t figures) {
    return head_height + figure_height * static_cast<float>(figures) + foot_height;
}

int columns_beside(float width) {
    const int fit =
        static_cast<int>((width - names_width + column_gap) / (least_column + column_gap));
    return std::clamp(fit, 1, 4);
}

}  // namespace

float columns_height(const AppState& state, float width) {
    const auto columns = columns_of(state);
    const Split split = split_of(state, columns);
    const std::size_t places = std::min<std::size_t>(4, columns.size() + 1);
    const auto across = static_cast<std::size_t>(columns_beside(width));
    const std::size_t blocks = (places + across - 1) / across;
    return static_cast<float>(blocks) * (block_height(split.shown.size()) + 16) +
           (split.alike.empty() ? 0.0F : 34.0F);
}

void draw_columns(Ui& ui, const AppState& state, const Rect& area) {
    const auto columns = columns_of(state);
    const Split split = split_of(state, columns);
    const std::size_t places = std::min<std::size_t>(4, columns.size() + 1);
    const auto across = static_cast<std::size_t>(columns_beside(area.w));
    Rect rest = area;
    for (std::size_t first = 0; first < places; first += across) {
        Rect block = rest.cut_top(block_height(split.shown.size()), 16);
        draw_names(ui, state, split.shown, block.cut_left(names_width - column_gap, column_gap));
        for (std::size_t i = first; i < std::min(places, first + across); ++i) {
            const Rect place =
                column(block, static_cast<int>(i - first), static_cast<int>(across), column_gap);
            if (i < columns.size()) {
                draw_column(ui, state, columns, columns[i], split.shown, place);
            } else {
                draw_free_column(ui, state, place);
            }
        }
    }
    if (split.alike.empty()) return;
    std::string same;
    for (const RowLook* row : split.alike) {
        const Figure figure = row->read(state, *columns.front().estimate);
        if (!same.empty()) same += chinese(state) ? "，" : ", ";
        same += fmt::format("{} {} {}", ui.word(row->key), figure.number, ui.word(row->unit));
    }
    ui.text(rest.cut_top(28), ui.words()("compare.alike", {same}), type::note, Role::Soil2);
}

}  // namespace longju::kiosk
