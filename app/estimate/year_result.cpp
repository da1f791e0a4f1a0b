// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/year_result.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "estimate/scenarios.h"
#include "estimate/uncertainty.h"

namespace longju::estimate {

namespace {

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
        const energy::Fuel& fuel = *mix[i].part.fuel;
        const Range<Money> cost = money(not_negative(all[first_fuel + 2 * i + 1]));
        const bool own = cost.high == Money{};
        year.fuels.push_back(
            {.fuel_id = fuel.id,
             .amount = amount,
             .cost = cost,
             .own_labour_h = own ? amount.typical * fuel.own_labour_h_per_unit : 0.0});
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
    return compare(in, Scenarios(in, habit_reading(in, calibration)));
}

Comparison compare_comfort(const ComparisonInputs& in) {
    return compare(in, Scenarios(in, comfort_reading(in)));
}

}  // namespace longju::estimate
