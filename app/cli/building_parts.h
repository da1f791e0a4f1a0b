// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "cli/toml_table.h"
#include "energy/building.h"

namespace longju::cli {

/// What the rest of a description has, so that a part that leans on it can be refused.
struct Surroundings {
    bool second_zone = false;
    bool attic = false;
};

/// One `[[surface]]` and one `[[window]]` of a building description (tests/cases/BUILDING.md).
energy::BuildingSurface surface_from(TomlTable t, const Surroundings& around);
energy::BuildingWindow window_from(TomlTable t, const Surroundings& around);

}  // namespace longju::cli
