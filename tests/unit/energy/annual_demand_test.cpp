// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cmath>
#include <numeric>

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"
#include "energy/demand.h"
#include "energy/house_building.h"
#include "energy/zone.h"
#include "unit/energy/plain_year.h"
#include "unit/house/sample_house.h"

using namespace longju;
using namespace longju::energy;
using Catch::Matchers::WithinRel;

namespace {

const house::Library library = house::sample::library();
const climate::Year year = sample::cosine_year();

EnergyLibrary plant() {
    EnergyLibrary plant;
    plant.fuels = {{.id = "coal", .name_zh = "煤", .energy_per_unit = KilowattHours{5000}},
                   {.id = "power", .name_zh = "电", .energy_per_unit = KilowattHours{1}}};
    plant.heaters = {{.id = "stove", .fuel_id = "coal", .efficiency = {0.35, 0.42, 0.55}},
                     {.id = "pump",
                      .kind = HeaterKind::HeatPump,
                      .fuel_id = "power",
                      .efficiency = {0.9, 1.0, 1.0},
                      .cop = {{Celsius{-30}, 1.5}, {Celsius{0}, 3.0}},
                      .lowest_outdoor = Celsius{-35}}};
    return plant;
}

Demand demand(const house::House& house, const house::Habit& habit) {
    return annual_demand({.house = house,
                          .library = library,
                          .energy = plant(),
                          .year = year,
                          .habit = habit,
                          .design_temperature = Celsius{-27}});
}

Demand demand(const house::House& house) { return demand(house, house::Habit{}); }

house::House insulated(house::House house, double eps_mm) {
    house.wall.added.push_back({{"eps", Millimetres{eps_mm}}, house::LayerSide::Outside});
    return house;
}

}  // namespace

TEST_CASE("the months of heat and fuel add up, by the stove's efficiency") {
    const Demand d = demand(house::sample::house());

    double heat_kwh = 0.0;
    for (const KilowattHours month : d.heat_by_month) heat_kwh += month.value;
    CHECK(d.heat.value > 5000.0);
    CHECK_THAT(heat_kwh, WithinRel(d.heat.value, 1e-9));
    CHECK(d.fuel.fuel_id == "coal");
    CHECK_THAT(d.fuel.amount, WithinRel(d.heat.value / 0.42 / 5000, 1e-9));
    CHECK_THAT(std::accumulate(d.fuel.by_month.begin(), d.fuel.by_month.end(), 0.0),
               WithinRel(d.fuel.amount, 1e-9));
    CHECK(d.heat_by_month[6].value == 0.0);
    CHECK(d.peak.value * 1000 <= plant().heater("stove").capacity.value * 1000 + 1e-6);
}

TEST_CASE("what the ways out lose is what heater, sun and people gave, but for what is stored") {
    const house::House house = house::sample::house();
    const EnergyLibrary plants = plant();
    const Demand d = demand(house);
    Weather weather(year);
    const Building building = building_of(house, house::envelope(house, library), library,
                                          {house::Habit{}, &plants.heater("stove")}, weather);
    const HeatAccount season = simulate(building, weather).season;

    const double stored_kwh = season.lost(Account::Inside) + season.stored_in_air_kwh;
    const double in_kwh = d.heat.value + d.solar_gain.value + d.internal_gain.value;
    CHECK(std::abs(in_kwh - d.losses.total().value - stored_kwh) < 1e-6 * in_kwh);
    CHECK(std::abs(stored_kwh) < 0.02 * in_kwh);
}

TEST_CASE("a better house needs less and is warmer, whatever part is better") {
    const house::House plain = house::sample::house();
    const Demand before = demand(plain);
    house::House tight = plain;
    tight.air_change = PerHour{0.5};
    house::House windows = plain;
    for (house::Opening& o : windows.plan.openings) {
        if (o.kind == house::OpeningKind::Window) o.type_id = "triple";
    }
    house::House ceiling = plain;
    ceiling.ceiling.added.push_back({{"eps", Millimetres{150}}, house::LayerSide::Outside});
    house::House porch = plain;
    porch.porch = true;
    house::House edge = plain;
    edge.edge_insulation = house::Layer{"eps", Millimetres{80}};
    edge.edge_insulation_depth = Millimetres{800};
    house::House floor = plain;
    floor.floor.added.push_back({{"eps", Millimetres{60}}, house::LayerSide::Inside});

    for (const house::House& better :
         {tight, windows, ceiling, porch, edge, floor, insulated(plain, 80)}) {
        const Demand after = demand(better);
        CHECK(after.heat < before.heat);
        CHECK(after.design_load <= before.design_load);
        CHECK(after.january_6am.value > before.january_6am.value - 0.01);
    }
}

TEST_CASE("insulation outside warms the wall and takes the mould away") {
    const house::House plain = house::sample::house();

    const Demand before = demand(plain);
    const Demand after = demand(insulated(plain, 100));

    CHECK(after.january_wall_inside > before.january_wall_inside);
    CHECK(after.f_rsi > before.f_rsi);
    CHECK(after.f_rsi < 1.0);
    CHECK(after.mould_risk_hours <= before.mould_risk_hours);
}

