// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cost/quote.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "../house/sample_house.h"
#include "../measure/sample_measures.h"

using namespace longju;
using namespace longju::cost;
using Catch::Approx;
namespace hs = longju::house::sample;
namespace ms = longju::measure::sample;

namespace {

PriceBook prices() {
    const auto price = [](const char* id, int low, int typical, int high) {
        return Price{.id = id,
                     .name_zh = id,
                     .name_en = id,
                     .unit_zh = "平方米",
                     .unit_en = "m²",
                     .per_unit = {Money::yuan(low), Money::yuan(typical), Money::yuan(high)},
                     .date = "2026-10",
                     .provenance = {"test", Confidence::Sample}};
    };
    return {.version = "test",
            .prices = {price("ceiling_eps", 50, 70, 100), price("pv", 2, 3, 4),
                       price("sunspace", 400, 550, 800), price("wall_eps", 110, 135, 170),
                       price("window", 450, 580, 780)},
            .contingency = {0.0, 0.05, 0.1}};
}

Quote quoted(const measure::Scheme& scheme, const house::House& before = hs::house()) {
    const auto library = hs::library();
    const auto after = measure::apply(scheme, before, ms::measures(), library);
    const auto envelope = house::envelope(before, library);
    return quote(scheme, ms::measures(), prices(),
                 {before, after, envelope, library, Kilowatts{8.0}});
}

}  // namespace

TEST_CASE("a wall is priced by its net area, low to high") {
    const Quote q = quoted({.name = "", .choices = {{"wall", "eps100"}}});

    REQUIRE(q.lines.size() == 1);
    const double area_m2 = 32 * 2.85 - 2 * 1.8 * 1.5 - 0.9 * 2.1;
    CHECK(q.lines[0].quantity == Approx(area_m2).margin(0.005));
    REQUIRE(q.lines[0].amount);
    CHECK(q.lines[0].amount->typical == Money::yuan(135).multiply_rounded(q.lines[0].quantity));
    CHECK(q.total.low == q.lines[0].amount->low);
    CHECK(q.total.typical ==
          q.lines[0].amount->typical + q.lines[0].amount->typical.multiply_rounded(0.05));
}

TEST_CASE("a line without a price stays out of the total and is counted") {
    const Quote q = quoted({.name = "", .choices = {{"heater", "pellet"}, {"ceiling", "eps100"}}});

    CHECK(q.unpriced == 1);
    CHECK(q.of_measure("heater") == Range<Money>{});
    CHECK(q.of_measure("ceiling").typical == Money::yuan(70).multiply_rounded(9.5 * 6.5));
}

TEST_CASE("the total is the sum of its lines and the contingency") {
    const Quote q = quoted(
        {.name = "",
         .choices = {{"wall", "eps100"}, {"window", "all"}, {"sunspace", "s34"}, {"pv", "kw5"}}});

    Range<Money> sum = q.contingency;
    for (const QuoteLine& line : q.lines) sum = sum + *line.amount;

    CHECK(q.lines.size() == 4);
    CHECK(q.total == sum);
    CHECK(q.total.low < q.total.typical);
    CHECK(q.total.typical < q.total.high);
}

TEST_CASE("windows count by side, storey and option") {
    house::House house = hs::house();
    house.plan.openings.push_back(hs::window("w", house::Side::North, 1000, 900));
    house.storeys = 2;

    const Quote area = quoted({.name = "", .choices = {{"window", "south"}}}, house);
    const Quote count = quoted({.name = "", .choices = {{"window", "all"}}}, house);

    CHECK(area.lines[0].quantity == Approx(4 * 1.8 * 1.5));
    CHECK(count.lines[0].quantity == 6);
}

TEST_CASE("nothing chosen costs nothing") {
    const Quote q = quoted({});

    CHECK(q.lines.empty());
    CHECK(q.total == Range<Money>{});
}
