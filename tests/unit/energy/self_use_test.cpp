// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/self_use.h"

#include <numeric>

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"
#include "energy/pv.h"
#include "unit/energy/plain_year.h"

using namespace longju;
using namespace longju::energy;
using Catch::Matchers::WithinRel;

TEST_CASE("a household uses in a year what it is said to, most of it in the evening") {
    const std::vector<float> load = household_load_kwh(KilowattHours{1500.0});

    CHECK(load.size() == 8760);
    CHECK_THAT(std::accumulate(load.begin(), load.end(), 0.0), WithinRel(1500.0, 1e-5));
    CHECK(load[18] > 2.0F * load[2]);
    CHECK(load[18] > load[4380 + 18]);  // January over July.
}

TEST_CASE("what is made is used or sold, and what is needed is made or bought") {
    // 2 kWh made in the second hour, 3 needed in the first and 1.5 in the second.
    const std::vector<float> array = {0.0F, 2.0F};
    const std::vector<float> load = {3.0F, 1.5F};

    const SelfUse use = self_use(array, load);

    CHECK(use.used == KilowattHours{1.5});
    CHECK(use.exported == KilowattHours{0.5});
    CHECK(use.imported == KilowattHours{3.0});
    CHECK_THAT(use.used_share(), WithinRel(0.75));
    CHECK_THAT(use.sufficiency(), WithinRel(1.5 / 4.5));
}

TEST_CASE("a larger array sells more and uses a smaller share at home") {
    const climate::Year year = sample::cosine_year();
    const std::vector<float> load = household_load_kwh(KilowattHours{1500.0});
    const PvYield small = pv_yield({.modules = 2}, year);
    const PvYield large = pv_yield({.modules = 12}, year);

    const SelfUse of_small = self_use(small.by_hour_kwh, load);
    const SelfUse of_large = self_use(large.by_hour_kwh, load);

    CHECK_THAT((of_small.used + of_small.exported).value, WithinRel(small.year.value, 1e-4));
    CHECK(of_large.used_share() < of_small.used_share());
    CHECK(of_large.sufficiency() > of_small.sufficiency());
    CHECK(of_large.sufficiency() < 0.7);  // Nothing is made at night.
}

TEST_CASE("without an array everything is bought") {
    const std::vector<float> none(24, 0.0F);
    const std::vector<float> load(24, 1.0F);

    CHECK(self_use(none, load).used_share() == 0.0);
    CHECK(self_use(none, load).imported == KilowattHours{24.0});
}
