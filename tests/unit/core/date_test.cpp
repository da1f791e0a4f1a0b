// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/date.h"

#include <catch2/catch_test_macros.hpp>

using namespace longju;

TEST_CASE("only real days in ISO form are dates") {
    REQUIRE(date_from("2026-11-25"));
    CHECK(iso(*date_from("2026-11-25")) == "2026-11-25");
    CHECK(date_from("2024-02-29"));
    for (const char* bad : {"2026-02-29", "2026-13-01", "2026-1-01", "2026/11/25", "26-11-25",
                            "2026-11-25 ", "", "2026-00-10", "20a6-11-25"}) {
        INFO(bad);
        CHECK_FALSE(date_from(bad));
    }
}
