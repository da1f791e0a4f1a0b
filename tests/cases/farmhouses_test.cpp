// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>

#include "cli/building_file.h"
#include "core/csv.h"
#include "energy/zone.h"
#include "unit/climate/shared_weather.h"

// Farmhouses in EnergyPlus 25.2 on five stations of the province: envelopes, attics, setbacks,
// sunspaces. No row was tuned on (tests/cases/farm/energyplus_25_2.csv says how they were made).

using namespace longju;

namespace {

const std::filesystem::path farm =
    std::filesystem::path(LONGJU_SOURCE_DIR) / "tests" / "cases" / "farm";

struct Reference {
    std::string name, station;
    double heat_kwh = 0.0;
};

std::vector<Reference> references() {
    std::ifstream file(farm / "energyplus_25_2.csv");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto table = parse_csv(text, "energyplus_25_2.csv");
    REQUIRE(table);
    std::vector<Reference> rows;
    for (const CsvRow& row : table->rows) {
        rows.push_back({*row.text("case"), *row.text("station"), *row.number("heat_kwh", 0, 1e6)});
    }
    return rows;
}

}  // namespace

TEST_CASE("farmhouses on other stations follow EnergyPlus, with sunspace, attic and modules") {
    std::map<std::string, climate::Year> years;
    double sum = 0.0;
    double worst = 0.0;
    int count = 0;
    for (const Reference& row : references()) {
        if (row.heat_kwh <= 0.0) continue;  // Floats.
        if (!years.contains(row.station)) {
            years.emplace(row.station, shared::epw("epw/" + row.station + ".epw.gz"));
        }
        energy::Weather weather(years.at(row.station));
        const auto building = cli::read_building(farm / (row.name + ".toml"));
        REQUIRE(building);

        const double ours_kwh = energy::simulate(*building, weather).year.heat_kwh;

        const double off = ours_kwh / row.heat_kwh - 1.0;
        INFO(row.name << " at " << row.station << ": " << 100 * off << " %");
        CHECK(std::abs(off) <= 0.10);
        sum += std::abs(off);
        worst = std::max(worst, std::abs(off));
        ++count;
    }
    fmt::print("Farmhouses on five stations: {} runs, mean {:.1f} %, worst {:.1f} %\n", count,
               100 * sum / count, 100 * worst);
    CHECK(count >= 40);
    CHECK(sum / count <= 0.04);
}
