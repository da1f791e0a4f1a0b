// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <vector>

#include "energy/building.h"
#include "energy/sunlight.h"

namespace longju::energy {

/// Heat through the inside of the zone's boundary, summed over the hours that were asked for, kWh.
/// Into the construction counts positive. The account closes: what the heater, the sun and the
/// gains gave equals what all lines took and what the air stored.
struct HeatAccount {
    std::array<double, 6> lost_kwh{};  ///< By `Account`; `Inside` is what internal mass stored.
    double air_kwh = 0.0;              ///< Carried out by air change.
    double stored_in_air_kwh = 0.0;
    double heat_kwh = 0.0;
    double cool_kwh = 0.0;   ///< Taken out, positive.
    double solar_kwh = 0.0;  ///< Kept in the zone: transmitted less what left again.
    double internal_kwh = 0.0;

    double lost(Account a) const { return lost_kwh.at(static_cast<std::size_t>(a)); }
    double residual_kwh() const;
};

/// One year of a zone, hour by hour; temperatures at the end of each hour.
struct ZoneYear {
    std::vector<double> air_c;
    std::vector<double> operative_c;     ///< Mean of air and mean radiant temperature.
    std::vector<double> heat_w;          ///< Mean of the hour.
    std::vector<double> cool_w;          ///< Positive when heat is taken out.
    std::vector<double> coldest_wall_c;  ///< Inside face of the coldest outdoor wall.
    HeatAccount year;
    HeatAccount season;            ///< Hours of `heating_season()` only.
    double transmitted_kwh = 0.0;  ///< Sun through all glass.
};

/// Hours in which houses are heated: the longest spell in which the five-day running mean of the
/// outdoor temperature is at or below 5 °C (GB 50736-2012 4.1.14: 供暖期 at +5 °C).
std::vector<bool> heating_season(const climate::Year& year);

/// Runs the year after a warm-up of `warm_up_days` of its first days backwards in time (December).
///
/// Model (engine study; ISO 52016-1:2017 topology): five-node chains per surface, air and mean
/// radiant temperature, implicit Euler with one-hour steps. Coefficients are constant over the
/// year, so every chain is condensed once to its inside face; an hour costs one forward sweep,
/// one division and one backward sweep. The attic is one more node outside the ceiling's chain.
/// Windows have no capacity. Solar beam falls on the floor first, what it reflects and all diffuse
/// light spreads by area and absorptance; part of it leaves through the glass again.
ZoneYear simulate(const Building& building, Sunlight& sunlight, int warm_up_days = 21);

/// Steady heat loss at an outdoor temperature, W, without sun and gains: air and faces of the room
/// both at `inside_c`, as heaters are sized (EN 12831-1), 5 to 30 % above what the air alone needs.
double steady_loss_w(const Building& building, const climate::Year& year, double inside_c,
                     double outside_c);

}  // namespace longju::energy
