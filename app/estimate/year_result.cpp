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

/// One comparison as a function of its assumptions.
class Scenarios {
public:
    Scenarios(const ComparisonInputs& in, double scale, const Range<double>& household,
              const Range<double>& realised, std::vector<MixPart> mix_before)
        : in_(in),
          same_heater_(in.heater_before.id == in.heater_after.id),
          scale_(scale),
          household_(household),
          realised_(realised),
          mix_before_(std::move(mix_before)) {
        const energy::Fuel& fuel_after = in.library.fuel(in.heater_after.fuel_id);
        mix_after_ =
            same_heater_
                ? mix_before_
                : std::vector<MixPart>{{&fuel_after, 1.0 / fuel_after.energy_per_unit.value}};
        for (const auto* mix : {&mix_before_, &mix_after_}) {
            for (const MixPart& part : *mix) add_price(*part.fuel);
        }
    }

    std::size_t assumptions() const { return Prices + prices_.size(); }
    const std::vector<MixPart>& mix_before() const { return mix_before_; }
    const std::vector<MixPart>& mix_after() const { return mix_after_; }

    Figures figures(const Levels& levels) const {
        const Energies energies = energies_kwh(levels);
        Figures figures(FuelFigures);
        const Sums before = add_fuels(mix_before_, energies.before, levels, figures);
        const Sums after = add_fuels(mix_after_, energies.after, levels, figures);
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

    void add_price(const energy::Fuel& fuel) {
        const bool there = std::ranges::any_of(
            prices_, [&](const FuelPrice& price) { return &price.fuel() == &fuel; });
        if (there) return;
        prices_.emplace_back(fuel,
                             known_fen_per_unit(fuel.id, in_.household, in_.electricity_per_kwh));
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
        const double by_efficiency = household_.low == household_.high ? 1.0 : 1.0 / moved_before;
        Energies energies;
        energies.before = computed_before * scale_ * at(winter_spread, levels[Winter]) *
                          at(household_, levels[Household]) * by_efficiency;
        const double computed_saving = 1.0 - share(heat_after, heat_before);
        // What gets worse is not softened by habits.
        const double seen = computed_saving > 0.0 ? at(realised_, levels[Realised]) : 1.0;
        energies.after = energies.before * share(efficiency_before, efficiency_after) *
                         (1.0 - seen * computed_saving);
        return energies;
    }

    Sums add_fuels(std::span<const MixPart> mix, double energy_kwh, const Levels& levels,
                   Figures& figures) const {
        Sums sums;
        for (const MixPart& part : mix) {
            const double amount = energy_kwh * part.units_per_kwh;
            double cost_fen = 0.0;
            for (std::size_t i = 0; i < prices_.size(); ++i) {
                if (&prices_[i].fuel() != part.fuel) continue;
                cost_fen = prices_[i].cost_fen(amount, levels[Prices + i]);
            }
            figures.push_back(amount);
            figures.push_back(cost_fen);
            sums.cost_fen += cost_fen;
            sums.co2_kg += amount * part.fuel->co2_per_unit.value;
            sums.coal_kg += amount * part.fuel->coal_equivalent_per_unit.value;
        }
        return sums;
    }

    const ComparisonInputs& in_;
    bool same_heater_;
    double scale_;             ///< Of the computed year: the calibration factor.
    Range<double> household_;  ///< Of the computed year: what is not known of the household.
    Range<double> realised_;
    std::vector<MixPart> mix_before_, mix_after_;
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

YearResult year_of(const energy::Demand& demand, std::string_view main_fuel,
                   const std::vector<MixPart>& mix, std::span<const Range<double>> all,
                   std::size_t first_fuel, const std::array<Figure, 3>& places) {
    YearResult year{.demand = demand};
    for (std::size_t i = 0; i < mix.size(); ++i) {
        const Range<double> amount = not_negative(all[first_fuel + 2 * i]);
        year.fuels.push_back({.fuel_id = mix[i].fuel->id,
                              .amount = amount,
                              .cost = money(not_negative(all[first_fuel + 2 * i + 1]))});
        if (mix[i].fuel->id == main_fuel) year.fuel_amount = amount;
    }
    year.heating_cost = money(not_negative(all[places[0]]));
    year.co2 = kilograms(not_negative(all[places[1]]));
    year.coal_equivalent = kilograms(not_negative(all[places[2]]));
    return year;
}

Comparison compare(const ComparisonInputs& in, const Scenarios& scenarios) {
    const auto all = ranges(scenarios.assumptions(),
                            [&](const Levels& levels) { return scenarios.figures(levels); });
    const std::size_t fuels_after = FuelFigures + 2 * scenarios.mix_before().size();
    Comparison comparison;
    comparison.before = year_of(in.before, in.heater_before.fuel_id, scenarios.mix_before(), all,
                                FuelFigures, {Cost, Co2, Coal});
    comparison.after = year_of(in.after, in.heater_after.fuel_id, scenarios.mix_after(), all,
                               fuels_after, {CostAfter, Co2After, CoalAfter});
    comparison.saved = money(all[Saved]);
    comparison.co2_saved = kilograms(all[Co2Saved]);
    comparison.coal_saved = kilograms(all[CoalSaved]);
    return comparison;
}

}  // namespace

Comparison compare_habit(const ComparisonInputs& in, const Calibration& calibration) {
    const Range<double> household = calibration.used ? exactly(1.0) : uncalibrated_spread;
    const Scenarios scenarios(
        in, calibration.factor, household, realised_share,
        mix_of(calibration, in.household.bought, in.heater_before, in.library));
    return compare(in, scenarios);
}

Comparison compare_comfort(const ComparisonInputs& in) {
    const std::vector<MixPart> mix = mix_of({}, {}, in.heater_before, in.library);
    const Scenarios scenarios(in, 1.0, model_spread, exactly(1.0), mix);
    return compare(in, scenarios);
}

}  // namespace longju::estimate
