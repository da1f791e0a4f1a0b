// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/motion.h"

#include <catch2/catch_test_macros.hpp>

using namespace longju::kiosk;

TEST_CASE("a number counts to its new value with its decimals and thousands") {
    CHECK(number_between("3,080", "4,080", 0.5F) == "3,580");
    CHECK(number_between("980", "1,980", 0.25F) == "1,230");
    CHECK(number_between("3.3", "4.1", 0.5F) == "3.7");
    CHECK(number_between("\u22125", "5", 0.0F) == "\u22125");
    CHECK(number_between("3,080", "4,080", 1.0F) == "4,080");
}

TEST_CASE("what is not a number changes at once") {
    CHECK(number_between("—", "4,080", 0.1F) == "4,080");
    CHECK(number_between("3,080", "不要钱", 0.1F) == "不要钱");
}

TEST_CASE("a new place shows its number at once, a changed one counts and then stands") {
    CountingNumbers numbers;
    CHECK(numbers.show("cost", "1,000", 10.0, true).text == "1,000");
    CHECK_FALSE(numbers.moves(10.0));
    CHECK(numbers.show("cost", "2,000", 11.0, true).text == "1,000");
    CHECK(numbers.show("cost", "2,000", 11.05, true).text > "1,000");
    CHECK(numbers.show("cost", "2,000", 11.2, true).text == "2,000");
    CHECK(numbers.moves(11.2));
    CHECK(numbers.show("cost", "2,000", 12.0, true).fresh == 0);
    CHECK_FALSE(numbers.moves(12.0));
}

TEST_CASE("a number that changes while it counts goes on from where it is") {
    CountingNumbers numbers;
    numbers.show("bill", "100", 1.0, true);
    numbers.show("bill", "200", 2.0, true);
    const std::string half = numbers.show("bill", "200", 2.06, true).text;
    CHECK(half > "100");
    CHECK(numbers.show("bill", "300", 2.06, true).text == half);
}

TEST_CASE("without motion every number stands at once, also one that was counting") {
    CountingNumbers numbers;
    numbers.show("bill", "100", 1.0, true);
    numbers.show("bill", "200", 2.0, true);
    CHECK(numbers.show("bill", "200", 2.01, false).text == "200");
    CHECK_FALSE(numbers.moves(2.01));
}
