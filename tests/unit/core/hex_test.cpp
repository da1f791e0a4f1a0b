// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <catch2/catch_test_macros.hpp>

#include "core/hash.h"

namespace longju {

TEST_CASE("bytes are written as hex and read back") {
    const std::string bytes{'\0', '\x0f', '\xa5', '\xff'};

    CHECK(hex_from_bytes(bytes) == "000fa5ff");
    CHECK(bytes_from_hex("000fa5ff") == bytes);
    CHECK(bytes_from_hex("").empty());
    CHECK(is_hex("000fa5ff", 8));
    for (const char* text : {"0", "0g", "FF", " 1"}) CHECK_FALSE(is_hex(text, 2));
}

}  // namespace longju
