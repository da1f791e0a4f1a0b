// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <string_view>

#include "climate/year.h"
#include "core/result.h"

namespace longju::climate {

/// Reads an EnergyPlus weather file (EPW): 8760 rows, radiation of row n being the mean of the hour
/// before its stamp. Refuses with the line and column at fault.
Result<Year> read_epw(const std::filesystem::path& file);
Result<Year> parse_epw(std::string_view text, std::string file);

}  // namespace longju::climate
