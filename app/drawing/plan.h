// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "drawing/mark.h"
#include "house/house.h"

namespace longju::drawing {

/// How a plan is put on paper.
struct PlanStyle {
    int scale = 100;  ///< 1:scale.
    double room_name_pt = 9.0;
    bool areas = false;        ///< Clear floor area under each room name.
    bool overall_size = true;  ///< One chain with the outer dimensions on two sides.
    /// For the craftsman: hatched walls, three chains, axes, tags of doors and windows, stove and
    /// chimney, the marks of `section`. Instead of `overall_size`.
    bool working = false;
};

/// Where the house is cut for its section: the line from south to north that meets most openings
/// and no wall along it. In plan coordinates (x).
Millimetres section_place(const house::House& house);

/// Size on paper, dimension chains included.
struct PlanSize {
    double width_mm = 0.0, height_mm = 0.0;
};
PlanSize plan_size(const house::House& house, const PlanStyle& style);

/// The floor plan with its north side up, upper left corner at `at`: walls cut solid, doors with
/// their swing, windows, kangs, room names, the sunspace, the outer dimensions in mm.
Marks plan(const house::House& house, const house::Library& library, const PlanStyle& style,
           PaperPoint at);

/// Circle, needle and 北: a small compass with `centre` and `radius_mm`, for a plan whose south
/// side looks `azimuth` from due south (positive to the west).
Marks north_arrow(Degrees azimuth, PaperPoint centre, double radius_mm);

}  // namespace longju::drawing
