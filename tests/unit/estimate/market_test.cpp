// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/market.h"

#include <algorithm>

#include "catch2/catch_test_macros.hpp"
#include "cost/local_price.h"
#include "unit/estimate/small_reference.h"

using namespace longju;
using estimate::EstimateInputs;

namespace {

cost::LocalPrice local(const char* id, std::int64_t yuan) {
    return {id, exactly(Money::yuan(yuan)), "2026-11", "镇上报价"};
}

estimate::Estimate answer(const EstimateInputs& inputs) {
    return *estimate::estimate(inputs, estimate::sample::reference(), estimate::sample::year());
}

}  // namespace

TEST_CASE("a local price takes the catalog's place, and its label and source") {
    const auto book =
        cost::with_local(estimate::sample::prices(), std::vector{local("wall_eps", 100)});
    const cost::Price* price = book.find("wall_eps");
    REQUIRE(price != nullptr);
    CHECK(price->local);
    CHECK(price->per_unit == exactly(Money::yuan(100)));
    CHECK(price->provenance.source == "镇上报价");
    CHECK(price->provenance.confidence == Confidence::Secondary);
    CHECK_FALSE(book.find("pv")->local);
}

TEST_CASE("a local price of something the book has not changes nothing") {
    const auto before = estimate::sample::prices();
    const auto after = cost::with_local(before, std::vector{local("moon_rock", 1)});
    CHECK(after.prices.size() == before.prices.size());
}

TEST_CASE("the quote and the bill of a case are made with its local prices") {
    EstimateInputs inputs = estimate::sample::inputs();
    const estimate::Estimate catalog = answer(inputs);
    inputs.prices = {local("wall_eps", 100), local("coal", 2000)};
    const estimate::Estimate here = answer(inputs);

    const auto line = [](const estimate::Estimate& e) {
        return *std::ranges::find(e.quote.lines, "wall_eps", &cost::QuoteLine::price_id);
    };
    CHECK(line(here).local);
    CHECK_FALSE(line(catalog).local);
    CHECK(line(here).amount == exactly(Money::yuan(100).multiply_rounded(line(here).quantity)));
    // Coal costs 1,000 yuan in the sample's book: twice as dear, twice the saving.
    const auto saved = [](const estimate::Estimate& e) { return e.habit.saved.typical.in_fen(); };
    CHECK(std::abs(saved(here) - 2 * saved(catalog)) <= 2);
    CHECK(here.prices_version == catalog.prices_version + "+2");
}
