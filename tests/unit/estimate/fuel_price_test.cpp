// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/fuel_price.h"

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"
#include "unit/estimate/small_reference.h"

using namespace longju;
using namespace longju::estimate;
using Catch::Matchers::WithinRel;

namespace {

const energy::EnergyLibrary library = sample::energy_library();

/// The same kilowatt hour in each hour of the year.
energy::Demand even_year() {
    energy::Demand demand;
    demand.electricity_kwh.assign(climate::hours_per_year, 1.0F);
    return demand;
}

PowerTerms terms(const EstimateInputs& inputs, energy::HeaterKind kind) {
    energy::Heater electric = library.heater("pump");
    electric.kind = kind;
    return power_terms(inputs, {}, library.heater("stove"), even_year(), electric);
}

}  // namespace

TEST_CASE("the valley goes over midnight and holds its first hour, not its last") {
    constexpr ValleyPrice night{.from_h = 23, .to_h = 5};
    for (const int in : {23, 0, 4}) CHECK(night.holds(in));
    for (const int out : {22, 5, 12}) CHECK_FALSE(night.holds(out));
    constexpr ValleyPrice noon{.from_h = 12, .to_h = 14};
    CHECK(noon.holds(13));
    CHECK_FALSE(noon.holds(14));
}

TEST_CASE("a heat pump takes in the valley what its hours ask for, storage heaters all") {
    EstimateInputs inputs;
    CHECK(terms(inputs, energy::HeaterKind::HeatPump).valley_share == 0.0);
    inputs.valley = ValleyPrice{.per_kwh = Money::fen(30), .from_h = 23, .to_h = 5};
    CHECK_THAT(terms(inputs, energy::HeaterKind::HeatPump).valley_share, WithinRel(0.25));
    CHECK(terms(inputs, energy::HeaterKind::StorageElectric).valley_share == 1.0);
}

TEST_CASE("what is taken in the valley does not climb the tiers") {
    const energy::Fuel& electricity = library.fuel("electricity");
    const PowerTerms quarter{.valley_per_kwh = Money::fen(30), .valley_share = 0.25};

    const double with = price_of_new(electricity, {}, quarter).cost_fen(8000.0, typical_level);
    const double rest = price_of_new(electricity, {}, {}).cost_fen(6000.0, typical_level);

    CHECK_THAT(with, WithinRel(2000.0 * 30.0 + rest));
    CHECK(with < price_of_new(electricity, {}, {}).cost_fen(8000.0, typical_level));
}
