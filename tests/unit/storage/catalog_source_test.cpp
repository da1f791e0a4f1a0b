// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/catalog_source.h"

#include <set>

#include <catch2/catch_test_macros.hpp>

#include "house/check.h"
#include "house/limits.h"

using namespace longju;

namespace {

const std::filesystem::path catalog = std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog";

const estimate::Reference& reference() {
    static const estimate::Reference read = [] {
        const auto reading = storage::check_catalog(catalog);
        for (const Error& error : reading.errors) UNSCOPED_INFO(error.sentence());
        REQUIRE(reading.errors.empty());
        return reading.reference;
    }();
    return read;
}

}  // namespace

TEST_CASE("The catalog that ships has no mistake") {
    const estimate::Reference& r = reference();

    CHECK(r.version == "2026.11");
    CHECK(r.data_hash.size() == 64);
    CHECK(r.stations.size() == 18);
    CHECK(r.divisions.size() == 139);
    CHECK(r.designs.size() >= 6);
}
