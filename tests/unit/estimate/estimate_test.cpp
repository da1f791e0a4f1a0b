// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/estimate.h"

#include <algorithm>
#include <cmath>

#include "catch2/catch_test_macros.hpp"
#include "estimate/calibration.h"
#include "unit/estimate/small_reference.h"

using namespace longju;
using namespace longju::estimate;

namespace {

Estimate estimated(const EstimateInputs& inputs) {
    const Reference reference = sample::reference();
    auto result = estimate::estimate(inputs, reference, sample::year());
    REQUIRE(result.has_value());
    return *std::move(result);
}

template <class T>
bool in_order(const Range<T>& range) {
    return range.low <= range.typical && range.typical <= range.high;
}

bool in_order(const YearResult& year) {
    return in_order(year.fuel_amount) && in_order(year.heating_cost) && in_order(year.co2) &&
           in_order(year.coal_equivalent);
}

}  // namespace

TEST_CASE("insulation lowers demand, fuel, money and carbon in both comparisons") {
    const Estimate e = estimated(sample::inputs());

    CHECK(e.wall_u_after < e.wall_u_before);
    CHECK(e.ceiling_u_after < e.ceiling_u_before);
    for (const Comparison* comparison : {&e.habit, &e.comfort}) {
        CHECK(comparison->after.demand.heat < comparison->before.demand.heat);
        CHECK(comparison->after.fuel_amount.typical < comparison->before.fuel_amount.typical);
        CHECK(comparison->saved.low > Money{});
        CHECK(comparison->co2_saved.typical > Kilograms{});
        CHECK(in_order(comparison->before));
        CHECK(in_order(comparison->after));
        CHECK(in_order(comparison->saved));
    }
}

TEST_CASE("the comfort standard asks for more than today's habits") {
    const Estimate e = estimated(sample::inputs());

    CHECK(e.comfort.before.demand.heat > e.habit.before.demand.heat);
    CHECK(e.comfort.before.heating_cost.typical > e.habit.before.heating_cost.typical);
}

TEST_CASE("a small stove limits today's winter but not the comfort comparison") {
    EstimateInputs inputs = sample::inputs();
    Reference reference = sample::reference();
    const auto with_stove_of = [&](double kw) {
        reference.energy.heaters.front().capacity = Kilowatts{kw};
        return *estimate::estimate(inputs, reference, sample::year());
    };

    const Estimate small = with_stove_of(3);
    const Estimate large = with_stove_of(30);

    CHECK(small.habit.before.demand.heat < large.habit.before.demand.heat);
    CHECK(small.comfort.before.demand.heat == large.comfort.before.demand.heat);
}

TEST_CASE("the bill sets today's winter when the house can explain it") {
    EstimateInputs inputs = sample::inputs();
    const double computed_t = estimated(inputs).habit.before.demand.fuel.amount;
    inputs.household.bought = {{"coal", computed_t * 0.7, Money::yuan(3000)}};

    const Estimate e = estimated(inputs);

    CHECK(e.calibration.used);
    CHECK(std::abs(e.calibration.factor() - 0.7) < 1e-9);
    CHECK(e.calibration.fitted.size() == 3);
    CHECK(std::abs(e.calibration.scale() - 1.0) <= largest_residual);
    CHECK(std::abs(e.habit.before.fuel_amount.typical - computed_t * 0.7) < 1e-9);
    CHECK(e.habit.before.heating_cost.typical == Money::yuan(3000));
    // The rooms are kept cooler than was said, and the walls do not care who pays.
    CHECK(e.habit.before.demand.heat < estimated(sample::inputs()).habit.before.demand.heat);
    CHECK(e.comfort.before.demand.heat == estimated(sample::inputs()).comfort.before.demand.heat);
}

TEST_CASE("a bill that no way of living explains is told and not used") {
    EstimateInputs inputs = sample::inputs();
    inputs.household.bought = {{"coal", 0.3, std::nullopt}};

    const Estimate e = estimated(inputs);

    CHECK(e.calibration.refused());
    CHECK_FALSE(e.calibration.used);
    CHECK(e.habit.before.demand.heat == estimated(sample::inputs()).habit.before.demand.heat);
    CHECK(e.habit.saved == estimated(sample::inputs()).habit.saved);
}

TEST_CASE("own straw costs nothing but hours of work") {
    EstimateInputs inputs = sample::inputs();
    const double computed_t = estimated(inputs).habit.before.demand.fuel.amount;
    inputs.household.bought = {{"coal", computed_t * 0.5, Money::yuan(3000)},
                               {"straw", computed_t * 0.5, Money{}}};

    const auto& fuels = estimated(inputs).habit.before.fuels;

    REQUIRE(fuels.size() == 2);
    CHECK(fuels[0].own_labour_h == 0.0);
    CHECK(fuels[1].cost.high == Money{});
    CHECK(std::abs(fuels[1].own_labour_h - fuels[1].amount.typical * 12.0) < 1e-6);
}

