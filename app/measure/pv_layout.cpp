// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cmath>
#include <numbers>

#include "measure/measure.h"

namespace longju::measure {

namespace {

// A 182 mm, 144-half-cell module (Jinko Tiger Neo data sheet; domain facts 7.1), laid upright.
constexpr double module_height_mm = 2278.0;
constexpr double module_width_mm = 1134.0;
constexpr double gap_mm = 20.0;
constexpr double edge_mm = 300.0;     // Kept free at eaves, ridge and gables for sliding snow.
constexpr double chimney_mm = 600.0;  // One chimney's width is lost per row.

}  // namespace

int pv_modules_that_fit(const house::House& house) {
    if (house.plan.rooms.empty()) return 0;
    const house::Extent e = house::extent(house.plan);
    const double offset_mm = house.plan.axis_to_outer_face.value + house.roof.overhang.value;
    const double length_mm = e.width().value + 2 * offset_mm;
    const double depth_mm = e.depth().value + 2 * offset_mm;
    const bool flat = house.roof.form == house::RoofForm::Flat;
    const double run_mm =
        house.roof.form == house::RoofForm::Mono || flat ? depth_mm : depth_mm / 2.0;
    const double pitch_rad = flat ? 0.0 : house.roof.pitch.value * std::numbers::pi / 180.0;
    const double slope_mm = run_mm / std::cos(pitch_rad);
    const auto pieces = [](double free_mm, double piece_mm) {
        return std::max(0, static_cast<int>((free_mm + gap_mm) / (piece_mm + gap_mm)));
    };
    const int rows = pieces(slope_mm - 2 * edge_mm, module_height_mm);
    const int per_row = pieces(length_mm - 2 * edge_mm - chimney_mm, module_width_mm);
    return rows * per_row;
}

}  // namespace longju::measure
