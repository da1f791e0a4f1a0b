// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/calibration.h"

#include <algorithm>

#include "estimate/electricity_tariff.h"

namespace longju::estimate {

namespace {

/// Energy of a fuel bought, as if of the main heater's fuel; 0 for a fuel that is not known.
double equivalent_kwh(const house::FuelBought& bought, const energy::Heater& heater,
                      const energy::EnergyLibrary& library) {
    const energy::Fuel* fuel = library.find_fuel(bought.fuel_id);
    if (fuel == nullptr || bought.amount <= 0.0) return 0.0;
    const double energy_kwh = bought.amount * fuel->energy_per_unit.value;
    const bool beside_a_stove = fuel->id == electricity_id && heater.fuel_id != electricity_id;
    return beside_a_stove ? energy_kwh / heater.efficiency.typical : energy_kwh;
}

}  // namespace

Calibration calibrate(const std::vector<house::FuelBought>& bought, const energy::Demand& computed,
                      const energy::Heater& heater, const energy::EnergyLibrary& library) {
    Calibration calibration;
    calibration.computed_kwh =
        computed.fuel.amount * library.fuel(heater.fuel_id).energy_per_unit.value;
    for (const house::FuelBought& fuel : bought) {
        calibration.bought_kwh += equivalent_kwh(fuel, heater, library);
    }
    if (calibration.bought_kwh <= 0.0 || calibration.computed_kwh <= 0.0) return calibration;

    const double ratio = calibration.bought_kwh / calibration.computed_kwh;
    calibration.used = true;
    calibration.factor = std::clamp(ratio, smallest_factor, largest_factor);
    calibration.clipped = calibration.factor != ratio;
    return calibration;
}

std::vector<MixPart> mix_of(const Calibration& calibration,
                            const std::vector<house::FuelBought>& bought,
                            const energy::Heater& heater, const energy::EnergyLibrary& library) {
    const energy::Fuel& main = library.fuel(heater.fuel_id);
    if (!calibration.used) return {{&main, 1.0 / main.energy_per_unit.value}};

    std::vector<MixPart> mix;
    for (const house::FuelBought& entry : bought) {
        const energy::Fuel* fuel = library.find_fuel(entry.fuel_id);
        if (fuel == nullptr || entry.amount <= 0.0) continue;
        const double units_per_kwh = entry.amount / calibration.bought_kwh;
        const auto same = std::ranges::find(mix, fuel, &MixPart::fuel);
        if (same == mix.end()) {
            mix.push_back({fuel, units_per_kwh});
        } else {
            same->units_per_kwh += units_per_kwh;
        }
    }
    std::ranges::stable_partition(mix, [&](const MixPart& part) { return part.fuel == &main; });
    return mix;
}

}  // namespace longju::estimate
