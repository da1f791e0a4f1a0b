// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/uncertainty.h"

#include <cmath>

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"

using namespace longju;
using namespace longju::estimate;
using Catch::Matchers::WithinRel;

TEST_CASE("the moves of independent assumptions add as the root of their squares") {
    const Range<double> a{7.0, 10.0, 13.0};
    const Range<double> b{96.0, 100.0, 112.0};

    const auto result = ranges(
        2, [&](const Levels& levels) { return Figures{at(a, levels[0]) + at(b, levels[1])}; });

    CHECK_THAT(result[0].low, WithinRel(110.0 - 5.0));
    CHECK_THAT(result[0].typical, WithinRel(110.0));
    CHECK_THAT(result[0].high, WithinRel(110.0 + std::sqrt(9.0 + 144.0)));
}

TEST_CASE("what acts on both sides of a difference cancels in it") {
    const Range<double> winter{0.9, 1.0, 1.1};

    const auto result = ranges(1, [&](const Levels& levels) {
        const double before = 100.0 * at(winter, levels[0]);
        const double after = 60.0 * at(winter, levels[0]);
        return Figures{before, after, before - after};
    });

    CHECK_THAT(result[2].high - result[2].low, WithinRel(8.0, 1e-9));
}

TEST_CASE("an assumption that only ever lowers a figure leaves its high end at the typical value") {
    const Range<double> doubtful{0.5, 1.0, 1.0};

    const auto result =
        ranges(1, [&](const Levels& levels) { return Figures{at(doubtful, levels[0])}; });

    CHECK(result[0] == Range<double>{0.5, 1.0, 1.0});
}
