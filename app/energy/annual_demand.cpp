// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <optional>

#include "energy/demand.h"
#include "energy/heat_pump.h"
#include "energy/house_building.h"
#include "energy/kang.h"
#include "energy/room.h"
#include "energy/zone.h"

namespace longju::energy {

namespace {

using climate::hours_per_year;

std::size_t hour_at(const ZoneYear& run, std::size_t walked) {
    return (static_cast<std::size_t>(run.first_hour) + walked) % hours_per_year;
}

void book_fuel(const ZoneYear& run, const DemandInputs& in, const Heater& heater, Demand& d) {
    const Fuel& fuel = in.energy.fuel(heater.fuel_id);
    d.fuel.fuel_id = fuel.id;
    const Weather& weather = *in.weather;
    const bool pump = heater.kind == HeaterKind::HeatPump;
    const double per_kwh = 1.0 / fuel.energy_per_unit.value;
    // Electricity is the fuel whose unit is the kilowatt hour.
    const bool electric = fuel.unit_en == "kWh";
    if (electric) d.electricity_kwh.assign(hours_per_year, 0.0F);
    const double per_useful = 1.0 / heater.efficiency.typical;
    const ByHour kang_w = kang_heat_w(in.house, heater);
    const ByHour wall_w = fire_wall_heat_w(heater);
    // What cooking needs in the pot, of 3 MJ a person and day (rural energy surveys, from memory).
    constexpr double cooking_kwh_per_person_day = 0.8;
    d.cooking = KilowattHours{cooking_kwh_per_person_day * std::max(0, in.people) *
                              static_cast<double>(run.heat_w.size()) / 24.0};
    for (std::size_t i = 0; i < run.heat_w.size(); ++i) {
        const std::size_t h = hour_at(run, i);
        const std::size_t month = weather.months()[h];
        const double heat_kwh = (run.heat_w[i] + kang_w.at(h % 24) + wall_w.at(h % 24)) / 1000.0;
        d.heat += KilowattHours{heat_kwh};
        d.heat_by_month.at(month) += KilowattHours{heat_kwh};
        d.peak = std::max(d.peak, Kilowatts{heat_kwh});
        const double bought_kwh = pump ? heat_pump_electricity(heater, Celsius{in.year.t_out_c[h]},
                                                               KilowattHours{heat_kwh})
                                             .value
                                       : heat_kwh * per_useful;
        const double units = bought_kwh * per_kwh;
        d.fuel.amount += units;
        if (electric) d.electricity_kwh[h] = static_cast<float>(units);
        d.fuel.by_month.at(month) += units;
    }
}

void book_losses(const HeatAccount& a, Demand& d) {
    d.losses.walls = KilowattHours{a.lost(Account::Walls)};
    d.losses.windows = KilowattHours{a.lost(Account::Windows)};
    d.losses.doors = KilowattHours{a.lost(Account::Doors)};
    d.losses.ceiling = KilowattHours{a.lost(Account::Ceiling)};
    d.losses.floor = KilowattHours{a.lost(Account::Floor)};
    d.losses.air = KilowattHours{a.air_kwh};
    d.solar_gain = KilowattHours{a.solar_kwh};
    d.internal_gain = KilowattHours{a.internal_kwh};
}

/// Saturation vapour pressure over water and ice, ISO 13788:2012 eq. E.7 and E.8, from a table: a
/// quarter of a kelvin apart, straight lines are right to 1e-4.
class Saturation {
public:
    Saturation() {
        for (std::size_t i = 0; i < at_.size(); ++i) {
            const double t_c = lowest_c + static_cast<double>(i) / per_k;
            at_.at(i) = t_c >= 0.0 ? 610.5 * std::exp(17.269 * t_c / (237.3 + t_c))
                                   : 610.5 * std::exp(21.875 * t_c / (265.5 + t_c));
        }
    }

