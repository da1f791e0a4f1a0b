// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <vector>

#include "core/units.h"

namespace longju::energy {

/// Electricity a farm household uses beside heating, kWh by hour of the year: refrigerator and
/// stand-by all day, cooking three times, light and television in the evening, longer in winter
/// (the shape is an engineering estimate; nobody has published one for the province). `year` is
/// what the hours add up to.
std::vector<float> household_load_kwh(KilowattHours year);

/// What a household does with its own array in a year.
struct SelfUse {
    KilowattHours used;      ///< Of the array's energy, at home in the same hour.
    KilowattHours exported;  ///< The rest.
    KilowattHours imported;  ///< What the household still buys.

    double used_share() const;   ///< Of the array's energy; 0 without one.
    double sufficiency() const;  ///< Of what the household needs; 0 when it needs nothing.
};

/// Hour by hour, both kWh, equally long. Within an hour sun and use are taken as even, so it is an
/// upper estimate: clouds and kettles do not wait for each other.
SelfUse self_use(std::span<const float> array_kwh, std::span<const float> load_kwh);

}  // namespace longju::energy
