// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/check.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <catch2/catch_test_macros.hpp>

#include "house/envelope.h"
#include "sample_house.h"

using namespace longju;
using namespace longju::house;

namespace {

bool names(const std::vector<Problem>& problems, const std::string& field, Severity severity) {
    return std::ranges::any_of(
        problems, [&](const Problem& p) { return p.field == field && p.severity == severity; });
}

}  // namespace

TEST_CASE("a sound house has no problems") {
    CHECK(check(sample::house(), sample::library()).empty());
}

TEST_CASE("every impossible field is named") {
    struct Case {
        const char* what;
        void (*spoil)(House&);
        const char* field;
    };
    const Case cases[] = {
        {"no rooms", [](House& h) { h.plan.rooms.clear(); }, "house.plan.rooms"},
        {"no heated room",
         [](House& h) {
             for (Room& r : h.plan.rooms) r.heated = false;
         },
         "house.plan.rooms"},
        {"repeated room", [](House& h) { h.plan.rooms[1].id = "w"; }, "house.plan.rooms[1].id"},
        {"overlapping rooms", [](House& h) { h.plan.rooms[1].x = Millimetres{4000}; },
         "house.plan.rooms[1]"},
        {"room apart", [](House& h) { h.plan.rooms[1].x = Millimetres{5000}; },
         "house.plan.rooms[1]"},
        {"negative width", [](House& h) { h.plan.rooms[0].width = Millimetres{-1}; },
         "house.plan.rooms[0].width_mm"},
        {"window beyond the wall", [](House& h) { h.plan.openings[0].offset = Millimetres{3000}; },
         "house.plan.openings[0].offset_mm"},
        {"window of no room", [](House& h) { h.plan.openings[0].room_id = "z"; },
         "house.plan.openings[0].room_id"},
        {"window above the ceiling", [](House& h) { h.plan.openings[0].sill = Millimetres{1500}; },
         "house.plan.openings[0].height_mm"},
        {"unknown window", [](House& h) { h.plan.openings[0].type_id = "?"; },
         "house.plan.openings[0].type_id"},
        {"door in the window", [](House& h) { h.plan.openings[2].offset = Millimetres{2000}; },
         "house.plan.openings[2].offset_mm"},
        {"unknown wall", [](House& h) { h.wall.assembly_id = "?"; }, "house.wall.assembly_id"},
        {"ceiling used as wall", [](House& h) { h.wall.assembly_id = "slab"; },
         "house.wall.assembly_id"},
        {"unknown layer",
         [](House& h) {
             h.wall.added = {{{"?", Millimetres{10}}, LayerSide::Outside}};
         },
         "house.wall.added[0].material_id"},
        {"low room", [](House& h) { h.clear_height = Millimetres{1500}; }, "house.clear_height_mm"},
        {"air change zero", [](House& h) { h.air_change = PerHour{0}; }, "house.air_change_per_h"},
        {"not a number",
         [](House& h) { h.air_change = PerHour{std::numeric_limits<double>::quiet_NaN()}; },
         "house.air_change_per_h"},
        {"night before day", [](House& h) { h.habit.day_to_h = 3; }, "house.habit.day_to_h"},
        {"no heater", [](House& h) { h.heater_id.clear(); }, "house.heater_id"},
        {"sunspace wider than its room",
         [](House& h) {
             h.sunspace =
                 Sunspace{.room_id = "w", .width = Millimetres{9000}, .glazing_id = "triple"};
         },
         "house.sunspace.width_mm"},
    };
    for (const Case& c : cases) {
        INFO(c.what);
        House house = sample::house();
        c.spoil(house);

        const auto problems = check(house, sample::library());

        CHECK(names(problems, c.field, Severity::Impossible));
        CHECK_FALSE(computable(problems));
    }
}

TEST_CASE("what is unusual or missing can still be computed") {
    House house = sample::house();
    house.built_year.reset();
    house.appraisal.reset();
    house.clear_height = Millimetres{3400};

    const auto problems = check(house, sample::library());

    CHECK(computable(problems));
    CHECK(names(problems, "house.clear_height_mm", Severity::Unusual));
    CHECK(names(problems, "house.built_year", Severity::Missing));
    CHECK(names(problems, "house.appraisal", Severity::Missing));
}

TEST_CASE("a surveyed house measures what was surveyed") {
    const Survey survey{.window_id = "old_double",
                        .door_id = "timber",
                        .wall_id = "brick370",
                        .ceiling_id = "sawdust150",
                        .floor_id = "slab"};

    House house = house_from_survey(survey, sample::library());
    house.heater_id = "stove";

    CHECK(computable(check(house, sample::library())));
    const Envelope e = envelope(house, sample::library());
    CHECK(std::abs(e.footprint.value - 10.2 * 7.8) < 0.05);
    CHECK(std::abs(e.facade(Side::South).windows.value - 3 * 1.8 * 1.5) < 1e-9);
    CHECK(std::abs(e.facade(Side::North).windows.value - 2 * 1.0 * 1.2) < 1e-9);
}

TEST_CASE("windows that do not fit between the walls are refused by field") {
    const Survey survey{.south_windows = 5,
                        .window_id = "old_double",
                        .door_id = "timber",
                        .wall_id = "brick370",
                        .ceiling_id = "sawdust150",
                        .floor_id = "slab"};

    const auto problems = check(house_from_survey(survey, sample::library()), sample::library());

    CHECK(std::ranges::any_of(problems, [](const Problem& p) {
        return p.severity == Severity::Impossible && p.field.ends_with("offset_mm");
    }));
}
