// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/instant.h"

#include <catch2/catch_test_macros.hpp>

namespace longju {

TEST_CASE("a wall time is the same second in every zone") {
    CHECK(unix_seconds("1970-01-01T00:00:00+00:00") == 0);
    CHECK(unix_seconds("2026-11-25T10:00:00+08:00") == 1795572000);
    CHECK(unix_seconds("2026-11-25T02:00:00+00:00") == 1795572000);
    CHECK(unix_seconds("2026-11-24T21:30:00-04:30") == 1795572000);
    CHECK(unix_seconds("2026-11-25T10:00:00+08:00?") == 1795572000);
}

TEST_CASE("what is no wall time with its zone is nothing") {
    for (const char* text : {"", "2026-11-25", "2026-11-25T10:00:00Z", "2026-11-25 10:00:00+08:00",
                             "2026-02-30T10:00:00+08:00", "2026-11-25T24:00:00+08:00",
                             "2026-11-25T10:00:00+8:000", "2026-11-25T10:-1:00+08:00",
                             "2026-11-25T10:00:00 08:00", "2026-11-25T10:00:00+08:00??"}) {
        CAPTURE(text);
        CHECK_FALSE(unix_seconds(text));
    }
}

}  // namespace longju
