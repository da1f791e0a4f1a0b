// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/coursing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "house/form.h"
#include "sample_house.h"

using Catch::Approx;
using longju::Millimetres;
namespace lh = longju::house;

namespace {

lh::Library library() {
    lh::Library library = lh::sample::library();
    for (const auto kind :
         {lh::ModuleKind::Straight, lh::ModuleKind::Lintel, lh::ModuleKind::Top}) {
        for (const double mm : {300.0, 450.0, 600.0, 900.0}) {
            library.modules.push_back({.id = std::to_string(static_cast<int>(kind)) +
                                             std::to_string(static_cast<int>(mm)),
                                       .kind = kind,
                                       .length = Millimetres{mm}});
        }
    }
    for (const double mm : {300.0, 450.0, 600.0}) {
        library.modules.push_back({.id = "jamb" + std::to_string(static_cast<int>(mm)),
                                   .kind = lh::ModuleKind::Jamb,
                                   .length = Millimetres{mm}});
    }
    library.modules.push_back(
        {.id = "tee", .kind = lh::ModuleKind::Tee, .length = Millimetres{600}});
    library.modules.push_back({.id = "corner",
                               .kind = lh::ModuleKind::Corner,
                               .length = Millimetres{600},
                               .leg = Millimetres{300}});
    return library;
}

lh::Room room(const char* id, double x, double y, double width, double depth) {
    return {.id = id,
            .name = id,
            .x = Millimetres{x},
            .y = Millimetres{y},
            .width = Millimetres{width},
            .depth = Millimetres{depth}};
}

/// One room of module walls.
lh::House box(double width_mm, double depth_mm) {
    lh::House house = lh::sample::house();
    house.wall.assembly_id = "module250";
    house.plan = {};
    house.plan.axis_to_outer_face = Millimetres{125};
    house.plan.rooms = {room("a", 0, 0, width_mm, depth_mm)};
    return house;
}

lh::Opening window(double offset_mm, double width_mm, lh::Side side = lh::Side::South) {
    return {.id = "C-1",
            .kind = lh::OpeningKind::Window,
            .room_id = "a",
            .side = side,
            .offset = Millimetres{offset_mm},
            .width = Millimetres{width_mm},
            .height = Millimetres{1500},
            .sill = Millimetres{900}};
}

/// Random houses: boxes and L-shapes, openings anywhere, on the grid or off it.
std::vector<lh::House> many_houses() {
    std::mt19937 random(20261126);
    const auto pick = [&](int low, int high) {
        return std::uniform_int_distribution<int>(low, high)(random);
    };
    std::vector<lh::House> houses;
    for (int i = 0; i < 60; ++i) {
        const double step_mm = i % 3 == 0 ? 37.0 : 150.0;
        lh::House house = box(step_mm * std::round(pick(4000, 12000) / step_mm),
                              step_mm * std::round(pick(3600, 9000) / step_mm));
        const lh::Room first = house.plan.rooms.front();
        if (i % 4 == 1) {
            house.plan.rooms.push_back(room("b", first.width.value, 0, 3000, 2400));
        }
        if (i % 4 == 2) {
            house.plan.rooms.push_back(room("b", 0, first.depth.value, first.width.value, 2400));
        }
        house.storeys = 1 + i % 2;
        double at_mm = 750.0;
        while (true) {
            const double width_mm = step_mm * pick(5, 12);
            if (at_mm + width_mm > first.width.value - 750.0) break;
            house.plan.openings.push_back(window(at_mm, width_mm));
            at_mm += width_mm + step_mm * pick(4, 10);
        }
        house.plan.openings.push_back(window(900, 900, lh::Side::West));
        houses.push_back(house);
    }
    return houses;
}

bool same(Millimetres a, Millimetres b) { return std::abs((a - b).value) < 0.5; }

/// Whether an opening fills the height of `course` from `from` to `to` of the wall.
bool is_hole(const lh::House& house, const lh::Form& form, const lh::OuterWall& wall, int course,
             Millimetres from, Millimetres to) {
    const double low_mm = course * 300.0;
    return std::ranges::any_of(house.plan.openings, [&](const lh::Opening& o) {
        const auto reach = lh::reach_in(wall, house.plan, o);
        if (!reach || reach->from.value > from.value + 0.5 || reach->to.value < to.value - 0.5) {
            return false;
        }
        for (int storey = 0; storey < house.storeys; ++storey) {
            const double sill_mm = storey * form.storey.value + o.sill.value;
            if (sill_mm <= low_mm && sill_mm + o.height.value >= low_mm + 300.0) return true;
        }
        return false;
    });
}

}  // namespace

