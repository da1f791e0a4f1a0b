// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string_view>

#include "core/money.h"
#include "energy/fuel.h"
#include "estimate/uncertainty.h"
#include "house/household.h"

namespace longju::estimate {

/// What a year's amount of one fuel costs this household.
class FuelPrice {
public:
    /// `known_per_unit`: what the household really pays; then the price book is not asked.
    FuelPrice(const energy::Fuel& fuel, std::optional<double> known_fen_per_unit);

    const energy::Fuel& fuel() const { return *fuel_; }

    /// Fen for `amount` units a year. Electricity: low as if all heating were in the first tier
    /// (which provinces may grant, 发改价格〔2017〕1684号), typically by tiers on top of the other
    /// use, high as if all were in the third.
    double cost_fen(double amount, Level level) const;

private:
    const energy::Fuel* fuel_;
    std::optional<double> known_fen_per_unit_;
};

/// The price the household paid for that fuel, by its bills; for electricity its own price per kWh.
std::optional<double> known_fen_per_unit(std::string_view fuel_id,
                                         const house::Household& household,
                                         std::optional<Money> electricity_per_kwh);

}  // namespace longju::estimate
