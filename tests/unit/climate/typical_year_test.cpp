// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>
#include <numeric>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "climate/plane.h"
#include "climate/sky.h"
#include "climate/sun.h"
#include "climate/year.h"
#include "core/hash.h"
#include "core/text.h"
#include "unit/climate/shared_weather.h"

using namespace longju;
using namespace longju::climate;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// Harbin: computed from CHN_Heilongjiang.Harbin.509530_CSWD.epw (China Standard Weather Data,
/// China Meteorological Bureau and Tsinghua University 2005).
Station harbin() {
    return {.id = "509530",
            .name_zh = "哈尔滨",
            .name_en = "Harbin",
            .site = {.latitude = Degrees{45.75},
                     .longitude = Degrees{126.77},
                     .elevation = Metres{142.0}},
            .pressure_pa = 99800.0,
            .normals = {.t_mean_c = {-18.728, -14.542, -2.637, 7.739, 14.198, 20.024, 22.847,
                                     20.953, 14.711, 5.164, -6.622, -14.832},
                        .t_max_mean_c = {-13.39, -8.932, 3.406, 13.263, 19.894, 24.957, 27.61,
                                         25.658, 20.947, 10.945, -2.277, -10.255},
                        .t_min_mean_c = {-24.006, -20.571, -8.881, 1.817, 7.7, 14.523, 18.052,
                                         16.294, 8.63, -0.5, -11.19, -19.261},
                        .t_anomaly_sd_c = {2.927, 2.356, 5.106, 4.184, 3.245, 3.348, 2.361, 2.343,
                                           3.14, 4.032, 4.84, 4.281},
                        .vapour_pa = {108.094, 160.894, 286.063, 510.922, 868.933, 1536.96, 2072.66,
                                      1890.59, 1143.19, 527.454, 280.572, 164.868},
                        .wind_ms = {2.135, 2.313, 3.095, 3.329, 3.209, 2.564, 1.694, 2.497, 2.46,
                                    3.389, 3.26, 2.34},
                        .clearness = {0.471, 0.476, 0.567, 0.484, 0.477, 0.457, 0.433, 0.468, 0.499,
                                      0.5, 0.48, 0.483}}};
}

std::array<double, 12> monthly_means(const std::vector<double>& hourly) {
    std::array<double, 12> means{};
    for (int h = 0; h < hours_per_year; ++h) {
        const auto month = static_cast<std::size_t>(month_of(h));
        means[month] += hourly[static_cast<std::size_t>(h)] / (24.0 * days_of_month[month]);
    }
    return means;
}

/// Kelvin days below 18 °C by daily means.
double hdd18(const std::vector<double>& t_c) {
    double sum = 0.0;
    for (std::size_t day = 0; day < 365; ++day) {
        double mean_c = 0.0;
        for (std::size_t h = 24 * day; h < 24 * day + 24; ++h) mean_c += t_c[h] / 24.0;
        sum += std::max(0.0, 18.0 - mean_c);
    }
    return sum;
}

/// Kelvin hours below 14 °C.
double hdh14(const std::vector<double>& t_c) {
    double sum = 0.0;
    for (const double t : t_c) sum += std::max(0.0, 14.0 - t);
    return sum;
}

/// Irradiation of a south wall from October to April without snow.
double south_kwh_m2(Year year) {
    year.albedo.assign(hours_per_year, 0.2);
    const PlaneIrradiance south = irradiance(year, Degrees{90}, Degrees{0});
    double sum_wh_m2 = 0.0;
    for (int h = 0; h < hours_per_year; ++h) {
        const int month = month_of(h);
        if (month <= 3 || month >= 9) sum_wh_m2 += south.total_w_m2(h);
    }
    return sum_wh_m2 / 1000.0;
}

