// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/text.h"

#include <catch2/catch_test_macros.hpp>

using namespace longju;

TEST_CASE("UTF-8 of every plane survives a round trip") {
    const std::string rare = "𠅤 𬱖 㐂 王桂兰 é";

    CHECK(is_utf8(rare));
    CHECK(utf8(code_points(rare)) == rare);
    CHECK(code_points("𬱖").size() == 1);
    CHECK(code_points("𬱖").front() == 0x2CC56);
}

TEST_CASE("malformed UTF-8 is refused") {
    for (const char* bad : {"\xC0\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE4\xB8", "\xFF",
                            "\x80", "\xE0\x80\x80"}) {
        CHECK_FALSE(is_utf8(bad));
        CHECK(code_points(bad).find(0xFFFD) != std::u32string::npos);
    }
}

TEST_CASE("numbers are written for people") {
    CHECK(formatted(3080, 0) == "3,080");
    CHECK(formatted(1234567.891, 2) == "1,234,567.89");
    CHECK(formatted(-0.5, 1) == "\u22120.5");
    CHECK(formatted(-0.04, 1) == "0.0");
    CHECK(formatted(999.95, 1) == "1,000.0");
    CHECK(formatted(2.5, 0) == "3");
    CHECK(formatted(100, 0) == "100");
}

TEST_CASE("numbers are read without a locale and only whole") {
    CHECK(number_from("-12.5") == -12.5);
    CHECK(number_from("1e3") == 1000.0);
    CHECK_FALSE(number_from("12,5"));
    CHECK_FALSE(number_from("12 "));
    CHECK_FALSE(number_from(""));
    CHECK_FALSE(number_from("nan"));
    CHECK_FALSE(number_from("inf"));
    CHECK(integer_from("170") == 170);
    CHECK_FALSE(integer_from("1.0"));
}

TEST_CASE("exact text reads back as the same double") {
    for (const double value : {0.1, 1.0 / 3.0, 1e-300, 123456789.123456789, -0.0}) {
        CHECK(number_from(exact(value)) == value);
    }
}
