// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "drawing/mark.h"
#include "drawing/plan.h"
#include "house/house.h"

namespace longju::drawing {

/// Size of one elevation on paper: the roof with its overhang, the chain of heights at the left.
PlanSize elevation_size(const house::House& house, const house::Library& library, house::Side side,
                        int scale);

/// One side of the house as seen from outside, upper left corner at `at`: ground line, plinth,
/// walls, openings that lead outdoors on every storey, roof, the front of the sunspace, PV on the
/// south slope, and the heights floor, eaves and ridge in mm. Inner corners of L- and U-shaped
/// plans are not drawn: the outline is that of the whole side.
Marks elevation(const house::House& house, const house::Library& library, house::Side side,
                int scale, PaperPoint at);

}  // namespace longju::drawing
