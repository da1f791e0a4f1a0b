// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <random>

#include <fmt/format.h>

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"
#include "energy/house_building.h"
#include "energy/zone.h"
#include "estimate/estimate.h"
#include "measure/measure.h"
#include "storage/catalog_source.h"

// What must hold for any house a technician can describe: houses are drawn at random from all the
// catalog has, and what `check` refuses is drawn again.

using namespace longju;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

const estimate::Reference& reference() {
    static const auto read =
        storage::read_catalog(std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog");
    REQUIRE(read);
    return *read;
}

class Houses {
public:
    explicit Houses(unsigned seed) : engine_(seed) {}

    int refused() const { return refused_; }

    /// A house that can be computed.
    house::House next() {
        for (;;) {
            house::House house = whole(0, 3) == 0 ? of_design() : of_survey();
            if (house::computable(house::check(house, library()))) return house;
            ++refused_;
        }
    }

    measure::Scheme scheme(const house::House& house) {
        measure::Scheme scheme;
        for (const measure::Measure& m : reference().measures.measures) {
            const measure::Option& option = one_of(m.options);
            if (whole(0, 2) != 0 || !measure::fit(m, option, house, library()).fits) continue;
            scheme.choices.push_back({.measure_id = m.id, .option_id = option.id});
        }
        return scheme;
    }

    const climate::Station& station() { return one_of(reference().stations); }
    double real(double low, double high) {
        return low + (high - low) * (static_cast<double>(engine_()) / 4294967295.0);
    }

private:
    static const house::Library& library() { return reference().library; }
    int whole(int low, int high) {
        return low + static_cast<int>(engine_() % static_cast<unsigned>(high - low + 1));
    }
    template <class T>
    const T& one_of(const std::vector<T>& all) {
        return all[static_cast<std::size_t>(whole(0, static_cast<int>(all.size()) - 1))];
    }
    std::string assembly(house::Element element) {
        for (;;) {
            const house::Assembly& a = one_of(library().assemblies);
            if (a.element == element) return a.id;
        }
    }
    Millimetres mm(int low, int high) { return Millimetres{10.0 * whole(low / 10, high / 10)}; }

    house::House of_survey() {
        const house::Survey survey{.length = mm(5000, 18000),
                                   .width = mm(4500, 12000),
                                   .bays = whole(2, 5),
                                   .back_rooms = whole(0, 1) == 1,
                                   .south_windows = whole(0, 5),
                                   .south_window_width = mm(600, 2700),
                                   .north_windows = whole(0, 4),
                                   .north_window_width = mm(600, 1800),
                                   .window_height = mm(900, 1800),
                                   .window_id = one_of(library().windows).id,
                                   .door_id = one_of(library().doors).id,
                                   .wall_id = assembly(house::Element::Wall),
                                   .ceiling_id = assembly(house::Element::Ceiling),
                                   .floor_id = assembly(house::Element::Floor),
                                   .porch = whole(0, 1) == 1};
        house::House house = house::house_from_survey(survey, library());
        house.storeys = whole(1, 2);
        house.clear_height = mm(2300, 3300);
        used(house);
        return house;
    }

    house::House of_design() {
        house::House house = one_of(reference().designs).house;
        used(house);
        return house;
    }

    void used(house::House& house) {
        house.azimuth = Degrees{real(-60.0, 60.0)};
        house.air_change = PerHour{real(0.3, 3.0)};
        house.heater_id = one_of(reference().energy.heaters).id;
        house.habit = {.day_set_point = Celsius{real(12.0, 22.0)},
                       .night_set_point = Celsius{real(5.0, 12.0)},
                       .day_from_h = whole(4, 8),
                       .day_to_h = whole(18, 23),
                       .heated_share = real(0.4, 1.0)};
    }

    std::mt19937 engine_;
    int refused_ = 0;
};

energy::Demand demand(const house::House& house, energy::Weather& weather) {
    return energy::annual_demand({.house = house,
                                  .library = reference().library,
                                  .energy = reference().energy,
                                  .year = weather.year(),
                                  .habit = house.habit,
                                  .design_temperature = Celsius{-25.0},
                                  .weather = &weather});
}

energy::Building building(const house::House& house, energy::Weather& weather) {
    const house::Library& library = reference().library;
    return energy::building_of(
        house, house::envelope(house, library), library,
        {.habit = house.habit, .heater = &reference().energy.heater(house.heater_id)}, weather);
}

void check_sound(const energy::Demand& d) {
    for (const double value :
         {d.heat.value, d.peak.value, d.design_load.value, d.fuel.amount, d.solar_gain.value,
          d.internal_gain.value, d.hours_below_12c, d.mould_risk_hours}) {
        CHECK(std::isfinite(value));
        CHECK(value >= 0.0);
    }
    for (const Celsius t : {d.january_6am, d.january_wall_inside, d.coldest}) {
        CHECK(std::isfinite(t.value));
        CHECK(t.value > -60.0);
        CHECK(t.value < 60.0);
    }
    CHECK(std::isfinite(d.losses.total().value));
}

constexpr int house_count = 200;

}  // namespace

