// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "drawing/matter.h"
#include "drawing/plan.h"
#include "house/form.h"

/// Where a floor plan lies on paper, for the parts that draw it.
namespace longju::drawing {

struct PlanFrame {
    const house::House* house = nullptr;
    const house::Library* library = nullptr;
    house::Form form;
    house::Extent extent;
    double outer_mm = 0.0;  ///< Axis to outer face.
    PaperPoint corner;      ///< North-west corner of the outer faces, on paper.
    int scale = 100;

    /// House millimetres to paper.
    PaperPoint paper(double x_mm, double y_mm) const {
        return {corner.x_mm + (x_mm - extent.west.value + outer_mm) / scale,
                corner.y_mm + (extent.north.value + outer_mm - y_mm) / scale};
    }
    Shape rectangle(double x0, double y0, double x1, double y1) const {
        return {.points = {paper(x0, y0), paper(x1, y0), paper(x1, y1), paper(x0, y1)}};
    }
};

/// Where `plan(house, library, style, at)` puts the house. `house` and `library` outlive it.
PlanFrame plan_frame(const house::House& house, const house::Library& library,
                     const PlanStyle& style, PaperPoint at);

inline constexpr double partition_mm = 120.0;  ///< Half-brick.

/// A strip of every outer wall between two distances outside the axes (negative: inside), mitred
/// at the corners.
std::vector<Shape> wall_ring(const PlanFrame& frame, double outer_mm, double inner_mm);
/// Cut walls with the hatch of what they are made of, added layers as a band outside.
Marks working_walls(const PlanFrame& frame);
/// Three chains south and west, what differs north and east, axes, and the marks of the section.
Marks working_dimensions(const PlanFrame& frame, Millimetres section_at);
/// The number of the axis at x (`x`) or the letter of the one at y `place_mm`.
std::string axis_name(const house::House& house, bool x, double place_mm);
/// Stove and chimney.
Marks working_hearth(const PlanFrame& frame);

/// What the dimensions take beyond the outer faces, mm on paper.
struct PlanMargins {
    double west = 0.0, north = 0.0, east = 0.0, south = 0.0;
};
PlanMargins working_margins(const house::House& house, int scale);

}  // namespace longju::drawing