TEST_CASE("a walk around an L-shaped plan meets its six walls and one inner corner") {
    lh::House house = box(6000, 4500);
    house.plan.rooms.push_back(room("b", 6000, 0, 3000, 2400));
    const auto walls = lh::outer_walls(house.plan);
    REQUIRE(walls.size() == 6);
    CHECK(walls.front().side == lh::Side::South);
    CHECK(walls.front().length().value == 9000);
    CHECK(std::ranges::count(walls, false, &lh::OuterWall::convex_end) == 1);
}

TEST_CASE("an opening is found in its wall from left to right as seen from outside") {
    lh::House house = box(6000, 4500);
    house.plan.openings = {window(900, 1500, lh::Side::North)};
    for (const lh::OuterWall& wall : lh::outer_walls(house.plan)) {
        const auto reach = lh::reach_in(wall, house.plan, house.plan.openings.front());
        REQUIRE(reach.has_value() == (wall.side == lh::Side::North));
        if (reach) CHECK(reach->from.value == 6000 - 900 - 1500);
    }
}

TEST_CASE("walls of other kinds have no courses") {
    CHECK(lh::coursing(lh::sample::house(), library()).walls.empty());
    CHECK(lh::coursing(box(6000, 4500), lh::sample::library()).walls.empty());
}

TEST_CASE("every course is closed by modules and openings, without gap or overlap") {
    const lh::Library modules = library();
    for (const lh::House& house : many_houses()) {
        const lh::Form form = lh::form_of(house, modules);
        const lh::Coursing coursing = lh::coursing(house, modules);
        REQUIRE(!coursing.walls.empty());
        for (const lh::CoursedWall& wall : coursing.walls) {
            Millimetres at;
            int course = 0;
            for (const lh::ModulePiece& piece : wall.pieces) {
                if (piece.course != course) {
                    CHECK(same(at, wall.wall.length()));
                    at = Millimetres{0};
                    ++course;
                }
                REQUIRE(piece.course == course);
                REQUIRE(piece.length.value > 0.5);
                const bool closed =
                    same(at, piece.from) || is_hole(house, form, wall.wall, course, at, piece.from);
                REQUIRE(closed);
                REQUIRE(piece.from.value > at.value - 0.5);
                at = piece.to();
            }
            CHECK(same(at, wall.wall.length()));
            CHECK(course == coursing.courses - 1);
        }
    }
}

TEST_CASE("the wall laid is the wall less its openings, and the core is its concrete") {
    const lh::Library modules = library();
    for (const lh::House& house : many_houses()) {
        const lh::Coursing coursing = lh::coursing(house, modules);
        const lh::Form form = lh::form_of(house, modules);
        double expected_m2 = 0.0;
        const double top_mm = coursing.height().value;
        for (const lh::CoursedWall& wall : coursing.walls) {
            expected_m2 += wall.wall.length().value * top_mm / 1e6;
        }
        for (const lh::Opening& o : house.plan.openings) {
            if (!lh::leads_outdoors(house.plan, o)) continue;
            for (int storey = 0; storey < house.storeys; ++storey) {
                const double low_mm = storey * form.storey.value + o.sill.value;
                const double high_mm = std::min(low_mm + o.height.value, top_mm);
                expected_m2 -= o.width.value * (high_mm - low_mm) / 1e6;
            }
        }
        const lh::ModuleBill bill = lh::module_bill(coursing, house, modules);
        CHECK(bill.wall.value == Approx(expected_m2));
        CHECK(bill.concrete.value == Approx(expected_m2 * 0.13));
        CHECK(bill.bought.value >= bill.wall.value - 1e-6);
        CHECK(bill.waste() < 0.35);
    }
}

