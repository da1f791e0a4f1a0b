// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/reshape.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch_test_macros.hpp>

#include "house/check.h"
#include "house/coursing.h"
#include "house/envelope.h"
#include "sample_house.h"

namespace longju::house {

namespace {

/// Two rooms south, two behind, each with its door and windows: a drawing that keeps every rule.
House four_rooms() {
    House house = sample::house();
    house.existing = false;
    house.wall.assembly_id = "module250";
    house.sunspace.reset();
    house.plan.axis_to_outer_face = Millimetres{125};
    const auto room = [](const char* id, RoomUse use, double x, double y, double w, double d) {
        return Room{.id = id,
                    .use = use,
                    .name = id,
                    .x = Millimetres{x},
                    .y = Millimetres{y},
                    .width = Millimetres{w},
                    .depth = Millimetres{d}};
    };
    house.plan.rooms = {room("西屋", RoomUse::Bedroom, 0, 0, 3600, 4200),
                        room("堂屋", RoomUse::Living, 3600, 0, 3900, 4200),
                        room("厨房", RoomUse::Kitchen, 0, 4200, 3600, 2700),
                        room("过道", RoomUse::Hall, 3600, 4200, 3900, 2700)};
    const std::string window = house.plan.openings.front().type_id;
    const auto opening = [&](OpeningKind kind, const char* in, Side side, double at, double w) {
        const bool is_window = kind == OpeningKind::Window;
        return Opening{.id = is_window ? "C-1" : "M-1",
                       .kind = kind,
                       .room_id = in,
                       .side = side,
                       .offset = Millimetres{at},
                       .width = Millimetres{w},
                       .height = Millimetres{is_window ? 1500.0 : 2100.0},
                       .sill = Millimetres{is_window ? 900.0 : 0.0},
                       .type_id = is_window ? window : sample::library().doors.front().id};
    };
    house.plan.openings = {opening(OpeningKind::Window, "西屋", Side::South, 900, 1800),
                           opening(OpeningKind::Window, "堂屋", Side::South, 1050, 1800),
                           opening(OpeningKind::Window, "厨房", Side::North, 1350, 900),
                           opening(OpeningKind::Door, "过道", Side::North, 1500, 900),
                           opening(OpeningKind::Door, "堂屋", Side::North, 1500, 900),
                           opening(OpeningKind::Door, "西屋", Side::East, 2850, 900),
                           opening(OpeningKind::Door, "厨房", Side::East, 900, 900)};
    return house;
}

bool sound(const House& house) {
    return computable(check(house, sample::library())) && check_drawing(house).empty();
}

double window_m2(const House& house) {
    return envelope(house, sample::library()).window_area().value;
}

}  // namespace

TEST_CASE("a mirrored house is the same house, and mirrored twice it is itself") {
    const House house = four_rooms();
    REQUIRE(sound(house));
    const House other = mirrored(house);

    CHECK(sound(other));
    CHECK(window_m2(other) == window_m2(house));
    CHECK(find_room(other.plan, "西屋")->x.value == 3900);
    CHECK(find_room(other.plan, "西屋")->name == "东屋");
    CHECK(mirrored(other) == house);
}

TEST_CASE(
    "stretched to any size a plan stays closed, on the grid, with every opening in its wall") {
    const House house = four_rooms();
    for (double width = 6000; width <= 12000; width += 450) {
        for (double depth = 5400; depth <= 9000; depth += 450) {
            const House other = stretched(house, Millimetres{width}, Millimetres{depth});
            INFO(width << " by " << depth);
            CHECK(sound(other));
            CHECK(extent(other.plan).width().value == width);
            CHECK(extent(other.plan).depth().value == depth);
            for (const Room& room : other.plan.rooms) {
                CHECK(std::fmod(room.x.value, 150.0) == 0.0);
                CHECK(std::fmod(room.depth.value, 150.0) == 0.0);
            }
        }
    }
    CHECK(stretched(house, extent(house.plan).width(), extent(house.plan).depth()) == house);
}

TEST_CASE("a bay more is a lit room with a way out") {
    const House house = four_rooms();
    const House longer = with_bay(house, Millimetres{3300});

    CHECK(sound(longer));
    CHECK(longer.plan.rooms.size() == 5);
    CHECK(extent(longer.plan).width().value == extent(house.plan).width().value + 3300);
    CHECK(window_m2(longer) > window_m2(house));
    // The room behind grew, so that the plan is a rectangle still.
    CHECK(outer_walls(longer.plan).size() == 4);
}

TEST_CASE("windows made larger stay within their walls") {
    const House house = four_rooms();
    for (const double factor : {0.2, 0.5, 1.0, 1.5, 4.0}) {
        const House other = with_windows(house, Side::South, factor);
        INFO(factor);
        CHECK(sound(other));
        if (factor > 1.0) CHECK(window_m2(other) > window_m2(house));
        if (factor < 1.0) CHECK(window_m2(other) < window_m2(house));
    }
}

TEST_CASE("a drawing with a fault says which room or opening it is") {
    const auto fault = [](auto spoil) {
        House house = four_rooms();
        spoil(house);
        const auto problems = check_drawing(house);
        return problems.empty() ? std::string("sound") : problems.front().what_en;
    };
    CHECK(fault([](House& h) { h.plan.openings.erase(h.plan.openings.begin()); }) ==
          "room 西屋 has no window to outdoors");
    CHECK(fault([](House& h) { h.plan.openings.pop_back(); }) == "room 厨房 has no door");
    CHECK(fault([](House& h) { h.plan.openings.erase(h.plan.openings.begin() + 3); }) ==
          "no way leads from outdoors into room 西屋");
    CHECK(fault([](House& h) { h.plan.openings[4].offset = Millimetres{-600}; }).find("across") !=
          std::string::npos);
    // The kitchen lies behind 西屋, not behind 堂屋.
    CHECK(fault([](House& h) {
              for (Room& room : h.plan.rooms) room.has_kang = room.name == "堂屋";
          }).find("the kang of room") != std::string::npos);
    CHECK(fault([](House& h) {
              Opening other = h.plan.openings.back();
              other.offset += Millimetres{500};
              h.plan.openings.push_back(other);
          }).find("meet when they open") != std::string::npos);
    // A ring of four rooms around nothing.
    CHECK(fault([](House& h) {
              h.plan.rooms = {{.id = "a",
                               .x = Millimetres{0},
                               .y = Millimetres{0},
                               .width = Millimetres{9000},
                               .depth = Millimetres{3000}},
                              {.id = "b",
                               .x = Millimetres{0},
                               .y = Millimetres{3000},
                               .width = Millimetres{3000},
                               .depth = Millimetres{3000}},
                              {.id = "c",
                               .x = Millimetres{6000},
                               .y = Millimetres{3000},
                               .width = Millimetres{3000},
                               .depth = Millimetres{3000}},
                              {.id = "d",
                               .x = Millimetres{0},
                               .y = Millimetres{6000},
                               .width = Millimetres{9000},
                               .depth = Millimetres{3000}}};
              h.plan.openings.clear();
          }) == "the rooms leave a gap between them");
}

}  // namespace longju::house
