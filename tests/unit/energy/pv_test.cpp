// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/pv.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "unit/climate/shared_weather.h"

using namespace longju;
using namespace longju::energy;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// One kilowatt.
house::PvArray array(double tilt, double azimuth) {
    return {.modules = 2,
            .panel = {.power = Watts{500.0}},
            .tilt = Degrees{tilt},
            .azimuth = Degrees{azimuth}};
}

/// The same air all year, and light from all over the sky in the hour after midnight only: with the
/// sun down the sky model keeps it even, so that a plane facing up gets just `dhi`.
climate::Year midnights(double t_c, double dhi) {
    constexpr std::size_t hours = climate::hours_per_year;
    climate::Year year{.site = {.latitude = Degrees{45.75}, .longitude = Degrees{126.77}},
                       .t_out_c = std::vector<double>(hours, t_c),
                       .wind_ms = std::vector<double>(hours, 0.0),
                       .dni_w_m2 = std::vector<double>(hours, 0.0),
                       .dhi_w_m2 = std::vector<double>(hours, 0.0),
                       .ghi_w_m2 = std::vector<double>(hours, 0.0),
                       .albedo = std::vector<double>(hours, 0.2)};
    for (std::size_t h = 0; h < hours; h += 24) year.dhi_w_m2[h] = dhi;
    return year;
}

}  // namespace

TEST_CASE("PV yields are those of pvlib's PVWatts chain") {
    struct Case {
        const char* weather;
        double tilt, azimuth;
        double plane_kwh_m2, ac_kwh;
    };
    // pvlib 0.16.1: SPA at half past, Perez, iam.physical(n_ar = 1.3) on the beam,
    // temperature.noct_sam(noct=49, module_efficiency=0.21), pvwatts_dc(−0.35 %/K), 14.08 % of
    // losses, inverter.pvwatts with DC/AC 1.1.
    const Case cases[] = {
        {"epw/CHN_HL_Harbin-Taiping.AP.541611_TMYx.epw.gz", 45, 0, 1889.8, 1561.3},
        {"epw/CHN_HL_Harbin-Taiping.AP.541611_TMYx.epw.gz", 27, 0, 1819.6, 1497.6},
        {"epw/CHN_HL_Harbin-Taiping.AP.541611_TMYx.epw.gz", 27, 90, 1431.7, 1157.4},
        {"bestest/725650TYCST.epw.gz", 45, 0, 1987.0, 1574.2},
        {"bestest/725650TYCST.epw.gz", 27, 0, 1976.3, 1563.3},
        {"bestest/725650TYCST.epw.gz", 27, 90, 1557.4, 1222.3}};

    for (const Case& c : cases) {
        const PvYield yield = pv_yield(array(c.tilt, c.azimuth), shared::epw(c.weather));

        INFO(c.weather << ", tilt " << c.tilt << ", azimuth " << c.azimuth << ": plane "
                       << yield.plane_per_m2.value << ", " << yield.before_snow.value
                       << " kWh/kW before snow, snow " << yield.snow_share);
        CHECK_THAT(yield.plane_per_m2.value, WithinRel(c.plane_kwh_m2, 0.005));
        CHECK_THAT(yield.before_snow.value, WithinRel(c.ac_kwh, 0.006));
    }
}

TEST_CASE("the months of a PV year are pvlib's") {
    const climate::Year harbin = shared::epw("epw/CHN_HL_Harbin-Taiping.AP.541611_TMYx.epw.gz");
    const std::array<double, 12> pvlib_kwh{121.2, 142.3, 157.5, 150.3, 140.4, 125.6,
                                           118.2, 119.9, 137.2, 127.4, 106.8, 114.6};

    const PvYield yield = pv_yield(array(45, 0), harbin);

    for (std::size_t month = 3; month < 10; ++month) {  // Without snow.
        INFO("month " << month + 1);
        CHECK_THAT(yield.by_month[month].value, WithinRel(pvlib_kwh[month], 0.01));
    }
}

TEST_CASE("snow takes 3 to 6 % of a Harbin year at 35 to 45 degrees and more when flatter") {
    const climate::Year harbin = shared::epw("epw/CHN_HL_Harbin-Taiping.AP.541611_TMYx.epw.gz");

    for (const double tilt : {35.0, 40.0, 45.0}) {
        const double share = pv_yield(array(tilt, 0), harbin).snow_share;
        INFO("tilt " << tilt << ": " << share);
        CHECK(share > 0.03);
        CHECK(share < 0.06);
    }
    double before = 1.0;
    for (const double tilt : {10.0, 20.0, 27.0, 40.0, 60.0, 75.0, 90.0}) {
        const double share = pv_yield(array(tilt, 0), harbin).snow_share;
        INFO("tilt " << tilt << ": " << share);
        CHECK(share < before);
        before = share;
    }
    CHECK_THAT(before, WithinAbs(0.0, 1e-12));
}

TEST_CASE("no snow is lost where no month is frozen") {
    const PvYield yield = pv_yield(array(20, 0), midnights(5.0, 200.0));

    CHECK(yield.before_snow > KilowattHours{0.0});
    CHECK(yield.snow_share == 0.0);
    CHECK(yield.year == yield.before_snow);
}

TEST_CASE("a hand-worked hour of diffuse light") {
    // Flat under 400 W/m² without wind: cells 400/800 × 29 × (1 − 0.21/0.9) × 9.5/5.7 = 18.5278 K
    // above the air of −8.5278 °C, so at 10 °C;
    // 0.4 × (1 + 0.0035 × 15) × 0.859225 = 0.361734; load 0.361734 / 0.946970 = 0.381991;
    // efficiency 0.96/0.9637 × (0.9858 − 0.006188 − 0.015445) = 0.960465; 0.347433 kW.
    const PvYield yield = pv_yield(array(0, 0), midnights(-8.5277778, 400.0));

    CHECK_THAT(yield.plane_per_m2.value, WithinAbs(0.4 * 365.0, 1e-9));
    CHECK_THAT(yield.before_snow.value, WithinRel(0.347433 * 365.0, 1e-4));
}

TEST_CASE("the inverter clips what its rating does not let through") {
    const PvYield yield = pv_yield(array(0, 0), midnights(-30.0, 1400.0));

    CHECK_THAT(yield.before_snow.value, WithinRel(365.0 / 1.1, 1e-12));
}

TEST_CASE("energy goes with power, and none comes from no modules") {
    const climate::Year year = midnights(0.0, 300.0);
    house::PvArray twice = array(30, 0);
    twice.modules *= 2;
    house::PvArray none = array(30, 0);
    none.modules = 0;

    const PvYield one = pv_yield(array(30, 0), year);

    CHECK_THAT(pv_yield(twice, year).year.value, WithinRel(2.0 * one.year.value, 1e-12));
    CHECK(pv_yield(none, year).year == KilowattHours{0.0});
    CHECK(pv_yield(none, year).snow_share == 0.0);
}
