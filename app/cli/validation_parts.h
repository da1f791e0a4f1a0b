// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/validation.h"
#include "core/csv.h"
#include "energy/building.h"
#include "energy/weather.h"

/// Parts of `validate` (validation.h).
namespace longju::cli {

Result<CsvTable> read_table(const std::filesystem::path& file);
/// Nothing for an empty cell.
std::optional<double> number(const CsvRow& row, const char* column);

/// Sun and sky of a case: `incident_south` (kWh/m² of the plane), `transmitted_south` (of its
/// glass, behind its shades), `transmissivity_south`, `shading_south`, `sky_mean`…; nothing for
/// another quantity.
std::optional<double> sun_quantity(const energy::Building& building, energy::Weather& weather,
                                   const std::string& quantity);

/// The slabs of IEA BESTEST's ground cases by ISO 13370.
Result<void> run_ground(const std::filesystem::path& folder, Validation& validation);

/// The typical farmhouses of `houses.csv`.
Result<void> run_houses(const std::filesystem::path& folder, const estimate::Reference& reference,
                        Validation& validation);

}  // namespace longju::cli
