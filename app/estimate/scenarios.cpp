// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/scenarios.h"

#include <algorithm>
#include <utility>

namespace longju::estimate {

namespace {

double share(double part, double whole) { return whole > 0.0 ? part / whole : 0.0; }

/// Efficiency at a level by the typical one.
double relative(const energy::Heater& heater, Level level) {
    return at(heater.efficiency, level) / heater.efficiency.typical;
}

}  // namespace

Reading habit_reading(const ComparisonInputs& in, const Calibration& calibration) {
    return {.billed = calibration.used,
            .scale = calibration.scale(),
            .household = calibration.used ? exactly(1.0) : uncalibrated_spread,
            .realised = realised_share,
            .mix = mix_of(calibration, in.household.bought, in.heater_before, in.library)};
}

Reading comfort_reading(const ComparisonInputs& in) {
    return {.household = model_spread,
            .realised = exactly(1.0),
            .mix = mix_of({}, {}, in.heater_before, in.library)};
}

Scenarios::Scenarios(const ComparisonInputs& in, Reading reading)
    : in_(in),
      reading_(std::move(reading)),
      same_heater_(in.heater_before.id == in.heater_after.id) {
    for (const MixPart& part : reading_.mix) {
        const FuelPrice price = reading_.billed ? price_of_today(*part.fuel, in.household, in.power)
                                                : price_of_new(*part.fuel, in.household, in.power);
        before_.push_back({part, place_of(price)});
    }
    after_ = before_;
    if (same_heater_) return;
    const energy::Fuel& fuel = in.library.fuel(in.heater_after.fuel_id);
    const FuelPrice price = price_of_new(fuel, in.household, in.power);
    after_ = {{{&fuel, 1.0 / fuel.energy_per_unit.value}, place_of(price)}};
    move_cooking();
}

Figures Scenarios::figures(const Levels& levels, const HeatRatios& ratios) const {
    const Energies energies = energies_kwh(levels, ratios);
    Figures figures(FuelFigures);
    const Sums before = add_fuels(before_, energies.before, levels, figures);
    const Sums after = add_fuels(after_, energies.after, levels, figures);
    figures[Cost] = before.cost_fen;
    figures[CostAfter] = after.cost_fen;
    figures[Saved] = before.cost_fen - after.cost_fen;
    figures[Co2] = before.co2_kg;
    figures[Co2After] = after.co2_kg;
    figures[Co2Saved] = before.co2_kg - after.co2_kg;
    figures[Coal] = before.coal_kg;
    figures[CoalAfter] = after.coal_kg;
    figures[CoalSaved] = before.coal_kg - after.coal_kg;
    return figures;
}

/// The fire under a kang cooks, too. Whoever gives it up cooks by induction: what the pots need
/// by 0.85 (GB 21456-2014 grade 3, from memory), so that the saving is not made to look larger.
void Scenarios::move_cooking() {
    constexpr double induction_efficiency = 0.85;
    const bool moved = in_.heater_before.kang_per_day > KilowattHours{0.0} &&
                       in_.heater_after.kang_per_day <= KilowattHours{0.0};
    const energy::Fuel* const electricity = in_.library.find_fuel("electricity");
    if (!moved || electricity == nullptr) return;
    const double units = in_.after.cooking.value / induction_efficiency;
    for (PricedPart& part : after_) {
        if (part.part.fuel == electricity) return void(part.beside_heating = units);
    }
    // The pots cook by day.
    const FuelPrice price =
        price_of_new(*electricity, in_.household, {.per_kwh = in_.power.per_kwh});
    after_.push_back({{electricity, 0.0}, place_of(price), units});
}

/// Equal prices are one assumption.
std::size_t Scenarios::place_of(const FuelPrice& price) {
    const auto found = std::ranges::find(prices_, price);
    const auto place = static_cast<std::size_t>(found - prices_.begin());
    if (found == prices_.end()) prices_.push_back(price);
    return place;
}

/// Energy bought for the main heater, before and after. Useful heat after is that before less
/// the realised part of the computed saving; the seasonal efficiency of each heater is that of
/// the computed year, moved by its level.
Scenarios::Energies Scenarios::energies_kwh(const Levels& levels, const HeatRatios& ratios) const {
    const double lhv_before = in_.library.fuel(in_.heater_before.fuel_id).energy_per_unit.value;
    const double lhv_after = in_.library.fuel(in_.heater_after.fuel_id).energy_per_unit.value;
    const double computed_before = in_.before.fuel.amount * lhv_before;
    const double computed_after = in_.after.fuel.amount * lhv_after;
    const double heat_before = in_.before.heat.value;
    const double heat_after = in_.after.heat.value;

    const double moved_before = relative(in_.heater_before, levels[HeaterBefore]);
    const double moved_after =
        same_heater_ ? moved_before : relative(in_.heater_after, levels[HeaterAfter]);
    const double efficiency_before = share(heat_before, computed_before) * moved_before;
    const double efficiency_after = share(heat_after, computed_after) * moved_after;

    // A bill says what was bought, whatever the heater's efficiency and however the house is
    // described; without one both count.
    const double by_description = reading_.billed ? 1.0 : ratios.before / moved_before;
    Energies energies;
    energies.before = computed_before * reading_.scale * at(winter_spread, levels[Winter]) *
                      at(reading_.household, levels[Household]) * by_description;
    const double computed_saving =
        1.0 - share(heat_after * ratios.after, heat_before * ratios.before);
    // What gets worse is not softened by habits.
    const double seen = computed_saving > 0.0 ? at(reading_.realised, levels[Realised]) : 1.0;
    energies.after = energies.before * share(efficiency_before, efficiency_after) *
                     (1.0 - seen * computed_saving);
    return energies;
}

Scenarios::Sums Scenarios::add_fuels(std::span<const PricedPart> mix, double energy_kwh,
                                     const Levels& levels, Figures& figures) const {
    Sums sums;
    for (const auto& [part, price, beside_heating] : mix) {
        const double amount = energy_kwh * part.units_per_kwh + beside_heating;
        const double cost_fen = prices_[price].cost_fen(amount, levels[Prices + price]);
        figures.push_back(amount);
        figures.push_back(cost_fen);
        sums.cost_fen += cost_fen;
        sums.co2_kg += amount * part.fuel->co2_per_unit.value;
        sums.coal_kg += amount * part.fuel->coal_equivalent_per_unit.value;
    }
    return sums;
}

}  // namespace longju::estimate
