// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/year_result.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "estimate/uncertainty.h"

namespace longju::estimate {

namespace {

// Places of the assumptions in a Levels vector; the price of each fuel follows.
enum Assumption : std::size_t { Winter, Household, Realised, HeaterBefore, HeaterAfter, Prices };

/// Figures of one scenario before amounts and costs of each fuel.
enum Figure : std::size_t {
    Cost,
    CostAfter,
    Saved,
    Co2,
    Co2After,
    Co2Saved,
    Coal,
    CoalAfter,
    CoalSaved,
    FuelFigures
};

double share(double part, double whole) { return whole > 0.0 ? part / whole : 0.0; }

/// Efficiency at a level by the typical one.
double relative(const energy::Heater& heater, Level level) {
    return at(heater.efficiency, level) / heater.efficiency.typical;
}

/// How the computed years are read.
struct Reading {
    bool billed = false;      ///< A bill says what was bought; else the heater's efficiency counts.
    double scale = 1.0;       ///< Of the computed year: the calibration factor.
    Range<double> household;  ///< Of the computed year: what is not known of the household.
    Range<double> realised;   ///< Share of the computed saving that is seen.
    std::vector<MixPart> mix;  ///< What the house burns before.
};

/// A fuel of a mix with the place of its price among the assumptions.
struct PricedPart {
    MixPart part;
    std::size_t price = 0;
    double beside_heating = 0.0;  ///< Units a year that do not go by the heat.
};

/// One comparison as a function of its assumptions.
class Scenarios {
public:
    Scenarios(const ComparisonInputs& in, const Reading& reading)
        : in_(in), reading_(reading), same_heater_(in.heater_before.id == in.heater_after.id) {
        for (const MixPart& part : reading.mix) {
            const FuelPrice price =
                reading.billed ? price_of_today(*part.fuel, in.household, in.electricity_per_kwh)
                               : price_of_new(*part.fuel, in.household, in.electricity_per_kwh);
            before_.push_back({part, place_of(price)});
        }
        after_ = before_;
        if (same_heater_) return;
        const energy::Fuel& fuel = in.library.fuel(in.heater_after.fuel_id);
        const FuelPrice price = price_of_new(fuel, in.household, in.electricity_per_kwh);
        after_ = {{{&fuel, 1.0 / fuel.energy_per_unit.value}, place_of(price)}};
        move_cooking();
    }

    std::size_t assumptions() const { return Prices + prices_.size(); }
    const std::vector<PricedPart>& before() const { return before_; }
    const std::vector<PricedPart>& after() const { return after_; }