TEST_CASE("at every corner the long leg changes walls from course to course") {
    const lh::Library modules = library();
    for (const lh::House& house : many_houses()) {
        const lh::Coursing coursing = lh::coursing(house, modules);
        for (std::size_t i = 0; i < coursing.walls.size(); ++i) {
            const auto& here = coursing.walls[i].pieces;
            const auto& next = coursing.walls[(i + 1) % coursing.walls.size()].pieces;
            for (int course = 0; course < coursing.courses; ++course) {
                const auto in_course = [&](const lh::ModulePiece& p) { return p.course == course; };
                const auto last = std::ranges::find_if(here.rbegin(), here.rend(), in_course);
                const auto first = std::ranges::find_if(next, in_course);
                REQUIRE((last->kind == lh::ModuleKind::Corner &&
                         first->kind == lh::ModuleKind::Corner));
                if (last->cut || first->cut) continue;
                CHECK(last->length.value == (course % 2 == 0 ? 300 : 600));
                CHECK(first->length.value == (course % 2 == 0 ? 600 : 300));
            }
        }
    }
}

TEST_CASE("on the grid, joints keep a third of a module away from those below") {
    lh::House house = box(9600, 6000);
    house.plan.openings = {window(1500, 1500), window(4500, 1800)};
    const lh::Coursing coursing = lh::coursing(house, library());
    for (const lh::CoursedWall& wall : coursing.walls) {
        std::map<int, std::vector<double>> joints;
        for (const lh::ModulePiece& p : wall.pieces) {
            CHECK(!p.cut);
            CHECK(!p.notched);
            joints[p.course].push_back(p.from.value);
        }
        for (int course = 1; course < coursing.courses; ++course) {
            for (const double at : joints[course]) {
                const bool jamb = std::ranges::any_of(house.plan.openings, [&](const auto& o) {
                    const auto reach = lh::reach_in(wall.wall, house.plan, o);
                    return reach && (at == reach->from.value || at == reach->to.value);
                });
                if (at == 0.0 || jamb) continue;
                for (const double below : joints[course - 1]) {
                    INFO("course " << course << " joint " << at << " over " << below);
                    CHECK(std::abs(at - below) >= 299.5);
                }
            }
        }
    }
}

TEST_CASE(
    "an opening off the grid is moved where fewer modules are cut, and only as far as allowed") {
    lh::House house = box(9600, 6000);
    house.plan.openings = {window(1450, 1500)};
    const auto moves = lh::least_cutting(house, library(), Millimetres{150});
    REQUIRE(moves.size() == 1);
    CHECK(moves.front().by.value == 50);
    CHECK(lh::least_cutting(house, library(), Millimetres{0}).empty());
    const lh::House moved = lh::with_moved(house, moves);
    const auto cut = [&](const lh::House& h) {
        return lh::module_bill(lh::coursing(h, library()), h, library()).cut_pieces;
    };
    CHECK(cut(moved) < cut(house));
}

TEST_CASE("where an inner wall meets an outer one a tee lies in every second course") {
    lh::House house = box(4500, 6000);
    house.plan.rooms.push_back(room("b", 4500, 0, 5100, 6000));
    const lh::Coursing coursing = lh::coursing(house, library());
    for (const lh::CoursedWall& wall : coursing.walls) {
        const auto places = lh::inner_walls_at(wall.wall, house.plan);
        const bool long_side = wall.wall.length().value == 9600;
        REQUIRE(places.size() == (long_side ? 1U : 0U));
        if (long_side)
            CHECK(places.front().value == (wall.wall.side == lh::Side::South ? 4500 : 5100));
        for (int course = 0; course < coursing.courses; ++course) {
            const auto tee = std::ranges::find_if(wall.pieces, [&](const lh::ModulePiece& p) {
                return p.course == course && p.kind == lh::ModuleKind::Tee;
            });
            const bool expected = long_side && course % 2 == 0 && course < coursing.courses - 1;
            REQUIRE((tee != wall.pieces.end()) == expected);
            if (expected) CHECK(tee->from.value + 300 == places.front().value);
        }
    }
}

