// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <catch2/catch_test_macros.hpp>

#include "access/pin.h"

namespace longju::access {

TEST_CASE("a data key opens with its PIN and its user only") {
    const DataKey key = new_data_key();
    const auto wrapped = wrap(key, "402917", "user 1");
    REQUIRE(wrapped);

    CHECK(unwrap(*wrapped, "402917", "user 1").value() == key);
    CHECK(unwrap(*wrapped, "402918", "user 1").error().kind == ErrorKind::Damaged);
    CHECK(unwrap(*wrapped, "402917", "user 2").error().kind == ErrorKind::Damaged);
    CHECK(wrapped->sealed.find(key.bytes) == std::string::npos);
    WrappedKey short_salt = *wrapped;
    short_salt.salt.pop_back();
    CHECK(unwrap(short_salt, "402917", "user 1").error().kind == ErrorKind::Damaged);
}

TEST_CASE("the same PIN twice makes two wrapped keys") {
    const DataKey key = new_data_key();

    CHECK(wrap(key, "402917", "user").value() != wrap(key, "402917", "user").value());
}

TEST_CASE("a PIN has six digits") {
    CHECK(is_pin("000000"));
    for (const char* text : {"", "40291", "4029177", "40291x", "４０２９１７", "40 917"}) {
        CHECK_FALSE(is_pin(text));
    }
}

TEST_CASE("a new PIN is none of those that are tried first") {
    for (const char* pin : {"402917", "112233", "135790", "123457"}) CHECK(check_new_pin(pin));
    for (const char* pin : {"000000", "777777", "123456", "654321", "456789", "12345"}) {
        CHECK(check_new_pin(pin).error().kind == ErrorKind::BadInput);
    }
}

TEST_CASE("five wrong PINs cost half a minute, the next five minutes, then an hour each") {
    for (int wrong = 0; wrong < 5; ++wrong) CHECK(wait_after_s(wrong) == 0);
    CHECK(wait_after_s(5) == 30);
    CHECK(wait_after_s(6) == 300);
    for (int wrong = 7; wrong < 100; ++wrong) CHECK(wait_after_s(wrong) == 3600);
}

}  // namespace longju::access
