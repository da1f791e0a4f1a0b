// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "climate/year.h"
#include "core/result.h"

namespace longju::climate {

/// Reads an EnergyPlus weather file (EPW): 8760 rows, radiation of row n being the mean of the hour
/// before its stamp. Strict: every hour in order, no 29 February, every value plausible, and only
/// humidity, pressure, infrared and sky cover may be marked as missing (they are then modelled).
/// The albedo is 0.2 all year; a caller who knows of snow sets another. Refuses with the line and
/// column at fault. `file` is only used in messages.
Result<Year> read_epw(const std::filesystem::path& file);
Result<Year> parse_epw(std::string_view text, const std::string& file);

}  // namespace longju::climate
