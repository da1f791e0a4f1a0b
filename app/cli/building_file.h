// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <string>

#include "core/result.h"
#include "energy/building.h"

namespace longju::cli {

/// Reads a building description for `longju simulate`. The format is documented in
/// tests/cases/BUILDING.md; a refusal names file, line and field.
Result<energy::Building> read_building(const std::filesystem::path& file);
/// `file` is named in refusals, and a `base` is looked for beside it.
Result<energy::Building> parse_building(const std::string& toml, const std::string& file);

}  // namespace longju::cli
