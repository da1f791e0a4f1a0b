// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "house/form.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "house/outline.h"

namespace longju::house {

namespace {

constexpr double chimney_mm = 600.0;  // One chimney's width is lost per row.

double pitch_rad(const House& house) {
    const bool flat = house.roof.form == RoofForm::Flat;
    return flat ? 0.0 : house.roof.pitch.value * std::numbers::pi / 180.0;
}

/// The south slope: how long along the eaves, and how many modules each row takes from the ridge
/// down.
struct Slope {
    double along_mm = 0.0;
    std::vector<int> rows;
};

int pieces(double free_mm, Millimetres piece) {
    return std::max(0, static_cast<int>((free_mm + pv_gap.value) / (piece + pv_gap).value));
}

Slope south_slope(const House& house, const PvModule& panel) {
    if (house.plan.rooms.empty()) return {};
    const Extent e = extent(house.plan);
    const double beyond_mm = house.plan.axis_to_outer_face.value + house.roof.overhang.value;
    const double depth_mm = e.depth().value + 2 * beyond_mm;
    const RoofForm form = house.roof.form;
    const bool whole = form == RoofForm::Mono || form == RoofForm::Flat;
    const double cosine = std::cos(pitch_rad(house));
    const double up_mm = (whole ? depth_mm : depth_mm / 2.0) / cosine;
    Slope slope{e.width().value + 2 * beyond_mm, {}};
    const int rows = pieces(up_mm - 2 * pv_edge.value, panel.height);
    for (int row = 0; row < rows; ++row) {
        double wide_mm = slope.along_mm;
        if (form == RoofForm::Hip) {
            // The hips cut the slope; a row is as wide as at its upper edge.
            const double from_ridge_mm = pv_edge.value + row * (panel.height + pv_gap).value;
            wide_mm += 2.0 * from_ridge_mm * cosine - depth_mm;
        }
        slope.rows.push_back(pieces(wide_mm - 2 * pv_edge.value - chimney_mm, panel.width));
    }
    return slope;
}

}  // namespace

Millimetres Form::roof_above(RoofForm form, Millimetres from_south) const {
    if (form == RoofForm::Flat) return eaves;
    const double in_mm = from_south.value;
    const double run_mm = form == RoofForm::Mono ? in_mm : std::min(in_mm, depth.value - in_mm);
    return Millimetres{eaves.value + run_mm * slope};
}

SquareMetres floor_area(const House& house) {
    double mm2 = 0.0;
    for (const Room& room : house.plan.rooms) mm2 += room.width.value * room.depth.value;
    // The strip between the axes and the outer faces: a square at each outer corner, one less at
    // each inner one.
    const double outer_mm = house.plan.axis_to_outer_face.value;
    for (const OuterWall& wall : outer_walls(house.plan)) {
        mm2 +=
            outer_mm * wall.length().value + (wall.convex_end ? 1.0 : -1.0) * outer_mm * outer_mm;
    }
    return SquareMetres{mm2 / 1e6 * house.storeys};
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

int pv_modules_that_fit(const House& house, const PvModule& panel) {
    const Slope slope = south_slope(house, panel);
    return std::accumulate(slope.rows.begin(), slope.rows.end(), 0);
}

std::vector<PvPlace> pv_places(const House& house) {
    if (!house.pv || house.pv->site != PvSite::Roof) return {};
    const PvModule& panel = house.pv->panel;
    const Slope slope = south_slope(house, panel);
    int left = std::min(house.pv->modules, pv_modules_that_fit(house, panel));
    const double across_mm = (panel.width + pv_gap).value;
    const double down_mm = (panel.height + pv_gap).value;
    std::vector<PvPlace> places;
    // Rows as equal as they can be; what a short one does not take, the next ones below do.
    for (std::size_t row = 0; row < slope.rows.size() && left > 0; ++row) {
        const int below = static_cast<int>(slope.rows.size() - row);
        const int rest = std::accumulate(slope.rows.begin() + static_cast<std::ptrdiff_t>(row) + 1,
                                         slope.rows.end(), 0);
        const int share = std::max((left + below - 1) / below, left - rest);
        const int here = std::min(slope.rows[row], share);
        const double west_mm = (slope.along_mm - here * across_mm + pv_gap.value) / 2.0;
        for (int i = 0; i < here; ++i) {
            places.push_back({Millimetres{west_mm + i * across_mm},
                              Millimetres{pv_edge.value + static_cast<double>(row) * down_mm}});
        }
        left -= here;
    }
    return places;
}

}  // namespace longju::house
