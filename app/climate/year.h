// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "climate/station.h"

namespace longju::climate {

inline constexpr int hours_per_year = 8760;

/// 气候: 8760 hours for a place. Hour h is the interval from h to h+1 of local standard time, hour
/// 0 begins 1 January 00:00; no 29 February. All vectors have `hours_per_year` entries.
struct Year {
    std::string name;  ///< Station or file, as printed in the footer of a sheet.
    Site site;
    std::vector<double> t_out_c;
    std::vector<double> t_sky_c;  ///< Effective sky temperature for long-wave exchange.
    std::vector<double> wind_ms;  ///< At 10 m.
    std::vector<double> vapour_pa;
    std::vector<double> pressure_pa;
    std::vector<double> dni_w_m2;  ///< Beam on a plane facing the sun, mean of the hour.
    std::vector<double> dhi_w_m2;  ///< Diffuse horizontal.
    std::vector<double> ghi_w_m2;  ///< Global horizontal.
    std::vector<double> albedo;    ///< Of the ground: 0.6 under snow, else 0.2.
};

/// Month of an hour of the year, 0 to 11, and hour of its day, 0 to 23.
int month_of(int hour);
constexpr int hour_of_day(int hour) { return hour % 24; }

/// The typical year of a station, made from its monthly normals with a fixed seed: monthly means of
/// temperature and global radiation are met exactly; same seed, same year, on every machine.
Year typical_year(const Station& station, std::uint64_t seed = 1);

}  // namespace longju::climate
