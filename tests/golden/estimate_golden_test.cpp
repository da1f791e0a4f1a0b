// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <filesystem>

#include "catch2/catch_test_macros.hpp"
#include "golden/approved_text.h"
#include "golden/estimate_text.h"
#include "storage/catalog_source.h"
#include "visit/case_file.h"

using namespace longju;

TEST_CASE("the sample cases are estimated as approved") {
    const std::filesystem::path catalog = std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog";
    const auto reference = storage::read_catalog(catalog);
    INFO((reference ? std::string() : reference.error().sentence()));
    REQUIRE(reference.has_value());

    int cases = 0;
    for (const auto& file : std::filesystem::directory_iterator(catalog / "samples")) {
        if (file.path().extension() != ".toml") continue;
        const auto inputs = visit::read_case(file.path(), *reference);
        INFO((inputs ? std::string() : inputs.error().sentence()));
        REQUIRE(inputs.has_value());
        const climate::Station* station = reference->station_for(inputs->place);
        REQUIRE(station != nullptr);

        const auto estimate =
            estimate::estimate(*inputs, *reference, climate::typical_year(*station));

        REQUIRE(estimate.has_value());
        ++cases;
        golden::check_approved("estimates/" + file.path().stem().string() + ".tsv",
                               golden::estimate_text(*estimate));
    }
    CHECK(cases > 0);
}
