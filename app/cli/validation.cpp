// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/validation.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "cli/building_file.h"
#include "cli/simulate.h"
#include "cli/validation_parts.h"
#include "energy/weather.h"
#include "energy/zone.h"

namespace longju::cli {

namespace {

constexpr const char* denver = "725650TYCST";
constexpr const char* harbin = "CHN_HL_Harbin-Taiping.AP.541611_TMYx";
constexpr double kwh_per_mwh = 1000.0;

/// Ours for a quantity of the table; nothing for one this report does not judge.
std::optional<double> quantity_of(const Simulation& s, const std::string& quantity) {
    const bool second = s.second_zone.has_value();
    if (quantity == "heating") return s.run.year.heat_kwh / kwh_per_mwh;
    if (quantity == "cooling") return s.run.year.cool_kwh / kwh_per_mwh;
    if (quantity == "peak_heating") return s.peak_heat_w / 1000.0;
    if (quantity == "peak_cooling") return s.peak_cool_w / 1000.0;
    if (quantity == "free_min") return second ? s.second_zone->min_c : s.air_min_c;
    if (quantity == "free_max") return second ? s.second_zone->max_c : s.air_max_c;
    if (quantity == "free_mean") return second ? s.second_zone->mean_c : s.air_mean_c;
    return std::nullopt;
}

Judged judged(const CsvRow& row, double ours) {
    Judged j{.test_case = row.text("case").value_or(""),
             .quantity = row.text("quantity").value_or(""),
             .unit = row.text("unit").value_or(""),
             .ours = ours,
             .low = number(row, "min").value_or(0.0),
             .high = number(row, "max").value_or(0.0),
             .mean = number(row, "mean").value_or(0.0),
             .accept_low = number(row, "accept_lo"),
             .accept_high = number(row, "accept_hi")};
    constexpr std::array columns = {"energyplus", "esp_r",           "trnsys",
                                    "dest",       "energyplus_25_1", "iso13790_5r1c"};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        j.others.at(i) = row.text(columns.at(i)).value_or("");
    }
    return j;
}

Result<void> run_std140(const std::filesystem::path& folder, const climate::Year& year,
                        Validation& validation) {
    const auto table = read_table(folder / "reference.csv");
    if (!table) return std::unexpected(table.error());
    energy::Weather weather(year);
    struct Case {
        energy::Building building;
        Simulation run;
    };
    std::map<std::string, Case> cases;
    for (const CsvRow& row : table->rows) {
        const std::string name = row.text("case").value_or("");
        const std::string quantity = row.text("quantity").value_or("");
        if (!cases.contains(name)) {
            const auto building = read_building(folder / fmt::format("case{}.toml", name));
            if (!building) return std::unexpected(building.error());
            cases.emplace(name, Case{*building, simulation(*building, year)});
        }
        const Case& of = cases.at(name);
        auto ours = quantity_of(of.run, quantity);
        if (!ours) ours = sun_quantity(of.building, weather, quantity);
        if (ours) validation.std140.push_back(judged(row, *ours));
    }
    return {};
}

/// What one row of open_harbin.csv changes in farmhouse.toml.
Result<energy::Building> farmhouse(const std::filesystem::path& folder, const CsvRow& row) {
    auto building = read_building(folder / "farmhouse.toml");
    if (!building) return building;
    const auto value = [&](const char* column) { return number(row, column).value_or(0.0); };
    for (energy::BuildingSurface& s : building->surfaces) {
        const auto add = [&](std::size_t after, const char* column, double conductivity,
                             double density) {
            if (value(column) <= 0.0) return;
            s.layers.insert(s.layers.begin() + static_cast<std::ptrdiff_t>(after),
                            {value(column), conductivity, density, 1400.0});
        };
        const bool outdoors = s.beyond == energy::Beyond::Outdoors;
        if (outdoors && s.account == energy::Account::Walls) add(0, "wall_eps_m", 0.035, 20.0);
        if (s.account == energy::Account::Ceiling) add(0, "roof_eps_m", 0.040, 30.0);
        if (s.account == energy::Account::Floor) add(1, "floor_xps_m", 0.035, 30.0);
    }
    for (energy::BuildingWindow& w : building->windows) {
        w.glazing.panes = static_cast<int>(value("panes"));
    }
    energy::Zone& zone = building->zones.front();
    zone.air.constant_per_h = value("ach");
    const std::string heating = row.text("heating").value_or("");
    for (std::size_t h = 0; h < 24; ++h) {
        const bool warm = (h >= 5 && h < 9) || (h >= 16 && h < 22);
        const double steady_c = heating == "14" ? 14.0 : 18.0;
        const double habit_c = warm ? 16.0 : 10.0;
        zone.heating.set_point_c.at(h) = heating == "int" ? habit_c : steady_c;
    }
    if (value("limit_W") > 0.0) zone.heating.limit_w = value("limit_W");
    return building;
}

Result<void> run_farm(const std::filesystem::path& folder, const climate::Year& year,
                      Validation& validation) {
    const auto table = read_table(folder / "open_harbin.csv");
    if (!table) return std::unexpected(table.error());
    energy::Weather weather(year);
    for (const CsvRow& row : table->rows) {
        if (row.text("kind").value_or("") == "free_float") continue;
        const auto building = farmhouse(folder, row);
        if (!building) return std::unexpected(building.error());
        FarmRun run{.id = row.text("id").value_or(""),
                    .ours_kwh = energy::simulate(*building, weather).year.heat_kwh,
                    .theirs_kwh = number(row, "heat_kWh").value_or(0.0)};
        const FarmRun& bare = validation.farm.empty() ? run : validation.farm.front();
        run.saving_off_points = 100.0 * ((1.0 - run.ours_kwh / bare.ours_kwh) -
                                         (1.0 - run.theirs_kwh / bare.theirs_kwh));
        validation.farm.push_back(run);
    }
    return {};
}

}  // namespace

