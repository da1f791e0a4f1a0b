// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/pinyin.h"

#include <catch2/catch_test_macros.hpp>

namespace longju {

TEST_CASE("a name begins with the initials of its pinyin") {
    CHECK(begins_with(pinyin_initials("李雪梅"), "lxm"));
    CHECK(begins_with(pinyin_initials("李雪梅"), "lx"));
    CHECK_FALSE(begins_with(pinyin_initials("李雪梅"), "xm"));
    CHECK_FALSE(begins_with(pinyin_initials("李雪梅"), "lxmq"));
    CHECK_FALSE(begins_with(pinyin_initials("李雪梅"), "l m"));
    CHECK_FALSE(begins_with(pinyin_initials("李雪梅"), ""));
    CHECK(begins_with(pinyin_initials("哈尔滨市"), "hebs"));
    CHECK(begins_with(pinyin_initials("齐齐哈尔"), "qqhe"));
}

TEST_CASE("initials are found side by side in the middle of a name") {
    CHECK(holds(pinyin_initials("李雪梅"), "xm"));
    CHECK_FALSE(holds(pinyin_initials("李雪梅"), "lm"));
    CHECK_FALSE(holds(pinyin_initials(""), "l"));
    CHECK_FALSE(holds(pinyin_initials("李"), ""));
}

TEST_CASE("every reading of a character counts") {
    for (const char* letter : {"c", "d", "s"}) CHECK(begins_with(pinyin_initials("单"), letter));
    for (const char* letter : {"c", "z"}) CHECK(begins_with(pinyin_initials("曾"), letter));
    for (const char* letter : {"l", "y"}) CHECK(begins_with(pinyin_initials("乐"), letter));
    for (const char* letter : {"q", "c"}) CHECK(begins_with(pinyin_initials("仇"), letter));
}

TEST_CASE("characters of the second plane have initials, too") {
    CHECK(begins_with(pinyin_initials("李𠅤"), "lx"));
}

TEST_CASE("letters stand for themselves; dots, blanks and digits are passed over") {
    CHECK(begins_with(pinyin_initials("Anna 8"), "anna"));
    CHECK(begins_with(pinyin_initials("包·巴特尔"), "bbte"));
    CHECK(pinyin_initials("12 ·").empty());
}

}  // namespace longju
