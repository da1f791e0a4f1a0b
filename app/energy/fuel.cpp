// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/fuel.h"

#include <algorithm>

#include "core/assert.h"

namespace longju::energy {

const Fuel* EnergyLibrary::find_fuel(std::string_view id) const {
    const auto found = std::ranges::find(fuels, id, &Fuel::id);
    return found == fuels.end() ? nullptr : &*found;
}

const Heater* EnergyLibrary::find_heater(std::string_view id) const {
    const auto found = std::ranges::find(heaters, id, &Heater::id);
    return found == heaters.end() ? nullptr : &*found;
}

const Fuel& EnergyLibrary::fuel(std::string_view id) const {
    const Fuel* found = find_fuel(id);
    LONGJU_ASSERT(found != nullptr, "a checked case names only fuels of the catalog");
    return *found;
}

const Heater& EnergyLibrary::heater(std::string_view id) const {
    const Heater* found = find_heater(id);
    LONGJU_ASSERT(found != nullptr, "a checked case names only heaters of the catalog");
    return *found;
}

bool burns_indoors(const Heater& heater, const Fuel& fuel) {
    const bool fire = heater.kind == HeaterKind::Stove || heater.kind == HeaterKind::Boiler;
    return fire && fuel.unit_en == "t";
}

bool is_coal(const Fuel& fuel) { return fuel.unit_en == "t" && fuel.co2_per_unit.value > 0.0; }

}  // namespace longju::energy
