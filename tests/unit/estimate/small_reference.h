// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "estimate/estimate.h"
#include "unit/house/sample_house.h"
#include "unit/measure/sample_measures.h"

/// A Reference of round numbers, a winter drawn with a ruler and a case, for tests that need an
/// estimate but not the catalog. Nothing here is catalog data.
namespace longju::estimate::sample {

inline const Provenance test_source{"test", Confidence::Sample};

inline energy::Fuel fuel(const char* id, double kwh, double co2_kg, double coal_kg,
                         Range<Money> price) {
    return {.id = id,
            .name_zh = id,
            .name_en = id,
            .unit_zh = "吨",
            .unit_en = "t",
            .energy_per_unit = KilowattHours{kwh},
            .co2_per_unit = Kilograms{co2_kg},
            .coal_equivalent_per_unit = Kilograms{coal_kg},
            .so2_per_unit = Kilograms{4.0},
            .pm25_per_unit = Kilograms{8.0},
            .price_per_unit = price,
            .provenance = test_source,
            .price_provenance = test_source,
            .emission_provenance = test_source};
}

inline Range<Money> fen(std::int64_t low, std::int64_t typical, std::int64_t high) {
    return {Money::fen(low), Money::fen(typical), Money::fen(high)};
}

inline energy::EnergyLibrary energy_library() {
    energy::EnergyLibrary library;
    library.fuels = {fuel("coal", 5000, 1700, 600, fen(80000, 100000, 120000)),
                     fuel("straw", 4000, 0, 500, fen(0, 15000, 30000)),
                     fuel("pellet", 4500, 0, 550, fen(75000, 95000, 120000)),
                     fuel("electricity", 1, 0.5, 0.123, fen(51, 56, 81))};
    library.fuels[1].own_labour_h_per_unit = 12.0;
    library.fuels.back().unit_zh = "度";
    library.fuels.back().unit_en = "kWh";
    using energy::HeaterKind;
    const auto heater = [](const char* id, HeaterKind kind, const char* fuel_id,
                           Range<double> efficiency) {
        return energy::Heater{.id = id,
                              .name_zh = id,
                              .name_en = id,
                              .kind = kind,
                              .fuel_id = fuel_id,
                              .efficiency = efficiency,
                              .provenance = test_source};
    };
    library.heaters = {heater("stove", HeaterKind::Stove, "coal", {0.35, 0.42, 0.55}),
                       heater("pellet", HeaterKind::Boiler, "pellet", {0.70, 0.78, 0.85}),
                       heater("pump", HeaterKind::HeatPump, "electricity", {0.85, 1.0, 1.05})};
    library.heaters.back().cop = {{Celsius{-30}, 1.5}, {Celsius{-12}, 2.4}, {Celsius{7}, 3.4}};
    library.heaters.back().capacity = Kilowatts{10};
    return library;
}

inline cost::PriceBook prices() {
    const auto price = [](const char* id, Range<Money> per_unit) {
        return cost::Price{.id = id,
                           .name_zh = id,
                           .name_en = id,
                           .unit_zh = "平方米",
                           .unit_en = "m²",
                           .per_unit = per_unit,
                           .date = "2026-10",
                           .provenance = test_source};
    };
    cost::PriceBook book{.version = "test-prices"};
    book.prices = {price("ceiling_eps", fen(5500, 7500, 10000)),
                   price("module", fen(32000, 40000, 50000)),
                   price("pellet_boiler", fen(500000, 800000, 1400000)),
                   price("pump", fen(1800000, 2400000, 3200000)),
                   price("pv", fen(230, 280, 350)),
                   price("sunspace", fen(40000, 55000, 80000)),
                   price("wall_eps", fen(11000, 13500, 17000)),
                   price("window", fen(45000, 58000, 78000))};
    return book;
}

/// The measures of the measure tests, named for the rules, and two heaters with a price.
inline measure::MeasureList measures() {
    using measure::Basis;
    using measure::SetHeater;
    measure::MeasureList list = measure::sample::measures();
    for (measure::Measure& measure : list.measures) {
        if (measure.id == "wall") {
            measure.outside_work = true;
            measure.days_low = 6;
            measure.days_high = 10;
            measure.options[0].rule_type = "wall_insulation";
            measure.options[0].life = Years{25};
        }
        if (measure.id == "pv") measure.options[0].rule_type = "pv_household";
        if (measure.id != "heater") continue;
        measure.options = {
            measure::sample::option("pellet", {SetHeater{"pellet"}},
                                    {{"pellet_boiler", Basis::Piece}}),
            measure::sample::option("pump", {SetHeater{"pump"}}, {{"pump", Basis::Piece}}),
            measure::sample::option("unpriced", {SetHeater{"pellet"}},
                                    {{"nobody_knows", Basis::Piece}})};
        measure.options[0].rule_type = "biomass_boiler";
        measure.options[0].life = Years{12};
        measure.options[1].rule_type = "air_heat_pump";
        measure.options[1].low_temp_rating = Celsius{-30};
        measure.options[1].life = Years{12};
    }
    return list;
}

inline Reference reference() {
    Reference reference{
        .version = "test-catalog", .data_hash = "00", .rules_version = "test-rules"};
    reference.library = house::sample::library();
    reference.energy = energy_library();
    reference.measures = measures();
    reference.prices = prices();
    climate::Station station{.id = "500000",
                             .name_zh = "试验站",
                             .name_en = "Test station",
                             .site = {.latitude = Degrees{45.7},
                                      .longitude = Degrees{126.6},
                                      .utc_offset = Hours{8},
                                      .elevation = Metres{140}},
                             .design_temperature = Celsius{-27},
                             .zone = "1B",
                             .provenance = test_source};
    reference.stations = {station};
    reference.divisions = {{.code = "239999",
                            .name_zh = "示例县",
                            .pinyin = "shilixian",
                            .prefecture_zh = "示例市",
                            .station_id = "500000",
                            .station_km = 42,
                            .provenance = test_source}};
    house::Design design{.id = "box",
                         .name_zh = "试验户型",
                         .name_en = "Test design",
                         .people = 4,
                         .house = house::sample::house(),
                         .provenance = test_source};
    design.house.existing = false;
    reference.designs = {design};
    return reference;
}

/// A year of cosines: −19 °C in January, 23 °C in July, ±5 K within the day, a weak winter sun.
inline climate::Year year() {
    using std::numbers::pi;
    climate::Year year{.name = "试验站", .site = reference().stations.front().site};
    for (int h = 0; h < climate::hours_per_year; ++h) {
        const double season = std::cos(2 * pi * (h / 24.0 - 15) / 365.0);  // 1 in mid-January.
        const double noon = std::cos(2 * pi * (climate::hour_of_day(h) - 13) / 24.0);
        const double t_c = 2.0 - 21.0 * season + 5.0 * noon;
        const double sun = std::max(0.0, noon - 0.35 * season);
        year.t_out_c.push_back(t_c);
        year.t_sky_c.push_back(t_c - 12.0);
        year.wind_ms.push_back(2.5);
        year.vapour_pa.push_back(610.0 * std::exp(0.06 * t_c) * 0.7);
        year.pressure_pa.push_back(100000.0);
        year.dni_w_m2.push_back(500.0 * sun);
        year.dhi_w_m2.push_back(120.0 * sun);
        year.ghi_w_m2.push_back(300.0 * sun);
        year.albedo.push_back(t_c < -2.0 ? 0.6 : 0.2);
    }
    return year;
}

/// The sample house in the example county, with walls and ceiling to be insulated.
inline EstimateInputs inputs() {
    EstimateInputs inputs;
    inputs.date = *date_from("2026-08-01");
    inputs.place.division_code = "239999";
    inputs.household.head = "试验户";
    inputs.household.members = 3;
    inputs.house = house::sample::house();
    inputs.scheme = {.name = "方案", .choices = {{"wall", "eps100"}, {"ceiling", "eps100"}}};
    return inputs;
}

}  // namespace longju::estimate::sample
