// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/films.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace longju::energy {

namespace {

constexpr double stefan_boltzmann = 5.67e-8;
constexpr double inside_mean_k = 291.0;
constexpr double outside_mean_k = 270.0;
constexpr double nominal_difference_k = 20.0;  // Mean between indoors and outdoors while heating.
constexpr double inside_combined = 7.7;        // ISO 6946: 1/Rsi for walls, W/m²K.
// Sun patches, draughts and the heater's plume keep the air at a face moving: long-term means of
// measured rooms are not below this (ISO 52016-1 has 2.5 for walls; engine study 2.3: 1.5 to 2.0).
constexpr double least_inside = 2.0;
constexpr double wind_at_wall = 0.76;    // (1.4 m / 10 m)^0.14, open country.
constexpr double natural_outside = 2.0;  // 1.31 |dT|^(1/3) at 3 to 4 K.
constexpr double rough = 1.67;           // DOE-2 roughness of brick and render.

double black_body_w_per_m2k(double mean_k) { return 4.0 * stefan_boltzmann * std::pow(mean_k, 3); }

double mean_wind_ms(const climate::Year& year) {
    const double sum = std::accumulate(year.wind_ms.begin(), year.wind_ms.end(), 0.0);
    return sum / static_cast<double>(year.wind_ms.size());
}

/// MoWiTT coefficients of windward and leeward faces, averaged: a wall is either half of the time.
double smooth_outside(const climate::Year& year) {
    const double v_ms = mean_wind_ms(year) * wind_at_wall;
    const double forced = (3.26 * std::pow(v_ms, 0.89) + 3.55 * std::pow(v_ms, 0.617)) / 2.0;
    return std::hypot(natural_outside, forced);
}

/// TARP natural convection at the difference between air and face that `u` leads to.
double natural_inside(double tilt_deg, double u_w_per_m2k) {
    const double difference_k =
        std::clamp(u_w_per_m2k * nominal_difference_k / inside_combined, 0.2, 8.0);
    const double cube_root = std::cbrt(difference_k);
    const double c = std::abs(std::cos(tilt_deg * std::numbers::pi / 180.0));
    if (c < 0.5) return 1.31 * cube_root;
    // A cold ceiling stirs the air below it, a cold floor lets it lie.
    return tilt_deg < 90.0 ? 9.482 / (7.283 - c) * cube_root : 1.810 / (1.382 + c) * cube_root;
}

double code_inside(double tilt_deg) {
    if (tilt_deg < 60.0) return 5.0;      // Upward heat flow.
    return tilt_deg > 120.0 ? 0.7 : 2.5;  // Downward, horizontal.
}

}  // namespace

FilmSet opaque_films(Films films, double tilt_deg, double u, double emissivity,
                     const climate::Year& year) {
    FilmSet set = glass_films(films, tilt_deg, u, emissivity, year);
    if (films == Films::Best) {
        set.outside_convective =
            natural_outside + rough * (set.outside_convective - natural_outside);
    }
    return set;
}

FilmSet glass_films(Films films, double tilt_deg, double u, double emissivity,
                    const climate::Year& year) {
    const double sky_view = 0.5 * (1.0 + std::cos(tilt_deg * std::numbers::pi / 180.0));
    FilmSet set;
    set.outside_radiative = emissivity * black_body_w_per_m2k(outside_mean_k);
    set.sky_radiative = set.outside_radiative * std::pow(sky_view, 1.5);
    set.inside_radiative = emissivity * black_body_w_per_m2k(inside_mean_k);
    if (films == Films::Code) {
        set.inside_convective = code_inside(tilt_deg);
        set.inside_radiative = 5.13;
        set.outside_convective = 20.0;
        set.outside_radiative = 4.14;
        set.sky_radiative = set.outside_radiative * sky_view;
        return set;
    }
    set.inside_convective = std::max(least_inside, natural_inside(tilt_deg, u));
    set.outside_convective = smooth_outside(year);
    return set;
}

}  // namespace longju::energy
