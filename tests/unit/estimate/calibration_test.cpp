// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/calibration.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"
#include "unit/estimate/small_reference.h"

using namespace longju;
using namespace longju::estimate;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

const energy::EnergyLibrary library = sample::energy_library();

constexpr Living as_said{.day_c = 16.0, .heated_share = 1.0, .efficiency = 0.4};
constexpr double as_said_kwh = 16.0 * 1000.0 / 0.4;

/// A house whose need is what one multiplies by hand: warmth above freezing, times the rooms.
std::vector<double> by_hand(std::span<const Living> ways) {
    std::vector<double> kwh;
    for (const Living& way : ways) {
        kwh.push_back(way.day_c * 1000.0 * way.heated_share / way.efficiency);
    }
    return kwh;
}

const std::array<Parameter, 3> three{
    Parameter{Lived::SetPoint, &Living::day_c, 2.0, 11.0, 20.0, 0.5},
    Parameter{Lived::HeatedShare, &Living::heated_share, 0.15, 0.3, 1.0, 0.05},
    Parameter{Lived::Efficiency, &Living::efficiency, 0.1, 0.3, 0.5, 0.01}};

Calibration fitted_to(double factor, std::size_t parameters = 3) {
    return fit(as_said_kwh * factor, as_said, std::span(three).first(parameters), by_hand);
}

const Fitted& what(const Calibration& calibration, Lived lived) {
    return *std::ranges::find(calibration.fitted, lived, &Fitted::what);
}

}  // namespace

TEST_CASE("one parameter goes where the bill says") {
    const Calibration fit = fitted_to(0.75, 1);

    REQUIRE(fit.used);
    CHECK_THAT(fit.factor(), WithinRel(0.75, 1e-9));
    // 12 °C, but for what the bill may be wrong by: σ 5 % beside 2 K of 14 K.
    CHECK_THAT(what(fit, Lived::SetPoint).fitted, WithinAbs(12.35, 0.15));
    CHECK_THAT(fit.fitted_kwh * fit.scale(), WithinRel(fit.bought_kwh, 1e-9));
}

TEST_CASE("three parameters share what the bill says, each by how little is known of it") {
    const Calibration fit = fitted_to(0.7);

    REQUIRE(fit.used);
    CHECK(std::abs(fit.scale() - 1.0) < 0.03);
    const double warmth = what(fit, Lived::SetPoint).fitted / 16.0;
    const double rooms = what(fit, Lived::HeatedShare).fitted;
    const double stove = 0.4 / what(fit, Lived::Efficiency).fitted;
    CHECK_THAT(warmth * rooms * stove, WithinRel(0.7 / fit.scale(), 1e-6));
    for (const double part : {warmth, rooms, stove}) {
        CHECK(part < 0.97);
        CHECK(part > 0.75);
    }
}

TEST_CASE("no way of living is warmer, wider or better than is possible, whatever the bill") {
    for (const double factor : {0.05, 0.2, 0.35, 0.5, 0.8, 1.0, 1.3, 1.8, 1.9, 4.0}) {
        CAPTURE(factor);
        const Calibration fit = fitted_to(factor);
        for (const Fitted& fitted : fit.fitted) {
            CHECK(fitted.fitted >= fitted.least - 1e-12);
            CHECK(fitted.fitted <= fitted.most + 1e-12);
        }
        // All at their bounds explain 0.165 at least and 1.667 at most; a tenth beyond is believed.
        CHECK(fit.used == (factor > 0.15 && factor < 1.84));
        CHECK(fit.refused() == !fit.used);
        if (fit.refused()) {
            CHECK(fit.scale() == 1.0);
        }
    }
}

TEST_CASE("a bill as computed moves nothing") {
    const Calibration fit = fitted_to(1.0);

    REQUIRE(fit.used);
    for (const Fitted& fitted : fit.fitted) {
        CHECK_THAT(fitted.fitted, WithinAbs(fitted.stated, 1e-9));
    }
}

TEST_CASE("a refused bill asks what fits: units first, then too little or too much") {
    const auto doubts = [](double factor) { return fitted_to(factor).doubts; };
    using enum BillDoubt;
    CHECK(doubts(0.002) == std::vector{Units, AnotherFuel, Away, BetterHouse});
    CHECK(doubts(1.9) == std::vector{OtherUse, LeftOver, WorseHouse});
    CHECK(doubts(100.0) == std::vector{Units, OtherUse, LeftOver, WorseHouse});
    for (const BillDoubt doubt : doubts(0.002)) {
        CHECK_FALSE(ask(doubt).zh.empty());
        CHECK_FALSE(ask(doubt).en.empty());
    }
}

TEST_CASE("what was measured is not moved") {
    house::House house;
    const energy::Heater& stove = library.heater("stove");
    CHECK(parameters_of(house, stove, true).size() == 3);
    house.origins["house.habit.day_set_point_c"] = house::Origin::Measured;
    house.origins["house.habit.heated_share"] = house::Origin::Measured;
    REQUIRE(parameters_of(house, stove, true).size() == 1);
    CHECK(parameters_of(house, stove, true).front().what == Lived::Efficiency);
}

TEST_CASE("three fuels count together, electricity beside a stove for the coal it saved") {
    const energy::Heater& stove = library.heater("stove");
    const auto kwh = [&](const std::vector<house::FuelBought>& bought) {
        return bought_energy_kwh(bought, stove, library);
    };
    CHECK_THAT(kwh({{"coal", 2.0, std::nullopt}, {"straw", 4.0, std::nullopt}}),
               WithinRel(10000.0 + 16000.0));
    CHECK_THAT(kwh({{"coal", 4.0, std::nullopt},
                    {"straw", 1.0, std::nullopt},
                    {"electricity", 840.0, std::nullopt}}),
               WithinRel(24000.0 + 840.0 / 0.42));
    CHECK(kwh({}) == 0.0);
    CHECK(kwh({{"unknown", 3.0, std::nullopt}}) == 0.0);
}

TEST_CASE("the night follows the day, and nobody lets the house freeze") {
    Calibration calibration{.used = true};
    calibration.fitted = {{.what = Lived::SetPoint, .stated = 16.0, .fitted = 11.0},
                          {.what = Lived::HeatedShare, .stated = 1.0, .fitted = 0.6}};
    const house::Habit said{.day_set_point = Celsius{16.0}, .night_set_point = Celsius{7.0}};

    const house::Habit habit = lived(said, calibration);
    CHECK(habit.day_set_point == Celsius{11.0});
    CHECK(habit.night_set_point == Celsius{3.0});
    CHECK(habit.heated_share == 0.6);
    calibration.used = false;
    CHECK(lived(said, calibration) == said);
}

TEST_CASE("the mix is what was bought, the main heater's fuel first") {
    const std::vector<house::FuelBought> bought{
        {"straw", 2.0, std::nullopt}, {"coal", 1.0, std::nullopt}, {"straw", 2.0, std::nullopt}};
    const Calibration calibration{
        .used = true, .bought_kwh = bought_energy_kwh(bought, library.heater("stove"), library)};

    const auto mix = mix_of(calibration, bought, library.heater("stove"), library);

    REQUIRE(mix.size() == 2);
    CHECK(mix[0].fuel->id == "coal");
    CHECK_THAT(mix[0].units_per_kwh * calibration.bought_kwh, WithinRel(1.0));
    CHECK_THAT(mix[1].units_per_kwh * calibration.bought_kwh, WithinRel(4.0));
}
