// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/adjust.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "house/check.h"
#include "sample_house.h"

namespace longju::house {

namespace {

House surveyed(Survey survey = {}) {
    const House like = sample::house();
    survey.wall_id = like.wall.assembly_id;
    survey.ceiling_id = like.ceiling.assembly_id;
    survey.floor_id = like.floor.assembly_id;
    for (const Opening& o : like.plan.openings) {
        (o.kind == OpeningKind::Window ? survey.window_id : survey.door_id) = o.type_id;
    }
    House house = with_survey(like, survey, sample::library());
    house.sunspace.reset();
    return house;
}

/// The first opening of that kind and side in the room `room_id`.
std::size_t opening_in(const House& house, const std::string& room_id, OpeningKind kind) {
    const auto& openings = house.plan.openings;
    const auto found = std::ranges::find_if(openings, [&](const Opening& o) {
        return o.room_id == room_id && o.kind == kind && o.side == Side::South;
    });
    REQUIRE(found != openings.end());
    return static_cast<std::size_t>(found - openings.begin());
}

double offset_mm(const House& house, std::size_t i) { return house.plan.openings[i].offset.value; }
double width_mm(const House& house, std::size_t i) { return house.plan.openings[i].width.value; }

}  // namespace

TEST_CASE("a window moves along its wall in steps of 50 mm, as far as a pier of one brick") {
    const House house = surveyed();
    const std::size_t window = opening_in(house, "f1", OpeningKind::Window);
    const double room_mm = find_room(house.plan, "f1")->width.value;

    const House moved = with_opening_moved(house, window, Jamb::Both, Millimetres{170});
    CHECK(offset_mm(moved, window) == offset_mm(house, window) + 150);
    CHECK(width_mm(moved, window) == width_mm(house, window));

    const House west = with_opening_moved(house, window, Jamb::Both, Millimetres{-9000});
    CHECK(offset_mm(west, window) == 240);
    const House east = with_opening_moved(house, window, Jamb::Both, Millimetres{9000});
    CHECK(offset_mm(east, window) == room_mm - 240 - width_mm(house, window));
}

TEST_CASE("a jamb that moves makes its window wider or narrower and leaves the other jamb") {
    const House house = surveyed();
    const std::size_t window = opening_in(house, "f1", OpeningKind::Window);
    const double right_mm = offset_mm(house, window) + width_mm(house, window);

    const House wide = with_opening_moved(house, window, Jamb::Low, Millimetres{-130});
    CHECK(width_mm(wide, window) == 1950);
    CHECK(offset_mm(wide, window) + width_mm(wide, window) == right_mm);
    const House narrow = with_opening_moved(house, window, Jamb::High, Millimetres{-9000});
    CHECK(width_mm(narrow, window) == narrowest_opening.value);
    CHECK(offset_mm(narrow, window) == offset_mm(house, window));
}

TEST_CASE("a window beside a door stops at the pier between them") {
    Survey survey;
    survey.bays = 3;
    survey.south_windows = 3;
    const House house = surveyed(survey);
    const std::size_t door = opening_in(house, "f2", OpeningKind::Door);
    const std::size_t window = opening_in(house, "f2", OpeningKind::Window);
    const bool door_is_west = offset_mm(house, door) < offset_mm(house, window);
    REQUIRE(door_is_west);

    const House moved = with_opening_moved(house, window, Jamb::Low, Millimetres{-9000});

    const double before_mm = offset_mm(house, window) - offset_mm(house, door) - 900;
    const double pier_mm = offset_mm(moved, window) - offset_mm(moved, door) - 900;
    CHECK(pier_mm == std::min(before_mm, narrowest_pier.value));
}

TEST_CASE("a wall that moves leaves every window where it is and stops before one") {
    const House house = surveyed();
    const auto lines = axis_lines(house.plan);
    REQUIRE(lines.size() == 7);  // Four from south to north, three across.
    const AxisLine between = lines[1];
    const std::size_t door = opening_in(house, "f2", OpeningKind::Door);
    const auto place_mm = [&](const House& h, std::size_t i) {
        return find_room(h.plan, h.plan.openings[i].room_id)->x.value + offset_mm(h, i);
    };

    const House moved = with_axis_moved(house, between, Millimetres{-100});
    CHECK(find_room(moved.plan, "f1")->width.value ==
          find_room(house.plan, "f1")->width.value - 100);
    CHECK(place_mm(moved, door) == place_mm(house, door));

    const House far = with_axis_moved(house, between, Millimetres{-9000});
    double last_mm = 0;
    for (std::size_t i = 0; i < far.plan.openings.size(); ++i) {
        const std::string& room = far.plan.openings[i].room_id;
        if (room != "f1" && room != "b1") continue;
        last_mm = std::max(last_mm, place_mm(far, i) + width_mm(far, i));
    }
    const double wall_mm = find_room(far.plan, "f2")->x.value;
    CHECK(wall_mm >= last_mm + narrowest_pier.value);
    CHECK(wall_mm < last_mm + narrowest_pier.value + hand_step.value);
}

TEST_CASE("what a survey says of lengths and windows follows the hand") {
    const House house = surveyed();
    const auto lines = axis_lines(house.plan);
    const House longer = with_axis_moved(house, lines[3], Millimetres{300});
    CHECK(longer.survey->length == house.survey->length + Millimetres{300});
    CHECK(longer.survey->width == house.survey->width);

    House wider = house;
    for (std::size_t i = 0; i < wider.plan.openings.size(); ++i) {
        const Opening& o = wider.plan.openings[i];
        if (o.kind != OpeningKind::Window || o.side != Side::South) continue;
        wider = with_opening_moved(wider, i, Jamb::High, Millimetres{-200});
    }
    CHECK(wider.survey->south_window_width == Millimetres{1600});
}

TEST_CASE("what was moved by hand stays when the survey is told something else") {
    const House house = surveyed();
    const std::size_t window = opening_in(house, "f1", OpeningKind::Window);
    const House moved = with_opening_moved(house, window, Jamb::High, Millimetres{-300});
    CHECK_FALSE(redrawn_by_hand(house, sample::library()));
    CHECK(redrawn_by_hand(moved, sample::library()));

    Survey porch = *moved.survey;
    porch.porch = true;
    CHECK(with_survey(moved, porch, sample::library()).plan == moved.plan);
    Survey longer = *moved.survey;
    longer.length = Millimetres{12000};
    CHECK(width_mm(with_survey(moved, longer, sample::library()), window) ==
          longer.south_window_width.value);
}

TEST_CASE("a steeper roof takes its modules with it, a flat one stays flat") {
    House house = surveyed();
    house.pv = PvArray{.site = PvSite::Roof, .modules = 4, .panel = {}};
    CHECK(with_pitch(house, Degrees{31.4}).roof.pitch == Degrees{31});
    CHECK(with_pitch(house, Degrees{31.4}).pv->tilt == Degrees{31});
    CHECK(with_pitch(house, Degrees{80}).roof.pitch == Degrees{45});
    house.roof = {.form = RoofForm::Flat, .pitch = Degrees{0}};
    CHECK(with_pitch(house, Degrees{20}) == house);
}

TEST_CASE("whatever is moved by hand, the house can still be computed") {
    std::mt19937 random(7);
    const auto below = [&](std::size_t n) {
        return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
    };
    int moves = 0;
    for (int bays = 2; bays <= 5; ++bays) {
        Survey survey;
        survey.bays = bays;
        survey.length = Millimetres{3400.0 * bays};
        survey.south_windows = bays;
        survey.back_rooms = bays % 2 == 1;
        House house = bays == 2 ? sample::house() : surveyed(survey);
        REQUIRE(computable(check(house, sample::library())));
        for (int i = 0; i < 400; ++i) {
            const Millimetres by{std::uniform_real_distribution<double>(-2500.0, 2500.0)(random)};
            if (i % 2 == 0) {
                const auto jamb = static_cast<Jamb>(below(3));
                house = with_opening_moved(house, below(house.plan.openings.size()), jamb, by);
            } else {
                const auto lines = axis_lines(house.plan);
                house = with_axis_moved(house, lines[below(lines.size())], by);
            }
            const auto problems = check(house, sample::library());
            for (const Problem& problem : problems) {
                CAPTURE(bays, i, problem.field, problem.what_en);
                REQUIRE(problem.severity != Severity::Impossible);
            }
            ++moves;
        }
    }
    WARN(moves << " moves by hand, every house computable");
}

}  // namespace longju::house
