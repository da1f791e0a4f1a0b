// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cmath>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>

#include "core/csv.h"
#include "energy/zone.h"
#include "unit/climate/shared_weather.h"

// A Harbin farmhouse as a box with one zone, 24 variants and 2 with a limited heater, computed by
// EnergyPlus 8.1 (farm/spec.md beside the repository, when it is there).

using namespace longju;
namespace fs = std::filesystem;

namespace {

const fs::path farm = fs::path(LONGJU_SHARED_DIR) / "farm";

struct Variant {
    double wall_eps_m, roof_eps_m, floor_xps_m;
    int panes;
    double air_change_per_h;
    std::string heating;
    double limit_w;
};

energy::BuildingSurface face(energy::Account account, double area_m2, double tilt_deg,
                             double azimuth_deg, std::vector<energy::SlabLayer> layers) {
    return {.name = "",
            .account = account,
            .area_m2 = area_m2,
            .tilt_deg = tilt_deg,
            .azimuth_deg = azimuth_deg,
            .layers = std::move(layers)};
}

energy::Building farmhouse(const Variant& v) {
    using energy::Account;
    const energy::SlabLayer brick{0.37, 0.81, 1800, 900};
    const energy::SlabLayer plaster{0.02, 0.80, 1700, 900};
    std::vector<energy::SlabLayer> wall = {brick, plaster};
    std::vector<energy::SlabLayer> roof = {{0.15, 0.17, 900, 1000}, {0.012, 0.16, 950, 840}};
    std::vector<energy::SlabLayer> floor = {{0.50, 1.5, 1800, 1000}, {0.08, 1.5, 2300, 1000}};
    if (v.wall_eps_m > 0) wall.insert(wall.begin(), {v.wall_eps_m, 0.035, 20, 1400});
    if (v.roof_eps_m > 0) roof.insert(roof.begin(), {v.roof_eps_m, 0.040, 30, 1400});
    if (v.floor_xps_m > 0) floor.insert(floor.begin() + 1, {v.floor_xps_m, 0.035, 30, 1400});

    energy::Building b;
    energy::Zone& zone = b.zones.front();
    zone.volume_m3 = 252;
    zone.air.constant_per_h = v.air_change_per_h;
    zone.convective_gain_w.fill(150);
    zone.radiant_gain_w.fill(150);
    zone.heating.limit_w = v.limit_w;
    b.surfaces = {
        face(Account::Walls, 21.6, 90, 0, wall),   face(Account::Walls, 30.6, 90, 180, wall),
        face(Account::Walls, 21.0, 90, -90, wall), face(Account::Walls, 21.0, 90, 90, wall),
        face(Account::Ceiling, 90, 0, 0, roof),    face(Account::Floor, 90, 180, 0, floor)};
    b.surfaces.back().beyond = energy::Beyond::Ground;
    b.surfaces.back().ground_c = {1.5, 0.2, 0.0, 1.2, 4.0, 8.0, 11.5, 13.0, 12.3, 9.8, 6.5, 3.5};
    b.surfaces.push_back(face(Account::Inside, 120, 90, 0, {{0.06, 0.81, 1800, 900}}));
    b.surfaces.back().beyond = energy::Beyond::Adiabatic;
    energy::BuildingWindow south{.name = "south", .glass_m2 = 12};
    south.glazing.panes = v.panes;
    energy::BuildingWindow north = south;
    north.glass_m2 = 3;
    north.azimuth_deg = 180;
    b.windows = {south, north};
    for (std::size_t h = 0; h < 24; ++h) {
        const bool warm = (h >= 5 && h < 9) || (h >= 16 && h < 22);
        const double intermittent_c = warm ? 16 : 10;
        const double constant_c = v.heating == "14" ? 14 : 18;
        zone.heating.set_point_c.at(h) = v.heating == "int" ? intermittent_c : constant_c;
    }
    return b;
}

}  // namespace

TEST_CASE("heating of Harbin farmhouses follows EnergyPlus, and savings follow closer") {
    if (!fs::exists(farm / "open_harbin.csv")) {
        SKIP("the farmhouse runs are not beside the repository: " << farm.string());
    }
    const climate::Year year = shared::epw("epw/CHN_HL_Harbin-Taiping.AP.541611_TMYx.epw.gz");
    energy::Weather weather(year);
    std::ifstream in(farm / "open_harbin.csv");
    std::stringstream text;
    text << in.rdbuf();
    const auto table = parse_csv(text.str(), "open_harbin.csv");
    REQUIRE(table);

    struct Pair {
        double ours_kwh, theirs_kwh;
    };
    std::optional<Pair> bare;
    double sum = 0, bias = 0, worst = 0, saving_sum = 0, saving_worst = 0;
    int count = 0;
    for (const CsvRow& row : table->rows) {
        if (*row.text("kind") == "free_float") continue;
        const auto number = [&](const char* c) { return row.number(c, 0, 1e9).value_or(0.0); };
        const double limit_w = number("limit_W");
        const Variant v{number("wall_eps_m"),
                        number("roof_eps_m"),
                        number("floor_xps_m"),
                        static_cast<int>(number("panes")),
                        number("ach"),
                        *row.text("heating"),
                        limit_w > 0 ? limit_w : 1e9};
        const double ours = energy::simulate(farmhouse(v), weather).year.heat_kwh;
        const double theirs = number("heat_kWh");
        const double off = ours / theirs - 1.0;
        if (!bare) bare = Pair{ours, theirs};
        const double saving_off =
            100.0 * ((1 - ours / bare->ours_kwh) - (1 - theirs / bare->theirs_kwh));
        sum += std::abs(off), bias += off, worst = std::max(worst, std::abs(off));
        saving_sum += std::abs(saving_off);
        saving_worst = std::max(saving_worst, std::abs(saving_off));
        ++count;
    }
    fmt::print(
        "Harbin farmhouse, {} runs: heating bias {:+.1f} %, mean {:.1f} %, worst {:.1f} %; saving "
        "mean {:.1f}, worst {:.1f} points\n",
        count, 100 * bias / count, 100 * sum / count, 100 * worst, saving_sum / count,
        saving_worst);

    CHECK(100 * sum / count < 4.0);
    CHECK(100 * worst < 10.0);
    CHECK(saving_sum / count < 2.0);
    CHECK(saving_worst < 5.0);
}
