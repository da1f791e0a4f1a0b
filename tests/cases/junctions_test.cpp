// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <filesystem>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "energy/junction_section.h"
#include "storage/catalog_source.h"

using namespace longju;
using Catch::Matchers::WithinAbs;

TEST_CASE("every junction of the catalog is what ISO 10211 gives for its detail") {
    const auto reference =
        storage::read_catalog(std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog");
    REQUIRE(reference.has_value());
    REQUIRE_FALSE(reference->library.junctions.empty());
    for (const house::Junction& row : reference->library.junctions) {
        const energy::JunctionValues computed = energy::junction_values(row, reference->library);
        CAPTURE(row.id);
        CHECK_THAT(computed.psi.value, WithinAbs(row.psi.value, 0.002));
        CHECK_THAT(computed.f_rsi, WithinAbs(row.f_rsi, 0.002));
    }
}

TEST_CASE("insulation outside warms every junction, and covering the wall's head its eaves") {
    const auto reference =
        storage::read_catalog(std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog");
    REQUIRE(reference.has_value());
    const auto f_rsi = [&](const char* id) {
        for (const house::Junction& row : reference->library.junctions) {
            if (row.id == id) return row.f_rsi;
        }
        FAIL("no junction " << id);
        return 0.0;
    };
    CHECK(f_rsi("outer_corner_brick_370_eps100") > f_rsi("outer_corner_brick_370"));
    CHECK(f_rsi("lintel_brick_370_eps100") > f_rsi("lintel_brick_370"));
    CHECK(f_rsi("plinth_brick_370_floor_concrete_edge") > f_rsi("plinth_brick_370_floor_concrete"));
    CHECK(f_rsi("eaves_brick_370_eps100_ceiling_eps_200_head") >
          f_rsi("eaves_brick_370_eps100_ceiling_eps_200"));
}
