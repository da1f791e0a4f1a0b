// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/simulate.h"

#include <cmath>
#include <numeric>

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include "cli/building_file.h"
#include "cli/command_line.h"
#include "unit/energy/plain_year.h"

namespace longju::cli {

namespace {

const std::string box = R"(
title = "a box"
[zone]
volume_m3 = 100
[heating]
set_point_c = 18
limit_w = 3000
[[surface]]
name = "wall"
area_m2 = 100
layers = [[0.37, 0.81, 1800, 1050]]
[[window]]
glass_m2 = 4
)";

}  // namespace

TEST_CASE("months, peaks and the balance of a simulation agree with its year") {
    const climate::Year year = energy::sample::cosine_year();
    const auto building = parse_building(box, "box.toml");
    REQUIRE(building);

    const Simulation s = simulation(*building, year);
    const auto json = nlohmann::json::parse(simulation_json(s, true));

    CHECK(s.run.year.heat_kwh > 1000);
    CHECK(std::abs(std::accumulate(s.heat_kwh.begin(), s.heat_kwh.end(), 0.0) -
                   s.run.year.heat_kwh) < 1e-6);
    CHECK(s.peak_heat_w <= 3000.001);
    CHECK(s.hours_below_set_point > 0);
    CHECK(s.air_min_c < s.air_mean_c);
    CHECK(json["hours_below_set_point"] == s.hours_below_set_point);
    CHECK(json["air_c"].size() == 8760);
    CHECK(std::abs(json["account"]["residual_kwh"].get<double>()) < 1e-3);
    CHECK_FALSE(nlohmann::json::parse(simulation_json(s, false)).contains("air_c"));
    CHECK(simulation_text(s).find("heat") != std::string::npos);
}

TEST_CASE("simulate refuses files that are not there in one line") {
    const Outcome no_building = run({"simulate", "none.toml", "--weather", "none.epw"}, "0.0");
    const Outcome no_weather = run(
        {"simulate", LONGJU_SOURCE_DIR "/tests/cases/std140/case600.toml", "--weather", "none.epw"},
        "0.0");

    for (const Outcome& outcome : {no_building, no_weather}) {
        CHECK(outcome.code == Outcome::BadInput);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.find("none.") != std::string::npos);
    }
}

}  // namespace longju::cli
