// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include "energy/condense.h"
#include "energy/zone.h"

/// Where the heat went, from sums over the hours that had one set of constants. Faces are linear in
/// what was summed, so sums give sums. Internal to the engine.
namespace longju::energy {

/// Sums over hours (temperatures in K·h, powers in Wh).
struct HourSums {
    ByZone air{}, radiant{};
    double room_before = 0.0;  ///< Air of the first zone an hour earlier.
    double outdoor = 0.0, sky = 0.0;
    double beam = 0.0, diffuse = 0.0;  ///< Light in the first zone.
    double vented = 0.0, exchanged = 0.0, bridged = 0.0, stored = 0.0, gained = 0.0;
    double heat = 0.0, cool = 0.0;
    std::vector<double> face;    ///< Inner faces, by chain.
    std::vector<double> inward;  ///< Absorbed in panes, by light source, per m² of the column.
};

/// Adds the hours of `set` to the account of the first zone.
void add_hours(const Condensed& building, std::size_t set, const HourSums& sums,
               HeatAccount& account);

}  // namespace longju::energy
