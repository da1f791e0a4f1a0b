// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>

namespace longju::energy {

/// A slab on the ground. Defaults of the soil: clay or silt, ISO 13370:2017 table 7.
struct GroundSlab {
    double area_m2 = 0.0;
    double perimeter_m = 0.0;        ///< Exposed.
    double wall_m = 0.37;            ///< Thickness of the walls above.
    double floor_r_m2k_per_w = 0.0;  ///< Of the floor's layers.
    double edge_r_m2k_per_w = 0.0;   ///< Additional resistance of vertical edge insulation.
    double edge_depth_m = 0.0;
    double soil_w_per_mk = 1.5;
    double soil_j_per_m3k = 3.0e6;
    double film_inside_r = 0.17;  ///< ISO 6946, downward heat flow, m²K/W.
    double film_outside_r = 0.04;
};

/// Steady transmittance, ISO 13370:2017 clause 7.1 and annex B (edge insulation).
double ground_u_w_per_m2k(const GroundSlab& slab);

/// The ground as a boundary of the floor construction: a temperature by month behind a resistance
/// (0.5 m of soil is part of the construction), such that a room of constant temperature loses what
/// ISO 13370 says, annual mean and annual swing (annex C).
struct GroundBoundary {
    double r_m2k_per_w = 0.0;
    std::array<double, 12> t_c{};
};
GroundBoundary ground_boundary(const GroundSlab& slab, const std::array<double, 12>& outdoor_c);

inline constexpr double soil_layer_m = 0.5;

}  // namespace longju::energy
