// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "drawing/elevation.h"

#include <algorithm>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "../house/sample_house.h"
#include "core/text.h"
#include "house/form.h"

namespace longju::drawing {

using Catch::Approx;
namespace hs = house::sample;

namespace {

std::vector<std::string> words_of(const Marks& marks) {
    std::vector<std::string> all;
    for (const Mark& mark : marks) {
        if (const auto* text = std::get_if<Text>(&mark)) all.push_back(text->text);
    }
    return all;
}

/// Windows and doors are drawn with a frame line of 0.18 inside their opening.
long frames(const Marks& marks) {
    return std::ranges::count_if(marks, [](const Mark& mark) {
        const auto* shape = std::get_if<Shape>(&mark);
        return shape != nullptr && shape->pen_mm == 0.18;
    });
}

}  // namespace

TEST_CASE("an elevation is as wide as the side with its roof, at the scale") {
    const house::House house = hs::house();
    const auto library = hs::library();
    const double outer_mm = 9500.0 + 2 * house.roof.overhang.value;

    CHECK(elevation_size(house, library, house::Side::South, 100).width_mm ==
          Approx(11.0 + outer_mm / 100.0));
    CHECK(elevation_size(house, library, house::Side::North, 50).width_mm ==
          Approx(11.0 + outer_mm / 50.0));
}

TEST_CASE("each side shows its own openings, on every storey the windows") {
    house::House house = hs::house();
    const auto library = hs::library();
    const auto shown = [&](house::Side side) {
        return frames(elevation(house, library, side, 100, {}));
    };
    long outdoors = 0;
    for (const house::Opening& o : house.plan.openings) {
        if (house::leads_outdoors(house.plan, o)) ++outdoors;
    }
    const auto all = [&] {
        return shown(house::Side::South) + shown(house::Side::North) + shown(house::Side::East) +
               shown(house::Side::West);
    };

    CHECK(all() == outdoors);
    house.storeys = 2;
    CHECK(all() > outdoors);
}

TEST_CASE("the heights of the chain add up to the ridge, sill and head of the window among them") {
    const house::House house = hs::house();
    const auto library = hs::library();
    const auto figures = words_of(elevation(house, library, house::Side::South, 100, {}));

    // Ridge to eaves, eaves to head, the window, its sill, the plinth.
    REQUIRE(figures.size() == 5);
    CHECK(figures[2] == "1500");
    CHECK(figures[3] == "900");
    CHECK(figures[4] == "300");
    double sum_mm = 0.0;
    for (const std::string& figure : figures) sum_mm += number_from(figure).value_or(-1e9);
    CHECK(sum_mm == Approx(house::form_of(house, library).ridge.value).margin(1.0));
}

TEST_CASE("a sunspace widens the gable sides by its depth") {
    house::House house = hs::house();
    const auto library = hs::library();
    const double plain = elevation_size(house, library, house::Side::East, 100).width_mm;
    house.sunspace = house::Sunspace{.room_id = house.plan.rooms.front().id};

    const double with = elevation_size(house, library, house::Side::East, 100).width_mm;
    CHECK(with == Approx(plain + (1500.0 - house.roof.overhang.value) / 100.0));
}

}  // namespace longju::drawing
