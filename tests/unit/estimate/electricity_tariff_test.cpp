// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/electricity_tariff.h"

#include "catch2/catch_test_macros.hpp"
#include "unit/estimate/small_reference.h"

using namespace longju;
using namespace longju::estimate;

TEST_CASE("the year's bill follows the tiers") {
    struct Row {
        double kwh;
        std::int64_t fen;
    };
    for (const Row& row : {Row{0, 0}, Row{2000, 102000}, Row{2040, 104040}, Row{2500, 129800},
                           Row{3120, 164520}, Row{4000, 235800}, Row{8000, 559800}}) {
        INFO(row.kwh << " kWh");
        CHECK(electricity_bill(row.kwh, Tariff{}).in_fen() == row.fen);
    }
}

TEST_CASE("heating is what comes on top of the household's other use") {
    const Tariff tariff;

    // 1,500 kWh of other use: 540 kWh are left in tier 1, then 1,080 in tier 2, the rest in tier 3.
    CHECK(heating_electricity(540, tariff) == Money::fen(540 * 51));
    CHECK(heating_electricity(540 + 1080 + 1000, tariff) ==
          Money::fen(540 * 51 + 1080 * 56 + 1000 * 81));
    CHECK(heating_electricity(0, tariff) == Money{});
}

TEST_CASE("the tiers are the three prices of the price book") {
    const energy::EnergyLibrary library = sample::energy_library();

    CHECK(tariff_of(library.fuel("electricity")).per_kwh == Tariff{}.per_kwh);
}
