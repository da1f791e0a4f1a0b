// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "cli/energyplus_file.h"

/// The run of an EnergyPlus input and its zones: air, gains, set points and what they exchange.
namespace longju::cli {

/// Year, algorithms and output. `boxes`: the zones have their real shape, so that beam is followed
/// to where it falls; otherwise it falls on the floor.
std::string energyplus_settings(bool boxes);

/// Zone 0, the second one, and the roof space as the zone after them.
const char* energyplus_zone(const energy::Building& building, std::size_t zone);

std::string energyplus_schedule(const std::string& name, const energy::ByHour& hours);

/// Adds everything about the zones but their surfaces.
void add_zones(EnergyPlusFile& file, const energy::Building& building);

}  // namespace longju::cli
