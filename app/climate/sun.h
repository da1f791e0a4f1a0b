// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <vector>

#include "climate/plane.h"
#include "climate/year.h"

namespace longju::climate {

inline constexpr int days_per_year = 365;
inline constexpr std::array<int, 12> days_of_month{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

/// Of ground without snow.
inline constexpr double open_ground_albedo = 0.2;

/// Irradiance on a plane facing the sun outside the atmosphere at the mean distance, W/m²
/// (Kopp & Lean 2011).
inline constexpr double solar_constant_w_m2 = 1361.0;

/// The earth on its orbit at noon, UTC, of a day; angles in radians.
struct Orbit {
    double declination_rad = 0.0;
    double equation_h = 0.0;       ///< Sun's time minus mean time.
    double distance_factor = 1.0;  ///< (Mean distance / distance)², on the solar constant.
};

/// Orbit `days` after 1 January 00:00 UTC of a year in the middle of the leap cycle (2010), by the
/// low-precision formulas of the Astronomical Almanac (section C): 0.01° for 1950 to 2050.
Orbit orbit_at(double days);

/// The sun in one hour of the year at a site.
struct SunHour {
    double hour_angle_rad = 0.0;  ///< Of the middle of the lit part; west is positive.
    double sine_altitude = 0.0;   ///< There; ≤ 0 at night.
    double spread = 1.0;          ///< Mean by middle of the sine or cosine over the lit part.
    double mean_sine = 0.0;       ///< Of the altitude, over the lit part; 0 at night.
    double lit_share = 0.0;       ///< Share of the hour the sun's centre is above the horizon.
    double sunset_rad = 0.0;      ///< Hour angle of sunset.
    double declination_rad = 0.0;
    double distance_factor = 1.0;

    /// Mean of the hour of the irradiance on the horizontal outside the atmosphere.
    double outside_w_m2() const {
        return solar_constant_w_m2 * distance_factor * lit_share * mean_sine;
    }
};

/// Where the sun stands, degrees.
struct SunPosition {
    double altitude_deg = 0.0;  ///< Above the horizon; negative at night.
    double azimuth_deg = 0.0;   ///< From south, positive to the west.
};

/// On a day of the year (0 to 364) at an hour of the site's clock.
SunPosition sun_position(const Site& site, int day, double clock_h);

/// Per hour of the year (8760). No refraction: the light near the horizon is too weak to matter.
std::vector<SunHour> sun_hours(const Site& site);

}  // namespace longju::climate
