// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/kang.h"

#include <algorithm>
#include <array>

namespace longju::energy {

namespace {

int kangs_in(const house::House& house) {
    const auto kangs = std::ranges::count_if(house.plan.rooms,
                                             [](const house::Room& room) { return room.has_kang; });
    return std::max(1, static_cast<int>(kangs));
}

}  // namespace

ByHour kang_heat_w(const house::House& house, const Heater& heater) {
    constexpr std::array<std::size_t, 3> meals = {5, 10, 16};  // Breakfast, noon, supper.
    ByHour heat_w{};
    const double day_wh = heater.kang_per_day.value * 1000.0 * kangs_in(house);
    for (const std::size_t hour : meals) heat_w.at(hour) = day_wh / meals.size();
    return heat_w;
}

std::optional<BuildingSurface> kangs_of(const house::House& house, const Heater& heater) {
    if (heater.kang_per_day <= KilowattHours{0.0}) return std::nullopt;
    constexpr double kang_m2 = 6.0;  // 2 m deep, 3 m along the window (domain facts 5.3).
    BuildingSurface kangs;
    kangs.name = "kangs";
    kangs.account = Account::Inside;
    kangs.beyond = Beyond::Adiabatic;
    kangs.area_m2 = kang_m2 * kangs_in(house);
    kangs.tilt_deg = 180.0;
    // From the ground up: brick base, flue, plate of mud brick; GB 50176-2016 table B.1.
    kangs.layers = {
        {0.12, 0.81, 1800.0, 1050.0}, {0.20, 1.00, 0.0, 0.0}, {0.10, 0.76, 1600.0, 1010.0}};
    kangs.heat = EmbeddedHeat{.after_layer = 1, .w = kang_heat_w(house, heater)};
    return kangs;
}

ByHour fire_wall_heat_w(const Heater& heater) {
    constexpr std::array<std::size_t, 6> burning = {4, 5, 6, 16, 17, 18};
    ByHour heat_w{};
    const double day_wh = heater.fire_wall_per_day.value * 1000.0;
    for (const std::size_t hour : burning) heat_w.at(hour) = day_wh / burning.size();
    return heat_w;
}

std::optional<BuildingSurface> fire_wall_of(const Heater& heater) {
    if (heater.fire_wall_per_day <= KilowattHours{0.0}) return std::nullopt;
    BuildingSurface wall;
    wall.name = "fire wall";
    wall.account = Account::Inside;
    wall.beyond = Beyond::Adiabatic;
    wall.area_m2 = 2.0 * (2.0 * 1.8);  // Both faces.
    // From the middle of the smoke to the room; GB 50176-2016 table B.1.
    wall.layers = {{0.06, 1.00, 0.0, 0.0}, {0.12, 0.81, 1800.0, 1050.0}};
    wall.heat = EmbeddedHeat{.after_layer = 0, .w = fire_wall_heat_w(heater)};
    return wall;
}

}  // namespace longju::energy
