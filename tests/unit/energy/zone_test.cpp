// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/zone.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"
#include "unit/energy/plain_year.h"

using namespace longju;
using namespace longju::energy;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

BuildingSurface face(Account account, double area_m2, double tilt_deg, double azimuth_deg,
                     std::vector<SlabLayer> layers) {
    return {.name = "face",
            .account = account,
            .area_m2 = area_m2,
            .tilt_deg = tilt_deg,
            .azimuth_deg = azimuth_deg,
            .layers = std::move(layers)};
}

/// A brick box of 10 m × 8 m × 2.7 m on the ground, glass to the south.
Building box(double eps_m = 0.0) {
    std::vector<SlabLayer> wall = {{0.37, 0.81, 1800, 1050}};
    if (eps_m > 0) wall.insert(wall.begin(), {eps_m, 0.04, 20, 1400});
    Building b{.volume_m3 = 216};
    b.surfaces = {face(Account::Walls, 19, 90, 0, wall), face(Account::Walls, 27, 90, 180, wall),
                  face(Account::Walls, 43, 90, 90, wall),
                  face(Account::Ceiling, 80, 0, 0, {{0.15, 0.1, 300, 2000}}),
                  face(Account::Floor, 80, 180, 0, {{0.5, 1.5, 1800, 1000}})};
    b.surfaces[4].beyond = Beyond::Ground;
    b.surfaces[4].ground_c.fill(5);
    b.windows = {{.name = "south", .glass_m2 = 6, .frame_m2 = 2}};
    b.convective_gain_w.fill(150);
    b.radiant_gain_w.fill(150);
    b.heat_set_point_c.fill(16);
    return b;
}

double heat_kwh(const Building& building, Sunlight& sunlight) {
    return simulate(building, sunlight).year.heat_kwh;
}

}  // namespace

TEST_CASE("what goes into a zone comes out of it or stays in it") {
    const climate::Year year = sample::cosine_year();
    Sunlight sunlight(year);
    Building cooled = box();
    cooled.cool_set_point_c = 26;
    Building radiant = box(0.1);
    radiant.heat_convective_share = 0.4;
    Building vented = box();
    vented.surfaces[3].beyond = Beyond::Attic;
    vented.attic = Attic{.roof_m2 = 90, .volume_m3 = 90};
    Building buffered = box();
    buffered.surfaces[1].beyond = Beyond::Buffer;

    for (const Building& b : {box(), cooled, radiant, vented, buffered}) {
        const ZoneYear run = simulate(b, sunlight);

        for (const HeatAccount* account : {&run.year, &run.season}) {
            CHECK(account->heat_kwh > 1000.0);
            CHECK(std::abs(account->residual_kwh()) < 1e-6 * account->heat_kwh);
        }
    }
}

TEST_CASE("the steady loss is what a run settles at, or more where faces are cold") {
    const climate::Year year = sample::constant_year(-15.0);
    Sunlight sunlight(year);
    Building cold_floor = box(0.1);
    cold_floor.convective_gain_w.fill(0);
    cold_floor.radiant_gain_w.fill(0);
    cold_floor.heat_set_point_c.fill(18);
    Building warm = cold_floor;
    warm.surfaces[4].layers.push_back({0.3, 0.04, 30, 1400});
    warm.windows.clear();

    const double settled_w = simulate(warm, sunlight, 300).heat_w.back();
    const double cold_floor_w = simulate(cold_floor, sunlight, 300).heat_w.back();

    const double warm_w = steady_loss_w(warm, year, 18, -15);
    CHECK(warm_w > settled_w);
    CHECK(warm_w < 1.1 * settled_w);
    // It counts on 18 °C of the faces around as well as of the air: on the safe side.
    CHECK(steady_loss_w(cold_floor, year, 18, -15) > cold_floor_w);
    CHECK(steady_loss_w(cold_floor, year, 18, -15) < 1.4 * cold_floor_w);
}

TEST_CASE("insulation, another pane and tighter joints never raise the heat") {
    const climate::Year year = sample::cosine_year();
    Sunlight sunlight(year);

    double last_kwh = 1e9;
    for (const double eps_m : {0.0, 0.01, 0.03, 0.06, 0.1, 0.2, 0.4}) {
        const double kwh = heat_kwh(box(eps_m), sunlight);
        CHECK(kwh < last_kwh);
        last_kwh = kwh;
    }
    last_kwh = 0.0;
    for (const double air_change : {0.0, 0.1, 0.5, 1.0, 2.0, 5.0}) {
        Building b = box();
        b.air_change_per_h = air_change;
        const double kwh = heat_kwh(b, sunlight);
        CHECK(kwh > last_kwh);
        last_kwh = kwh;
    }
    Building north = box();
    north.windows[0].azimuth_deg = 180;
    last_kwh = 1e9;
    for (int panes = 1; panes <= 4; ++panes) {
        north.windows[0].glazing.panes = panes;
        const double kwh = heat_kwh(north, sunlight);
        CHECK(kwh < last_kwh);
        last_kwh = kwh;
    }
}

