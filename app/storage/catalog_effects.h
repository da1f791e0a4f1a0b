// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include <nlohmann/json.hpp>

#include "measure/measure.h"
#include "storage/catalog_fields.h"

/// What an option does and what it is charged by, as tables: the same form in measures.toml and in
/// the JSON columns of reference.db.
namespace longju::storage {

/// Reads one effect; its `kind` decides the other keys. Nothing after a complaint about `kind`.
std::optional<measure::Effect> read_effect(TreeFields& fields);
std::vector<measure::Effect> read_effects(std::vector<TreeFields> list);
std::vector<measure::Charge> read_charges(std::vector<TreeFields> list);

nlohmann::json json_of(const std::vector<measure::Effect>& effects);
nlohmann::json json_of(const std::vector<measure::Charge>& charges);

}  // namespace longju::storage
