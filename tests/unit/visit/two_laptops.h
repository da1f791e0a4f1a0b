// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <functional>
#include <string>

#include "visit/visit.h"

/// A visit that two laptops have, and what each may do to it.
namespace longju::visit::sample {

inline Date day(unsigned number) {
    return {std::chrono::year(2026), std::chrono::month(11), std::chrono::day(number)};
}

/// What both laptops had.
inline Visit parent() {
    Visit visit;
    visit.id = std::string(32, 'a');
    visit.notes = "东屋返潮";
    visit.step = Step::Survey;
    visit.consent = Consent{day(1), "1"};
    visit.procedure.reached = {{"application", day(1)}, {"appraisal", day(9)}};
    visit.procedure.papers = {{"id_card", true}};
    visit.procedure.photos = {{"before_photo", std::string(64, '1'), "a.jpg", 10, "南墙", false}};
    auto& inputs = visit.inputs;
    inputs.place = {"231222", "榆林镇", "新发村", ""};
    inputs.household.head = "王桂兰";
    inputs.household.phone = "13904550001";
    inputs.household.members = 3;
    inputs.household.category = house::HouseholdCategory::Ordinary;
    inputs.household.bought = {{"raw_coal", 4.0, Money::yuan(4000)}, {"corn_stalk", 3.0, {}}};
    inputs.house.built_year = 1986;
    inputs.house.plan.rooms = {{.id = "r1", .name = "东屋", .width = Millimetres{3000}},
                               {.id = "r2", .name = "西屋", .width = Millimetres{3600}}};
    inputs.house.pv = house::PvArray{.modules = 10};
    inputs.scheme.choices = {{"wall", "eps100"}, {"ceiling", "eps150"}};
    inputs.prices = {
        {"eps100", {Money::yuan(60), Money::yuan(80), Money::yuan(99)}, "2026-11", "甲"}};
    inputs.answers = {{"well", true}};
    return visit;
}

using Edit = std::function<void(Visit&)>;

inline Edit members(int count) {
    return [count](Visit& v) { v.inputs.household.members = count; };
}
inline Edit notes(const char* text) {
    return [text](Visit& v) { v.notes = text; };
}
inline Edit coal(double amount) {
    return [amount](Visit& v) { v.inputs.household.bought[0].amount = amount; };
}
inline Edit no_coal() {
    return [](Visit& v) { v.inputs.household.bought.erase(v.inputs.household.bought.begin()); };
}
inline Edit buys(const char* fuel, double amount) {
    return [=](Visit& v) { v.inputs.household.bought.push_back({fuel, amount, {}}); };
}
inline Edit room(std::size_t index, double width) {
    return [=](Visit& v) { v.inputs.house.plan.rooms[index].width = Millimetres{width}; };
}
inline Edit no_room() {
    return [](Visit& v) { v.inputs.house.plan.rooms.erase(v.inputs.house.plan.rooms.begin()); };
}
inline Edit chooses(const char* measure, const char* option) {
    return [=](Visit& v) {
        auto& choices = v.inputs.scheme.choices;
        const auto found = std::ranges::find(choices, measure, &measure::Choice::measure_id);
        if (found == choices.end()) {
            choices.push_back({measure, option});
        } else {
            found->option_id = option;
        }
    };
}
inline Edit modules(int count) {
    return [count](Visit& v) { v.inputs.house.pv->modules = count; };
}
inline Edit no_pv() {
    return [](Visit& v) { v.inputs.house.pv.reset(); };
}
inline Edit sunspace(double depth) {
    return [depth](Visit& v) {
        v.inputs.house.sunspace = house::Sunspace{.room_id = "r1", .depth = Millimetres{depth}};
    };
}
inline Edit price(int yuan) {
    return [yuan](Visit& v) { v.inputs.prices[0].per_unit.typical = Money::yuan(yuan); };
}
inline Edit other_price(const char* id) {
    return [id](Visit& v) { v.inputs.prices.push_back({id, {}, "2026-11", "乙"}); };
}
inline Edit says(const char* question, bool answer) {
    return [=](Visit& v) { v.inputs.answers[question] = answer; };
}
inline Edit reached(const char* step, unsigned number) {
    return [=](Visit& v) { v.procedure.reached[step] = day(number); };
}
inline Edit not_reached(const char* step) {
    return [=](Visit& v) { v.procedure.reached.erase(step); };
}
inline Edit photo(const char* paper, char byte) {
    return [=](Visit& v) {
        v.procedure.photos.push_back({paper, std::string(64, byte), "b.jpg", 20, "", false});
    };
}
inline Edit caption(const char* text) {
    return [=](Visit& v) { v.procedure.photos[0].caption = text; };
}
inline Edit no_photo() {
    return [](Visit& v) { v.procedure.photos.clear(); };
}
inline Edit step(Step where) {
    return [=](Visit& v) { v.step = where; };
}
inline Edit withdrawn(const char* why) {
    return [=](Visit& v) { v.withdrawn = why; };
}
inline Edit layer(double millimetres) {
    return [=](Visit& v) {
        v.inputs.house.wall.added = {
            {{"eps", Millimetres{millimetres}}, house::LayerSide::Outside}};
    };
}
inline Edit agreed(unsigned number) {
    return [=](Visit& v) { v.consent = Consent{day(number), "2"}; };
}
inline Edit both(Edit a, Edit b) {
    return [=](Visit& v) {
        a(v);
        b(v);
    };
}
inline Edit nothing() {
    return [](Visit&) {};
}

inline Visit changed(const Edit& edit) {
    Visit visit = parent();
    edit(visit);
    return visit;
}

}  // namespace longju::visit::sample
