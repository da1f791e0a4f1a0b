// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/strings.h"

#include <catch2/catch_test_macros.hpp>

using namespace longju;

TEST_CASE("texts are found by key and arguments are put in") {
    const auto strings = Strings::parse("a.b\t还差 {0} 项，共 {1}\tnote\nz\tZ\n", "s.tsv");

    REQUIRE(strings);
    CHECK((*strings)("z") == "Z");
    CHECK((*strings)("a.b", {"2", "7"}) == "还差 2 项，共 7");
}

TEST_CASE("a missing key is seen on the screen") {
    const auto strings = Strings::parse("a\tA\n", "s.tsv");

    REQUIRE(strings);
    CHECK((*strings)("b") == "⟦?⟧");
}

TEST_CASE("a table with a repeated key or no TAB is refused by line") {
    CHECK(Strings::parse("a\tA\na\tB\n", "s.tsv").error().line == 2);
    CHECK(Strings::parse("a A\n", "s.tsv").error().line == 1);
}
