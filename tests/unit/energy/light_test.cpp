// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"
#include "energy/room.h"
#include "unit/energy/plain_year.h"

using namespace longju;
using namespace longju::energy;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// Hour of the year: the one around noon on the 21st of December and of June.
constexpr std::size_t december_noon = 354 * 24 + 11;
constexpr std::size_t june_noon = 171 * 24 + 11;

BuildingSurface face(double area_m2, double tilt_deg, double azimuth_deg) {
    BuildingSurface s;
    s.name = "face";
    s.area_m2 = area_m2;
    s.tilt_deg = tilt_deg;
    s.azimuth_deg = azimuth_deg;
    s.layers = {{0.2, 0.8, 1800, 1000}};
    s.inside_absorptance = 0.6;
    return s;
}

/// A room with a south wall, a north wall, a floor, and glass to the south.
Building room() {
    Building b;
    b.surfaces = {face(10, 90, 0), face(16, 90, 180), face(20, 180, 0)};
    b.windows = {{.name = "south", .glass_m2 = 6}};
    return b;
}

GlassPlace front_of_sunspace() {
    return {
        .sunspace = GlassPlace::Sunspace{
            .sill_m = 0.4, .head_m = 2.4, .front_width_m = 5.0, .width_m = 5.0, .depth_m = 1.5}};
}

}  // namespace

TEST_CASE("a window does not shine on its own wall, and all light ends somewhere") {
    const climate::Year year = sample::cosine_year();
    Weather weather(year);
    const Building building = room();

    const Room lit = room_of(building, weather);

    CHECK(lit.faces[0].diffuse_share < lit.faces[1].diffuse_share);
    double diffuse = 0.0;
    double beam = 0.0;
    for (const InnerFace& f : lit.faces) {
        diffuse += f.area_m2() * f.diffuse_share;
        beam += f.area_m2() * f.beam_share;
    }
    // By hand: glass takes 0.7 or so of what falls on it and loses that; 6 of 52 m² see 0.4 of the
    // light a second time.
    CHECK(diffuse < 1.0);
    CHECK(diffuse > 0.9);
    CHECK(beam < 1.0);
    CHECK(beam > 0.9);
}

TEST_CASE("the whole of a room's light is taken up where there is no way out") {
    const climate::Year year = sample::cosine_year();
    Weather weather(year);
    Building dark = room();
    dark.windows[0].glazing.pane_transmittance = 0.001;
    dark.windows[0].glazing.outer_pane = Glazing::OuterPane{.transmittance = 0.001};
    dark.windows[0].glass_m2 = 0.01;

    const Room lit = room_of(dark, weather);

    double beam = 0.0;
    for (const InnerFace& f : lit.faces) beam += f.area_m2() * f.beam_share;
    CHECK_THAT(beam, WithinRel(1.0, 1e-3));
}

TEST_CASE("a low sun crosses a sunspace to the wall, a high one falls on its floor") {
    const climate::Year year = sample::cosine_year();
    Weather weather(year);

    const GlassSun& sun = weather.through(front_of_sunspace());

    CHECK(sun.wall.hours[december_noon] > 3.0F * sun.beam.hours[december_noon]);
    CHECK(sun.beam.hours[june_noon] > 0.0F);
    CHECK(sun.wall.hours[june_noon] == 0.0F);
}

TEST_CASE("glass in the common wall gets the light of its own height and width") {
    const climate::Year year = sample::cosine_year();
    Weather weather(year);
    const GlassPlace front = front_of_sunspace();
    const InnerGlass whole{.sill_m = 0.0, .head_m = 3.0, .width_m = 5.0};
    const InnerGlass low{.sill_m = 0.0, .head_m = 0.4, .width_m = 5.0};
    const InnerGlass high{.sill_m = 0.9, .head_m = 2.4, .width_m = 5.0};
    const InnerGlass narrow{.sill_m = 0.9, .head_m = 2.4, .width_m = 2.0};
    const float on_wall = weather.through(front).wall.hours[december_noon];

    const float on_whole = weather.through_both(front, whole).wall.hours[december_noon];
    const float on_low = weather.through_both(front, low).wall.hours[december_noon];
    const float on_high = weather.through_both(front, high).wall.hours[december_noon];
    const float on_narrow = weather.through_both(front, narrow).wall.hours[december_noon];
    const float beside = weather.beside(front, {narrow}).wall.hours[december_noon];

    CHECK_THAT(on_whole, WithinRel(on_wall, 1e-5F));
    // At 21 degrees light comes down by 0.58 m on its way: from 0.4-2.4 to 0-1.82 m.
    CHECK_THAT(on_low / on_wall, WithinAbs(0.4 / 1.82, 0.03));
    CHECK_THAT(on_high / on_wall, WithinAbs(0.92 / 1.82, 0.03));
    CHECK_THAT(on_narrow / on_high, WithinAbs(2.0 / 5.0, 0.02));
    CHECK_THAT(beside + on_narrow, WithinRel(on_wall, 1e-5F));
    CHECK(weather.through_both(front, high).beam.hours[december_noon] < on_high);
}

TEST_CASE("the ring around the sun comes the way the beam does") {
    const climate::Year year = sample::cosine_year();
    const climate::PlaneIrradiance south = climate::irradiance(year, Degrees{90.0}, Degrees{0.0});
    const climate::PlaneIrradiance north = climate::irradiance(year, Degrees{90.0}, Degrees{180.0});

    double ring = 0.0;
    for (std::size_t h = 0; h < south.diffuse_w_m2.size(); ++h) {
        CHECK(south.circumsolar_w_m2[h] <= south.diffuse_w_m2[h]);
        if (north.cos_incidence[h] == 0.0) CHECK(north.circumsolar_w_m2[h] == 0.0);
        ring += south.circumsolar_w_m2[h];
    }
    CHECK(ring > 0.0);
}
