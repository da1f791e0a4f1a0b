// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/zone.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"
#include "energy/room.h"
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
    Building b;
    Zone& zone = b.zones.front();
    zone.volume_m3 = 216;
    b.surfaces = {face(Account::Walls, 19, 90, 0, wall), face(Account::Walls, 27, 90, 180, wall),
                  face(Account::Walls, 43, 90, 90, wall),
                  face(Account::Ceiling, 80, 0, 0, {{0.15, 0.1, 300, 2000}}),
                  face(Account::Floor, 80, 180, 0, {{0.5, 1.5, 1800, 1000}})};
    b.surfaces[4].beyond = Beyond::Ground;
    b.surfaces[4].ground_c.fill(5);
    b.windows = {{.name = "south", .glass_m2 = 6, .frame_m2 = 2}};
    zone.convective_gain_w.fill(150);
    zone.radiant_gain_w.fill(150);
    zone.heating.set_point_c.fill(16);
    return b;
}

double heat_kwh(const Building& building, Weather& weather) {
    return simulate(building, weather).year.heat_kwh;
}

}  // namespace

TEST_CASE("what goes into a zone comes out of it or stays in it") {
    const climate::Year year = sample::cosine_year();
    Weather weather(year);
    Building cooled = box();
    cooled.zones[0].cool_set_point_c.emplace().fill(26);
    Building radiant = box(0.1);
    radiant.zones[0].heating.convective_share = 0.4;
    Building vented = box();
    vented.surfaces[3].beyond = Beyond::Attic;
    vented.attic = Attic{.roof_m2 = 90, .volume_m3 = 90};
    Building buffered = box();
    buffered.surfaces[1].beyond = Beyond::Buffer;

    for (const Building& b : {box(), cooled, radiant, vented, buffered}) {
        const ZoneYear run = simulate(b, weather);

        for (const HeatAccount* account : {&run.year, &run.season}) {
            CHECK(account->heat_kwh > 1000.0);
            CHECK(std::abs(account->residual_kwh()) < 1e-6 * account->heat_kwh);
        }
    }
}

TEST_CASE("the steady loss is what a run settles at") {
    const climate::Year year = sample::constant_year(-15.0);
    Weather weather(year);
    Building cold_floor = box(0.1);
    cold_floor.zones[0].convective_gain_w.fill(0);
    cold_floor.zones[0].radiant_gain_w.fill(0);
    cold_floor.zones[0].heating.set_point_c.fill(18);
    Building warm = cold_floor;
    warm.surfaces[4].layers.push_back({0.3, 0.04, 30, 1400});
    warm.windows.clear();

    for (const Building& b : {cold_floor, warm}) {
        const double settled_w = simulate(b, weather, {.warm_up_days = 300}).heat_w.back();

        CHECK_THAT(steady_loss_w(b, weather, 18, -15), WithinRel(settled_w, 0.005));
    }
}

TEST_CASE("insulation, another pane and tighter joints never raise the heat") {
    const climate::Year year = sample::cosine_year();
    Weather weather(year);

    double last_kwh = 1e9;
    for (const double eps_m : {0.0, 0.01, 0.03, 0.06, 0.1, 0.2, 0.4}) {
        const double kwh = heat_kwh(box(eps_m), weather);
        CHECK(kwh < last_kwh);
        last_kwh = kwh;
    }
    last_kwh = 0.0;
    for (const double air_change : {0.0, 0.1, 0.5, 1.0, 2.0, 5.0}) {
        Building b = box();
        b.zones[0].air.constant_per_h = air_change;
        const double kwh = heat_kwh(b, weather);
        CHECK(kwh > last_kwh);
        last_kwh = kwh;
    }
    Building north = box();
    north.windows[0].azimuth_deg = 180;
    last_kwh = 1e9;
    for (int panes = 1; panes <= 4; ++panes) {
        north.windows[0].glazing.panes = panes;
        const double kwh = heat_kwh(north, weather);
        CHECK(kwh < last_kwh);
        last_kwh = kwh;
    }
}

