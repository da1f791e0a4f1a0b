// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/heat_pump.h"

#include <algorithm>

namespace longju::energy {

namespace {

constexpr Celsius rated{7.0};  // EN 14511: the point a maker names.
constexpr Celsius frost_from{-7.0};
constexpr Celsius frost_to{5.0};

double between_points(const std::vector<Heater::CopPoint>& points, Celsius outdoor) {
    if (points.empty()) return 1.0;
    if (outdoor <= points.front().outdoor) return points.front().cop;
    for (std::size_t i = 1; i < points.size(); ++i) {
        const Heater::CopPoint& low = points[i - 1];
        const Heater::CopPoint& high = points[i];
        if (outdoor > high.outdoor) continue;
        const double part = (outdoor - low.outdoor) / (high.outdoor - low.outdoor);
        return low.cop + part * (high.cop - low.cop);
    }
    return points.back().cop;
}

}  // namespace

double heat_pump_cop(const Heater& heater, Celsius outdoor) {
    const bool frosts = outdoor >= frost_from && outdoor <= frost_to;
    return heater.efficiency.typical * between_points(heater.cop, outdoor) *
           (frosts ? 1.0 - heater.defrost_loss : 1.0);
}

Kilowatts heat_pump_capacity(const Heater& heater, Celsius outdoor) {
    if (outdoor < heater.lowest_outdoor) return Kilowatts{0.0};
    const double colder_k = std::max(0.0, (rated - outdoor).value);
    return heater.capacity *
           std::max(heater.capacity_least_share, 1.0 - heater.capacity_lost_per_k * colder_k);
}

KilowattHours heat_pump_electricity(const Heater& heater, Celsius outdoor, KilowattHours heat) {
    const KilowattHours most{heat_pump_capacity(heater, outdoor).value};
    const KilowattHours pumped = std::min(heat, most);
    return KilowattHours{pumped.value / heat_pump_cop(heater, outdoor)} + (heat - pumped);
}

}  // namespace longju::energy
