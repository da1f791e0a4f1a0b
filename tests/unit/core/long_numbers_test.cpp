// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/long_numbers.h"

#include <catch2/catch_test_macros.hpp>

#include "core/result.h"

namespace longju {

TEST_CASE("long numbers become stars, dates and ids stay") {
    CHECK(without_long_numbers("13845509172 of 2026-11-26", 10) == "*********** of 2026-11-26");
    CHECK(without_long_numbers("1234567890", 10) == "1234567890");
    CHECK(without_long_numbers("x23270119500630900X", 10) == "x*****************X");
    CHECK(without_long_numbers("3f2a90c1123456789012ab", 10) == "3f2a90c1123456789012ab");
    CHECK(without_long_numbers("", 0).empty());
}

TEST_CASE("no sentence repeats a number that was typed in the wrong place") {
    const Error error{.kind = ErrorKind::BadInput,
                      .what = "13845509172 is outside 1 to 30",
                      .file = "20261126123456.toml",
                      .line = 2,
                      .field = "household.members"};

    CHECK(error.sentence() ==
          "20261126123456.toml:2: field household.members: *********** is "
          "outside 1 to 30");
}

}  // namespace longju
