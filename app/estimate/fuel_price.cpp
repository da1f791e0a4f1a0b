// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/fuel_price.h"

#include "estimate/electricity_tariff.h"

namespace longju::estimate {

namespace {

double fen(Money money) { return static_cast<double>(money.in_fen()); }

/// Nothing when no bill of that fuel says what was paid.
std::optional<double> paid_fen_per_unit(std::string_view fuel_id,
                                        const house::Household& household) {
    double amount = 0.0;
    double paid_fen = 0.0;
    for (const house::FuelBought& bought : household.bought) {
        if (bought.fuel_id != fuel_id || !bought.paid || bought.amount <= 0.0) continue;
        amount += bought.amount;
        paid_fen += fen(*bought.paid);
    }
    if (amount <= 0.0) return std::nullopt;
    return paid_fen / amount;
}

}  // namespace

FuelPrice FuelPrice::known(const energy::Fuel& fuel, double fen_per_unit) {
    FuelPrice price(fuel);
    price.known_fen_per_unit_ = fen_per_unit;
    return price;
}

double FuelPrice::cost_fen(double amount, Level level) const {
    if (known_fen_per_unit_) return amount * *known_fen_per_unit_;
    const Range<Money>& price = fuel_->price_per_unit;
    const double typical_fen = fuel_->id == electricity_id
                                   ? fen(heating_electricity(amount, tariff_of(*fuel_)))
                                   : amount * fen(price.typical);
    return by_book_ * at({amount * fen(price.low), typical_fen, amount * fen(price.high)}, level);
}

FuelPrice price_of_today(const energy::Fuel& fuel, const house::Household& household,
                         std::optional<Money> electricity_per_kwh) {
    if (fuel.id == electricity_id && electricity_per_kwh) {
        return FuelPrice::known(fuel, fen(*electricity_per_kwh));
    }
    const auto paid = paid_fen_per_unit(fuel.id, household);
    return paid ? FuelPrice::known(fuel, *paid) : FuelPrice(fuel);
}

FuelPrice price_of_new(const energy::Fuel& fuel, const house::Household& household,
                       std::optional<Money> electricity_per_kwh) {
    if (fuel.id != electricity_id) return price_of_today(fuel, household, electricity_per_kwh);
    const Money first_tier = fuel.price_per_unit.low;
    if (!electricity_per_kwh || first_tier <= Money{}) return FuelPrice(fuel);
    return FuelPrice(fuel, fen(*electricity_per_kwh) / fen(first_tier));
}

}  // namespace longju::estimate