Result<CsvTable> read_table(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::u8string name = file.u8string();
    const std::string shown(name.begin(), name.end());
    if (!in) {
        return std::unexpected(Error{.kind = ErrorKind::NotFound,
                                     .what = "cannot be opened; run from the source folder, or "
                                             "name the cases with --cases",
                                     .file = shown});
    }
    const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    return parse_csv(text, shown);
}

std::optional<double> number(const CsvRow& row, const char* column) {
    const auto value = row.number(column, -1e6, 1e6);
    return value ? std::optional(*value) : std::nullopt;
}

bool Judged::inside() const {
    constexpr double printed = 0.0005;  // The table has three decimals.
    return ours >= low - printed && ours <= high + printed;
}

bool Judged::accepted() const {
    if (!accept_low || !accept_high) return true;
    // One pair stands the wrong way round in the source.
    return ours >= std::min(*accept_low, *accept_high) &&
           ours <= std::max(*accept_low, *accept_high);
}

Result<Validation> validate(const std::filesystem::path& folder, const WeatherSource& weather,
                            const estimate::Reference* reference) {
    Validation validation;
    const auto slabs = run_ground(folder / "ground", validation);
    if (!slabs) return std::unexpected(slabs.error());
    if (const auto year = weather(denver)) {
        const auto done = run_std140(folder / "std140", *year, validation);
        if (!done) return std::unexpected(done.error());
    } else {
        validation.skipped.push_back(fmt::format("Standard 140: no {}.epw", denver));
    }
    if (const auto year = weather(harbin)) {
        const auto done = run_farm(folder / "farm", *year, validation);
        if (!done) return std::unexpected(done.error());
    } else {
        validation.skipped.push_back(fmt::format("farmhouses: no {}.epw", harbin));
    }
    if (reference == nullptr) {
        validation.skipped.emplace_back("typical farmhouses: no reference.db");
    } else if (const auto done = run_houses(folder / "houses", *reference, validation); !done) {
        return std::unexpected(done.error());
    }
    return validation;
}

Summary summary(const Validation& validation, const std::string& quantity) {
    Summary s;
    int counted = 0;
    double sum = 0.0;
    for (const Judged& j : validation.std140) {
        if (!j.quantity.starts_with(quantity)) continue;
        ++s.count;
        s.inside += j.inside() ? 1 : 0;
        s.accepted += j.accepted() ? 1 : 0;
        if (j.mean == 0.0) continue;
        s.mean_deviation += std::abs(j.deviation());
        s.weighted_deviation += std::abs(j.ours - j.mean);
        sum += j.mean;
        ++counted;
    }
    s.mean_deviation /= std::max(counted, 1);
    if (sum > 0.0) s.weighted_deviation /= sum;
    return s;
}

}  // namespace longju::cli
