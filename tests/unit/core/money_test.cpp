// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/money.h"

#include <catch2/catch_test_macros.hpp>

using longju::Money;

TEST_CASE("multiplying money rounds half up to whole fen") {
    CHECK(Money::fen(154333).multiply_rounded(0.7) == Money::fen(108033));
    CHECK(Money::fen(1).multiply_rounded(0.5) == Money::fen(1));
    CHECK(Money::fen(-1).multiply_rounded(0.5) == Money::fen(0));
    CHECK(Money::yuan(135).multiply_rounded(92.5) == Money::fen(1248750));
}

TEST_CASE("money is rounded to a step for display") {
    CHECK(Money::fen(123449).rounded_to(Money::yuan(10)) == Money::yuan(1230));
    CHECK(Money::fen(123500).rounded_to(Money::yuan(10)) == Money::yuan(1240));
    CHECK(Money::fen(-123449).rounded_to(Money::yuan(100)) == Money::yuan(-1200));
    CHECK(Money{}.rounded_to(Money::yuan(100)) == Money{});
}