TEST_CASE("a house to be built has no bill, whatever was bought for the old one") {
    const Reference reference = sample::reference();
    EstimateInputs inputs = inputs_for_design(reference.designs.front(), reference);
    inputs.household.bought = {{"coal", 4.0, Money::yuan(4000)}};

    const auto e = estimate::estimate(inputs, reference, sample::year());

    REQUIRE(e.has_value());
    CHECK_FALSE(e->calibration.used);
}

TEST_CASE("with a new heater the after-cost is that of the new fuel") {
    EstimateInputs inputs = sample::inputs();
    inputs.scheme.choices.push_back({"heater", "pellet"});

    const Estimate e = estimated(inputs);

    CHECK(e.habit.before.demand.fuel.fuel_id == "coal");
    CHECK(e.habit.after.demand.fuel.fuel_id == "pellet");
    CHECK(e.habit.after.fuels.front().fuel_id == "pellet");
    CHECK(e.habit.after.co2.typical == Kilograms{});
}

TEST_CASE("an empty scheme changes nothing and costs nothing") {
    EstimateInputs inputs = sample::inputs();
    inputs.scheme.choices.clear();

    const Estimate e = estimated(inputs);

    CHECK(e.after_house == inputs.house);
    CHECK(e.habit.saved == exactly(Money{}));
    CHECK(e.quote.total == exactly(Money{}));
    CHECK(e.finance.net_present_value == exactly(Money{}));
    CHECK_FALSE(e.finance.payback.has_value());
    CHECK(e.days_high == 0);
}

TEST_CASE("the same inputs give the same estimate, and what they name is on it") {
    const EstimateInputs inputs = sample::inputs();

    const Estimate first = estimated(inputs);
    const Estimate second = estimated(inputs);

    CHECK(first.habit.saved == second.habit.saved);
    CHECK(first.finance.net_present_value == second.finance.net_present_value);
    CHECK(first.climate_name == "试验站");
    CHECK(first.climate_km == 42);
    CHECK(first.catalog_version == "test-catalog");
    CHECK(first.rules_version == "test-rules");
    CHECK(first.prices_version == "test-prices");
    CHECK(first.outside_work);
    CHECK(first.days_low == 7);
    CHECK(first.days_high == 13);
}

TEST_CASE("weather kept from another house does not change the answer") {
    const Reference reference = sample::reference();
    const climate::Year year = sample::year();
    energy::Weather weather(year);
    EstimateInputs turned = sample::inputs();
    turned.house.azimuth = Degrees{30};
    REQUIRE(estimate::estimate(turned, reference, weather).has_value());

    const auto kept = estimate::estimate(sample::inputs(), reference, weather);

    REQUIRE(kept.has_value());
    CHECK(kept->habit.after.demand.heat == estimated(sample::inputs()).habit.after.demand.heat);
}

TEST_CASE("a choice that is unknown or does not fit counts nowhere") {
    EstimateInputs inputs = sample::inputs();
    // Walls of modules need a new house.
    inputs.scheme.choices = {{"ceiling", "eps100"}, {"wall", "module"}, {"wings", "two"}};

    const Estimate e = estimated(inputs);

    CHECK(e.after_house.wall == inputs.house.wall);
    CHECK(e.days_high == 3);
    CHECK(e.finance.life == Years{20});
    CHECK(e.quote.lines.size() == 1);
}

TEST_CASE("a house that cannot be and a heater nobody knows have no estimate") {
    const Reference reference = sample::reference();
    EstimateInputs no_rooms = sample::inputs();
    no_rooms.house.plan.rooms.clear();
    EstimateInputs no_heater = sample::inputs();
    no_heater.house.heater_id = "fire";

    CHECK_FALSE(estimate::estimate(no_rooms, reference, sample::year()).has_value());
    CHECK_FALSE(estimate::estimate(no_heater, reference, sample::year()).has_value());
}

TEST_CASE("a place without a known station is still computed, without limits") {
    EstimateInputs inputs = sample::inputs();
    inputs.place.division_code = "";

    const Estimate e = estimated(inputs);

    CHECK(e.limits_before.empty());
    CHECK(e.climate_km == 0);
    CHECK(e.comfort.after.demand.design_load > Kilowatts{});
}

TEST_CASE("PV yields money as a scenario of its own, never as heating money") {
    EstimateInputs inputs = sample::inputs();
    const Estimate without = estimated(inputs);
    inputs.scheme.choices.push_back({"pv", "kw5"});

    const Estimate with = estimated(inputs);

    REQUIRE(with.pv.has_value());
    CHECK(with.pv->value_per_year.low > Money{});
    CHECK(with.habit.saved == without.habit.saved);
    CHECK(with.finance.cost.typical > without.finance.cost.typical);
    CHECK(with.finance.payback == without.finance.payback);
}