TEST_CASE("a small heater never gives more than it can and the room is cold instead") {
    const climate::Year year = sample::cosine_year();
    Sunlight sunlight(year);
    Building small = box();
    small.heat_limit_w = 4000;

    const ZoneYear run = simulate(small, sunlight);
    const ZoneYear enough = simulate(box(), sunlight);

    CHECK(std::ranges::max(run.heat_w) <= 4000.0 + 1e-9);
    CHECK(run.year.heat_kwh < enough.year.heat_kwh);
    CHECK(std::ranges::min(run.air_c) < 12.0);
    CHECK(std::ranges::min(enough.air_c) > 16.0 - 1e-9);
    for (std::size_t h = 0; h < run.air_c.size(); ++h) {
        const bool at_limit = run.heat_w[h] > 4000.0 - 1e-6;
        if (!at_limit) CHECK(run.air_c[h] > 16.0 - 1e-6);
    }
}

TEST_CASE("mirrored in noon, a house has the same year but for its mass") {
    const climate::Year year = sample::cosine_year();
    Sunlight sunlight(year);
    Building east = box();
    Building west = box();
    east.windows[0].azimuth_deg = -60;
    west.windows[0].azimuth_deg = 60;

    // The sample year's day is not symmetric in time (it is warmest after noon).
    CHECK_THAT(heat_kwh(east, sunlight), WithinRel(heat_kwh(west, sunlight), 0.03));
    Building turned = box();
    for (BuildingSurface& s : turned.surfaces) s.azimuth_deg += 360;
    turned.windows[0].azimuth_deg -= 360;
    CHECK_THAT(heat_kwh(turned, sunlight), WithinRel(heat_kwh(box(), sunlight), 1e-9));
}

TEST_CASE("a second run of the same building gives the same numbers") {
    const climate::Year year = sample::cosine_year();
    Sunlight shared(year);
    Sunlight own(year);

    const ZoneYear first = simulate(box(0.05), shared);
    heat_kwh(box(), shared);
    const ZoneYear second = simulate(box(0.05), shared);
    const ZoneYear third = simulate(box(0.05), own);

    CHECK(first.heat_w == second.heat_w);
    CHECK(first.air_c == third.air_c);
}

TEST_CASE("the attic keeps the ceiling warmer than the open sky does") {
    const climate::Year year = sample::cosine_year();
    Sunlight sunlight(year);
    Building flat = box();
    Building attic = box();
    attic.surfaces[3].beyond = Beyond::Attic;
    attic.attic = Attic{.roof_m2 = 90, .volume_m3 = 90, .air_change_per_h = 1};
    Building windy = attic;
    windy.attic->air_change_per_h = 20;

    CHECK(heat_kwh(attic, sunlight) < heat_kwh(flat, sunlight));
    CHECK(heat_kwh(attic, sunlight) < heat_kwh(windy, sunlight));
}

TEST_CASE("the heating season is one spell of cold days over the turn of the year") {
    const climate::Year year = sample::cosine_year();

    const std::vector<bool> season = heating_season(year);

    const auto hours = std::ranges::count(season, true);
    CHECK(season.front());
    CHECK(season.back());
    CHECK_FALSE(season[4380]);
    // 2 − 21 cos(x) ≤ 5 °C for |x| ≤ 98.2° of 180°: 199 days.
    CHECK_THAT(static_cast<double>(hours) / 24, WithinAbs(199, 2));
    int changes = 0;
    for (std::size_t h = 1; h < season.size(); ++h) changes += season[h] != season[h - 1] ? 1 : 0;
    CHECK(changes == 2);
}

TEST_CASE("no odd but possible building gives a number that is none") {
    const climate::Year year = sample::cosine_year();
    Sunlight sunlight(year);
    Building hut{.volume_m3 = 5};
    hut.surfaces = {face(Account::Walls, 0.01, 90, 0, {{0.0005, 50, 7850, 480}})};
    hut.heat_set_point_c.fill(20);
    hut.air_change_per_h = 0;
    Building glasshouse{.volume_m3 = 50};
    glasshouse.surfaces = {face(Account::Floor, 20, 180, 0, {})};
    glasshouse.windows = {{.name = "glass", .glass_m2 = 60}};
    glasshouse.windows[0].glazing.panes = 1;
    Building bunker = box(1.0);
    bunker.windows.clear();

    for (const Building& b : {hut, glasshouse, bunker}) {
        const ZoneYear run = simulate(b, sunlight);

        CHECK(std::ranges::all_of(run.air_c, [](double t) { return std::isfinite(t); }));
        CHECK(std::ranges::all_of(run.heat_w, [](double w) { return std::isfinite(w) && w >= 0; }));
    }
}
