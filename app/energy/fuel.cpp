// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/fuel.h"

#include <algorithm>

#include "core/assert.h"

namespace longju::energy {

namespace {

template <class Item>
const Item* found(const std::vector<Item>& items, std::string_view id) {
    const auto at = std::ranges::find(items, id, &Item::id);
    return at == items.end() ? nullptr : &*at;
}

}  // namespace

const Fuel* EnergyLibrary::find_fuel(std::string_view id) const { return found(fuels, id); }

const Heater* EnergyLibrary::find_heater(std::string_view id) const { return found(heaters, id); }

const Fuel& EnergyLibrary::fuel(std::string_view id) const {
    const Fuel* fuel = find_fuel(id);
    LONGJU_ASSERT(fuel != nullptr, "a fuel that is asked for must be in the library");
    return *fuel;
}

const Heater& EnergyLibrary::heater(std::string_view id) const {
    const Heater* heater = find_heater(id);
    LONGJU_ASSERT(heater != nullptr, "a heater that is asked for must be in the library");
    return *heater;
}

}  // namespace longju::energy
