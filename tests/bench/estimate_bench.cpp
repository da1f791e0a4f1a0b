// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <vector>

#include "catch2/catch_test_macros.hpp"
#include "estimate/estimate.h"
#include "storage/catalog_source.h"
#include "visit/case_file.h"

using namespace longju;

namespace {

/// Milliseconds of the middle one of `rounds` runs.
template <class Work>
double median_ms(int rounds, Work work) {
    std::vector<double> took_ms;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        work();
        took_ms.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                .count());
    }
    std::ranges::sort(took_ms);
    return took_ms[took_ms.size() / 2];
}

}  // namespace

TEST_CASE("an estimate answers at once") {
    const std::filesystem::path catalog = std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog";
    const auto reference = storage::read_catalog(catalog);
    REQUIRE(reference.has_value());
    const auto inputs = visit::read_case(catalog / "samples" / "wang_guilan.toml", *reference);
    REQUIRE(inputs.has_value());
    const climate::Year year = climate::typical_year(*reference->station_for(inputs->place));

    bool answered = true;
    const double first_ms = median_ms(5, [&] {
        answered = answered && estimate::estimate(*inputs, *reference, year).has_value();
    });
    energy::Weather weather(year);
    const double next_ms = median_ms(25, [&] {
        answered = answered && estimate::estimate(*inputs, *reference, weather).has_value();
    });

    CHECK(answered);
    WARN("estimate(), before and after, habit and comfort: the first of a place "
         << first_ms << " ms, the next " << next_ms << " ms");
    // A tenth of a second is what a person feels; the slack is for builds with sanitizers.
    CHECK(next_ms < 1000.0);
}
