// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>

#include "energy/building.h"
#include "energy/fuel.h"
#include "house/house.h"

/// Bodies of brick that fires heat and that give it to the rooms for hours: 炕, a bed of brick and
/// mud over the flue of the cooking fire, and 火墙, a hollow wall that the smoke of the stove goes
/// through.
namespace longju::energy {

/// Useful heat that the fires under all kangs of a house set free in each hour of the day, W: a
/// third with each meal (engineering estimate). Zero where the heater has no kangs.
ByHour kang_heat_w(const house::House& house, const Heater& heater);

/// The same of the fire wall: two fires of three hours, before day and at dusk (engineering
/// estimate).
ByHour fire_wall_heat_w(const Heater& heater);

/// The fire wall as an inner body: 2 m long, 1.8 m high, half a brick on both sides of the smoke.
std::optional<BuildingSurface> fire_wall_of(const Heater& heater);

/// The kangs of a house as one inner body with that heat under its plate; nothing where the heater
/// has none. A house with a kang stove has one kang, whatever its plan says. The bedding of the
/// night is left out.
std::optional<BuildingSurface> kangs_of(const house::House& house, const Heater& heater);

}  // namespace longju::energy
