// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <random>
#include <string>

#include "advisor/search.h"
#include "catch2/catch_test_macros.hpp"
#include "storage/catalog_source.h"
#include "visit/case_file.h"

using namespace longju;

namespace {

/// How far a bill may be off (advisor/search.h).
double share_off(bool as_it_is) { return as_it_is ? 0.001 : 0.015; }

}  // namespace

TEST_CASE("what the search says of each heater of the catalog is what an estimate says") {
    const std::filesystem::path source(LONGJU_SOURCE_DIR);
    auto reference = storage::read_catalog(source / "catalog");
    REQUIRE(reference.has_value());
    std::erase_if(reference->measures.measures, [](const measure::Measure& m) {
        return m.id != "wall" && m.id != "ceiling" && m.id != "window" && m.id != "sunspace" &&
               m.id != "heating";
    });
    const auto inputs =
        visit::read_case(source / "catalog" / "samples" / "wang_guilan.toml", *reference);
    REQUIRE(inputs.has_value());
    const climate::Year year = climate::typical_year(*reference->station_for(inputs->place));
    const advisor::Space space(*inputs, *reference);
    const auto found = advisor::search(
        {.inputs = *inputs, .reference = *reference, .year = year, .progress = {}, .stop = {}},
        space);
    REQUIRE(found.has_value());
    CHECK(found->simulated < space.envelopes() * space.heaters());

    energy::Weather weather(year);
    std::mt19937 random(7);
    for (int i = 0; i < 60; ++i) {
        const advisor::Scored& s = found->schemes[random() % found->schemes.size()];
        estimate::EstimateInputs asked = *inputs;
        asked.scheme = space.scheme(s.envelope, s.heater, s.array);
        const auto e = estimate::estimate(asked, *reference, weather);
        REQUIRE(e.has_value());
        const energy::Heater& heater = reference->energy.heater(e->after_house.heater_id);
        const double bill = e->habit.after.heating_cost.typical.in_yuan();
        INFO("envelope " << s.envelope << " " << heater.id << ": " << s.bill.in_yuan() << " for "
                         << bill);
        CHECK(s.cost == e->quote.total.typical);
        CHECK(std::abs(s.bill.in_yuan() - bill) <= share_off(s.heater == 0) * std::abs(bill) + 2.0);
        CHECK(std::abs(static_cast<double>(s.coldest_c) - e->habit.after.demand.coldest.value) <=
              0.3);
    }
}