TEST_CASE("no tee lies where an opening or a corner leaves no room for it") {
    const auto tees = [](const lh::House& house, int course) {
        const lh::Coursing coursing = lh::coursing(house, library());
        const auto south =
            std::ranges::find(coursing.walls, lh::Side::South,
                              [](const lh::CoursedWall& wall) { return wall.wall.side; });
        return std::ranges::count_if(south->pieces, [&](const lh::ModulePiece& p) {
            return p.course == course && p.kind == lh::ModuleKind::Tee;
        });
    };
    lh::House house = box(4500, 6000);
    house.plan.rooms.push_back(room("b", 4500, 0, 450, 6000));
    CHECK(tees(house, 0) == 0);  // The corner's leg reaches to 150 mm of the inner wall.
    house.plan.rooms.back().width = Millimetres{4500};
    CHECK(tees(house, 0) == 1);
    house.plan.openings = {window(2700, 1600)};  // Ends 200 before the inner wall, sill 900.
    CHECK(tees(house, 0) == 1);
    CHECK(tees(house, 2) == 1);
    CHECK(tees(house, 4) == 0);
}

TEST_CASE("beside an opening every course ends in a closed module or a board") {
    const lh::Library modules = library();
    lh::Library without = modules;
    std::erase_if(without.modules, [](const auto& m) { return m.kind == lh::ModuleKind::Jamb; });
    for (const lh::House& house : many_houses()) {
        const lh::Coursing coursing = lh::coursing(house, modules);
        int closed = 0;
        for (const lh::CoursedWall& wall : coursing.walls) {
            const auto holes = lh::holes_in(wall.wall, house, modules);
            for (const lh::ModulePiece& p : wall.pieces) {
                const double low_mm = p.course * 300.0;
                const bool beside = std::ranges::any_of(holes, [&](const lh::Hole& h) {
                    return h.low.value <= low_mm && h.high.value >= low_mm + 300.0 &&
                           (same(h.along.from, p.to()) || same(h.along.to, p.from));
                });
                if (p.kind == lh::ModuleKind::Jamb) {
                    ++closed;
                    CHECK(beside);
                }
                CHECK(!(beside && p.kind == lh::ModuleKind::Straight));
                CHECK(!(beside && p.kind == lh::ModuleKind::Tee));
            }
        }
        const auto bill = lh::module_bill(coursing, house, modules);
        const auto plain = lh::module_bill(lh::coursing(house, without), house, without);
        CHECK(closed > 0);
        CHECK(bill.jamb_ends == plain.jamb_ends - closed);
    }
}

TEST_CASE("counts times sizes are what is bought") {
    lh::House house = box(9600, 6000);
    const lh::Library modules = library();
    const lh::Coursing coursing = lh::coursing(house, modules);
    const lh::ModuleBill bill = lh::module_bill(coursing, house, modules);
    double m2 = 0.0;
    for (const auto& line : bill.lines) {
        const auto type = std::ranges::find(modules.modules, line.type_id, &lh::ModuleType::id);
        REQUIRE(type != modules.modules.end());
        m2 += line.pieces() * (type->length + type->leg).value * type->height.value / 1e6;
    }
    CHECK(m2 == Approx(bill.bought.value));
    // Without openings and on the grid nothing is cut: all that is bought is wall.
    CHECK(bill.waste() == Approx(0.0).margin(1e-9));
    CHECK(bill.lines.back().pieces() > 0);
}
