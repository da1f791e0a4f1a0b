// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>

#include "core/units.h"

namespace longju::energy {

/// What a month brings to PV modules: its snow, air and sun.
struct SnowMonth {
    double snowfall_cm = 0.0;        ///< Fresh snow, sum of the month.
    double events = 0.0;             ///< Falls of snow that make up that sum.
    double relative_humidity = 0.0;  ///< Mean, 0 to 1.
    double t_mean_c = 0.0;
    double plane_kwh_m2 =
        0.0;  ///< Irradiation of the modules' plane; without any, nothing is lost.
};

/// How the modules stand.
struct SnowMount {
    Degrees tilt;
    double slant_m = 0.0;       ///< Of the modules, up the slope.
    double lower_edge_m = 0.0;  ///< Above the ground or roof on which shed snow piles up.
};

/// Share of each month's PV energy lost to snow, 0 to 1, from January; the year is taken to follow
/// on itself. Townsend & Powell, "Photovoltaics and snow", 37th IEEE PVSC (2011), eq. 1 to 3, with
/// the least edge distance of 0.1 in² that pvlib's loss_townsend takes over from its author.
std::array<double, 12> townsend_snow_loss(const std::array<SnowMonth, 12>& months,
                                          const SnowMount& mount);

}  // namespace longju::energy
