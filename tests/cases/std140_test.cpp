// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>

#include "cli/building_file.h"
#include "core/csv.h"
#include "energy/zone.h"
#include "unit/climate/shared_weather.h"

// ASHRAE Standard 140-2020, building thermal envelope. Acceptance limits: Addendum b as quoted in
// lbl-srg/modelica-buildings; ranges of six programs: the standard's results workbook in
// NREL/BESTEST-GSR. Case specifications: the same two repositories.

using namespace longju;
namespace fs = std::filesystem;

namespace {

const fs::path shared = LONGJU_SHARED_DIR;
const fs::path cases = fs::path(LONGJU_SOURCE_DIR) / "tests" / "cases" / "std140";

std::string read_all(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The weather of the standard's 2020 edition; skips the test without it.
climate::Year denver() { return shared::epw("bestest/725650TYCST.epw.gz"); }

energy::ZoneYear run(const std::string& name, energy::Weather& weather) {
    auto building = cli::read_building(cases / fmt::format("case{}.toml", name));
    if (!building) FAIL(building.error().sentence());
    return energy::simulate(*building, weather);
}

struct Row {
    double low = 0, high = 0, accept_low = 0, accept_high = 0;
};

std::map<std::string, Row> results(const std::string& file) {
    const auto table = parse_csv(read_all(shared / "engine" / "reference" / file), file);
    REQUIRE(table);
    std::map<std::string, Row> rows;
    const auto value = [](const CsvRow& row, const char* column) {
        const auto number = row.number(column, -100, 100);
        return number ? *number : 0.0;
    };
    for (const CsvRow& row : table->rows) {
        rows[*row.text("case")] = {value(row, "min"), value(row, "max"), value(row, "accept_lo"),
                                   value(row, "accept_hi")};
    }
    return rows;
}

}  // namespace

TEST_CASE("annual heating of the standard's cases lies within its acceptance limits") {
    const climate::Year year = denver();
    energy::Weather weather(year);

    const auto heating = results("annual_heating_MWh_2020.csv");
    const auto cooling = results("annual_cooling_MWh_2020.csv");
    int in_range = 0;
    int judged = 0;
    for (const char* name : {"195", "600", "620", "640", "680", "685", "900"}) {
        const energy::ZoneYear result = run(name, weather);
        const double heat_mwh = result.year.heat_kwh / 1000.0;
        const Row& h = heating.at(name);
        const Row& c = cooling.at(name);
        const bool inside = heat_mwh >= h.low && heat_mwh <= h.high;
        fmt::print(
            "Std 140 case {:>4}: heating {:6.3f} MWh, six programs {:6.3f} to {:6.3f}{}; cooling "
            "{:6.3f}, {:6.3f} to {:6.3f}\n",
            name, heat_mwh, h.low, h.high, inside ? "" : " (outside)",
            result.year.cool_kwh / 1000.0, c.low, c.high);
        in_range += inside ? 1 : 0;
        ++judged;
        INFO(name);
        if (h.accept_high > 0.0) {
            CHECK(heat_mwh >= h.accept_low);
            CHECK(heat_mwh <= h.accept_high);
        }
        CHECK(std::abs(result.year.residual_kwh()) < 1e-6 * result.year.heat_kwh);
    }
    fmt::print("Std 140 heating: {} of {} within the six programs\n", in_range, judged);
}

TEST_CASE("free-floating temperatures follow the six programs") {
    const climate::Year year = denver();
    energy::Weather weather(year);

    for (const char* name : {"600FF", "900FF"}) {
        const energy::ZoneYear result = run(name, weather);
        const auto [low, high] = std::ranges::minmax(result.air_c);
        const Row min = results("freefloat_min_C_2020.csv").at(name);
        const Row max = results("freefloat_max_C_2020.csv").at(name);
        fmt::print(
            "Std 140 case {}: min {:.1f} C ({:.1f} to {:.1f}), max {:.1f} C ({:.1f} to {:.1f})\n",
            name, low, min.low, min.high, high, max.low, max.high);
        constexpr double margin_k = 2.0;
        CHECK(low > min.low - margin_k);
        CHECK(low < min.high + margin_k);
        CHECK(high > max.low - 2 * margin_k);
        CHECK(high < max.high + margin_k);
    }
}
