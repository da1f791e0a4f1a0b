// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "visit/visit.h"

/// Random but repeatable visits, with every optional part sometimes there and sometimes not. They
/// need not make sense as houses: saving must not depend on that.
namespace longju::visit::sample {

class RandomVisits {
public:
    explicit RandomVisits(unsigned seed) : engine_(seed) {}

    Visit visit();
    estimate::EstimateInputs inputs();
    house::House house();

private:
    bool chance() { return whole(0, 1) == 1; }
    int whole(int low, int high) {
        return low + static_cast<int>(engine_() % static_cast<unsigned>(high - low + 1));
    }
    /// Whole, one decimal or with all digits that a double has.
    double real(double low, double high) {
        const double value = low + (high - low) * (static_cast<double>(engine_()) / 4294967295.0);
        const int kind = whole(0, 2);
        if (kind == 0) return std::clamp(std::round(value), low, high);
        return kind == 1 ? std::clamp(std::round(value * 10) / 10, low, high) : value;
    }
    template <class T>
    T quantity(double low, double high) {
        return T{real(low, high)};
    }
    template <class E>
    E word(int count) {
        return static_cast<E>(whole(0, count - 1));
    }
    template <class T>
    std::optional<T> maybe(T value) {
        return chance() ? std::optional<T>(value) : std::nullopt;
    }
    Date date() {
        return {std::chrono::year(whole(1990, 2030)),
                std::chrono::month(static_cast<unsigned>(whole(1, 12))),
                std::chrono::day(static_cast<unsigned>(whole(1, 28)))};
    }
    std::string text() {
        static constexpr std::array<const char*, 9> texts{"",
                                                          "王桂兰",
                                                          "𠅤𬱖",
                                                          "a \"quote\" and \\",
                                                          "two\nlines\tand a tab",
                                                          "#not = a comment",
                                                          "\x01\x1f\x7f",
                                                          "东屋",
                                                          "it's [a] {table}"};
        return texts.at(static_cast<std::size_t>(whole(0, 8)));
    }
    std::string id(const char* prefix) { return prefix + std::to_string(whole(1, 2)); }
    house::Layer layer() { return {id("material"), quantity<Millimetres>(1, 400)}; }
    house::Construction construction();
    house::Plan plan();
    house::Survey survey();
    house::Household household();

