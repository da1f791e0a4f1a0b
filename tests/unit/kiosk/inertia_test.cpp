// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/inertia.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace longju::kiosk;
using Catch::Approx;

TEST_CASE("the speed of a finger is that of its last tenth of a second") {
    FingerTrail trail;
    trail.begin(0, 500);
    trail.add(0.3, 480);  // Slow at first.
    for (int i = 1; i <= 10; ++i) trail.add(0.3 + 0.01 * i, 480.0F - 10.0F * static_cast<float>(i));

    CHECK(trail.speed(0.4) == Approx(-1000).epsilon(0.01));
}

TEST_CASE("a finger that rested before it left throws nothing") {
    FingerTrail trail;
    trail.begin(0, 500);
    trail.add(0.05, 300);

    CHECK(trail.speed(0.05) < -1000);
    CHECK(trail.speed(0.2) == 0);
    CHECK(FingerTrail().speed(1) == 0);
}

TEST_CASE("a roll comes as far as its speed times its time constant, however often it is drawn") {
    Roll smooth, rough;
    smooth.start("list", 1000, 0);
    rough.start("list", 1000, 0);
    float smooth_way = 0, rough_way = 0;
    for (int i = 1; i <= 1000; ++i) smooth_way += smooth.advance(i / 250.0);
    for (int i = 1; i <= 40; ++i) rough_way += rough.advance(i / 10.0);

    CHECK_FALSE(smooth.rolls());
    CHECK(smooth_way == Approx(1000 * Roll::time_constant_s).epsilon(0.03));
    CHECK(rough_way == Approx(smooth_way).epsilon(0.03));
}

TEST_CASE("a roll is slower by e after one time constant and stands at last") {
    Roll roll;
    roll.start("list", -600, 10);
    roll.advance(10 + Roll::time_constant_s);
    const float next = roll.advance(10 + Roll::time_constant_s + 0.001);
    CHECK(next == Approx(-0.6F / 2.71828F).epsilon(0.01));

    roll.advance(12);
    CHECK_FALSE(roll.rolls());
    CHECK(roll.advance(13) == 0);
}

TEST_CASE("what hardly moves does not roll, and nothing is thrown faster than can be followed") {
    Roll roll;
    roll.start("list", Roll::slowest - 1, 0);
    CHECK_FALSE(roll.rolls());

    roll.start("list", 1e7F, 0);
    CHECK(roll.advance(0.001) <= Roll::fastest * 0.001F);
}
