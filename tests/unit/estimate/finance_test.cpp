// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/finance.h"

#include <cmath>

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"
#include "unit/estimate/small_reference.h"

using namespace longju;
using namespace longju::estimate;
using Catch::Matchers::WithinRel;

namespace {

Range<Money> yuan(std::int64_t low, std::int64_t typical, std::int64_t high) {
    return {Money::yuan(low), Money::yuan(typical), Money::yuan(high)};
}

cost::QuoteLine line(const char* measure, const char* option, Range<Money> amount) {
    return {.measure_id = measure, .option_id = option, .amount = amount};
}

/// Walls for 10,000 yuan and a boiler for 8,000, without contingency.
cost::Quote quote() {
    cost::Quote quote;
    quote.lines = {line("wall", "eps100", yuan(8000, 10000, 14000)),
                   line("heater", "pellet", yuan(6000, 8000, 10000))};
    quote.total = yuan(14000, 18000, 24000);
    return quote;
}

const measure::Scheme scheme{.name = "", .choices = {{"wall", "eps100"}, {"heater", "pellet"}}};
const measure::MeasureList measures = sample::measures();

}  // namespace

TEST_CASE("the present value factor is the annuity of one yuan a year") {
    CHECK_THAT(present_value_factor(Years{1}, 0.04), WithinRel(1 / 1.04));
    CHECK_THAT(present_value_factor(Years{2}, 0.04), WithinRel(1 / 1.04 + 1 / (1.04 * 1.04)));
    CHECK_THAT(present_value_factor(Years{20}, 0.04), WithinRel(13.590326, 1e-6));
    CHECK_THAT(present_value_factor(Years{20}, 0.0), WithinRel(20.0));
}

TEST_CASE("payback is cost by saving, its range that of both together") {
    const Finance f = finance(scheme, measures, quote(), Money::yuan(2000), yuan(1000, 1600, 2000));

    CHECK(f.own == yuan(12000, 16000, 22000));
    REQUIRE(f.payback.has_value());
    CHECK_THAT(f.payback->typical.value, WithinRel(10.0));
    // Cheap: 7.5 years, much saved: 8; dear: 13.75, little saved: 16.
    CHECK_THAT(f.payback->low.value, WithinRel(10.0 - std::hypot(2.5, 2.0)));
    CHECK_THAT(f.payback->high.value, WithinRel(10.0 + std::hypot(3.75, 6.0)));
}

TEST_CASE("life is that of the measures, weighted by cost") {
    const Finance f = finance(scheme, measures, quote(), Money{}, yuan(1000, 1600, 2000));

    CHECK_THAT(f.life.value, WithinRel((10000 * 25.0 + 8000 * 12.0) / 18000));
    const double factor = present_value_factor(f.life, f.discount_rate);
    CHECK(f.net_present_value.typical ==
          Money::yuan(1600).multiply_rounded(factor) - Money::yuan(18000));
}

TEST_CASE("PV is paid for apart: its cost is in the total but waits for no heating money") {
    cost::Quote with_pv = quote();
    with_pv.lines.push_back(line("pv", "kw5", yuan(12000, 15000, 18000)));
    with_pv.contingency = yuan(0, 3300, 0);
    with_pv.total = yuan(26000, 36300, 42000);
    measure::Scheme more = scheme;
    more.choices.push_back({"pv", "kw5"});

    const Finance f = finance(more, measures, with_pv, Money{}, yuan(1000, 1600, 2000));

    CHECK(f.cost.typical == Money::yuan(36300));
    CHECK(f.counted.typical == Money::yuan(18000 + 1800));
}

TEST_CASE("nothing saved is never paid back, and the loss shows") {
    const Finance f = finance(scheme, measures, quote(), Money{}, yuan(-900, -500, 100));

    CHECK_FALSE(f.payback.has_value());
    CHECK(f.net_present_value.typical < -Money::yuan(18000));
}

TEST_CASE("a saving that may be nothing is paid back in 99 years at the most") {
    const Finance f = finance(scheme, measures, quote(), Money{}, yuan(-100, 500, 900));

    REQUIRE(f.payback.has_value());
    CHECK(f.payback->high == Years{99});
}

TEST_CASE("a subsidy above the cost leaves nothing to pay") {
    const Finance f =
        finance(scheme, measures, quote(), Money::yuan(20000), yuan(1000, 1600, 2000));

    CHECK(f.own == yuan(0, 0, 4000));
    CHECK_FALSE(f.payback.has_value());
}

TEST_CASE("PV saves the dearest tier of the bill first, and sells the rest at a scenario") {
    const energy::SelfUse use{.used = KilowattHours{1000},
                              .exported = KilowattHours{4500},
                              .imported = KilowattHours{1500}};
    const Range<Money> value = pv_value(use, {});

    // Of a bill of 1,298.00 yuan (2,500 kWh): 2,500 − 750, − 900 and − 1,000 kWh are left.
    CHECK(value.low == Money::fen(129800 - 89250 + 4750 * 15));
    CHECK(value.typical == Money::fen(129800 - 81600 + 4600 * 25));
    CHECK(value.high == Money::fen(129800 - 76500) + Money::fen(4500).multiply_rounded(37.4));
}
