// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cmath>

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"
#include "energy/room.h"

using namespace longju::energy;
using Catch::Matchers::WithinRel;

namespace {

Zone leaky(Leakage leakage) {
    Zone zone;
    zone.volume_m3 = 240;
    zone.air.leakage = leakage;
    return zone;
}

Leakage aim2() {
    return {.model = Leakage::Model::Aim2, .n50_per_h = 10, .shelter_class = 2, .flue = true};
}

double wind_power(double ms) { return std::pow(ms, 4 * 0.67); }

}  // namespace

TEST_CASE("AIM-2's flow is the hand's") {
    // c = 10 × 240 / 50^0.67 = 174.5 m³/(h Pa^0.67); stack 174.5 × 0.069 × 30^0.67 = 117.6 m³/h;
    // wind 174.5 × 0.142 × (1.02 × 0.48 × 4)^1.34 = 61.0 m³/h; together √(117.6² + 61.0²) = 132.5.
    CHECK_THAT(air_flow_m3_per_h(leaky(aim2()), 30.0, wind_power(4.0)), WithinRel(132.5, 0.03));
    // Where the line and the square are right: 15 K without wind, 174.5 × 0.069 × 15^0.67 = 73.9.
    CHECK_THAT(air_flow_m3_per_h(leaky(aim2()), 15.0, 0.0), WithinRel(73.9, 0.002));
    CHECK_THAT(air_flow_m3_per_h(leaky(aim2()), 45.0, 0.0), WithinRel(154.3, 0.002));
}

TEST_CASE("a flue draws more air, shelter lets less in, and a least is kept up") {
    Leakage bare = aim2();
    bare.flue = false;
    Leakage sheltered = aim2();
    sheltered.shelter_class = 4;
    Leakage safe = aim2();
    safe.n50_per_h = 0.5;
    safe.least_per_h = 0.5;

    const double with_flue = air_flow_m3_per_h(leaky(aim2()), 30.0, wind_power(3.0));

    CHECK(air_flow_m3_per_h(leaky(bare), 30.0, wind_power(3.0)) < with_flue);
    CHECK(air_flow_m3_per_h(leaky(sheltered), 30.0, wind_power(3.0)) < with_flue);
    CHECK(air_flow_m3_per_h(leaky(safe), 30.0, wind_power(3.0)) == 120.0);
}

TEST_CASE("both models leak twice as much through twice the leaks") {
    for (const auto model : {Leakage::Model::Lbl, Leakage::Model::Aim2}) {
        Leakage one = aim2();
        one.model = model;
        Leakage two = one;
        two.n50_per_h *= 2;

        CHECK_THAT(air_flow_m3_per_h(leaky(two), 25.0, 9.0),
                   WithinRel(2.0 * air_flow_m3_per_h(leaky(one), 25.0, 9.0), 1e-9));
    }
}
