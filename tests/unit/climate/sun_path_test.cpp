// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cmath>
#include <numbers>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "climate/plane.h"
#include "climate/sun.h"

using namespace longju;
using namespace longju::climate;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double degrees = 180.0 / std::numbers::pi;

Site site(double latitude, double longitude, double utc_offset = 8.0) {
    return {.latitude = Degrees{latitude},
            .longitude = Degrees{longitude},
            .utc_offset = Hours{utc_offset}};
}

}  // namespace

TEST_CASE("the sun stands where NREL's solar position algorithm has it") {
    struct Position {
        double latitude, longitude, utc_offset;
        int hour;
        double altitude_deg, azimuth_deg;
    };
    // Geometric elevation and azimuth at half past the hour, 2010, from pvlib 0.16.1 (spa_python).
    const Position positions[] = {
        {45.75, 126.77, 8, 346, 21.106, -18.036},  {45.75, 126.77, 8, 1884, 42.756, 16.967},
        {45.75, 126.77, 8, 4112, 46.756, -74.960}, {45.75, 126.77, 8, 4121, 17.332, 106.066},
        {45.75, 126.77, 8, 5941, 43.468, 42.460},  {45.75, 126.77, 8, 7355, 29.168, 3.738},
        {45.75, 126.77, 8, 8508, 19.516, 14.399},  {52.97, 122.52, 8, 346, 13.379, -21.323},
        {52.97, 122.52, 8, 1884, 36.382, 10.108},  {52.97, 122.52, 8, 4112, 42.047, -72.169},
        {52.97, 122.52, 8, 4121, 21.695, 100.567}, {52.97, 122.52, 8, 7355, 22.020, -0.908},
        {39.83, -104.65, -7, 346, 24.962, -25.29}, {39.83, -104.65, -7, 4112, 43.054, -85.961},
        {39.83, -104.65, -7, 5941, 50.796, 38.251}};

    for (const Position& p : positions) {
        const Sun sun =
            sun_path(site(p.latitude, p.longitude, p.utc_offset))[static_cast<std::size_t>(p.hour)];

        INFO("latitude " << p.latitude << ", hour " << p.hour);
        CHECK_THAT(sun.altitude_rad * degrees, WithinAbs(p.altitude_deg, 0.01));
        CHECK_THAT(sun.azimuth_rad * degrees, WithinAbs(p.azimuth_deg, 0.02));
        const SunPosition there = sun_position(site(p.latitude, p.longitude, p.utc_offset),
                                               p.hour / 24, p.hour % 24 + 0.5);
        CHECK_THAT(there.altitude_deg, WithinAbs(p.altitude_deg, 0.01));
        CHECK_THAT(there.azimuth_deg, WithinAbs(p.azimuth_deg, 0.02));
    }
}

TEST_CASE("the hour of sunrise has the sun of its lit part") {
    const auto hours = sun_hours(site(45.75, 126.77));

    int partly_lit = 0;
    for (const SunHour& hour : hours) {
        if (hour.lit_share <= 0.0) {
            CHECK(hour.sine_altitude <= 0.0);
            continue;
        }
        CHECK(hour.sine_altitude > 0.0);
        CHECK(hour.lit_share <= 1.0 + 1e-12);
        if (hour.lit_share < 0.999) ++partly_lit;
    }

    CHECK(partly_lit > 700);
    CHECK(partly_lit <= 730);
}

TEST_CASE("extraterrestrial irradiation is what the integral over the day says") {
    // Duffie & Beckman eq. 1.10.3 with Spencer's declination, Harbin.
    const auto hours = sun_hours(site(45.75, 126.77));
    double january_wh = 0.0;
    double june_wh = 0.0;
    for (std::size_t h = 0; h < 31 * 24; ++h) january_wh += hours[h].outside_w_m2();
    for (std::size_t h = 151 * 24; h < 181 * 24; ++h) june_wh += hours[h].outside_w_m2();

    CHECK_THAT(january_wh / 31000.0, WithinAbs(3.25, 0.04));
    CHECK_THAT(june_wh / 30000.0, WithinAbs(11.55, 0.06));
}

TEST_CASE("at midnight the sun is down, in winter lower than in summer") {
    const Site harbin = site(45.75, 126.77);
    CHECK(sun_position(harbin, 171, 0).altitude_deg < -10);
    CHECK(sun_position(harbin, 354, 0).altitude_deg < sun_position(harbin, 171, 0).altitude_deg);
}
