// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string_view>

#include "core/money.h"
#include "energy/demand.h"
#include "energy/fuel.h"
#include "estimate/estimate.h"
#include "estimate/uncertainty.h"
#include "house/household.h"

namespace longju::estimate {

/// What a household pays for electricity beside the price book.
struct PowerTerms {
    std::optional<Money> per_kwh;  ///< By its bill.
    Money valley_per_kwh;
    double valley_share = 0.0;  ///< Of what heats, taken in the hours of the valley.
};

/// The valley's share is that of the electric heater, before or after: storage heaters charge in
/// it (that is what they are for), others take there what the hours ask for.
PowerTerms power_terms(const EstimateInputs& inputs, const energy::Demand& before,
                       const energy::Heater& heater_before, const energy::Demand& after,
                       const energy::Heater& heater_after);

/// What a year's amount of one fuel costs a household.
class FuelPrice {
public:
    /// By the price book; electricity by tiers. Low as if all heating were in the first tier (which
    /// provinces may grant, 发改价格〔2017〕1684号), typically by tiers on top of the other use,
    /// high as if all were in the third. `by_book` scales the book.
    explicit FuelPrice(const energy::Fuel& fuel, double by_book = 1.0)
        : fuel_(&fuel), by_book_(by_book) {}

    /// The same, with this share of it at the price of the valley.
    FuelPrice with_valley(Money per_kwh, double share) const;

    /// What is really paid for each unit; the same in every case of a range.
    static FuelPrice known(const energy::Fuel& fuel, double fen_per_unit);

    const energy::Fuel& fuel() const { return *fuel_; }

    /// Fen for `amount` units a year.
    double cost_fen(double amount, Level level) const;

    bool operator==(const FuelPrice&) const = default;

private:
    const energy::Fuel* fuel_;
    double by_book_;
    double valley_fen_ = 0.0, valley_share_ = 0.0;
    std::optional<double> known_fen_per_unit_;
};

/// The price of a fuel that the household buys already: what it paid by its bills (for electricity,
/// its price per kWh first), else the price book.
FuelPrice price_of_today(const energy::Fuel& fuel, const house::Household& household,
                         const PowerTerms& power);

/// The price of the fuel of a new heater. What the household pays for a kWh today is the first
/// tier's price: a winter of heating with electricity climbs through the tiers above it.
FuelPrice price_of_new(const energy::Fuel& fuel, const house::Household& household,
                       const PowerTerms& power);

}  // namespace longju::estimate
