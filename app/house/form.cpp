// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/form.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace longju::house {

namespace {

constexpr double chimney_mm = 600.0;  // One chimney's width is lost per row.

double pitch_rad(const House& house) {
    const bool flat = house.roof.form == RoofForm::Flat;
    return flat ? 0.0 : house.roof.pitch.value * std::numbers::pi / 180.0;
}

/// The south slope: how long along the eaves and up to the ridge, and what fits on it.
struct Slope {
    double along_mm = 0.0;
    int rows = 0;
    int per_row = 0;
};

Slope south_slope(const House& house) {
    if (house.plan.rooms.empty()) return {};
    const Extent e = extent(house.plan);
    const double beyond_mm = house.plan.axis_to_outer_face.value + house.roof.overhang.value;
    const double along_mm = e.width().value + 2 * beyond_mm;
    const double depth_mm = e.depth().value + 2 * beyond_mm;
    const RoofForm form = house.roof.form;
    const bool whole = form == RoofForm::Mono || form == RoofForm::Flat;
    const double up_mm = (whole ? depth_mm : depth_mm / 2.0) / std::cos(pitch_rad(house));
    const auto pieces = [](double free_mm, Millimetres piece) {
        return std::max(0, static_cast<int>((free_mm + pv_gap.value) / (piece + pv_gap).value));
    };
    return {along_mm, pieces(up_mm - 2 * pv_edge.value, pv_module_height),
            pieces(along_mm - 2 * pv_edge.value - chimney_mm, pv_module_width)};
}

}  // namespace

Millimetres Form::roof_above(RoofForm form, Millimetres from_south) const {
    if (form == RoofForm::Flat) return eaves;
    const double in_mm = from_south.value;
    const double run_mm = form == RoofForm::Mono ? in_mm : std::min(in_mm, depth.value - in_mm);
    return Millimetres{eaves.value + run_mm * slope};
}

Form form_of(const House& house, const Library& library) {
    const auto thickness = [&](const Construction& c) {
        double mm = 0.0;
        for (const Layer& l : library.assembly(c.assembly_id).layers) mm += l.thickness.value;
        return Millimetres{mm};
    };
    const Extent e = extent(house.plan);
    const Millimetres outer = house.plan.axis_to_outer_face;
    Form f;
    f.length = e.width() + outer * 2.0;
    f.depth = e.depth() + outer * 2.0;
    f.axis_to_inside = Millimetres{std::max(0.0, (thickness(house.wall) - outer).value)};
    f.floor = house.floor_level;
    f.storey = house.clear_height + storey_slab;
    f.ceiling = f.floor + f.storey * static_cast<double>(house.storeys) - storey_slab;
    f.eaves = f.ceiling + thickness(house.ceiling);
    f.slope = std::tan(pitch_rad(house));
    const Millimetres run = house.roof.form == RoofForm::Mono ? f.depth : f.depth * 0.5;
    f.ridge = f.eaves + run * f.slope + roof_thickness;
    return f;
}

int pv_modules_that_fit(const House& house) {
    const Slope slope = south_slope(house);
    return slope.rows * slope.per_row;
}

std::vector<PvPlace> pv_places(const House& house) {
    if (!house.pv || house.pv->site != PvSite::Roof) return {};
    const Slope slope = south_slope(house);
    const int modules = std::min(house.pv->modules, slope.rows * slope.per_row);
    if (modules <= 0) return {};
    const int in_row = (modules + slope.rows - 1) / slope.rows;
    const double across_mm = (pv_module_width + pv_gap).value;
    const double down_mm = (pv_module_height + pv_gap).value;
    const double left_mm = (slope.along_mm - in_row * across_mm + pv_gap.value) / 2.0;
    std::vector<PvPlace> places;
    for (int i = 0; i < modules; ++i) {
        const int row = i / in_row;
        places.push_back({Millimetres{left_mm + i % in_row * across_mm},
                          Millimetres{pv_edge.value + row * down_mm}});
    }
    return places;
}

}  // namespace longju::house
