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

}  // namespace longju::energy
