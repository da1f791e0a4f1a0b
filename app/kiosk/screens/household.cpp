// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include "core/text.h"
#include "kiosk/edits.h"
#include "kiosk/screens/household_fuel.h"
#include "kiosk/screens/household_person.h"
#include "kiosk/screens/screens.h"

namespace longju::kiosk {
namespace {

using house::HouseholdCategory;

struct CategoryChoice {
    HouseholdCategory category;
    std::string_view key;
};
constexpr std::array<CategoryChoice, 7> categories{
    {{HouseholdCategory::Ordinary, "household.category.ordinary"},
     {HouseholdCategory::MonitoredHousehold, "household.category.monitored"},
     {HouseholdCategory::Dibao, "household.category.dibao"},
     {HouseholdCategory::TekunScattered, "household.category.tekun"},
     {HouseholdCategory::DibaoMarginal, "household.category.marginal"},
     {HouseholdCategory::ExpenseHardship, "household.category.hardship"},
     {HouseholdCategory::OtherOutOfPoverty, "household.category.out_of_poverty"}}};

/// Wide enough for two questions with three answers each, in English too.
constexpr float two_beside_from = 560;

void draw_name(Ui& ui, const AppState& state, const Rect& rect) {
    const std::string& head = inputs_of(state).household.head;
    const auto typed = field(ui, "household.head", rect,
                             {.label = ui.word("household.head"),
                              .value = head,
                              .empty = ui.word("household.head.empty"),
                              .state = head.empty() ? FieldState::Missing : FieldState::Rest});
    if (!typed) return;
    emit_edit(ui, state, "household.head", phrase("edit.head", *typed),
              [&](Inputs& inputs) { inputs.household.head = *typed; });
}

void draw_members(Ui& ui, const AppState& state, Rect rect) {
    ui.text(rect.cut_top(24, 2), ui.word("household.members"), type::label, Role::Soil);
    const auto members = inputs_of(state).household.members;
    Rect row = rect.cut_top(52);
    const auto set = [&](int count) {
        emit_edit(ui, state, "household.members", phrase("edit.members", std::to_string(count)),
                  [count](Inputs& inputs) { inputs.household.members = count; });
    };
    const Rect less = row.cut_left(56, 8);
    if (button(ui, "household.members.less", less, "",
               {.icon = "minus", .enabled = members.value_or(2) > 1})) {
        set(members.value_or(4) - 1);
    }
    const Rect more = row.cut_right(56, 8);
    if (button(ui, "household.members.more", more, "",
               {.icon = "plus", .enabled = members.value_or(1) < 30})) {
        set(members.value_or(2) + 1);
    }
    if (!members) {
        ui.paint().box(row,
                       {ui.colour(Role::CornSoft), ui.colour(Role::Soil), 2, 10, Dash::Dashed});
        ui.text(row.inset(8, 0), ui.word("household.ask"), type::body, Role::Soil, Align::Centre);
        return;
    }
    const std::string count = std::to_string(*members);
    const std::string_view unit = ui.word("unit.people");
    const float width = number_with_unit_width(ui, count, unit, type::title);
    number_with_unit(ui, {row.centre().x - width / 2, row.centre().y}, count, unit, type::title);
}

void draw_category(Ui& ui, const AppState& state, Rect area) {
    ui.text(area.cut_top(24, 4), ui.word("household.category"), type::label, Role::Soil);
    const auto chosen = inputs_of(state).household.category;
    const int columns = area.w > 430 ? 2 : 1;
    Rect row;
    int index = 0;
    for (const CategoryChoice& choice : categories) {
        if (index % columns == 0) row = area.cut_top(52, 8);
        Rect cell = column(row, index % columns, columns, 10);
        ++index;
        const bool on = chosen == choice.category;
        const std::string id(choice.key);
        const bool pressed = card_button(ui, id, cell, on);
        cell = cell.inset(12, 0);
        radio_dot(ui, {cell.cut_left(24, 10).centre().x, cell.centre().y}, on);
        ui.text(cell, ui.word(choice.key), on ? type::body_bold : type::body, Role::Soil);
        if (!pressed || on) continue;
        emit_edit(ui, state, "household.category", phrase("edit.category"),
                  [&](Inputs& inputs) { inputs.household.category = choice.category; });
    }
}

float category_height(float width) {
    const float rows = width > 430 ? 4 : 7;
    return 28 + rows * 60 - 8;
}

/// Yes, no, or not known: the third is an answer too.
void draw_three_valued(Ui& ui, const AppState& state, Rect rect, const std::string& id,
                       std::optional<bool> house::Household::*member) {
    const bool wish = member == &house::Household::removes_coal_stove;
    ui.text(rect.cut_top(24, 2), ui.word(id), type::label, Role::Soil);
    const std::optional<bool> value = inputs_of(state).household.*member;
    const std::vector<std::string> labels{
        std::string(ui.word(wish ? "answer.willing" : "answer.yes")),
        std::string(ui.word(wish ? "answer.unwilling" : "answer.no")),
        std::string(ui.word("answer.unknown"))};
    int selected = 2;
    if (value) selected = *value ? 0 : 1;
    rect.h = 50;
    const auto chosen = segmented(ui, id, rect, labels, selected);
    if (!chosen) return;
    emit_edit(ui, state, id, phrase("edit.answer"), [&](Inputs& inputs) {
        inputs.household.*member = *chosen == 2 ? std::nullopt : std::optional(*chosen == 0);
    });
}

void draw_people_card(Ui& ui, const AppState& state, const Rect& area) {
    card(ui, area);
    Rect rest = area.inset(18, 14);
    const bool two = rest.w > two_beside_from;
    Rect first = rest.cut_top(84);
    if (two) {
        const Rect name = first.cut_left(first.w * 0.52F, 16);
        draw_name(ui, state, name);
        draw_members(ui, state, first);
    } else {
        draw_name(ui, state, first);
        draw_members(ui, state, rest.cut_top(84));
    }
    draw_category(ui, state, rest.cut_top(category_height(rest.w), 12));
    Rect answers = rest.cut_top(78, 10);
    if (two) {
        const Rect left = answers.cut_left(answers.w / 2 - 8, 16);
        draw_three_valued(ui, state, left, "household.had_support",
                          &house::Household::had_housing_support);
        draw_three_valued(ui, state, answers, "household.removes_stove",
                          &house::Household::removes_coal_stove);
    } else {
        draw_three_valued(ui, state, answers, "household.had_support",
                          &house::Household::had_housing_support);
        draw_three_valued(ui, state, rest.cut_top(78, 10), "household.removes_stove",
                          &house::Household::removes_coal_stove);
    }
    draw_person(ui, state, rest);
}

float people_height(float width) {
    const float inner = width - 36;
    const bool two = inner > two_beside_from;
    return 28 + (two ? 84 : 168) + category_height(inner) + 12 + (two ? 88 : 176) +
           person_height(inner);
}

void draw_place_button(Ui& ui, const AppState& state, Rect rect) {
    ui.text(rect.cut_top(24, 2), ui.word("household.county"), type::label, Role::Soil);
    const auto& place = inputs_of(state).place;
    const auto* division = state.reference->find_division(place.division_code);
    const Rect box = rect.cut_top(52, 1);
    const Press press = ui.press("place.division_code", box, {.state = "field"});
    const bool missing = division == nullptr;
    ui.paint().box(box, {ui.colour(missing ? Role::CornSoft : Role::Paper),
                         ui.colour(missing ? Role::Soil : Role::Birch3), 2, 10,
                         missing ? Dash::Dashed : Dash::Solid});
    Rect inside = box.inset(14, 0);
    ui.paint().icon("pin", inside.cut_left(24, 10), ui.colour(Role::Soil));
    ui.paint().icon("down", inside.cut_right(24, 8), ui.colour(Role::Soil));
    std::string text(ui.word("household.county.empty"));
    if (!missing) text = division->prefecture_zh + " " + division->name_zh;
    ui.text(inside, text, missing ? type::body : Type{20, Weight::Bold}, Role::Soil);
    if (press.clicked) ui.emit(ShowDialog{{Dialog::Kind::Place, {}}});
    if (missing) return;
    const auto* station = state.reference->station_for(place);
    if (station == nullptr) return;
    const std::string note = ui.words()(
        "household.station", {name_in(state, *station), formatted(division->station_km, 0)});
    ui.text(rect.cut_top(24), note, type::note, Role::Soil2);
}

void draw_place_text(Ui& ui, const AppState& state, const Rect& rect, const std::string& id,
                     std::string estimate::Place::*member) {
    const auto typed =
        field(ui, id, rect, {.label = ui.word(id), .value = inputs_of(state).place.*member});
    if (!typed) return;
    emit_edit(ui, state, id, phrase("edit.address", *typed),
              [&](Inputs& inputs) { inputs.place.*member = *typed; });
}

void draw_place_card(Ui& ui, const AppState& state, const Rect& area) {
    card(ui, area);
    Rect rest = area.inset(18, 14);
    draw_place_button(ui, state, rest.cut_top(104, 2));
    Rect row = rest.cut_top(80);
    const Rect left = row.cut_left(row.w / 2 - 8, 16);
    draw_place_text(ui, state, left, "place.township", &estimate::Place::township);
    draw_place_text(ui, state, row, "place.village", &estimate::Place::village);
}
constexpr float place_height = 28 + 106 + 80;

}  // namespace

void draw_household(Ui& ui, const AppState& state, const Layout& layout) {
    Rect content = ui.begin_scroll("household.scroll", layout.body);
    content = content.inset(layout.margin, 0);
    content.cut_top(layout.gap);
    float bottom = 0;
    if (layout.side_by_side()) {
        Rect left = content.cut_left(content.w * 0.52F, layout.gap);
        const Rect people = left.cut_top(people_height(left.w));
        draw_people_card(ui, state, people);
        draw_place_card(ui, state, content.cut_top(place_height, layout.gap));
        const Rect fuels =
            content.cut_top(std::max(fuel_height(state, content.w), people.bottom() - content.y));
        draw_fuel_card(ui, state, fuels);
        bottom = std::max(people.bottom(), fuels.bottom());
    } else {
        draw_people_card(ui, state, content.cut_top(people_height(content.w), layout.gap));
        draw_place_card(ui, state, content.cut_top(place_height, layout.gap));
        const Rect fuels = content.cut_top(fuel_height(state, content.w));
        draw_fuel_card(ui, state, fuels);
        bottom = fuels.bottom();
    }
    ui.end_scroll(bottom + layout.gap);

    BottomBar bar(ui, layout);
    if (bar.primary("bar.next", ui.word("bar.next.house"))) ui.emit(Go{ScreenId::House});
    bar.open_points(state);
}

}  // namespace longju::kiosk
