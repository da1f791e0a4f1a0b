// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/energyplus_file.h"

#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>

#include "cli/building_file.h"
#include "cli/command_line.h"

namespace longju::cli {

namespace {

using Fields = std::vector<std::string>;

/// The objects of an input: kind first, then its fields.
std::vector<Fields> objects(const std::string& text) {
    std::vector<Fields> all;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '!') continue;
        Fields fields{""};
        for (const char c : line) {
            if (c == ',') {
                fields.emplace_back();
            } else if (c != ';') {
                fields.back() += c;
            }
        }
        all.push_back(fields);
    }
    return all;
}

std::map<std::string, Fields> named(const std::string& text, const std::string& kind) {
    std::map<std::string, Fields> found;
    for (const Fields& object : objects(text)) {
        if (object.front() == kind) found[object.at(1)] = object;
    }
    return found;
}

double number(const std::string& text) {
    double value = std::nan("");
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// Of the polygon whose corners are the last twelve fields: half the cross product of the
/// diagonals.
double area_m2(const Fields& object) {
    std::array<double, 12> c{};
    for (std::size_t i = 0; i < 12; ++i) c.at(i) = number(object.at(object.size() - 12 + i));
    const auto diagonal = [&](std::size_t from, std::size_t to, std::size_t axis) {
        return c.at(3 * to + axis) - c.at(3 * from + axis);
    };
    std::array<double, 3> n{};
    for (std::size_t k = 0; k < 3; ++k) {
        const std::size_t i = (k + 1) % 3;
        const std::size_t j = (k + 2) % 3;
        n.at(k) = diagonal(0, 2, i) * diagonal(1, 3, j) - diagonal(0, 2, j) * diagonal(1, 3, i);
    }
    return 0.5 * std::sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
}

energy::Building parsed(const std::string& text) {
    const auto building = parse_building(text, "house.toml");
    REQUIRE(building);
    return *building;
}

const std::string small = R"(
[zone]
volume_m3 = 100
air_change_per_h = 0.5
[gains]
convective_w = 60
[heating]
set_point_c = [14, 14, 14, 14, 14, 14, 18, 18, 18, 18, 18, 18,
               18, 18, 18, 18, 18, 18, 18, 18, 18, 18, 14, 14]
limit_w = 3000
[[surface]]
name = "wall"
area_m2 = 40
azimuth_deg = 30
layers = [[0.1, 0.035, 20, 1400], [0.37, 0.81, 1800, 900], [0.02, 0.8, 0, 0]]
[[surface]]
name = "partition"
account = "inside"
area_m2 = 25
beyond = "adiabatic"
layers = [[0.06, 0.81, 1800, 900], [0.01, 0.8, 1600, 1000]]
[[surface]]
name = "floor"
area_m2 = 35
tilt_deg = 180
beyond = "ground"
ground_c = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
ground_r_m2k_per_w = 2
layers = [[0.1, 1.5, 2300, 1000]]
[[window]]
name = "window"
glass_m2 = 3
azimuth_deg = 30
height_m = 1.5
)";

}  // namespace

TEST_CASE("areas, layers and schedules of a small house are what EnergyPlus reads") {
    const EnergyPlusFile file = energyplus_file(parsed(small));

    const auto faces = named(file.text, "BuildingSurface:Detailed");
    CHECK(std::abs(area_m2(faces.at("wall")) - 43) < 1e-3);
    CHECK(std::abs(area_m2(faces.at("floor")) - 35) < 1e-3);
    const Fields pane = named(file.text, "FenestrationSurface:Detailed").at("window");
    CHECK(std::abs(area_m2(pane) - 3) < 1e-3);
    CHECK(pane.at(4) == "wall");
    const Fields stack = named(file.text, "Construction").at("wall stack");
    REQUIRE(stack.size() == 5);
    CHECK(named(file.text, "Material").at(stack[2]).at(3) == "0.1");
    CHECK(named(file.text, "Material").at(stack[3]).at(3) == "0.37");
    CHECK(number(named(file.text, "Material:NoMass").at(stack[4]).at(3)) == 0.025);
    CHECK(file.text.find("Heat above,Any,Through: 12/31,For: AllDays,Until: 06:00,14.000000,"
                         "Until: 22:00,18.000000,Until: 24:00,14.000000;") != std::string::npos);
    CHECK(file.text.find("LimitCapacity,,3000.00,") != std::string::npos);
    CHECK(file.text.find(",Through: 3/31,For: AllDays,Until: 24:00,3.0000,") != std::string::npos);
    CHECK(number(
              named(file.text, "SurfaceProperty:OtherSideCoefficients").at("floor beyond").at(2)) ==
          0.5);
}

