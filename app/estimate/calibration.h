// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include "core/range.h"
#include "energy/demand.h"
#include "energy/fuel.h"
#include "estimate/estimate.h"
#include "house/household.h"

namespace longju::estimate {

/// Bounds of the calibration factor. A bill outside them is not explained by habits (prebound
/// factors of 0.4 to 0.6 against the full house at 18 °C are usual, and the stated habit explains
/// part of that): then something was left out or the house was described wrongly.
inline constexpr double smallest_factor = 0.5;
inline constexpr double largest_factor = 1.5;

/// How the fuel bought last winter scales today's habit. Fuels of several kinds count by their
/// energy as if burnt in the main heater: electricity in a stove house (blankets, small heaters)
/// gives all of its energy to the room and counts for what the stove would have needed. Unused when
/// nothing was bought, a fuel is unknown or the model needs no heat.
Calibration calibrate(const std::vector<house::FuelBought>& bought, const energy::Demand& computed,
                      const energy::Heater& heater, const energy::EnergyLibrary& library);

/// One fuel of a household's mix: how much of it goes with a kWh of the main heater's energy.
struct MixPart {
    const energy::Fuel* fuel = nullptr;
    double units_per_kwh = 0.0;
};

/// The fuels bought, the main heater's first; the main fuel alone when the bill is not used.
std::vector<MixPart> mix_of(const Calibration& calibration,
                            const std::vector<house::FuelBought>& bought,
                            const energy::Heater& heater, const energy::EnergyLibrary& library);

}  // namespace longju::estimate
