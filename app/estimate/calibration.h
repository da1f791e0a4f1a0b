// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "core/range.h"
#include "energy/demand.h"
#include "energy/fuel.h"
#include "estimate/estimate.h"
#include "house/house.h"
#include "house/household.h"

/// What a bill says of how a house is really lived in. People keep fewer rooms and less warmth than
/// they say, and nobody knows a stove's efficiency; a bill tells of all three together, and cannot
/// tell them from one another. So each is moved from what was stated as little as the bill asks
/// for, by what is usual: a maximum a posteriori fit within bounds, by Gauss and Newton. Leaks stay
/// as surveyed: a bill does not tell them from the set point.
namespace longju::estimate {

/// How well a bill is remembered, and the winter it was for: 1 σ of its logarithm; engineering
/// estimate.
inline constexpr double bill_sigma = 0.05;
/// More than this share of a bill unexplained at the bounds, and the house or the bill was
/// described wrongly: a tenth, what tonnes by the cart are good for (engineering estimate).
inline constexpr double largest_residual = 0.1;

/// By how much what is said is usually off (1 σ), and what is possible; engineering estimates.
inline constexpr double day_set_point_sigma_k = 1.5;
inline constexpr Range<double> day_set_point_bounds_k{-5.0, 0.0, 4.0};  ///< Beside the stated one.
inline constexpr double heated_share_sigma = 0.15;
inline constexpr Range<double> heated_share_bounds{0.3, 1.0, 1.0};

/// One way of living in a house.
struct Living {
    double day_c = 16.0;
    double heated_share = 1.0;
    double efficiency = 0.4;  ///< Of the main heater; of a heat pump by its COP points.
};

/// Energy to be bought for the main heater in a typical year, kWh, of each way of living.
using BoughtModel = std::function<std::vector<double>(std::span<const Living>)>;

/// One thing the bill may move.
struct Parameter {
    Lived what = Lived::SetPoint;
    double Living::*value = nullptr;
    double sigma = 1.0;
    double least = 0.0, most = 0.0;  ///< The stated one lies between them.
    double step = 0.1;               ///< For its derivative.
};

/// Moves `parameters` from `stated` until the model buys `bought_kwh`. Without parameters only the
/// residual is told.
Calibration fit(double bought_kwh, const Living& stated, std::span<const Parameter> parameters,
                const BoughtModel& model);

/// What may be moved in this house: not what was measured there, and no more than its heater can.
std::vector<Parameter> parameters_of(const house::House& house, const energy::Heater& heater,
                                     bool down);

/// Energy of all fuels bought, kWh, as if burnt in the main heater: electricity in a stove house
/// (blankets, small heaters) gives all of its energy to the room and counts for what the stove
/// would have needed. A fuel that is not known counts nothing.
double bought_energy_kwh(const std::vector<house::FuelBought>& bought, const energy::Heater& heater,
                         const energy::EnergyLibrary& library);

/// The fuels bought last winter against the house at its stated habit. `as_stated` says how it is
/// computed; its `house` is the one before. Unused when nothing that is known was bought or the
/// model needs no heat.
Calibration calibrate(const std::vector<house::FuelBought>& bought,
                      const energy::DemandInputs& as_stated);

/// The habit and the heaters as the bill says they are; the same without one.
house::Habit lived(house::Habit habit, const Calibration& calibration);
energy::EnergyLibrary lived(energy::EnergyLibrary library, std::string_view heater_id,
                            const Calibration& calibration);

/// A question that finds out why a bill is refused.
struct Ask {
    std::string_view zh, en;
};
Ask ask(BillDoubt doubt);

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
