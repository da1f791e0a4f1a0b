// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "house/house.h"
#include "house/outline.h"

/// EPS 空腔模块排块: every outer wall laid out in modules, course by course, and what to order for
/// it. Sizes come from `Library::modules`; they are estimates until a supplier's table is entered.
namespace longju::house {

/// One module in one wall.
struct ModulePiece {
    ModuleKind kind = ModuleKind::Straight;
    int course = 0;        ///< From 0 at the floor.
    Millimetres from;      ///< In the walk along the wall, from the axis of its first corner.
    Millimetres length;    ///< Of a corner: its leg in this wall.
    bool cut = false;      ///< Shortened on site.
    bool notched = false;  ///< An opening's edge runs through its height.

    Millimetres to() const { return from + length; }
};

struct CoursedWall {
    OuterWall wall;
    std::vector<ModulePiece> pieces;  ///< By course, then from left to right as seen from outside.
};

struct Coursing {
    std::vector<CoursedWall> walls;
    int courses = 0;
    Millimetres module_height;

    Millimetres height() const { return module_height * static_cast<double>(courses); }
};

/// An opening as the courses meet it: where along the wall, and how high above the floor.
struct Hole {
    Reach along;
    Millimetres low, high;
};

/// The openings of a wall, windows on every storey.
std::vector<Hole> holes_in(const OuterWall& wall, const House& house, const Library& library);

/// Concrete between two layers of EPS.
bool is_module_wall(const Construction& wall, const Library& library);

/// Every outer wall from the floor to the course above the top ceiling. Corners are bonded: at
/// each, the long leg lies in turn in the one wall and in the other. Where an inner wall meets the
/// outer one a tee lies in every second course, if openings and corners leave room; beside openings
/// lie modules with a closed end. Between these the lengths are chosen so that joints keep away
/// from those of the course below (a third of the longest module) with as few cuts as possible.
/// Kinds the library has no module of are left out. Empty for other walls or without modules.
Coursing coursing(const House& house, const Library& library);

/// An opening that stands better elsewhere.
struct MovedOpening {
    std::size_t opening = 0;  ///< Of `Plan::openings`.
    Millimetres by;           ///< Along plan coordinates.
};

/// The moves, each at most `tolerance`, after which fewest modules are cut; of equal ones the
/// smallest. Openings keep away from others and stay in their rooms' walls.
std::vector<MovedOpening> least_cutting(const House& house, const Library& library,
                                        Millimetres tolerance);
House with_moved(House house, const std::vector<MovedOpening>& moves);

/// What the walls take.
struct ModuleBill {
    struct Line {
        std::string type_id;  ///< A `ModuleType`.
        int whole = 0;
        int for_cutting = 0;  ///< Bought whole and sawn on site, several pieces from one.

        int pieces() const { return whole + for_cutting; }
    };
    std::vector<Line> lines;  ///< In the order of `Library::modules`, none empty.
    int cut_pieces = 0;
    SquareMetres wall;     ///< Laid, openings out, by the axes.
    SquareMetres bought;   ///< Face of the modules bought, by the axes.
    CubicMetres concrete;  ///< The core, without waste.
    Kilograms bars;        ///< Planning figure (domain facts 4.2): 8 mm at 300 both ways, four
                           ///< 10 mm at corners and jambs, four 12 mm in the top course.
    int jamb_ends = 0;     ///< 封端板: ends of courses at openings that no jamb module closes.
    int ties = 0;          ///< Between the shells, one every 300 mm of a course.

    double waste() const { return bought.value > 0.0 ? 1.0 - wall / bought : 0.0; }
};

ModuleBill module_bill(const Coursing& coursing, const House& house, const Library& library);

}  // namespace longju::house
