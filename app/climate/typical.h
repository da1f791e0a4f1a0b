// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "climate/station.h"
#include "climate/sun.h"

/// The parts of `typical_year`: weather drawn day by day, then spread over the hours.
namespace longju::climate {

/// Standard normal numbers, the same on every machine: 64-bit linear congruential generator
/// (Knuth's MMIX constants), Box-Muller.
class NormalNumbers {
public:
    explicit NormalNumbers(std::uint64_t seed) : state_(seed) { next_share(); }

    double next();

private:
    /// Uniform, 0 < share < 1.
    double next_share();

    std::uint64_t state_;
    double spare_ = 0.0;
    bool has_spare_ = false;
};

/// A periodic curve through the middles of the months with the daily values' monthly means.
std::vector<double> seasonal_curve(const std::array<double, 12>& monthly_means);

/// Per day of the year (365).
struct DailyWeather {
    std::vector<double> t_mean_c;
    std::vector<double> clearness;  ///< GHI by extraterrestrial.
    std::vector<double> sunniness;  ///< Clearness standardised within its month: mean 0, sd 1.
};

/// `outside_wh_m2`: extraterrestrial irradiation of each day on the horizontal.
DailyWeather daily_weather(const Normals& normals, const std::vector<double>& outside_wh_m2,
                           std::uint64_t seed);

/// Hourly air temperature: mean as drawn for each day, mean daily range as the normals have it.
std::vector<double> hourly_temperature(const Normals& normals, const DailyWeather& days,
                                       const Site& site);

/// Hourly sun, split into its parts.
struct HourlySun {
    std::vector<double> ghi_w_m2;
    std::vector<double> dhi_w_m2;
    std::vector<double> dni_w_m2;
};

HourlySun hourly_sun(const DailyWeather& days, const std::vector<SunHour>& suns);

}  // namespace longju::climate
