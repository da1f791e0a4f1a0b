// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>

#include "energy/building.h"
#include "energy/fuel.h"
#include "house/house.h"

/// 炕: a bed of brick and mud over the flue of the cooking fire. It takes up the heat of three
/// meals and gives it to the room through the night.
namespace longju::energy {

/// Useful heat that the fires under all kangs of a house set free in each hour of the day, W: a
/// third with each meal (engineering estimate). Zero where the heater has no kangs.
ByHour kang_heat_w(const house::House& house, const Heater& heater);

/// The kangs of a house as one inner body with that heat under its plate; nothing where the heater
/// has none. A house with a kang stove has one kang, whatever its plan says. The bedding of the
/// night is left out.
std::optional<BuildingSurface> kangs_of(const house::House& house, const Heater& heater);

}  // namespace longju::energy
