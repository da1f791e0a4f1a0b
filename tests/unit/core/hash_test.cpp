// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/hash.h"

#include <catch2/catch_test_macros.hpp>

using namespace longju;

TEST_CASE("SHA-256 gives the digests of FIPS 180-4") {
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("random ids are long enough and differ") {
    CHECK(random_hex(16).size() == 32);
    CHECK(random_hex(16) != random_hex(16));
}
