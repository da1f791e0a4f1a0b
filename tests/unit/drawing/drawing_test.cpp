// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "drawing/dimension.h"

#include <algorithm>
#include <cmath>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "../house/sample_house.h"
#include "core/text.h"
#include "drawing/detail.h"
#include "drawing/picture.h"
#include "drawing/plan.h"
#include "drawing/roof_plan.h"
#include "drawing/section.h"
#include "house/form.h"

using Catch::Approx;

namespace longju::drawing {

namespace hs = house::sample;

namespace {

std::vector<const Text*> texts(const Marks& marks) {
    std::vector<const Text*> found;
    for (const Mark& mark : marks) {
        if (const auto* text = std::get_if<Text>(&mark)) found.push_back(text);
    }
    return found;
}

bool says(const Marks& marks, const std::string& words) {
    return std::ranges::any_of(texts(marks), [&](const Text* t) { return t->text == words; });
}

struct Bounds {
    double left = 1e9, top = 1e9, right = -1e9, bottom = -1e9;
};

Bounds bounds(const Marks& marks) {
    Bounds b;
    const auto take = [&](const PaperPoint& p) {
        b.left = std::min(b.left, p.x_mm), b.right = std::max(b.right, p.x_mm);
        b.top = std::min(b.top, p.y_mm), b.bottom = std::max(b.bottom, p.y_mm);
    };
    for (const Mark& mark : marks) {
        if (const auto* line = std::get_if<Line>(&mark)) take(line->from), take(line->to);
        if (const auto* shape = std::get_if<Shape>(&mark)) {
            for (const PaperPoint& p : shape->points) take(p);
        }
    }
    return b;
}

}  // namespace

TEST_CASE("a chain's figures add up and none is left out, however short its piece") {
    const Marks marks = chain({.across_mm = 50.0,
                               .at_mm = {0.0, 1.0, 20.0, 21.0, 22.0, 40.0, 42.0},
                               .real_mm = {0, 100, 2000, 2100, 2200, 4000, 4200},
                               .thing_mm = 40.0});
    double sum = 0.0;
    for (const Text* text : texts(marks)) sum += number_from(text->text).value_or(-1e9);
    CHECK(texts(marks).size() == 6);
    CHECK(sum == 4200.0);
    // The first and the last stand outside, neighbours in the middle on both sides of the line.
    CHECK(texts(marks)[0]->at.x_mm < 0.0);
    CHECK(texts(marks)[5]->at.x_mm > 42.0);
    CHECK(texts(marks)[2]->at.y_mm > 50.0);
    CHECK(texts(marks)[3]->at.y_mm < 50.0);
}

TEST_CASE("levels carry three decimals and their sign") {
    CHECK(says(level_mark({}, 0.0), "±0.000"));
    CHECK(says(level_mark({}, -300.0), "−0.300"));
    CHECK(says(level_mark({}, 2700.0), "2.700"));
}

TEST_CASE("axes are numbered without the letters that are taken for figures") {
    CHECK(axis_number(0) == "1");
    CHECK(axis_letter(7) == "H");
    CHECK(axis_letter(8) == "J");
    CHECK(axis_letter(13) == "P");
}

TEST_CASE("a working plan says its outer size on two sides and names its openings") {
    const house::House house = hs::house();
    const auto library = hs::library();
    const PlanStyle style{.scale = 100, .working = true};
    const Marks marks = plan(house, library, style, {});
    const house::Form form = house::form_of(house, library);

    CHECK(says(marks, std::to_string(static_cast<int>(form.length.value))));
    CHECK(says(marks, std::to_string(static_cast<int>(form.depth.value))));
    for (const house::Opening& o : house.plan.openings) {
        if (house::leads_outdoors(house.plan, o)) CHECK(says(marks, o.id));
    }
    const auto size = plan_size(house, style);
    const Bounds b = bounds(marks);
    CHECK(b.left >= -0.01);
    CHECK(b.top >= -0.01);
    CHECK(b.right <= size.width_mm + 0.01);
    CHECK(b.bottom <= size.height_mm + 0.01);
}

TEST_CASE("the section is cut where it meets a window, and stands on levels from the floor") {
    const house::House house = hs::house();
    const auto library = hs::library();
    const double x = section_place(house).value;
    const bool meets = std::ranges::any_of(house.plan.openings, [&](const house::Opening& o) {
        const house::Room* room = house::find_room(house.plan, o.room_id);
        const double from = (room->x + o.offset).value;
        return o.side == house::Side::South && x > from && x < from + o.width.value;
    });
    CHECK(meets);
    const Marks marks = section(house, library, 50, {});
    CHECK(says(marks, "±0.000"));
    CHECK(says(marks, "−0.300"));
    CHECK(says(marks, "2.700"));
}

TEST_CASE("the wall's detail names every layer with its thickness") {
    house::House house = hs::house();
    house.wall.added.push_back(
        {.layer = {"eps", Millimetres{100}}, .side = house::LayerSide::Outside});
    const Marks marks = wall_detail(house, hs::library(), {});
    CHECK(says(marks, "② 100 聚苯板（新加）"));
    const auto words = texts(marks);
    CHECK(std::ranges::any_of(words, [](const Text* t) { return t->text.starts_with("① 370"); }));
}

TEST_CASE("roof plan and elevation show as many modules as the house has") {
    house::House house = hs::house();
    house.pv = house::PvArray{.modules = 4};
    REQUIRE(house::pv_places(house).size() == 4);
    const auto outlines = [&](const Marks& marks) {
        return std::ranges::count_if(marks, [&](const Mark& mark) {
            const auto* shape = std::get_if<Shape>(&mark);
            if (shape == nullptr || shape->points.size() != 4) return false;
            const double wide = std::abs(shape->points[1].x_mm - shape->points[0].x_mm);
            return std::abs(wide - house.pv->panel.width.value / 100.0) < 0.01;
        });
    };
    CHECK(outlines(roof_plan(house, hs::library(), 100, {})) == 4);
}

TEST_CASE("a hip roof takes fewer modules than a gable, and none beyond its hips") {
    house::House house = hs::house();
    house.pv = house::PvArray{.modules = 100};
    const int gable = house::pv_modules_that_fit(house, house.pv->panel);
    house.roof.form = house::RoofForm::Hip;
    CHECK(house::pv_modules_that_fit(house, house.pv->panel) < gable);
    const house::Form form = house::form_of(house, hs::library());
    const double half_mm = form.depth.value / 2.0 + house.roof.overhang.value;
    const double long_mm = form.length.value + 2.0 * house.roof.overhang.value;
    for (const house::PvPlace& place : house::pv_places(house)) {
        const double flat = std::cos(house.roof.pitch.value * 3.14159265358979 / 180.0);
        const double in_mm = half_mm - place.from_ridge.value * flat;  // From the end, at its top.
        CHECK(place.from_west.value >= in_mm);
        CHECK(place.from_west.value + house.pv->panel.width.value <= long_mm - in_mm);
    }
}

TEST_CASE("the picture fills its frame and hides what looks away") {
    const house::House house = hs::house();
    const Mesh mesh = house_mesh(house, hs::library());
    const Marks marks = picture(mesh, {}, {10.0, 20.0}, 60.0, 40.0);
    const Bounds b = bounds(marks);
    CHECK(b.left >= 9.9);
    CHECK(b.right <= 70.1);
    CHECK(b.top >= 19.9);
    CHECK(b.bottom == Approx(60.0).margin(0.1));
    const bool fills = b.right - b.left > 59.0 || b.bottom - b.top > 39.0;
    CHECK(fills);
}

}  // namespace longju::drawing
