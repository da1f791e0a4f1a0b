// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "climate/sky.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace longju::climate;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("saturation and dew point are the tables' and each other's inverse") {
    // Over water; ASHRAE Fundamentals 2017 chapter 1 (2339 Pa at 20 °C, 611 Pa at 0 °C).
    CHECK_THAT(saturation_pa(20.0), WithinRel(2339.0, 0.003));
    CHECK_THAT(saturation_pa(0.0), WithinRel(611.2, 0.001));
    for (double t_c = -50.0; t_c <= 40.0; t_c += 7.0) {
        CHECK_THAT(dew_point_c(saturation_pa(t_c)), WithinAbs(t_c, 1e-9));
    }
}

TEST_CASE("a hand-worked clear and a covered sky at −20 °C") {
    // Dew point −24 °C: 0.787 + 0.764 ln(249.15/273) = 0.71716; σ 253.15⁴ = 232.88 W/m²; covered
    // 1 + 0.224 − 0.35 + 0.28 = 1.154.
    const double vapour_pa = saturation_pa(-24.0);

    CHECK_THAT(sky_infrared_w_m2(-20.0, vapour_pa, 0.0), WithinAbs(167.01, 0.05));
    CHECK_THAT(sky_infrared_w_m2(-20.0, vapour_pa, 1.0), WithinAbs(192.73, 0.05));
    CHECK_THAT(sky_temperature_c(232.88), WithinAbs(-20.0, 0.01));
}

TEST_CASE("clouds go with little sun") {
    CHECK(cloud_cover(0.10) == 1.0);
    CHECK_THAT(cloud_cover(0.50), WithinAbs(0.5, 1e-12));
    CHECK(cloud_cover(0.80) == 0.0);
}

TEST_CASE("the diffuse share is Erbs's, without a step") {
    CHECK_THAT(diffuse_share(0.10), WithinAbs(0.991, 1e-12));
    // 0.9511 − 0.0802 + 1.097 − 2.07975 + 0.771.
    CHECK_THAT(diffuse_share(0.50), WithinAbs(0.65915, 1e-5));
    CHECK(diffuse_share(0.90) == 0.165);
    CHECK_THAT(diffuse_share(0.2201), WithinAbs(diffuse_share(0.22), 0.002));
    CHECK_THAT(diffuse_share(0.80), WithinAbs(0.165, 0.002));
}

TEST_CASE("pressure falls with height as in the standard atmosphere") {
    CHECK_THAT(standard_pressure_pa(0.0), WithinAbs(101325.0, 1e-6));
    CHECK_THAT(standard_pressure_pa(1000.0), WithinAbs(89875.0, 10.0));
}