    double pa(double t_c) const {
        const double place = std::clamp((t_c - lowest_c) * per_k, 0.0, most);
        const auto low = static_cast<std::size_t>(place);
        return at_[low] + (place - static_cast<double>(low)) * (at_[low + 1] - at_[low]);
    }

private:
    static constexpr double lowest_c = -70.0;
    static constexpr double per_k = 4.0;
    static constexpr double most = 560.0;  // 70 °C.
    std::array<double, 562> at_{};
};

/// Vapour pressure above outdoors that people and cooking keep up, Pa.
double moisture_excess_pa(const DemandInputs& in, const Building& building) {
    // 80 g/h a person with cooking and washing, ISO 13788 annex A order of magnitude (estimate).
    constexpr double grams_per_h_person = 80.0;
    constexpr double pa_m3_per_gram = 135.0;  // R_v T at 20 °C: 0.4615 J/gK × 293 K.
    constexpr double winter_difference_k = 25.0;
    const double wind = wind_of(leak_model(building), *in.weather).mean(Sky::Mean, false);
    const double air_m3_per_h =
        air_flow_m3_per_h(building.zones.front(), winter_difference_k, wind);
    return in.people * grams_per_h_person / std::max(air_m3_per_h, 1.0) * pa_m3_per_gram;
}

/// What is the same for every habit of a house.
struct Measured {
    const house::House* house = nullptr;
    house::Envelope envelope;
    std::vector<house::Bridge> bridges;
};

/// The measured house among `known`, measured now if it is not there yet.
const Measured& measured(const DemandInputs& in, std::deque<Measured>& known) {
    const auto found = std::ranges::find(known, &in.house, &Measured::house);
    if (found != known.end()) return *found;
    house::Envelope envelope = house::envelope(in.house, in.library);
    auto bridges = house::bridges(in.house, envelope, in.library);
    return known.emplace_back(&in.house, std::move(envelope), std::move(bridges));
}

/// Of the plain wall and the junctions, with the film that mould is judged by.
void find_coldest_surface(const DemandInputs& in, Demand& d) {
    constexpr double mould_film_r = 0.25;  // ISO 13788 4.4.1.
    const double wall_u = house::u_value(in.house.wall, house::Borders::Outdoors, in.library).value;
    d.f_rsi = std::max(0.0, 1.0 - wall_u * mould_film_r);
    const house::Bridge* const coldest = house::coldest(d.bridges);
    if (coldest == nullptr || coldest->f_rsi >= d.f_rsi) return;
    d.f_rsi = coldest->f_rsi;
    d.coldest_junction = coldest->kind;
}

void book_comfort(const ZoneYear& run, const DemandInputs& in, const Building& building,
                  Demand& d) {
    constexpr int six = 5;  // The hour that ends at 06:00.
    find_coldest_surface(in, d);
    const double excess_pa = moisture_excess_pa(in, building);
    static const Saturation saturation;
    const double kept_k = unkept_k(in.habit);
    d.coldest = Celsius{100.0};
    for (std::size_t i = 0; i < run.air_c.size(); ++i) {
        const std::size_t h = hour_at(run, i);
        const double kept_c = run.air_c[i] + kept_k;
        const int clock = climate::hour_of_day(static_cast<int>(h));
        d.coldest = std::min(d.coldest, Celsius{kept_c});
        const bool waking = clock >= in.habit.day_from_h && clock < in.habit.day_to_h;
        if (waking && kept_c < 12.0) d.hours_below_12c += 1.0;
        const double surface_c = in.year.t_out_c[h] + d.f_rsi * (run.air_c[i] - in.year.t_out_c[h]);
        const double vapour_pa = in.year.vapour_pa[h] + excess_pa;
        if (vapour_pa > 0.8 * saturation.pa(surface_c)) d.mould_risk_hours += 1.0;
        if (in.weather->months()[h] == 0 && clock == six) {
            d.january_6am += Celsius{kept_c / 31.0};
            d.january_wall_inside += Celsius{run.coldest_wall_c[i] / 31.0};
        }
    }
}

}  // namespace

std::vector<Demand> annual_demands(std::span<const DemandInputs> all) {
    std::vector<Demand> demands;
    if (all.empty()) return demands;
    std::optional<Weather> own;
    if (all.front().weather == nullptr) own.emplace(all.front().year);
    Weather& weather = own ? *own : *all.front().weather;
    std::deque<Measured> houses;
    std::vector<Building> buildings;
    for (const DemandInputs& in : all) {
        buildings.push_back(building_of(in.house, measured(in, houses).envelope, in.library,
                                        use_of(in.habit, in.house.heater_id, in.energy), weather));
    }
    // Outside the season nobody heats, and nothing is asked about the rooms.
    const std::vector<ZoneYear> runs = simulate(buildings, weather, heating_walk);
    for (std::size_t i = 0; i < all.size(); ++i) {
        DemandInputs in = all[i];
        in.weather = &weather;
        Demand d;
        book_fuel(runs[i], in, in.energy.heater(in.house.heater_id), d);
        book_losses(runs[i].season, d);
        d.bridges = measured(in, houses).bridges;
        book_comfort(runs[i], in, buildings[i], d);
        const double inside_c = in.habit.day_set_point.value - unkept_k(in.habit);
        d.design_load = Kilowatts{
            steady_loss_w(buildings[i], weather, inside_c, in.design_temperature.value) / 1000.0};
        demands.push_back(std::move(d));
    }
    return demands;
}

Demand annual_demand(const DemandInputs& in) { return annual_demands(std::span(&in, 1)).front(); }

}  // namespace longju::energy