TEST_CASE("fewer warm rooms and colder nights never raise the heat") {
    const house::House house = house::sample::house();
    double last_kwh = 1e9;
    for (const double share : {1.0, 0.8, 0.6, 0.4, 0.2}) {
        house::Habit habit;
        habit.heated_share = share;
        const double kwh = demand(house, habit).heat.value;
        CHECK(kwh < last_kwh);
        last_kwh = kwh;
    }
    last_kwh = 0.0;
    for (const double night_c : {5.0, 8.0, 12.0, 16.0}) {
        house::Habit habit;
        habit.night_set_point = Celsius{night_c};
        const double kwh = demand(house, habit).heat.value;
        CHECK(kwh > last_kwh);
        last_kwh = kwh;
    }
}

TEST_CASE("a heat pump buys its heat at the COP of the hour") {
    house::House house = house::sample::house();
    house.heater_id = "pump";

    const Demand d = demand(house);

    const double mean_cop = d.heat.value / d.fuel.amount;
    CHECK(mean_cop > 1.5);
    CHECK(mean_cop < 3.0);
    const double january = d.heat_by_month[0].value / d.fuel.by_month[0];
    const double april = d.heat_by_month[3].value / d.fuel.by_month[3];
    CHECK(january < mean_cop);
    CHECK(april > mean_cop);
}

TEST_CASE("a stove too small for the house leaves it cold") {
    const house::House house = house::sample::house();
    EnergyLibrary small = plant();
    small.heaters[0].capacity = Kilowatts{3};

    const Demand cold = annual_demand({.house = house,
                                       .library = library,
                                       .energy = small,
                                       .year = year,
                                       .habit = house::Habit{},
                                       .design_temperature = Celsius{-27}});
    const Demand warm = demand(house);

    CHECK(cold.peak.value <= 3.0 + 1e-9);
    CHECK(cold.heat < warm.heat);
    CHECK(cold.january_6am < warm.january_6am);
    CHECK(cold.hours_below_12c > warm.hours_below_12c);
    CHECK(cold.coldest <= cold.january_6am);
}

TEST_CASE("a fire wall keeps the rooms warm after its fires, and its fuel is counted") {
    EnergyLibrary with_wall = plant();
    Heater walled = with_wall.heaters[0];
    walled.id = "wall";
    walled.fire_wall_per_day = KilowattHours{24};
    with_wall.heaters.push_back(walled);
    house::House house = house::sample::house();
    house.heater_id = "wall";

    const Demand fired =
        annual_demand({.house = house,
                       .library = library,
                       .energy = with_wall,
                       .year = year,
                       .habit = {.day_set_point = Celsius{-10}, .night_set_point = Celsius{-10}},
                       .design_temperature = Celsius{-27}});

    // Nothing but the wall heats the rooms above -10 °C.
    CHECK(fired.heat.value >= 24.0 * 100);
    CHECK(fired.january_6am > Celsius{-10});
    CHECK_THAT(fired.fuel.amount, WithinRel(fired.heat.value / 0.42 / 5000, 1e-9));
}

TEST_CASE("leaks follow the tightness, but never below hygiene nor below what a fire needs") {
    EnergyLibrary plants = plant();
    for (Fuel& fuel : plants.fuels) fuel.unit_en = "t";
    house::House house = house::sample::house();
    house.storeys = 1;
    const auto air_kwh = [&](double air_change, const Heater& heater) {
        plants.heaters.back() = heater;
        plants.heaters.back().id = "tried";
        house.heater_id = "tried";
        house.air_change = PerHour{air_change};
        return annual_demand({.house = house,
                              .library = library,
                              .energy = plants,
                              .year = year,
                              .habit = house::Habit{},
                              .design_temperature = Celsius{-27}})
            .losses.air.value;
    };
    Heater stove = plants.heaters[0];
    stove.capacity = Kilowatts{8};
    Heater greedy = stove;
    greedy.efficiency = {0.05, 0.05, 0.05};  // 160 kW of coal for 8 kW of heat.
    plants.heaters.push_back(stove);

    CHECK(air_kwh(1.5, stove) > air_kwh(0.8, stove));
    CHECK_THAT(air_kwh(0.1, stove), WithinRel(air_kwh(0.05, stove), 1e-6));
    CHECK(air_kwh(0.1, greedy) > air_kwh(0.1, stove));
}

TEST_CASE("a kang keeps the night warmer with the fires of the day, and its fuel is counted") {
    EnergyLibrary with_kang = plant();
    Heater kang = with_kang.heaters[0];
    kang.id = "kang";
    kang.kang_per_day = KilowattHours{8};
    with_kang.heaters.push_back(kang);
    house::House house = house::sample::house();
    const auto run = [&](const char* heater) {
        house.heater_id = heater;
        return annual_demand(
            {.house = house,
             .library = library,
             .energy = with_kang,
             .year = year,
             .habit = {.day_set_point = Celsius{14}, .night_set_point = Celsius{-10}},
             .design_temperature = Celsius{-27}});
    };

    const Demand stove = run("stove");
    const Demand fired = run("kang");

    CHECK(fired.january_6am > stove.january_6am);
    CHECK(fired.heat > stove.heat * 0.9);
    CHECK_THAT(fired.fuel.amount, WithinRel(fired.heat.value / 0.42 / 5000, 1e-9));
}
