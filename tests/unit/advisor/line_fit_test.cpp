// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "advisor/line_fit.h"

#include <cmath>

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"

using Catch::Matchers::WithinAbs;
using longju::advisor::LineFit;

TEST_CASE("a sum of known things is found again") {
    LineFit<3> fit;
    for (int i = 0; i < 20; ++i) {
        const double x = i, y = std::sin(i);
        fit.add({1.0, x, y}, 4.0 - 2.0 * x + 7.0 * y);
    }
    const auto weights = fit.weights();
    CHECK_THAT(weights[0], WithinAbs(4.0, 1e-5));
    CHECK_THAT(weights[1], WithinAbs(-2.0, 1e-6));
    CHECK_THAT(weights[2], WithinAbs(7.0, 1e-5));
    CHECK_THAT((LineFit<3>::at(weights, {1.0, 2.0, 3.0})), WithinAbs(21.0, 1e-4));
}

TEST_CASE("the best line through what lies beside it, with a thing that never changes") {
    LineFit<3> fit;
    fit.add({1.0, 0.0, 0.0}, 0.0);
    fit.add({1.0, 1.0, 0.0}, 2.0);
    fit.add({1.0, 2.0, 0.0}, 1.0);
    const auto weights = fit.weights();
    CHECK_THAT(weights[0], WithinAbs(0.5, 1e-6));
    CHECK_THAT(weights[1], WithinAbs(0.5, 1e-6));
    CHECK(std::isfinite(weights[2]));
}
