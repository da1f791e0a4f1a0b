// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include "climate/year.h"
#include "core/units.h"

namespace longju::climate {

/// Sun at the middle of its time above the horizon within an hour.
struct Sun {
    double altitude_rad = 0.0;  ///< ≤ 0 at night.
    double azimuth_rad = 0.0;   ///< From south, positive to the west.
};

/// Per hour of the year (8760).
std::vector<Sun> sun_path(const Site& site);

/// Irradiance on a plane, hour by hour (8760 each).
struct PlaneIrradiance {
    std::vector<double> beam_w_m2;
    std::vector<double> diffuse_w_m2;      ///< From the sky, Perez 1990.
    std::vector<double> circumsolar_w_m2;  ///< Of that, from the bright ring around the sun.
    std::vector<double> ground_w_m2;       ///< Reflected by the ground.
    std::vector<double> cos_incidence;     ///< Of the beam, mean of the hour; 0 from behind.

    double total_w_m2(int hour) const {
        const auto h = static_cast<std::size_t>(hour);
        return beam_w_m2[h] + diffuse_w_m2[h] + ground_w_m2[h];
    }
};

/// `tilt` 0 = facing up, 90 = vertical; `azimuth` from south, positive to the west.
PlaneIrradiance irradiance(const Year& year, Degrees tilt, Degrees azimuth);

}  // namespace longju::climate
