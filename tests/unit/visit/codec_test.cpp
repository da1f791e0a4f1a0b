// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/codec.h"

#include <catch2/catch_test_macros.hpp>

using namespace longju;
using nlohmann::json;

namespace {

/// A house in which every field differs from its default.
house::House unusual_house() {
    house::House h;
    h.design_id = "lj-60a";
    h.survey = house::Survey{.length = Millimetres{9000.5},
                             .width = Millimetres{7000},
                             .bays = 4,
                             .back_rooms = false,
                             .south_windows = 5,
                             .south_window_width = Millimetres{1500},
                             .north_windows = 1,
                             .north_window_width = Millimetres{900},
                             .window_height = Millimetres{1400},
                             .window_id = "w",
                             .door_id = "d",
                             .wall_id = "a",
                             .ceiling_id = "c",
                             .floor_id = "f",
                             .porch = true};
    h.existing = false;
    h.built_year = 1988;
    h.azimuth = Degrees{-12.5};
    h.storeys = 2;
    h.clear_height = Millimetres{2600};
    h.floor_level = Millimetres{450};
    h.plan.axis_to_outer_face = Millimetres{145};
    h.plan.rooms = {{"r1", house::RoomUse::Kitchen, "东屋 𠅤", Millimetres{1}, Millimetres{2},
                     Millimetres{3}, Millimetres{4}, false, true}};
    h.plan.openings = {{"M-1", house::OpeningKind::Door, "r1", house::Side::East, Millimetres{5},
                        Millimetres{6}, Millimetres{7}, Millimetres{0}, "door"}};
    h.roof = {house::RoofForm::Hip, Degrees{31}, Millimetres{400}, "机瓦"};
    h.wall = {"brick_370",
              {{{"eps_white", Millimetres{100}}, house::LayerSide::Outside},
               {{"gypsum_board", Millimetres{9.5}}, house::LayerSide::Inside}}};
    h.ceiling.assembly_id = "ceiling";
    h.floor.assembly_id = "floor";
    h.edge_insulation = house::Layer{"xps", Millimetres{60}};
    h.edge_insulation_depth = Millimetres{1000};
    h.air_change = PerHour{0.7};
    h.porch = true;
    h.sunspace = house::Sunspace{
        "r1", Millimetres{8}, Millimetres{9}, Millimetres{10}, Millimetres{11}, "glazing"};
    h.heater_id = "kang_stove";
    h.habit = {Celsius{17}, Celsius{9}, 5, 20, 0.6};
    h.pv = house::PvArray{9, Watts{585}, Degrees{30}, Degrees{-5}};
    h.solar_water = house::SolarHotWater{SquareMetres{3}, Degrees{55}, CubicMetres{0.2}};
    h.appraisal = house::Appraisal{house::DangerGrade::C, "县住建局", date_from("2026-05-04"),
                                   "JGJ 125-2016"};
    h.only_dwelling = true;
    h.origins = {{"house.clear_height_mm", house::Origin::Measured}};
    return h;
}

}  // namespace

TEST_CASE("A house read from what was written of it is the same house") {
    const house::House house = unusual_house();

    const auto read = visit::house_from(visit::json_of(house));

    REQUIRE(read.has_value());
    CHECK(*read == house);
}

TEST_CASE("A default house survives as well") {
    const auto read = visit::house_from(visit::json_of(house::House{}), unusual_house());

    REQUIRE(read.has_value());
    CHECK(read->roof == house::Roof{});
    CHECK(read->plan == house::Plan{});
}

TEST_CASE("Keys that are missing keep the value of the base") {
    const house::House base = unusual_house();

    const auto read = visit::house_from(json::parse(R"({"habit": {"day_set_point_c": 20}})"), base);

    REQUIRE(read.has_value());
    CHECK(read->habit.day_set_point == Celsius{20});
    CHECK(read->habit.night_set_point == base.habit.night_set_point);
    CHECK(read->plan == base.plan);
}

TEST_CASE("A field that is not what it must be is named by its path") {
    struct Wrong {
        const char* text;
        const char* field;
    };
    const Wrong wrongs[] = {
        {R"([])", "house"},
        {R"({"plan": {"rooms": [{"use": "garage"}]}})", "house.plan.rooms[0].use"},
        {R"({"plan": {"rooms": 3}})", "house.plan.rooms"},
        {R"({"plan": {"rooms": [{"with_mm": 3}]}})", "house.plan.rooms[0].with_mm"},
        {R"({"storeys": 1.5})", "house.storeys"},
        {R"({"storeys": 99999999999})", "house.storeys"},
        {R"({"existing": 1})", "house.existing"},
        {R"({"azimuth_deg": "south"})", "house.azimuth_deg"},
        {R"({"heater_id": 7})", "house.heater_id"},
        {R"({"appraisal": {"on": "2026-02-30"}})", "house.appraisal.on"},
        {R"({"origins": {"house.storeys": "guessed"}})", "house.origins.house.storeys"},
    };
    for (const Wrong& wrong : wrongs) {
        CAPTURE(wrong.text);

        const auto read = visit::house_from(json::parse(wrong.text));

        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().kind == ErrorKind::BadInput);
        CHECK(read.error().field == wrong.field);
    }
}
