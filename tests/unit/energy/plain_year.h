// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>

#include "climate/year.h"

/// Years drawn with a ruler, for tests of the engine.
namespace longju::energy::sample {

inline climate::Year empty_year() {
    return {.name = "test",
            .site = {.latitude = Degrees{45.7},
                     .longitude = Degrees{120.0},
                     .utc_offset = Hours{8},
                     .elevation = Metres{140}}};
}

/// −19 °C in mid-January, 23 °C in July, ±5 K within the day, the sun in the same phase.
inline climate::Year cosine_year() {
    using std::numbers::pi;
    climate::Year year = empty_year();
    for (int h = 0; h < climate::hours_per_year; ++h) {
        const double season = std::cos(2 * pi * (h / 24.0 - 15) / 365.0);
        const double noon = std::cos(2 * pi * (climate::hour_of_day(h) + 0.5 - 13) / 24.0);
        const double t_c = 2.0 - 21.0 * season + 5.0 * noon;
        const double sun = std::max(0.0, noon - 0.35 * season);
        year.t_out_c.push_back(t_c);
        year.t_sky_c.push_back(t_c - 12.0);
        year.wind_ms.push_back(2.5);
        year.vapour_pa.push_back(610.0 * std::exp(0.06 * t_c) * 0.7);
        year.pressure_pa.push_back(100000.0);
        year.dni_w_m2.push_back(500.0 * sun);
        year.dhi_w_m2.push_back(120.0 * sun);
        year.ghi_w_m2.push_back(300.0 * sun);
        year.albedo.push_back(0.2);
    }
    return year;
}

/// No sun, no swing: outdoors and sky at one temperature.
inline climate::Year constant_year(double t_c) {
    climate::Year year = cosine_year();
    for (auto* series : {&year.t_out_c, &year.t_sky_c}) std::ranges::fill(*series, t_c);
    for (auto* series : {&year.dni_w_m2, &year.dhi_w_m2, &year.ghi_w_m2}) {
        std::ranges::fill(*series, 0.0);
    }
    return year;
}

}  // namespace longju::energy::sample
