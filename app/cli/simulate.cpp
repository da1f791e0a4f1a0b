// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/simulate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/building_file.h"
#include "climate/epw.h"

namespace longju::cli {

namespace {

using climate::hours_per_year;
using Json = nlohmann::ordered_json;

std::array<double, 12> by_month(const std::vector<double>& power_w) {
    std::array<double, 12> sum_kwh{};
    for (int h = 0; h < hours_per_year; ++h) {
        sum_kwh.at(static_cast<std::size_t>(climate::month_of(h))) +=
            power_w[static_cast<std::size_t>(h)] / 1000.0;
    }
    return sum_kwh;
}

int place(const std::vector<double>& values, std::vector<double>::const_iterator at) {
    return static_cast<int>(at - values.begin());
}

int hours_below(const energy::Building& building, const std::vector<double>& air_c,
                const std::vector<bool>& season) {
    constexpr double margin_k = 0.2;
    const energy::Heating& heating = building.zones.front().heating;
    if (!heating.on) return 0;
    int hours = 0;
    for (std::size_t h = 0; h < air_c.size(); ++h) {
        if (heating.only_in_season && !season[h]) continue;
        if (air_c[h] < heating.set_point_c[h % 24] - margin_k) ++hours;
    }
    return hours;
}

/// JSON has no use for more digits than the model is good for.
double rounded(double value) { return std::round(value * 1000.0) / 1000.0; }

template <class List>
Json list(const List& values) {
    Json json = Json::array();
    for (const double value : values) json.push_back(rounded(value));
    return json;
}

Json account_json(const energy::HeatAccount& a) {
    using energy::Account;
    return {{"walls_kwh", rounded(a.lost(Account::Walls))},
            {"windows_kwh", rounded(a.lost(Account::Windows))},
            {"doors_kwh", rounded(a.lost(Account::Doors))},
            {"ceiling_kwh", rounded(a.lost(Account::Ceiling))},
            {"floor_kwh", rounded(a.lost(Account::Floor))},
            {"inside_kwh", rounded(a.lost(Account::Inside))},
            {"air_change_kwh", rounded(a.air_kwh)},
            {"stored_in_air_kwh", rounded(a.stored_in_air_kwh)},
            {"heat_kwh", rounded(a.heat_kwh)},
            {"cool_kwh", rounded(a.cool_kwh)},
            {"solar_kwh", rounded(a.solar_kwh)},
            {"internal_kwh", rounded(a.internal_kwh)},
            {"residual_kwh", a.residual_kwh()}};
}

/// `Jan 04 06:00`, the beginning of an hour of the year.
std::string when(int hour) {
    static constexpr const char* names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const int month = climate::month_of(hour);
    int first = hour;
    while (first >= 24 && climate::month_of(first - 24) == month) first -= 24;
    return fmt::format("{} {:02} {:02}:00", names[month], (hour - first) / 24 + 1,
                       climate::hour_of_day(hour));
}

}  // namespace

Simulation simulation(const energy::Building& building, const climate::Year& year) {
    energy::Weather weather(year);
    Simulation s{.weather = year.name, .run = energy::simulate(building, weather)};
    s.heat_kwh = by_month(s.run.heat_w);
    s.cool_kwh = by_month(s.run.cool_w);
    const auto heat = std::ranges::max_element(std::as_const(s.run.heat_w));
    const auto cool = std::ranges::max_element(std::as_const(s.run.cool_w));
    const auto [low, high] = std::ranges::minmax_element(std::as_const(s.run.air_c));
    s.peak_heat_w = *heat;
    s.peak_heat_hour = place(s.run.heat_w, heat);
    s.peak_cool_w = *cool;
    s.peak_cool_hour = place(s.run.cool_w, cool);
    s.air_min_c = *low;
    s.air_min_hour = place(s.run.air_c, low);
    s.air_max_c = *high;
    s.air_max_hour = place(s.run.air_c, high);
    s.air_mean_c =
        std::accumulate(s.run.air_c.begin(), s.run.air_c.end(), 0.0) / climate::hours_per_year;
    if (!s.run.second_air_c.empty()) {
        const auto [coldest, warmest] = std::ranges::minmax(s.run.second_air_c);
        const double sum =
            std::accumulate(s.run.second_air_c.begin(), s.run.second_air_c.end(), 0.0);
        s.second_zone = {coldest, sum / climate::hours_per_year, warmest};
    }
    s.hours_below_set_point = hours_below(building, s.run.air_c, weather.heating_season());
    return s;
}

Result<Simulation> simulate_files(const std::filesystem::path& building,
                                  const std::filesystem::path& weather,
                                  const std::optional<house::PvArray>& array) {
    const Result<energy::Building> description = read_building(building);
    if (!description) return std::unexpected(description.error());
    const Result<climate::Year> year = climate::read_epw(weather);
    if (!year) return std::unexpected(year.error());
    Simulation s = simulation(*description, *year);
    const std::u8string stem = building.stem().u8string();
    s.building =
        description->title.empty() ? std::string(stem.begin(), stem.end()) : description->title;
    if (array) s.pv = energy::pv_yield(*array, *year);
    return s;
}

std::string simulation_json(const Simulation& s, bool hourly) {
    Json json = {{"building", s.building},
                 {"weather", s.weather},
                 {"heat_kwh", rounded(s.run.year.heat_kwh)},
                 {"cool_kwh", rounded(s.run.year.cool_kwh)},
                 {"heat_by_month_kwh", list(s.heat_kwh)},
                 {"cool_by_month_kwh", list(s.cool_kwh)},
                 {"peak_heat_w", rounded(s.peak_heat_w)},
                 {"peak_heat_hour", s.peak_heat_hour},
                 {"peak_cool_w", rounded(s.peak_cool_w)},
                 {"peak_cool_hour", s.peak_cool_hour},
                 {"air_min_c", rounded(s.air_min_c)},
                 {"air_min_hour", s.air_min_hour},
                 {"air_mean_c", rounded(s.air_mean_c)},
                 {"air_max_c", rounded(s.air_max_c)},
                 {"air_max_hour", s.air_max_hour},
                 {"hours_below_set_point", s.hours_below_set_point},
                 {"solar_transmitted_kwh", rounded(s.run.transmitted_kwh)},
                 {"account", account_json(s.run.year)}};
    if (s.second_zone) {
        json["second_zone"] = {{"air_min_c", rounded(s.second_zone->min_c)},
                               {"air_mean_c", rounded(s.second_zone->mean_c)},
                               {"air_max_c", rounded(s.second_zone->max_c)}};
    }
    if (s.pv) {
        json["pv"] = {{"year_kwh", rounded(s.pv->year.value)},
                      {"before_snow_kwh", rounded(s.pv->before_snow.value)},
                      {"plane_kwh_per_m2", rounded(s.pv->plane_per_m2.value)}};
    }
    if (hourly) {
        json["air_c"] = list(s.run.air_c);
        json["operative_c"] = list(s.run.operative_c);
        json["heat_w"] = list(s.run.heat_w);
        json["cool_w"] = list(s.run.cool_w);
        if (s.second_zone) json["second_air_c"] = list(s.run.second_air_c);
    }
    return json.dump(2) + "\n";
}

std::string simulation_text(const Simulation& s) {
    return fmt::format(
        "{} in the weather of {}\n"
        "heat  {:9.0f} kWh, peak {:6.0f} W at {}\n"
        "cool  {:9.0f} kWh, peak {:6.0f} W at {}\n"
        "air   {:.1f} C at {} to {:.1f} C at {}, mean {:.1f} C\n"
        "{} hours below the set point; {:.0f} kWh of sun through the glass\n",
        s.building, s.weather, s.run.year.heat_kwh, s.peak_heat_w, when(s.peak_heat_hour),
        s.run.year.cool_kwh, s.peak_cool_w, when(s.peak_cool_hour), s.air_min_c,
        when(s.air_min_hour), s.air_max_c, when(s.air_max_hour), s.air_mean_c,
        s.hours_below_set_point, s.run.transmitted_kwh);
}

}  // namespace longju::cli
