// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/heat_pump.h"

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"

using namespace longju;
using namespace longju::energy;
using Catch::Matchers::WithinRel;

namespace {

Heater pump() {
    return {.id = "pump",
            .kind = HeaterKind::HeatPump,
            .fuel_id = "electricity",
            .efficiency = {0.9, 1.0, 1.0},
            .cop = {{Celsius{-30}, 1.5}, {Celsius{-10}, 2.5}, {Celsius{10}, 3.5}},
            .capacity = Kilowatts{10},
            .lowest_outdoor = Celsius{-30},
            .capacity_lost_per_k = 0.01,
            .capacity_least_share = 0.7,
            .backup = Kilowatts{3},
            .defrost_loss = 0.1};
}

}  // namespace

TEST_CASE("a heat pump's COP lies between its points and dips where the coil frosts") {
    CHECK_THAT(heat_pump_cop(pump(), Celsius{-20}), WithinRel(2.0));
    CHECK_THAT(heat_pump_cop(pump(), Celsius{-40}), WithinRel(1.5));
    CHECK_THAT(heat_pump_cop(pump(), Celsius{0}), WithinRel(3.0 * 0.9));
    CHECK_THAT(heat_pump_cop(pump(), Celsius{10}), WithinRel(3.5));
}

TEST_CASE("a heat pump gives less in the cold, and nothing beyond its limit") {
    CHECK(heat_pump_capacity(pump(), Celsius{7}) == Kilowatts{10});
    CHECK(heat_pump_capacity(pump(), Celsius{15}) == Kilowatts{10});
    CHECK_THAT(heat_pump_capacity(pump(), Celsius{-13}).value, WithinRel(8.0));
    CHECK_THAT(heat_pump_capacity(pump(), Celsius{-29}).value, WithinRel(7.0));
    CHECK(heat_pump_capacity(pump(), Celsius{-31}) == Kilowatts{0});
}

TEST_CASE("what the machine cannot give its backup does, at a kilowatt hour each") {
    // At -20 C it gives 7.3 kW at a COP of 2.
    CHECK_THAT(heat_pump_electricity(pump(), Celsius{-20}, KilowattHours{4}).value, WithinRel(2.0));
    CHECK_THAT(heat_pump_electricity(pump(), Celsius{-20}, KilowattHours{9}).value,
               WithinRel(7.3 / 2.0 + 1.7));
    CHECK(heat_pump_electricity(pump(), Celsius{-35}, KilowattHours{2}) == KilowattHours{2});
    CHECK(heat_pump_electricity(pump(), Celsius{0}, KilowattHours{0}) == KilowattHours{0});
}
