// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/spread.h"

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"
#include "unit/estimate/small_reference.h"

using namespace longju;
using namespace longju::estimate;
using Catch::Matchers::WithinRel;

namespace {

/// A case answered, with what a spread needs beside it.
struct Answered {
    Reference reference = sample::reference();
    EstimateInputs inputs;
    climate::Year year = sample::year();
    energy::Weather weather{year};
    Estimate estimate;

    explicit Answered(EstimateInputs asked = sample::inputs())
        : inputs(std::move(asked)),
          estimate(*longju::estimate::estimate(inputs, reference, weather)) {}

    Spread spread(int samples = 200, std::uint64_t seed = 1) {
        return longju::estimate::spread({inputs, estimate, reference, weather, samples, seed});
    }
};

const Influence* bar(const Spread& spread, Unknown what) {
    const auto found = std::ranges::find(spread.tornado, what, &Influence::what);
    return found == spread.tornado.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("percentiles are in order, around what the estimate says") {
    Answered answered;
    const Spread s = answered.spread(400);
    CHECK(s.samples == 400);
    CHECK(s.saved_per_year.p10 < s.saved_per_year.p50);
    CHECK(s.saved_per_year.p50 < s.saved_per_year.p90);
    CHECK(s.own.p10 < s.own.p90);
    CHECK(s.payback.p10 < s.payback.p90);
    const Range<Money>& range = answered.estimate.finance.saved_per_year;
    CHECK(s.saved_per_year.p10 > range.low - (range.typical - range.low));
    CHECK(s.saved_per_year.p90 < range.high + (range.high - range.typical));
    CHECK_THAT(s.saved_per_year.p50.in_yuan(), WithinRel(range.typical.in_yuan(), 0.15));
    CHECK(s.saves_money > 0.95);
}

TEST_CASE("the same seed gives the same answer, another one nearly the same") {
    Answered answered;
    CHECK(answered.spread(300, 5).saved_per_year == answered.spread(300, 5).saved_per_year);
    const Spread a = answered.spread(300, 5);
    const Spread b = answered.spread(300, 6);
    CHECK(a.saved_per_year != b.saved_per_year);
    CHECK_THAT(a.saved_per_year.p50.in_yuan(), WithinRel(b.saved_per_year.p50.in_yuan(), 0.1));
    CHECK(a.tornado.size() == b.tornado.size());
    CHECK(a.tornado.front().width() == b.tornado.front().width());
}

TEST_CASE("a described house in the tornado saves what an estimate of that house says") {
    Answered answered;
    const Spread s = answered.spread(1);
    const Influence* const warm = bar(s, Unknown::SetPoint);
    REQUIRE(warm != nullptr);
    EstimateInputs warmer = answered.inputs;
    warmer.house.habit.day_set_point += Celsius{set_point_spread_k.high};
    warmer.house.habit.night_set_point += Celsius{set_point_spread_k.high};
    const Estimate e = *longju::estimate::estimate(warmer, answered.reference, answered.weather);
    CHECK_THAT(warm->saved_at_high.in_yuan(), WithinRel(e.habit.saved.typical.in_yuan(), 1e-3));
}

TEST_CASE("the tornado begins with the widest bar and has none without width") {
    const Spread s = Answered().spread(1);
    REQUIRE(s.tornado.size() > 3);
    for (std::size_t i = 1; i < s.tornado.size(); ++i) {
        CHECK(s.tornado[i - 1].width() >= s.tornado[i].width());
        CHECK(s.tornado[i].width() > Money{});
    }
    CHECK(bar(s, Unknown::Winter) != nullptr);
    CHECK(bar(s, Unknown::FuelPrice)->fuel_id == "coal");
    CHECK(bar(s, Unknown::HeaterAfter) == nullptr);  // The same stove stays.
}

TEST_CASE("with a bill neither the fuel's price nor the habit is uncertain any more") {
    EstimateInputs inputs = sample::inputs();
    const double computed_t = Answered(inputs).estimate.habit.before.demand.fuel.amount;
    inputs.household.bought = {{"coal", computed_t * 0.7, Money::yuan(3000)}};
    const Spread s = Answered(inputs).spread(1);
    CHECK(bar(s, Unknown::FuelPrice) == nullptr);
    CHECK(bar(s, Unknown::Habit) == nullptr);
}

TEST_CASE("nothing chosen saves exactly nothing in every sample") {
    EstimateInputs inputs = sample::inputs();
    inputs.scheme.choices.clear();
    const Spread s = Answered(inputs).spread(50);
    CHECK(s.saved_per_year == Percentiles<Money>{});
    CHECK(s.saves_money == 0.0);
    CHECK(s.tornado.empty());
}
