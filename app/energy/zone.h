// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <span>
#include <string_view>
#include <vector>

#include "energy/building.h"
#include "energy/weather.h"

namespace longju::energy {

/// Heat through the inside of the first zone's boundary, summed over the hours that were asked for,
/// kWh. Into the construction counts positive. The account closes: what the heater, the sun and
/// the gains gave equals what all lines took and what the air stored.
struct HeatAccount {
    std::array<double, 6> lost_kwh{};  ///< By `Account`; `Inside` is what internal mass stored.
    double air_kwh = 0.0;              ///< Carried out by air change, to outdoors or a second zone.
    double stored_in_air_kwh = 0.0;
    double heat_kwh = 0.0;
    double cool_kwh = 0.0;   ///< Taken out, positive.
    double solar_kwh = 0.0;  ///< Kept in the zone: transmitted less what left again.
    double internal_kwh = 0.0;

    double lost(Account a) const { return lost_kwh.at(static_cast<std::size_t>(a)); }
    double residual_kwh() const;
};

/// One year of a building, or its heating season, hour by hour; temperatures at the end of each
/// hour.
struct ZoneYear {
    int first_hour = 0;  ///< Of the year, 0 to 8759: where the hours below begin.
    std::vector<double> air_c;
    std::vector<double> operative_c;     ///< Mean of air and mean radiant temperature.
    std::vector<double> heat_w;          ///< Mean of the hour.
    std::vector<double> cool_w;          ///< Positive when heat is taken out.
    std::vector<double> coldest_wall_c;  ///< Inside face of the coldest outdoor wall.
    std::vector<double> second_air_c;    ///< Of the second zone, when there is one.
    HeatAccount year;                    ///< Of all hours below.
    HeatAccount season;                  ///< Of those in `Weather::heating_season()`.
    double transmitted_kwh = 0.0;  ///< Sun of the whole year through the first zone's outer glass.
};

/// How finely and how long.
struct Walk {
    int warm_up_days = 21;  ///< The days before the first hour.
    int steps_per_hour = 1;
    /// Half the work where only the heating season matters: a house that is heated in it only takes
    /// no heat in other hours.
    bool only_heating_season = false;
};

/// The heating season of a farmhouse, whose ground and walls remember six weeks: what estimates,
/// spreads and searches walk.
inline constexpr Walk heating_walk{.warm_up_days = 42, .only_heating_season = true};

/// Runs the year after a warm-up with its last days.
///
/// Model (ISO 52016-1:2017 topology): five-node chains per surface, air and mean radiant
/// temperature, implicit Euler with one-hour steps, up to two zones coupled implicitly.
/// Coefficients are constant over the year, so every chain is condensed once to its inside face;
/// an hour costs one forward sweep, one division and one backward sweep. The attic is one more
/// node outside the ceiling's chain. Windows have no capacity. Solar beam falls on the floor first
/// (in a sunspace on floor and common wall by the profile angle), what they reflect and all
/// diffuse light spreads by area and absorptance; part of it leaves through the glass again.
ZoneYear simulate(const Building& building, Weather& weather, Walk walk = {});

/// Several buildings at once, four by four in double precision: the same numbers, bit for bit, as
/// one by one, with whatever neighbours, and on every machine. What an estimate uses.
std::vector<ZoneYear> simulate(std::span<const Building> buildings, Weather& weather,
                               Walk walk = {});

/// What a search needs of a year.
struct YearSum {
    double heat_kwh = 0.0;
    double cool_kwh = 0.0;
    double peak_heat_w = 0.0;  ///< Hourly mean.
    double peak_cool_w = 0.0;
    double coldest_air_c = 0.0;
    double hours_below = 0.0;  ///< More than 0.2 K below the set point.
};

/// The ways to compute many buildings: double precision, or single precision in two registers of
/// an instruction set. They agree within 1e-4.
enum class Kernel { Double1, Double4, Sse2, Avx2, Avx512 };
std::string_view name_of(Kernel kernel);  ///< `double x1`, `float x8 AVX2`…
int lanes_of(Kernel kernel);
bool runs_here(Kernel kernel);
Kernel widest_kernel();

std::vector<YearSum> simulate_sums(std::span<const Building> buildings, Weather& weather,
                                   Kernel kernel = widest_kernel(), Walk walk = {});

/// For benchmarks: bare multiplications and additions in this kernel's numbers; how many were done.
double arithmetic(Kernel kernel, long rounds);
/// Operations of one building in one hour, for the share of that peak an engine reaches.
double flops_by_hour(const Building& building);

}  // namespace longju::energy