TEST_CASE("in any house more insulation, less leakage and colder rooms never take more heat") {
    Houses houses(20221101);
    const climate::Year year = climate::typical_year(houses.station());
    energy::Weather weather(year);
    for (int i = 0; i < house_count; ++i) {
        const house::House bare = houses.next();
        house::House insulated = bare;
        insulated.wall.added.push_back(
            {.layer = {.material_id = "eps_white", .thickness = Millimetres{60.0}},
             .side = house::LayerSide::Outside});
        house::House warm_ceiling = bare;
        warm_ceiling.ceiling.added.push_back(
            {.layer = {.material_id = "eps_white", .thickness = Millimetres{100.0}},
             .side = house::LayerSide::Outside});
        house::House tight = bare;
        tight.air_change = bare.air_change * 0.7;
        house::House smaller = bare;
        smaller.habit.heated_share *= 0.8;
        house::House colder = bare;
        colder.habit.day_set_point -= Celsius{1.0};

        const energy::Demand before = demand(bare, weather);
        INFO("house " << i << ", " << before.heat.value << " kWh");
        check_sound(before);
        for (const house::House* less : {&insulated, &warm_ceiling, &tight, &smaller, &colder}) {
            const energy::Demand after = demand(*less, weather);
            // Films are linearised about the mean set point: where the heater runs at its limit all
            // winter, a kelvin moves them by some 1e-4 and nothing else.
            const double share = less == &colder ? 2e-4 : 1e-4;
            CHECK(after.heat.value <= before.heat.value * (1.0 + share) + 0.5);
            check_sound(after);
        }
    }
    fmt::print("{} houses, {} refused by check\n", house_count, houses.refused());
}

TEST_CASE("in any house the heat account closes and half the step changes little") {
    Houses houses(20221102);
    const climate::Year year = climate::typical_year(houses.station());
    energy::Weather weather(year);
    double worst = 0.0;
    for (int i = 0; i < house_count / 2; ++i) {
        const energy::Building b = building(houses.next(), weather);

        const energy::ZoneYear hourly = energy::simulate(b, weather);
        const energy::ZoneYear halved = energy::simulate(b, weather, {.steps_per_hour = 2});

        const double heat_kwh = hourly.year.heat_kwh;
        INFO("house " << i << ", " << heat_kwh << " kWh");
        CHECK(std::abs(hourly.year.residual_kwh()) <= 1e-6 * std::max(heat_kwh, 1.0));
        CHECK_THAT(halved.year.heat_kwh, WithinRel(heat_kwh, 0.01));
        worst = std::max(worst, std::abs(halved.year.heat_kwh / heat_kwh - 1.0));
    }
    fmt::print("half the step changes the heat by at most {:.2f} %\n", 100.0 * worst);
}

TEST_CASE("for any houses every kernel computes the same heat") {
    Houses houses(20221103);
    const climate::Year year = climate::typical_year(houses.station());
    energy::Weather weather(year);
    std::vector<energy::Building> many;
    for (int i = 0; i < house_count / 2; ++i) many.push_back(building(houses.next(), weather));

    const auto alone = energy::simulate_sums(many, weather, energy::Kernel::Double1);

    for (const energy::Kernel kernel : {energy::Kernel::Double4, energy::Kernel::Sse2,
                                        energy::Kernel::Avx2, energy::Kernel::Avx512}) {
        if (!energy::runs_here(kernel)) continue;
        const auto sums = energy::simulate_sums(many, weather, kernel);
        for (std::size_t i = 0; i < many.size(); ++i) {
            INFO(energy::name_of(kernel) << ", house " << i);
            CHECK_THAT(sums[i].heat_kwh, WithinRel(alone[i].heat_kwh, 1e-4));
            CHECK_THAT(sums[i].peak_heat_w, WithinRel(alone[i].peak_heat_w, 1e-3));
            CHECK_THAT(sums[i].coldest_air_c, WithinAbs(alone[i].coldest_air_c, 1e-2));
        }
    }
}

TEST_CASE("any house with any measures has an estimate in which every number is one") {
    Houses houses(20221104);
    const climate::Station& station = houses.station();
    const climate::Year year = climate::typical_year(station);
    energy::Weather weather(year);
    for (int i = 0; i < house_count; ++i) {
        estimate::EstimateInputs inputs;
        inputs.house = houses.next();
        inputs.scheme = houses.scheme(inputs.house);
        inputs.place.station_id = station.id;

        const auto answer = estimate::estimate(inputs, reference(), weather);

        INFO("house " << i);
        REQUIRE(answer);
        for (const estimate::Comparison* c : {&answer->habit, &answer->comfort}) {
            check_sound(c->before.demand);
            check_sound(c->after.demand);
        }
        CHECK(answer->finance.own.low >= Money{});
        if (answer->pv) CHECK(answer->pv->yield.year.value > 0.0);
        if (answer->solar_water) CHECK(answer->solar_water->useful.value >= 0.0);
    }
}