/// A name for a year to 0.001 of each unit.
std::string name_of(const Year& year) {
    std::string text;
    for (const auto* series : {&year.t_out_c, &year.t_sky_c, &year.wind_ms, &year.vapour_pa,
                               &year.dni_w_m2, &year.dhi_w_m2, &year.ghi_w_m2}) {
        for (const double value : *series) {
            text += std::to_string(std::llround(value * 1000.0)) + ' ';
        }
    }
    return sha256_hex(text).substr(0, 16);
}

}  // namespace

TEST_CASE("a typical year has the monthly means of its station") {
    const Station station = harbin();

    const Year year = typical_year(station);

    const auto t_c = monthly_means(year.t_out_c);
    const auto vapour_pa = monthly_means(year.vapour_pa);
    const auto wind_ms = monthly_means(year.wind_ms);
    std::array<double, 12> ghi{};
    std::array<double, 12> outside{};
    const auto suns = sun_hours(station.site);
    for (int h = 0; h < hours_per_year; ++h) {
        const auto month = static_cast<std::size_t>(month_of(h));
        ghi[month] += year.ghi_w_m2[static_cast<std::size_t>(h)];
        outside[month] += suns[static_cast<std::size_t>(h)].outside_w_m2();
    }
    for (std::size_t month = 0; month < 12; ++month) {
        INFO("month " << month + 1);
        CHECK_THAT(t_c[month], WithinAbs(station.normals.t_mean_c[month], 1e-9));
        CHECK_THAT(ghi[month] / outside[month], WithinRel(station.normals.clearness[month], 1e-9));
        CHECK_THAT(vapour_pa[month], WithinRel(station.normals.vapour_pa[month], 0.01));
        CHECK_THAT(wind_ms[month], WithinRel(station.normals.wind_ms[month], 1e-9));
    }
}

TEST_CASE("the daily range of a typical year is the station's") {
    const Station station = harbin();

    const Year year = typical_year(station);

    std::array<double, 12> range_c{};
    for (int day = 0; day < 365; ++day) {
        const auto from = year.t_out_c.begin() + 24 * day;
        const auto [low, high] = std::minmax_element(from, from + 24);
        const auto month = static_cast<std::size_t>(month_of(24 * day));
        range_c[month] += (*high - *low) / days_of_month[month];
    }
    for (std::size_t month = 0; month < 12; ++month) {
        INFO("month " << month + 1);
        CHECK_THAT(range_c[month], WithinRel(station.normals.t_max_mean_c[month] -
                                                 station.normals.t_min_mean_c[month],
                                             0.01));
    }
}

TEST_CASE("the parts of the sun add up in every hour and stay possible") {
    const Station station = harbin();

    const Year year = typical_year(station);

    const auto suns = sun_hours(station.site);
    for (std::size_t h = 0; h < suns.size(); ++h) {
        const double sine = suns[h].mean_sine;
        REQUIRE_THAT(year.dni_w_m2[h] * sine + year.dhi_w_m2[h], WithinAbs(year.ghi_w_m2[h], 1e-9));
        REQUIRE(year.dhi_w_m2[h] >= 0.0);
        REQUIRE(year.dni_w_m2[h] >= 0.0);
        REQUIRE(year.dni_w_m2[h] < 1150.0);
        if (suns[h].lit_share <= 0.0) REQUIRE(year.ghi_w_m2[h] == 0.0);
    }
}

TEST_CASE("the sky is colder than the air and the air never above saturation") {
    const Year year = typical_year(harbin());

    for (std::size_t h = 0; h < year.t_out_c.size(); ++h) {
        REQUIRE(year.t_sky_c[h] < year.t_out_c[h]);
        REQUIRE(year.t_sky_c[h] > year.t_out_c[h] - 40.0);
        REQUIRE(year.vapour_pa[h] <= saturation_pa(year.t_out_c[h]) + 1e-9);
    }
}