    std::mt19937 engine_;
};

inline house::Construction RandomVisits::construction() {
    house::Construction made{id("assembly"), {}};
    for (int i = whole(0, 2); i > 0; --i) {
        made.added.push_back({layer(), word<house::LayerSide>(2)});
    }
    return made;
}

inline house::Plan RandomVisits::plan() {
    house::Plan plan;
    for (int i = whole(0, 4); i > 0; --i) {
        plan.rooms.push_back({.id = "r" + std::to_string(i),
                              .use = word<house::RoomUse>(8),
                              .name = text(),
                              .x = quantity<Millimetres>(-9000, 9000),
                              .y = quantity<Millimetres>(-9000, 9000),
                              .width = quantity<Millimetres>(0, 9000),
                              .depth = quantity<Millimetres>(0, 9000),
                              .heated = chance(),
                              .has_kang = chance()});
        plan.openings.push_back({.id = "C-1",
                                 .kind = word<house::OpeningKind>(2),
                                 .room_id = "r1",
                                 .side = word<house::Side>(4),
                                 .offset = quantity<Millimetres>(0, 3000),
                                 .width = quantity<Millimetres>(0, 3000),
                                 .height = quantity<Millimetres>(0, 3000),
                                 .sill = quantity<Millimetres>(0, 1500),
                                 .type_id = id("window")});
    }
    plan.axis_to_outer_face = quantity<Millimetres>(0, 500);
    return plan;
}

inline house::Survey RandomVisits::survey() {
    return {.length = quantity<Millimetres>(5000, 20000),
            .width = quantity<Millimetres>(5000, 20000),
            .bays = whole(2, 5),
            .back_rooms = chance(),
            .south_windows = whole(0, 6),
            .south_window_width = quantity<Millimetres>(500, 3000),
            .north_windows = whole(0, 6),
            .north_window_width = quantity<Millimetres>(500, 3000),
            .window_height = quantity<Millimetres>(500, 2000),
            .window_id = id("window"),
            .door_id = id("door"),
            .wall_id = id("assembly"),
            .ceiling_id = id("assembly"),
            .floor_id = id("assembly"),
            .porch = chance()};
}

inline house::House RandomVisits::house() {
    house::House house;
    house.design_id = chance() ? "" : id("design");
    house.survey = maybe(survey());
    house.existing = chance();
    house.built_year = maybe(whole(1950, 2026));
    house.azimuth = quantity<Degrees>(-90, 90);
    house.storeys = whole(1, 3);
    house.clear_height = quantity<Millimetres>(2000, 4000);
    house.floor_level = quantity<Millimetres>(0, 900);
    house.plan = plan();
    house.roof = {word<house::RoofForm>(4), quantity<Degrees>(0, 60), quantity<Millimetres>(0, 900),
                  text()};
    house.wall = construction();
    house.ceiling = construction();
    house.floor = construction();
    house.edge_insulation = maybe(layer());
    house.edge_insulation_depth = quantity<Millimetres>(0, 1500);
    house.air_change = quantity<PerHour>(0, 5);
    house.porch = chance();
    house.sunspace = maybe(house::Sunspace{.room_id = "r1",
                                           .offset = quantity<Millimetres>(0, 900),
                                           .width = quantity<Millimetres>(0, 5000),
                                           .depth = quantity<Millimetres>(0, 1500),
                                           .height = quantity<Millimetres>(2000, 3000),
                                           .glazing_id = id("window")});
    house.heater_id = id("heater");
    house.habit = {quantity<Celsius>(5, 25), quantity<Celsius>(0, 20), whole(0, 11), whole(12, 24),
                   real(0, 1)};
    house.pv = maybe(house::PvArray{word<house::PvSite>(3),
                                    whole(0, 20),
                                    {quantity<Watts>(300, 700), quantity<Millimetres>(1000, 2500),
                                     quantity<Millimetres>(900, 1400)},
                                    quantity<Degrees>(0, 60),
                                    quantity<Degrees>(-90, 90)});
    house.solar_water = maybe(house::SolarHotWater{
        quantity<SquareMetres>(1, 6), quantity<Degrees>(0, 90), quantity<CubicMetres>(0, 1)});
    house.appraisal =
        maybe(house::Appraisal{word<house::DangerGrade>(4), text(), maybe(date()), text()});
    house.only_dwelling = maybe(chance());
    if (chance()) house.origins["house.clear_height_mm"] = word<house::Origin>(5);
    if (chance()) house.origins["house.plan.rooms[2].width_mm"] = word<house::Origin>(5);
    return house;
}

inline house::Household RandomVisits::household() {
    house::Household household{.head = text(),
                               .phone = text(),
                               .members = maybe(whole(1, 30)),
                               .category = maybe(word<house::HouseholdCategory>(7)),
                               .had_housing_support = maybe(chance()),
                               .removes_coal_stove = maybe(chance()),
                               .bought = {}};
    for (int i = whole(0, 3); i > 0; --i) {
        household.bought.push_back(
            {id("fuel"), real(0, 9000), maybe(Money::fen(whole(0, 1000000)))});
    }
    return household;
}

inline estimate::EstimateInputs RandomVisits::inputs() {
    estimate::EstimateInputs inputs;
    inputs.date = date();
    inputs.place = {chance() ? "" : "231222", text(), text(), chance() ? "" : "509530"};
    inputs.village = {maybe(chance()), maybe(chance())};
    inputs.household = household();
    inputs.house = house();
    inputs.scheme.name = text();
    if (chance()) inputs.scheme.choices.push_back({"measure1", id("option")});
    if (chance()) inputs.scheme.choices.push_back({"measure2", id("option")});
    if (chance()) {
        inputs.prices.push_back({id("fuel"),
                                 {Money::fen(whole(0, 99)), Money::fen(whole(100, 999)),
                                  Money::fen(whole(1000, 99999))},
                                 "2026-11",
                                 text()});
    }
    inputs.user_electricity_price = maybe(Money::fen(whole(0, 100)));
    if (chance()) {
        inputs.valley =
            estimate::ValleyPrice{Money::fen(whole(0, 100)), static_cast<int>(whole(0, 11)),
                                  static_cast<int>(whole(12, 24))};
    }
    return inputs;
}

inline Visit RandomVisits::visit() {
    std::string id;
    for (int i = 0; i < 32; ++i) id += "0123456789abcdef"[whole(0, 15)];
    Procedure procedure;
    if (chance()) procedure.reached["appraisal"] = date();
    if (chance()) procedure.papers["id_card"] = chance();
    if (chance()) procedure.filed["agreement"] = chance();
    if (chance())
        procedure.photos.push_back(
            {"after_photo", std::string(64, chance() ? 'a' : 'b'), text(), 1234});
    procedure.posting.village = whole(0, 30);
    Visit visit{.id = id,
                .inputs = inputs(),
                .step = word<Step>(7),
                .sample = chance(),
                .procedure = procedure};
    if (chance()) {
        visit.alternatives.letter = "B";
        visit.alternatives.others["A"] = inputs().scheme;
    }
    return visit;
}

}  // namespace longju::visit::sample
