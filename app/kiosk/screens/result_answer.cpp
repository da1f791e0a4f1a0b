// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/text.h"
#include "kiosk/amounts.h"
#include "kiosk/charts.h"
#include "kiosk/screens/result_parts.h"

namespace longju::kiosk {
namespace {

constexpr float sentence_height = 178;
constexpr int money_years = 15;

const energy::Fuel* fuel_before(const ResultPage& page) {
    const auto& energy = page.state.reference->energy;
    const energy::Heater* heater = energy.find_heater(inputs_of(page.state).house.heater_id);
    return heater == nullptr ? nullptr : energy.find_fuel(heater->fuel_id);
}

bool same_heater(const ResultPage& page) {
    return page.estimate.after_house.heater_id == inputs_of(page.state).house.heater_id;
}

struct Sentence {
    std::string lead;
    std::string number;
    std::string unit;
};

/// 每年少烧 … : in what the household burns today.
Sentence fuel_sentence(const ResultPage& page) {
    const Ui& ui = page.ui;
    const estimate::Comparison& years = comparison_of(page);
    const energy::Fuel* fuel = fuel_before(page);
    if (fuel == nullptr) return {std::string(ui.word("result.less_coal")), "—", ""};
    double saved = years.before.fuel_amount.typical;
    if (same_heater(page)) saved -= years.after.fuel_amount.typical;
    const bool tonnes_of_it = fuel->energy_per_unit.value > 1000;
    const bool more = saved < 0;
    return {
        ui.words()(more ? "result.more_fuel" : "result.less_fuel", {name_in(page.state, *fuel)}),
        formatted(std::abs(saved), tonnes_of_it ? 1 : 0),
        chinese(page.state) ? fuel->unit_zh : fuel->unit_en};
}

Sentence money_sentence(const ResultPage& page) {
    const Money saved = comparison_of(page).saved.typical;
    const bool more = saved < Money{};
    return {std::string(page.ui.word(more ? "result.costs_more" : "result.saves")),
            yuan(more ? -saved : saved, page.state.settings.depth),
            std::string(page.ui.word("unit.yuan"))};
}

void draw_sentence(Ui& ui, Rect area, const Sentence& sentence) {
    const float lead = area.w < 170 ? 60.0F : 44.0F;
    ui.text(area.cut_top(area.w < 280 ? lead : 32.0F), sentence.lead, {22}, Role::Soil);
    Type type = type::hero;
    type.em = std::min(type.em, area.h * 0.9F);
    while (type.em > 34 && number_with_unit_width(ui, sentence.number, "", type) +
                                   ui.width_of(sentence.unit, {type.em * 0.36F}) + 14 >
                               area.w) {
        type.em -= 4;
    }
    const float width = ui.width_of(sentence.number, type);
    ui.text({area.x, area.y, width + 4, area.h}, sentence.number, type, Role::Soil);
    const Type unit{std::max(18.0F, type.em * 0.36F)};
    const float drop = (type.em - unit.em) * 0.733F / 2;
    ui.text({area.x + width + 12, area.centre().y + drop - unit.em * 0.7F,
             ui.width_of(sentence.unit, unit) + 4, unit.em * 1.4F},
            sentence.unit, unit, Role::Soil);
}

std::string bought_text(const ResultPage& page) {
    const auto& bought = inputs_of(page.state).household.bought;
    if (page.estimate.calibration.refused()) return std::string(page.ui.word("result.refused"));
    if (!page.estimate.calibration.used || bought.empty()) {
        return std::string(page.ui.word("result.not_calibrated"));
    }
    const auto* fuel = page.state.reference->energy.find_fuel(bought.front().fuel_id);
    if (fuel == nullptr) return {};
    const std::string amount = formatted(bought.front().amount, fuel->energy_per_unit.value > 1000);
    return page.ui.words()(
        "result.calibrated",
        {name_in(page.state, *fuel), amount, chinese(page.state) ? fuel->unit_zh : fuel->unit_en});
}

void draw_hero(const ResultPage& page, const Rect& area) {
    Ui& ui = page.ui;
    ui.paint().box(area, {ui.colour(Role::CornSoft), ui.colour(Role::Soil), 2, 12});
    Rect inside = area.inset(28, 16);
    const estimate::Comparison& years = comparison_of(page);
    const std::string range =
        ui.words()("result.range", {yuan_range(years.saved, page.state.settings.depth)});
    const std::string basis = bought_text(page);
    const float side = std::max(ui.width_of(range, type::lead), ui.width_of(basis, type::note)) + 4;
    const bool wide = inside.w > side + 620;
    Rect notes = wide ? inside.cut_right(side, 16) : inside.cut_bottom(58, 2);
    Rect left = inside.cut_left(inside.w * 0.5F, 12);
    draw_sentence(ui, left, fuel_sentence(page));
    draw_sentence(ui, inside, money_sentence(page));
    if (wide) {
        chip_right(ui, {notes.right(), notes.y + 16}, ChipState::Estimate,
                   ui.word("chip.estimated"));
        notes.cut_top(54);
    }
    ui.text(notes.cut_top(wide ? 36.0F : 28.0F), range, {20, Weight::Bold}, Role::Soil,
            wide ? Align::Right : Align::Left);
    ui.text(notes.cut_top(wide ? 48.0F : 26.0F), basis, type::note, Role::Soil2,
            wide ? Align::Right : Align::Left);
}

std::string warmest_bedroom(const ResultPage& page) {
    for (const house::Room& room : inputs_of(page.state).house.plan.rooms) {
        if (room.use == house::RoomUse::Bedroom && room.heated) return room.name;
    }
    return std::string(page.ui.word("result.room"));
}

std::vector<LossShare> loss_shares(const ResultPage& page) {
    const energy::HeatLosses& losses = comparison_of(page).before.demand.losses;
    const double total = std::max(1e-9, losses.total().value);
    const auto share = [&](std::string_view key, KilowattHours part) {
        return LossShare{std::string(page.ui.word(key)), std::max(0.0, part.value / total)};
    };
    return {share("loss.walls", losses.walls), share("loss.windows", losses.windows),
            share("loss.doors", losses.doors), share("loss.ceiling", losses.ceiling),
            share("loss.floor", losses.floor), share("loss.air", losses.air)};
}

void draw_room_card(const ResultPage& page, const Rect& area) {
    Ui& ui = page.ui;
    card(ui, area);
    const energy::Demand& before = comparison_of(page).before.demand;
    const energy::Demand& after = comparison_of(page).after.demand;
    Rect rest = area.inset(22, 12);
    Rect head = rest.cut_top(34, 8);
    ui.paint().icon("thermo", head.cut_left(26, 10), ui.colour(Role::Soil));
    ui.text(head, ui.words()("result.january", {warmest_bedroom(page)}), type::lead, Role::Soil);
    const Rect losses = rest.cut_bottom(70, 0);
    const Rect title = rest.cut_bottom(28, 4);
    const Rect walls = rest.cut_bottom(34, 6);
    draw_room_houses(ui, rest, whole_degrees(before.january_6am), whole_degrees(after.january_6am));
    const std::string wall = ui.words()(
        "result.wall_inside",
        {whole_degrees(before.january_wall_inside), whole_degrees(after.january_wall_inside)});
    ui.text(walls, wall, type::body, Role::Soil);
    hairline(ui, {walls.x, walls.y, walls.w, walls.h});
    ui.text(title, ui.word("result.losses"), type::body_bold, Role::Soil);
    draw_loss_bar(ui, losses, loss_shares(page));
}

MonthBars month_bars(const ResultPage& page, bool& fuel_units) {
    constexpr std::array<int, 7> heating{9, 10, 11, 0, 1, 2, 3};  // October to April.
    const estimate::YearResult& before = comparison_of(page).before;
    const estimate::YearResult& after = comparison_of(page).after;
    const energy::Fuel* fuel = fuel_before(page);
    fuel_units = fuel != nullptr && fuel->energy_per_unit.value > 1000 && same_heater(page);
    const auto scaled = [](const estimate::YearResult& year, std::size_t month) {
        const energy::FuelUse& use = year.demand.fuel;
        if (use.amount <= 0) return 0.0;
        return use.by_month[month] * year.fuel_amount.typical / use.amount;
    };
    MonthBars bars;
    bars.decimals = fuel_units ? 1 : 0;
    for (const int month : heating) {
        const auto index = static_cast<std::size_t>(month);
        bars.names.push_back(page.ui.words()("chart.month", {std::to_string(month + 1)}));
        bars.before.push_back(fuel_units ? scaled(before, index)
                                         : before.demand.heat_by_month[index].value);
        bars.after.push_back(fuel_units ? scaled(after, index)
                                        : after.demand.heat_by_month[index].value);
    }
    return bars;
}

void draw_month_card(const ResultPage& page, const Rect& area) {
    Ui& ui = page.ui;
    card(ui, area);
    bool fuel_units = false;
    const MonthBars bars = month_bars(page, fuel_units);
    Rect rest = area.inset(22, 10);
    Rect head = rest.cut_top(30);
    ui.paint().icon("stove", head.cut_left(26, 10), ui.colour(Role::Soil));
    const bool narrow = head.w < 400;
    draw_before_after_key(ui, narrow ? rest.cut_top(28) : head.cut_right(170, 8));
    std::string title(ui.word("result.months.heat"));
    if (fuel_units) {
        title = ui.words()("result.months.fuel", {name_in(page.state, *fuel_before(page))});
    }
    ui.text(head, title, type::lead, Role::Soil);
    draw_month_bars(ui, rest, bars);
}

void draw_money_card(const ResultPage& page, const Rect& area) {
    Ui& ui = page.ui;
    card(ui, area);
    const estimate::Finance& finance = page.estimate.finance;
    const Depth depth = page.state.settings.depth;
    Rect rest = area.inset(22, 10);
    Rect head = rest.cut_top(30, 2);
    ui.paint().icon("money", head.cut_left(26, 10), ui.colour(Role::Soil));
    const std::string_view note = ui.word("result.money.note");
    if (head.w > ui.width_of(note, type::note) + 180) {
        ui.text(head.cut_right(ui.width_of(note, type::note) + 2, 8), note, type::note, Role::Soil2,
                Align::Right);
    }
    ui.text(head, ui.word("result.money"), type::lead, Role::Soil);
    if (finance.own.typical <= Money{}) {
        ui.text(rest, ui.word("result.money.none"), type::body, Role::Soil2, Align::Centre);
        return;
    }
    MoneyLine line;
    line.years = money_years;
    line.cost_yuan = {finance.own.low.in_yuan(), finance.own.typical.in_yuan(),
                      finance.own.high.in_yuan()};
    line.saved_yuan_a_year = {finance.saved_per_year.low.in_yuan(),
                              finance.saved_per_year.typical.in_yuan(),
                              finance.saved_per_year.high.in_yuan()};
    const double left = line.saved_yuan_a_year.typical * money_years - line.cost_yuan.typical;
    line.ends_above = left > 0;
    line.out = ui.words()("result.money.out", {yuan(finance.own.typical, depth)});
    if (finance.payback) {
        line.back = ui.words()("result.money.back",
                               {formatted(std::ceil(finance.payback->typical.value), 0)});
    }
    const Money rest_money = Money::yuan(std::llround(std::abs(left)));
    line.left = ui.words()(left > 0 ? "result.money.left" : "result.money.short",
                           {yuan(rest_money, depth)});
    draw_money_line(ui, rest, line);
}

}  // namespace

void draw_answer(const ResultPage& page) {
    Ui& ui = page.ui;
    const Layout& layout = page.layout;
    if (layout.side_by_side()) {
        Rect body = layout.content();
        draw_hero(page, body.cut_top(sentence_height, 14));
        const Rect left = body.cut_left(body.w * 0.416F, 16);
        draw_room_card(page, left);
        const Rect months = body.cut_top(body.h * 0.43F, 14);
        draw_month_card(page, months);
        draw_money_card(page, body);
        return;
    }
    Rect content = ui.begin_scroll("result.scroll", layout.body);
    content = content.inset(layout.margin, 0);
    content.w -= 8;
    content.cut_top(layout.gap);
    draw_hero(page, content.cut_top(layout.tight() ? 230.0F : 220.0F, layout.gap));
    draw_room_card(page, content.cut_top(400, layout.gap));
    draw_month_card(page, content.cut_top(230, layout.gap));
    draw_money_card(page, content.cut_top(260, layout.gap));
    ui.end_scroll(content.y);
}

}  // namespace longju::kiosk