TEST_CASE("a small heater never gives more than it can and the room is cold instead") {
    const climate::Year year = sample::cosine_year();
    Weather weather(year);
    Building small = box();
    small.zones[0].heating.limit_w = 4000;

    const ZoneYear run = simulate(small, weather);
    const ZoneYear enough = simulate(box(), weather);

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
    Weather weather(year);
    Building east = box();
    Building west = box();
    east.windows[0].azimuth_deg = -60;
    west.windows[0].azimuth_deg = 60;

    // The sample year's day is not symmetric in time (it is warmest after noon).
    CHECK_THAT(heat_kwh(east, weather), WithinRel(heat_kwh(west, weather), 0.03));
    Building turned = box();
    for (BuildingSurface& s : turned.surfaces) s.azimuth_deg += 360;
    turned.windows[0].azimuth_deg -= 360;
    CHECK_THAT(heat_kwh(turned, weather), WithinRel(heat_kwh(box(), weather), 1e-6));
}

TEST_CASE("a second run of the same building gives the same numbers") {
    const climate::Year year = sample::cosine_year();
    Weather shared(year);
    Weather own(year);

    const ZoneYear first = simulate(box(0.05), shared);
    heat_kwh(box(), shared);
    const ZoneYear second = simulate(box(0.05), shared);
    const ZoneYear third = simulate(box(0.05), own);

    CHECK(first.heat_w == second.heat_w);
    CHECK(first.air_c == third.air_c);
}

TEST_CASE("the attic keeps the ceiling warmer than the open sky does") {
    const climate::Year year = sample::cosine_year();
    Weather weather(year);
    Building flat = box();
    Building attic = box();
    attic.surfaces[3].beyond = Beyond::Attic;
    attic.attic = Attic{.roof_m2 = 90, .volume_m3 = 90, .air_change_per_h = 1};
    Building windy = attic;
    windy.attic->air_change_per_h = 20;

    CHECK(heat_kwh(attic, weather) < heat_kwh(flat, weather));
    CHECK(heat_kwh(attic, weather) < heat_kwh(windy, weather));
}

TEST_CASE("the heating season is one spell of cold days over the turn of the year") {
    const climate::Year year = sample::cosine_year();

    const std::vector<bool> season = Weather(year).heating_season();

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
    Weather weather(year);
    Building hut;
    hut.zones[0].volume_m3 = 5;
    hut.surfaces = {face(Account::Walls, 0.01, 90, 0, {{0.0005, 50, 7850, 480}})};
    hut.zones[0].heating.set_point_c.fill(20);
    hut.zones[0].air.constant_per_h = 0;
    Building glasshouse;
    glasshouse.zones[0].volume_m3 = 50;
    glasshouse.surfaces = {face(Account::Floor, 20, 180, 0, {})};
    glasshouse.windows = {{.name = "glass", .glass_m2 = 60}};
    glasshouse.windows[0].glazing.panes = 1;
    Building bunker = box(1.0);
    bunker.windows.clear();

    for (const Building& b : {hut, glasshouse, bunker}) {
        const ZoneYear run = simulate(b, weather);

        CHECK(std::ranges::all_of(run.air_c, [](double t) { return std::isfinite(t); }));
        CHECK(std::ranges::all_of(run.heat_w, [](double w) { return std::isfinite(w) && w >= 0; }));
    }
}

namespace {

/// The box with a glazed lean-to before its south wall.
Building with_sunspace() {
    Building b = box();
    Zone lean_to;
    lean_to.volume_m3 = 30;
    lean_to.sunspace_depth_m = 1.5;
    b.zones.push_back(lean_to);
    b.surfaces[0].beyond = Beyond::Zone;
    b.windows[0].beyond = Beyond::Zone;
    BuildingSurface floor = face(Account::Floor, 12, 180, 0, {{0.1, 1.5, 2300, 920}});
    floor.zone = 1;
    floor.beyond = Beyond::Ground;
    floor.ground_c.fill(5);
    b.surfaces.push_back(floor);
    b.windows.push_back({.name = "front", .zone = 1, .glass_m2 = 24});
    return b;
}

}  // namespace

TEST_CASE("a sunspace is warmer than outdoors, saves heat, and saves more with its vents open") {
    const climate::Year year = sample::cosine_year();
    Weather weather(year);
    const Building shut = with_sunspace();
    Building vented = shut;
    vented.exchange.m3_per_h.fill(200);
    vented.exchange.when_warmer_k = 3.0;

    const ZoneYear run = simulate(shut, weather);
    const ZoneYear open = simulate(vented, weather);

    for (std::size_t h = 0; h < 24 * 31; ++h) CHECK(run.second_air_c[h] > year.t_out_c[h]);
    CHECK(run.year.heat_kwh < heat_kwh(box(), weather));
    CHECK(open.year.heat_kwh < run.year.heat_kwh);
    for (const ZoneYear* y : {&run, &open}) {
        CHECK(std::abs(y->year.residual_kwh()) < 1e-6 * y->year.heat_kwh);
    }
}

