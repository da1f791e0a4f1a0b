// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/fuel_price.h"

#include "estimate/electricity_tariff.h"

namespace longju::estimate {

namespace {

double fen(Money money) { return static_cast<double>(money.in_fen()); }

}  // namespace

FuelPrice::FuelPrice(const energy::Fuel& fuel, std::optional<double> known_fen_per_unit)
    : fuel_(&fuel), known_fen_per_unit_(known_fen_per_unit) {}

double FuelPrice::cost_fen(double amount, Level level) const {
    if (known_fen_per_unit_) return amount * *known_fen_per_unit_;
    const Range<Money>& price = fuel_->price_per_unit;
    if (fuel_->id == electricity_id && level == Level::Typical) {
        return fen(heating_electricity(amount, tariff_of(*fuel_)));
    }
    switch (level) {
        case Level::Low:
            return amount * fen(price.low);
        case Level::Typical:
            return amount * fen(price.typical);
        case Level::High:
            return amount * fen(price.high);
    }
    return amount * fen(price.typical);
}

std::optional<double> known_fen_per_unit(std::string_view fuel_id,
                                         const house::Household& household,
                                         std::optional<Money> electricity_per_kwh) {
    if (fuel_id == electricity_id && electricity_per_kwh) return fen(*electricity_per_kwh);
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

}  // namespace longju::estimate
