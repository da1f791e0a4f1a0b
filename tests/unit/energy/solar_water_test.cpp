// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "energy/f_chart.h"
#include "energy/pv.h"

using namespace longju;
using namespace longju::energy;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// The same air all year, and `daily_wh_m2` from all over the sky in the hour after midnight: with
/// the sun down the sky model keeps it even, so that a plane facing up gets just that.
climate::Year midnights(double t_c, double daily_wh_m2) {
    constexpr std::size_t hours = climate::hours_per_year;
    climate::Year year{.site = {.latitude = Degrees{45.75}, .longitude = Degrees{126.77}},
                       .t_out_c = std::vector<double>(hours, t_c),
                       .dni_w_m2 = std::vector<double>(hours, 0.0),
                       .dhi_w_m2 = std::vector<double>(hours, 0.0),
                       .ghi_w_m2 = std::vector<double>(hours, 0.0),
                       .albedo = std::vector<double>(hours, 0.2)};
    for (std::size_t h = 0; h < hours; h += 24) year.dhi_w_m2[h] = daily_wh_m2;
    return year;
}

}  // namespace

TEST_CASE("the f-chart of a solar house in Madison, January, by hand") {
    // 50 m², F_R U_L 4.0, F_R(τα) 0.74, exchanger 0.97, oblique 0.96, −7 °C, 13.7 MJ/m² a day,
    // load 36.0 GJ: X = 4.0 × 0.97 × 107 × 2,678,400 × 50 / 36.0e9 = 1.5444,
    // Y = 0.74 × 0.97 × 0.96 × 13.7e6 × 31 × 50 / 36.0e9 = 0.4065;
    // f = 0.41829 − 0.10039 − 0.04048 + 0.00429 + 0.00144.
    CHECK_THAT(f_chart(1.5444, 0.4065), WithinAbs(0.2832, 0.0002));
}

TEST_CASE("f stays between nothing and all, rises with the sun and falls with the loss") {
    CHECK(f_chart(18.0, 0.0) == 0.0);
    CHECK(f_chart(0.0, 3.0) == 1.0);
    CHECK(f_chart(-1.0, -1.0) == 0.0);
    for (double x = 0.0; x < 12.0; x += 1.0) {
        for (double y = 0.1; y < 2.0; y += 0.1) {
            CHECK(f_chart(x, y + 0.1) >= f_chart(x, y));
            CHECK(f_chart(x + 1.0, y) <= f_chart(x, y));
        }
    }
}

TEST_CASE("the corrections by hand") {
    // (11.6 + 1.18 × 60 + 3.86 × 11 + 2.32 × 7) / 107 = 141.1/107.
    CHECK_THAT(hot_water_correction(60.0, 11.0, -7.0), WithinAbs(1.3187, 0.0002));
    CHECK_THAT(storage_correction(75.0), WithinAbs(1.0, 1e-12));
    CHECK_THAT(storage_correction(150.0), WithinAbs(0.8409, 0.0001));
    CHECK(storage_correction(10.0) == storage_correction(37.5));
}

TEST_CASE("a year of hot water by hand") {
    // 2 people: 60 l × 42 K × 4.186/3600 = 2.9302 kWh a day, 1,069.5 a year. 2.4 m² flat,
    // 3.6 kWh/m² a day at 10 °C: Y = 2.4 × 0.62 × 0.96 × 3.6 / 2.9302 = 1.7550; X = 2.4 × 3.0 × 90
    // × 0.024 / 2.9302 × (11.6 + 59 + 30.88 − 23.2)/90 × (62.5/75)^−0.25 = 5.3075 × 0.86978
    // × 1.04664 = 4.8317; f = 1.80589 − 0.31406 − 0.75460 + 0.04202 + 0.11622 = 0.8955.
    const house::SolarHotWater system{
        .collector = SquareMetres{2.4}, .tilt = Degrees{0.0}, .tank = CubicMetres{0.15}};

    const SolarWaterYield yield = solar_water_yield(system, midnights(10.0, 3600.0), 2);

    CHECK_THAT(yield.demand.value, WithinAbs(1069.5, 0.2));
    CHECK_THAT(yield.useful.value / yield.demand.value, WithinAbs(0.8955, 0.0005));
}

TEST_CASE("nobody needs no hot water, and no collector gives none") {
    const climate::Year year = midnights(10.0, 3600.0);

    CHECK(solar_water_yield({}, year, 0).demand == KilowattHours{0.0});
    CHECK(solar_water_yield({}, year, 0).useful == KilowattHours{0.0});
    const auto none = solar_water_yield({.collector = SquareMetres{0.0}}, year, 3);
    CHECK(none.demand > KilowattHours{1000.0});
    CHECK(none.useful == KilowattHours{0.0});
}

TEST_CASE("more people use more of the sun, and a colder year gives less") {
    const auto two = solar_water_yield({}, midnights(5.0, 2880.0), 2);
    const auto four = solar_water_yield({}, midnights(5.0, 2880.0), 4);
    const auto cold = solar_water_yield({}, midnights(-15.0, 2880.0), 4);

    CHECK(four.useful > two.useful);
    CHECK(four.useful / four.demand < two.useful / two.demand);
    CHECK(cold.useful < four.useful);
}

TEST_CASE("the f-chart of air systems is its polynomial, between nothing and everything") {
    // By hand: 1.040 − 0.13 − 0.159 + 0.00748 − 0.0095; 0.52 − 0.325 − 0.03975 + 0.04675 −
    // 0.0011875; 2.08 − 0.325 − 0.636 + 0.04675 − 0.076 is over 1; −0.325 + 0.04675 under 0.
    CHECK_THAT(air_f_chart(2.0, 1.0), WithinAbs(0.74898, 1e-9));
    CHECK_THAT(air_f_chart(5.0, 0.5), WithinAbs(0.2008125, 1e-9));
    CHECK(air_f_chart(5.0, 2.0) == 1.0);
    CHECK(air_f_chart(5.0, 0.0) == 0.0);
}

TEST_CASE("more air loses more and more pebbles less, within the ranges of the air chart") {
    CHECK_THAT(air_flow_correction(10.0), WithinAbs(1.0, 1e-9));
    CHECK_THAT(air_flow_correction(20.0), WithinAbs(1.21419, 1e-5));  // 2^0.28.
    CHECK(air_flow_correction(40.0) == air_flow_correction(20.0));
    CHECK_THAT(pebble_correction(0.25), WithinAbs(1.0, 1e-9));
    CHECK_THAT(pebble_correction(0.5), WithinAbs(0.81225, 1e-5));  // 2^−0.3.
    CHECK(pebble_correction(0.01) == pebble_correction(0.125));
}