TEST_CASE("an adiabatic stack is mirrored, for EnergyPlus stores in half of it") {
    const EnergyPlusFile file = energyplus_file(parsed(small));

    const Fields stack = named(file.text, "Construction").at("partition stack");
    REQUIRE(stack.size() == 6);
    const auto materials = named(file.text, "Material");
    CHECK(materials.at(stack[2]).at(3) == "0.01");
    CHECK(materials.at(stack[3]).at(3) == "0.06");
    CHECK(materials.at(stack[4]).at(3) == "0.06");
    CHECK(materials.at(stack[5]).at(3) == "0.01");
    CHECK(number(named(file.text, "InternalMass").at("partition").at(5)) == 25);
}

TEST_CASE("Standard 140 case 600 closes to its box with every surface of it") {
    const auto cases = std::filesystem::path(LONGJU_SOURCE_DIR) / "tests/cases/std140";
    const auto building = read_building(cases / "case600.toml");
    REQUIRE(building);

    const EnergyPlusFile file = energyplus_file(*building);

    CHECK(file.left_out.empty());
    CHECK(file.otherwise.empty());
    CHECK(file.text.find("FullInteriorAndExterior") != std::string::npos);
    const auto faces = named(file.text, "BuildingSurface:Detailed");
    const std::map<std::string, double> areas = {
        {"south wall", 10.8}, {"south wall 2", 10.8}, {"north wall", 21.6}, {"east wall", 16.2},
        {"west wall", 16.2},  {"roof", 48},           {"floor", 48}};
    CHECK(faces.size() == areas.size());
    for (const auto& [name, area] : areas) {
        INFO(name);
        REQUIRE(faces.contains(name));
        CHECK(std::abs(area_m2(faces.at(name)) - area) < 1e-3);
    }
    CHECK(named(file.text, "FenestrationSurface:Detailed").size() == 2);
}

TEST_CASE("a wall between zones is written from both sides, in opposite order") {
    const EnergyPlusFile file = energyplus_file(parsed(small + R"(
[second_zone]
volume_m3 = 40
[exchange]
m3_per_h = 100
when_warmer_k = 3
[[surface]]
name = "common wall"
area_m2 = 20
azimuth_deg = 0
beyond = "zone"
layers = [[0.37, 0.81, 1800, 900], [0.02, 0.8, 1700, 900]]
)"));

    const auto faces = named(file.text, "BuildingSurface:Detailed");
    CHECK(faces.at("common wall").at(7) == "common wall far");
    CHECK(faces.at("common wall far").at(4) == "Second");
    const auto stacks = named(file.text, "Construction");
    CHECK(stacks.at("common wall stack").at(2) == stacks.at("common wall stack reversed").at(3));
    const Fields exchange = named(file.text, "ZoneCrossMixing").at("Exchange");
    CHECK(exchange.at(2) == "Rooms");
    CHECK(exchange.at(9) == "Second");
    CHECK(exchange.at(10) == "3");
}

TEST_CASE("what EnergyPlus cannot be told stands at the top and is said") {
    const EnergyPlusFile file = energyplus_file(parsed(small + R"(
[[surface]]
name = "kang"
area_m2 = 6
tilt_deg = 0
beyond = "adiabatic"
layers = [[0.1, 0.8, 1700, 900], [0.05, 0.8, 1700, 900]]
heat_w = 500
heat_after_layer = 0
)"));

    REQUIRE(file.left_out.size() == 1);
    CHECK(file.left_out[0] == "kang: the heat set free inside it");
    CHECK(file.text.find("! Left out: kang") < file.text.find("Version,"));
}

TEST_CASE("simulate wants a weather file or an input to write") {
    const Outcome outcome = run({"simulate", "house.toml"}, "0.0");

    CHECK(outcome.code == Outcome::BadInput);
    CHECK(outcome.err.find("--idf") != std::string::npos);
}

}  // namespace longju::cli
