// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include "cli/validation_parts.h"
#include "energy/demand.h"
#include "estimate/reference.h"
#include "house/check.h"

namespace longju::cli {

namespace {

double value(const CsvRow& row, const char* column) { return number(row, column).value_or(0.0); }
int whole(const CsvRow& row, const char* column) { return static_cast<int>(value(row, column)); }
std::string word(const CsvRow& row, const char* column) { return row.text(column).value_or(""); }

house::House house_of(const CsvRow& row, const house::Library& library) {
    const Millimetres south_window{value(row, "south_window_mm")};
    const house::Survey survey{.length = Millimetres{value(row, "length_mm")},
                               .width = Millimetres{value(row, "width_mm")},
                               .bays = whole(row, "bays"),
                               .south_windows = whole(row, "bays"),
                               .south_window_width = south_window,
                               .north_windows = whole(row, "north_windows"),
                               .window_id = word(row, "window"),
                               .door_id = word(row, "door"),
                               .wall_id = word(row, "wall"),
                               .ceiling_id = word(row, "ceiling"),
                               .floor_id = word(row, "floor"),
                               .porch = whole(row, "porch") != 0};
    house::House house = house::house_from_survey(survey, library);
    house.air_change = PerHour{value(row, "air_change_per_h")};
    house.heater_id = word(row, "heater");
    house.habit = {.day_set_point = Celsius{value(row, "day_c")},
                   .night_set_point = Celsius{value(row, "night_c")},
                   .day_from_h = whole(row, "day_from_h"),
                   .day_to_h = whole(row, "day_to_h"),
                   .heated_share = value(row, "heated_share")};
    return house;
}

Result<TypicalHouse> run(const CsvRow& row, const estimate::Reference& reference) {
    const climate::Station* station = reference.find_station(word(row, "station"));
    if (station == nullptr) return row.refuse("station", "is not in the catalog");
    const house::House house = house_of(row, reference.library);
    const auto problems = house::check(house, reference.library);
    if (!house::computable(problems)) {
        return row.refuse("id",
                          fmt::format("{}: {}", problems.front().field, problems.front().what_en));
    }
    if (reference.energy.find_heater(house.heater_id) == nullptr) {
        return row.refuse("heater", "is not in the catalog");
    }
    const climate::Year year = climate::typical_year(*station);
    const energy::Demand demand =
        energy::annual_demand({.house = house,
                               .library = reference.library,
                               .energy = reference.energy,
                               .year = year,
                               .habit = house.habit,
                               .design_temperature = station->design_temperature});
    const energy::Fuel& fuel = reference.energy.fuel(demand.fuel.fuel_id);
    return TypicalHouse{.id = word(row, "id"),
                        .name = word(row, "name_en"),
                        .station = station->name_en,
                        .heat_kwh = demand.heat.value,
                        .fuel = fuel.name_en,
                        .fuel_amount = demand.fuel.amount,
                        .fuel_unit = fuel.unit_en,
                        .bought_mwh = demand.fuel.amount * fuel.energy_per_unit.value / 1000.0,
                        .low_mwh = number(row, "low_mwh"),
                        .high_mwh = number(row, "high_mwh"),
                        .why = word(row, "why")};
}

}  // namespace

bool TypicalHouse::inside() const {
    return !low_mwh || !high_mwh || (bought_mwh >= *low_mwh && bought_mwh <= *high_mwh);
}

Result<void> run_houses(const std::filesystem::path& folder, const estimate::Reference& reference,
                        Validation& validation) {
    const auto table = read_table(folder / "houses.csv");
    if (!table) return std::unexpected(table.error());
    for (const CsvRow& row : table->rows) {
        auto house = run(row, reference);
        if (!house) return std::unexpected(house.error());
        validation.houses.push_back(std::move(*house));
    }
    return {};
}

}  // namespace longju::cli
