// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "energy/building.h"

/// Materials and constructions of an EnergyPlus input, as text.
namespace longju::cli {

/// A name EnergyPlus takes: letters, digits and single blanks; empty when nothing is left.
std::string plain_name(const std::string& name);

/// Layers from outside to inside; `NAME reversed` beside it is the same from the other zone. Behind
/// an adiabatic face EnergyPlus repeats the inner temperature, so that half the thickness stores:
/// such a stack is written with its mirror image before it.
std::string opaque_construction(const std::string& name, const energy::BuildingSurface& surface);

/// A plain resistance from face to face.
std::string resistance_construction(const std::string& name, double m2k_per_w,
                                    double solar_absorptance);

/// Panes and gas. `sun_share` becomes dirt on the outer pane.
std::string glass_construction(const std::string& name, const energy::BuildingWindow& window);

/// The same glass behind a dense plate outside: a shutter.
std::string shuttered_construction(const std::string& name, const energy::BuildingWindow& window);

}  // namespace longju::cli
