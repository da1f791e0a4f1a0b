// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/fuel_price.h"

#include "estimate/electricity_tariff.h"

namespace longju::estimate {

namespace {

/// Nothing when no bill of that fuel says what was paid.
std::optional<double> paid_fen_per_unit(std::string_view fuel_id,
                                        const house::Household& household) {
    double amount = 0.0;
    double paid_fen = 0.0;
    for (const house::FuelBought& bought : household.bought) {
        if (bought.fuel_id != fuel_id || !bought.paid || bought.amount <= 0.0) continue;
        amount += bought.amount;
        paid_fen += as_fen(*bought.paid);
    }
    if (amount <= 0.0) return std::nullopt;
    return paid_fen / amount;
}

}  // namespace

PowerTerms power_terms(const EstimateInputs& inputs, const energy::Demand& before,
                       const energy::Heater& heater_before, const energy::Demand& after,
                       const energy::Heater& heater_after) {
    PowerTerms terms{.per_kwh = inputs.user_electricity_price};
    if (!inputs.valley) return terms;
    const bool now = after.electricity_kwh.empty();
    const std::vector<float>& hours = now ? before.electricity_kwh : after.electricity_kwh;
    if (hours.empty()) return terms;
    terms.valley_per_kwh = inputs.valley->per_kwh;
    if ((now ? heater_before : heater_after).kind == energy::HeaterKind::StorageElectric) {
        terms.valley_share = 1.0;
        return terms;
    }
    double all = 0.0;
    double in_valley = 0.0;
    for (std::size_t h = 0; h < hours.size(); ++h) {
        all += static_cast<double>(hours[h]);
        const int clock = climate::hour_of_day(static_cast<int>(h));
        if (inputs.valley->holds(clock)) in_valley += static_cast<double>(hours[h]);
    }
    terms.valley_share = all > 0.0 ? in_valley / all : 0.0;
    return terms;
}

FuelPrice FuelPrice::known(const energy::Fuel& fuel, double fen_per_unit) {
    FuelPrice price(fuel);
    price.known_fen_per_unit_ = fen_per_unit;
    return price;
}

FuelPrice FuelPrice::with_valley(Money per_kwh, double share) const {
    FuelPrice price = *this;
    price.valley_fen_ = as_fen(per_kwh);
    price.valley_share_ = share;
    return price;
}

double FuelPrice::cost_fen(double all, Level level) const {
    const double valley_fen = all * valley_share_ * valley_fen_;
    const double amount = all * (1.0 - valley_share_);
    if (known_fen_per_unit_) return valley_fen + amount * *known_fen_per_unit_;
    const Range<Money>& price = fuel_->price_per_unit;
    const double typical_fen = fuel_->id == electricity_id
                                   ? as_fen(heating_electricity(amount, tariff_of(*fuel_)))
                                   : amount * as_fen(price.typical);
    return valley_fen +
           by_book_ *
               at({amount * as_fen(price.low), typical_fen, amount * as_fen(price.high)}, level);
}

FuelPrice price_of_today(const energy::Fuel& fuel, const house::Household& household,
                         const PowerTerms& power) {
    if (fuel.id == electricity_id && power.per_kwh) {
        return FuelPrice::known(fuel, as_fen(*power.per_kwh));
    }
    const auto paid = paid_fen_per_unit(fuel.id, household);
    return paid ? FuelPrice::known(fuel, *paid) : FuelPrice(fuel);
}

FuelPrice price_of_new(const energy::Fuel& fuel, const house::Household& household,
                       const PowerTerms& power) {
    if (fuel.id != electricity_id) return price_of_today(fuel, household, power);
    const Money first_tier = fuel.price_per_unit.low;
    const bool by_bill = power.per_kwh && first_tier > Money{};
    const FuelPrice price(fuel, by_bill ? as_fen(*power.per_kwh) / as_fen(first_tier) : 1.0);
    return price.with_valley(power.valley_per_kwh, power.valley_share);
}

}  // namespace longju::estimate