TEST_CASE("every kernel computes the same year, in any company") {
    const climate::Year year = sample::cosine_year();
    Weather weather(year);
    std::vector<Building> many;
    for (const double eps_m : {0.0, 0.02, 0.05, 0.1, 0.2}) many.push_back(box(eps_m));
    many.push_back(with_sunspace());
    Building leaky = box();
    leaky.zones[0].air.leakage = Leakage{.n50_per_h = 12};
    many.push_back(leaky);
    Building quilted = box();
    quilted.windows[0].shutter_m2k_per_w = 0.5;
    for (const std::size_t h : {0, 1, 2, 3, 4, 5, 6, 18, 19, 20, 21, 22, 23}) {
        quilted.shutters_closed.at(h) = true;
    }
    many.push_back(quilted);
    for (const double eps_m : {0.03, 0.07, 0.15}) many.push_back(box(eps_m));

    const std::vector<ZoneYear> four = simulate(many, weather);

    for (std::size_t i = 0; i < many.size(); ++i) {
        const ZoneYear alone = simulate(many[i], weather);
        CHECK(four[i].year.heat_kwh == alone.year.heat_kwh);
        const bool same_air = four[i].air_c == alone.air_c;  // Not to print 8760 numbers.
        CHECK(same_air);
    }
    int computed = 0;
    for (const Kernel kernel :
         {Kernel::Double1, Kernel::Double4, Kernel::Sse2, Kernel::Avx2, Kernel::Avx512}) {
        if (!runs_here(kernel)) continue;
        INFO(name_of(kernel));
        const std::vector<YearSum> sums = simulate_sums(many, weather, kernel);
        for (std::size_t i = 0; i < many.size(); ++i) {
            CHECK_THAT(sums[i].heat_kwh, WithinRel(four[i].year.heat_kwh, 1e-4));
        }
        ++computed;
    }
    CHECK(computed >= 3);
}

TEST_CASE("the heating season alone takes the heat of the year") {
    const climate::Year year = sample::cosine_year();
    Weather weather(year);
    for (Building b : {box(), box(0.1), with_sunspace()}) {
        b.zones[0].heating.only_in_season = true;

        const ZoneYear whole = simulate(b, weather, {.warm_up_days = 60});
        const ZoneYear season =
            simulate(b, weather, {.warm_up_days = 42, .only_heating_season = true});

        CHECK_THAT(season.year.heat_kwh, WithinRel(whole.year.heat_kwh, 0.003));
        CHECK(10 * season.heat_w.size() < 7 * whole.heat_w.size());
        CHECK(weather.heating_season()[static_cast<std::size_t>(season.first_hour)]);
        CHECK(std::abs(season.year.residual_kwh()) < 1e-6 * season.year.heat_kwh);
    }
}

TEST_CASE("halving the step changes the year by less than a hundredth") {
    const climate::Year year = sample::cosine_year();
    Weather weather(year);

    for (const Building& b : {box(), box(0.1), with_sunspace()}) {
        const double hourly = simulate(b, weather).year.heat_kwh;
        const double halved = simulate(b, weather, {.steps_per_hour = 2}).year.heat_kwh;

        CHECK_THAT(halved, WithinRel(hourly, 0.01));
    }
}

TEST_CASE("a kang warms its room by the heat of its fire") {
    const climate::Year year = sample::cosine_year();
    Weather weather(year);
    Building heated = box();
    BuildingSurface kang =
        face(Account::Inside, 6, 0, 0,
             {{0.1, 0.8, 1800, 1050}, {0.2, 1.0, 0, 0}, {0.06, 0.8, 1800, 1050}});
    kang.beyond = Beyond::Adiabatic;
    Building cold = heated;
    cold.surfaces.push_back(kang);
    kang.heat = EmbeddedHeat{.after_layer = 1};
    kang.heat->w[17] = 8000;
    heated.surfaces.push_back(kang);

    const ZoneYear with_fire = simulate(heated, weather);
    const double less_kwh = heat_kwh(cold, weather) - with_fire.year.heat_kwh;

    CHECK(less_kwh > 0.5 * 8.0 * 200);  // Of the fires in a season of 200 days.
    CHECK(less_kwh < 8.0 * 365);
    CHECK(std::abs(with_fire.year.residual_kwh()) < 1e-6 * with_fire.year.heat_kwh);
}
