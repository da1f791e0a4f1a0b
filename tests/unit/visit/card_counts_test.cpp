// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/card_counts.h"

#include "catch2/catch_test_macros.hpp"

using namespace longju::visit;

TEST_CASE("yes, no and not asked add up to the visits, practice left out") {
    CardCounts counts;
    Visit visit;
    visit.inputs.answers = {{"sewage_wanted", true}, {"site_flood", false}};
    counts.add(visit);
    visit.inputs.answers = {{"sewage_wanted", true}};
    counts.add(visit);
    visit.inputs.answers = {};
    counts.add(visit);
    visit.sample = true;
    visit.inputs.answers = {{"sewage_wanted", true}};
    counts.add(visit);

    CHECK(counts.visits() == 3);
    CHECK(counts.of("sewage_wanted").yes == 2);
    CHECK(counts.of("site_flood").no == 1);
    CHECK(counts.not_asked("sewage_wanted") == 1);
    CHECK(counts.not_asked("site_flood") == 2);
    CHECK(counts.not_asked("solar_cooker_wanted") == 3);
}
