// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/ground.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace longju::energy {

namespace {

constexpr double pi = std::numbers::pi;

double equivalent_m(const GroundSlab& s) {
    return s.wall_m + s.soil_w_per_mk * (s.film_inside_r + s.floor_r_m2k_per_w + s.film_outside_r);
}

bool has_edge(const GroundSlab& s) { return s.edge_depth_m > 0.0 && s.edge_r_m2k_per_w > 0.0; }

double characteristic_m(const GroundSlab& s) {
    return s.area_m2 / (0.5 * std::max(s.perimeter_m, 0.1));
}

/// Linear transmittance of vertical edge insulation, ISO 13370 eq. B.4; negative.
double edge_psi_w_per_mk(const GroundSlab& s) {
    if (!has_edge(s)) return 0.0;
    const double d_m = equivalent_m(s);
    // Additional equivalent thickness: the insulation replaces soil.
    const double more_m = std::max(0.0, s.edge_r_m2k_per_w * s.soil_w_per_mk - 0.1);
    return -s.soil_w_per_mk / pi *
           (std::log(2.0 * s.edge_depth_m / d_m + 1.0) -
            std::log(2.0 * s.edge_depth_m / (d_m + more_m) + 1.0));
}

/// Transmittance for the outdoor temperature's annual swing, per K, ISO 13370 eq. C.4 and C.7.
double periodic_w_per_k(const GroundSlab& s) {
    constexpr double year_s = 3.15e7;
    const double depth_m = std::sqrt(year_s * s.soil_w_per_mk / (pi * s.soil_j_per_m3k));
    const double d_m = equivalent_m(s);
    const double plain = std::log(depth_m / d_m + 1.0);
    if (!has_edge(s)) return 0.37 * s.perimeter_m * s.soil_w_per_mk * plain;
    const double more_m = s.edge_r_m2k_per_w * s.soil_w_per_mk;
    const double below = std::exp(-2.0 * s.edge_depth_m / depth_m);
    return 0.37 * s.perimeter_m * s.soil_w_per_mk *
           ((1.0 - below) * std::log(depth_m / (d_m + more_m) + 1.0) + below * plain);
}

}  // namespace

double ground_u_w_per_m2k(const GroundSlab& s) {
    const double b_m = characteristic_m(s);
    const double d_m = equivalent_m(s);
    const double lambda = s.soil_w_per_mk;
    const double u = d_m < b_m ? 2.0 * lambda / (pi * b_m + d_m) * std::log(pi * b_m / d_m + 1.0)
                               : lambda / (0.457 * b_m + d_m);
    return u + 2.0 * edge_psi_w_per_mk(s) / b_m;
}

GroundBoundary ground_boundary(const GroundSlab& s, const std::array<double, 12>& outdoor_c) {
    const double u = ground_u_w_per_m2k(s);
    const double soil_r = soil_layer_m / s.soil_w_per_mk;
    const double mean_c = std::accumulate(outdoor_c.begin(), outdoor_c.end(), 0.0) / 12.0;
    const auto [low, high] = std::ranges::minmax(outdoor_c);
    const double swing_k = (high - low) / 2.0;
    const double coldest =
        static_cast<double>(std::ranges::min_element(outdoor_c) - outdoor_c.begin());
    constexpr double lag_months = 1.0;  // Of the loss behind the outdoor temperature, annex C.

    GroundBoundary boundary;
    boundary.r_m2k_per_w = std::max(0.0, 1.0 / u - s.film_inside_r - s.floor_r_m2k_per_w - soil_r);
    for (std::size_t month = 0; month < 12; ++month) {
        const double phase = 2.0 * pi * (static_cast<double>(month) - coldest - lag_months) / 12.0;
        boundary.t_c.at(month) =
            mean_c - periodic_w_per_k(s) * swing_k * std::cos(phase) / (u * s.area_m2);
    }
    return boundary;
}

}  // namespace longju::energy
