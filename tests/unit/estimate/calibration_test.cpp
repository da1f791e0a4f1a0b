// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/calibration.h"

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"
#include "unit/estimate/small_reference.h"

using namespace longju;
using namespace longju::estimate;
using Catch::Matchers::WithinRel;

namespace {

const energy::EnergyLibrary library = sample::energy_library();

/// A year in which the stove needs 8 t of coal (40,000 kWh).
energy::Demand eight_tonnes() {
    energy::Demand demand;
    demand.heat = KilowattHours{40000 * 0.42};
    demand.fuel = {.fuel_id = "coal", .amount = 8.0};
    return demand;
}

Calibration calibrated(const std::vector<house::FuelBought>& bought) {
    return calibrate(bought, eight_tonnes(), library.heater("stove"), library);
}

}  // namespace

TEST_CASE("the factor is the energy bought by the energy computed") {
    const Calibration one = calibrated({{"coal", 6.0, std::nullopt}});
    const Calibration two = calibrated({{"coal", 2.0, std::nullopt}, {"straw", 4.0, std::nullopt}});

    CHECK(one.used);
    CHECK_THAT(one.factor, WithinRel(0.75));
    CHECK_FALSE(one.clipped);
    CHECK_THAT(two.bought_kwh, WithinRel(10000.0 + 16000.0));
    CHECK_THAT(two.factor, WithinRel(26000.0 / 40000.0));
}

TEST_CASE("a bill outside what the house can explain is clipped and says so") {
    const Calibration little = calibrated({{"coal", 1.0, std::nullopt}});
    const Calibration much = calibrated({{"coal", 20.0, std::nullopt}});

    CHECK(little.factor == smallest_factor);
    CHECK(little.clipped);
    CHECK(much.factor == largest_factor);
    CHECK(much.clipped);
}

TEST_CASE("electricity beside a stove counts for the coal it saved") {
    const Calibration calibration =
        calibrated({{"coal", 4.0, std::nullopt}, {"electricity", 840.0, std::nullopt}});

    CHECK_THAT(calibration.bought_kwh, WithinRel(20000.0 + 840.0 / 0.42));
}

TEST_CASE("without a usable bill nothing is scaled") {
    CHECK_FALSE(calibrated({}).used);
    CHECK_FALSE(calibrated({{"unknown", 3.0, std::nullopt}}).used);
    CHECK_FALSE(calibrated({{"coal", 0.0, std::nullopt}}).used);
    CHECK(calibrated({}).factor == 1.0);
}

TEST_CASE("the mix is what was bought, the main heater's fuel first") {
    const std::vector<house::FuelBought> bought{
        {"straw", 2.0, std::nullopt}, {"coal", 1.0, std::nullopt}, {"straw", 2.0, std::nullopt}};
    const Calibration calibration = calibrated(bought);

    const auto mix = mix_of(calibration, bought, library.heater("stove"), library);

    REQUIRE(mix.size() == 2);
    CHECK(mix[0].fuel->id == "coal");
    CHECK_THAT(mix[0].units_per_kwh * calibration.bought_kwh, WithinRel(1.0));
    CHECK_THAT(mix[1].units_per_kwh * calibration.bought_kwh, WithinRel(4.0));
}
