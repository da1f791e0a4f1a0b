// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "climate/portable_math.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace longju::climate;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("portable functions agree with the C library") {
    for (double x = -50.0; x <= 50.0; x += 0.0917) {
        CHECK_THAT(portable::sine(x), WithinAbs(std::sin(x), 1e-15));
        CHECK_THAT(portable::cosine(x), WithinAbs(std::cos(x), 1e-15));
        CHECK_THAT(portable::exponential(x), WithinRel(std::exp(x), 1e-15));
        CHECK_THAT(portable::arctangent(x), WithinRel(std::atan(x), 1e-15));
        CHECK_THAT(portable::logarithm(std::exp(x)), WithinAbs(std::log(std::exp(x)), 1e-14));
    }
    for (double x = -1.0; x <= 1.0; x += 0.01) {
        CHECK_THAT(portable::arcsine(x), WithinAbs(std::asin(x), 1e-15));
        CHECK_THAT(portable::arccosine(x), WithinAbs(std::acos(x), 1e-15));
        for (double y = -1.0; y <= 1.0; y += 0.09) {
            CHECK_THAT(portable::angle_of(y, x), WithinAbs(std::atan2(y, x), 1e-15));
        }
    }
    CHECK_THAT(portable::power(7.5, -1.6364), WithinRel(std::pow(7.5, -1.6364), 1e-14));
    CHECK(portable::angle_of(0.0, 0.0) == 0.0);
}