TEST_CASE("the sky of a typical year sends the infrared of the weather files") {
    // Mean of the infrared fields of the Harbin CSWD file by month, W/m².
    const std::array<double, 12> file_w_m2{182, 198, 243, 290, 327, 365,
                                           385, 373, 334, 280, 229, 197};

    const Year year = typical_year(harbin());

    std::vector<double> infrared_w_m2;
    for (const double t_c : year.t_sky_c) {
        infrared_w_m2.push_back(5.670374e-8 * std::pow(t_c + 273.15, 4));
    }
    const auto means = monthly_means(infrared_w_m2);
    for (std::size_t month = 0; month < 12; ++month) {
        INFO("month " << month + 1);
        CHECK_THAT(means[month], WithinRel(file_w_m2[month], 0.05));
    }
}

TEST_CASE("snow lies from November to March") {
    const Year year = typical_year(harbin());

    for (int h = 0; h < hours_per_year; h += 24) {
        const int month = month_of(h);
        const bool snow = month <= 2 || month >= 10;
        CHECK(year.albedo[static_cast<std::size_t>(h)] == (snow ? 0.6 : 0.2));
    }
}

TEST_CASE("the same seed gives the same year on every machine") {
    CHECK(name_of(typical_year(harbin(), 1)) == "6ee8b55c4e4540a0");
    CHECK(name_of(typical_year(harbin(), 7)) == "5286729415fd7b57");
}

TEST_CASE("another seed gives other days and the same climate") {
    const Year first = typical_year(harbin(), 1);

    for (std::uint64_t seed = 2; seed <= 9; ++seed) {
        const Year other = typical_year(harbin(), seed);

        CHECK(other.t_out_c != first.t_out_c);
        CHECK_THAT(hdd18(other.t_out_c), WithinRel(hdd18(first.t_out_c), 0.01));
        CHECK_THAT(south_kwh_m2(other), WithinRel(south_kwh_m2(first), 0.04));
    }
}

TEST_CASE("a warmer or sunnier station has a warmer or sunnier year") {
    const Station base = harbin();
    Station warmer = base;
    Station sunnier = base;
    for (std::size_t month = 0; month < 12; ++month) {
        warmer.normals.t_mean_c[month] += 1.0;
        warmer.normals.t_max_mean_c[month] += 1.0;
        warmer.normals.t_min_mean_c[month] += 1.0;
        sunnier.normals.clearness[month] *= 1.05;
    }

    const Year year = typical_year(base);

    CHECK(hdd18(typical_year(warmer).t_out_c) < hdd18(year.t_out_c));
    CHECK(south_kwh_m2(typical_year(sunnier)) > south_kwh_m2(year));
}

TEST_CASE("a typical year has the degree days of the hourly file behind its normals") {
    for (const shared::Reference& reference : shared::references()) {
        const Year file = shared::epw(reference.epw);

        const Year year = typical_year(reference.station);

        INFO(reference.station.name_en
             << ": HDD18 " << 100.0 * (hdd18(year.t_out_c) / hdd18(file.t_out_c) - 1.0)
             << " %, HDH14 " << 100.0 * (hdh14(year.t_out_c) / hdh14(file.t_out_c) - 1.0) << " %");
        CHECK_THAT(hdd18(year.t_out_c), WithinRel(hdd18(file.t_out_c), 0.01));
        CHECK_THAT(hdh14(year.t_out_c), WithinRel(hdh14(file.t_out_c), 0.01));
    }
}

TEST_CASE("a south wall in a typical winter gets the sun of the hourly file") {
    for (const shared::Reference& reference : shared::references()) {
        if (!shared::has_usable_radiation(reference)) continue;
        const Year file =
            shared::with_consistent_beam(shared::epw(reference.epw), reference.sun_lag_h);

        const double typical = south_kwh_m2(typical_year(reference.station));

        const double error = typical / south_kwh_m2(file) - 1.0;
        INFO(reference.station.name_en << ": " << 100.0 * error << " %");
        CHECK(std::abs(error) < 0.05);
    }
}