    Figures figures(const Levels& levels) const {
        const Energies energies = energies_kwh(levels);
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

private:
    struct Energies {
        double before = 0.0;
        double after = 0.0;
    };
    struct Sums {
        double cost_fen = 0.0, co2_kg = 0.0, coal_kg = 0.0;
    };

    /// The fire under a kang cooks, too. Whoever gives it up cooks by induction: what the pots need
    /// by 0.85 (GB 21456-2014 grade 3, from memory), so that the saving is not made to look larger.
    void move_cooking() {
        constexpr double induction_efficiency = 0.85;
        const bool moved = in_.heater_before.kang_per_day > KilowattHours{0.0} &&
                           in_.heater_after.kang_per_day <= KilowattHours{0.0};
        const energy::Fuel* const electricity = in_.library.find_fuel("electricity");
        if (!moved || electricity == nullptr) return;
        const double units = in_.after.cooking.value / induction_efficiency;
        for (PricedPart& part : after_) {
            if (part.part.fuel == electricity) return void(part.beside_heating = units);
        }
        const FuelPrice price = price_of_new(*electricity, in_.household, in_.electricity_per_kwh);
        after_.push_back({{electricity, 0.0}, place_of(price), units});
    }

    /// Equal prices are one assumption.
    std::size_t place_of(const FuelPrice& price) {
        const auto found = std::ranges::find(prices_, price);
        const auto place = static_cast<std::size_t>(found - prices_.begin());
        if (found == prices_.end()) prices_.push_back(price);
        return place;
    }

    /// Energy bought for the main heater, before and after. Useful heat after is that before less
    /// the realised part of the computed saving; the seasonal efficiency of each heater is that of
    /// the computed year, moved by its level.
    Energies energies_kwh(const Levels& levels) const {
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

        // A bill says what was bought, whatever the heater's efficiency; without one it counts.
        const double by_efficiency = reading_.billed ? 1.0 : 1.0 / moved_before;
        Energies energies;
        energies.before = computed_before * reading_.scale * at(winter_spread, levels[Winter]) *
                          at(reading_.household, levels[Household]) * by_efficiency;
        const double computed_saving = 1.0 - share(heat_after, heat_before);
        // What gets worse is not softened by habits.
        const double seen = computed_saving > 0.0 ? at(reading_.realised, levels[Realised]) : 1.0;
        energies.after = energies.before * share(efficiency_before, efficiency_after) *
                         (1.0 - seen * computed_saving);
        return energies;
    }

    Sums add_fuels(std::span<const PricedPart> mix, double energy_kwh, const Levels& levels,
                   Figures& figures) const {
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

    const ComparisonInputs& in_;
    const Reading& reading_;
    bool same_heater_;
    std::vector<PricedPart> before_, after_;
    std::vector<FuelPrice> prices_;
};

Range<Money> money(const Range<double>& fen) {
    const auto whole = [](double value) { return Money::fen(1).multiply_rounded(value); };
    return {whole(fen.low), whole(fen.typical), whole(fen.high)};
}

Range<Kilograms> kilograms(const Range<double>& kg) {
    return {Kilograms{kg.low}, Kilograms{kg.typical}, Kilograms{kg.high}};
}

/// Amounts and costs cannot be negative, however wide their range.
Range<double> not_negative(Range<double> range) {
    range.low = std::max(range.low, 0.0);
    return range;
}

/// What a fuel's amount sends out: a mix goes up and down as one, so the ends of its parts add up.
void add(Range<Kilograms>& sum, const Range<double>& amount, Kilograms per_unit) {
    sum.low += per_unit * amount.low;
    sum.typical += per_unit * amount.typical;
    sum.high += per_unit * amount.high;
}

YearResult year_of(const energy::Demand& demand, std::string_view main_fuel,
                   const std::vector<PricedPart>& mix, std::span<const Range<double>> all,
                   std::size_t first_fuel, const std::array<Figure, 3>& places) {
    YearResult year{.demand = demand};
    for (std::size_t i = 0; i < mix.size(); ++i) {
        const Range<double> amount = not_negative(all[first_fuel + 2 * i]);
        year.fuels.push_back({.fuel_id = mix[i].part.fuel->id,
                              .amount = amount,
                              .cost = money(not_negative(all[first_fuel + 2 * i + 1]))});
        add(year.so2, amount, mix[i].part.fuel->so2_per_unit);
        add(year.pm25, amount, mix[i].part.fuel->pm25_per_unit);
        if (mix[i].part.fuel->id == main_fuel) year.fuel_amount = amount;
    }
    year.heating_cost = money(not_negative(all[places[0]]));
    year.co2 = kilograms(not_negative(all[places[1]]));
    year.coal_equivalent = kilograms(not_negative(all[places[2]]));
    return year;
}

Comparison compare(const ComparisonInputs& in, const Scenarios& scenarios) {
    const auto all = ranges(scenarios.assumptions(),
                            [&](const Levels& levels) { return scenarios.figures(levels); });
    const std::size_t fuels_after = FuelFigures + 2 * scenarios.before().size();
    Comparison comparison;
    comparison.before = year_of(in.before, in.heater_before.fuel_id, scenarios.before(), all,
                                FuelFigures, {Cost, Co2, Coal});
    comparison.after = year_of(in.after, in.heater_after.fuel_id, scenarios.after(), all,
                               fuels_after, {CostAfter, Co2After, CoalAfter});
    comparison.saved = money(all[Saved]);
    comparison.co2_saved = kilograms(all[Co2Saved]);
    comparison.coal_saved = kilograms(all[CoalSaved]);
    return comparison;
}

}  // namespace

Comparison compare_habit(const ComparisonInputs& in, const Calibration& calibration) {
    const Reading reading{
        .billed = calibration.used,
        .scale = calibration.factor,
        .household = calibration.used ? exactly(1.0) : uncalibrated_spread,
        .realised = realised_share,
        .mix = mix_of(calibration, in.household.bought, in.heater_before, in.library)};
    return compare(in, Scenarios(in, reading));
}

Comparison compare_comfort(const ComparisonInputs& in) {
    const Reading reading{.household = model_spread,
                          .realised = exactly(1.0),
                          .mix = mix_of({}, {}, in.heater_before, in.library)};
    return compare(in, Scenarios(in, reading));
}

}  // namespace longju::estimate
