// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "estimate/reference.h"
#include "visit/toml_tree.h"

/// The TOML files of the catalog. As with the tables, every mistake goes to `errors`.
namespace longju::storage {

std::vector<house::Assembly> read_assemblies(const visit::TomlTree& toml, const std::string& file,
                                             std::vector<Error>& errors);
std::vector<energy::Heater> read_heaters(const visit::TomlTree& toml, const std::string& file,
                                         std::vector<Error>& errors);
std::vector<measure::Measure> read_measures(const visit::TomlTree& toml, const std::string& file,
                                            std::vector<Error>& errors);

/// Cards in their order; ids of questions are unique over all.
std::vector<estimate::Card> read_cards(const visit::TomlTree& toml, const std::string& file,
                                       std::vector<Error>& errors);
/// One file of designs/: `id` is the name of the file.
house::Design read_design(const visit::TomlTree& toml, const std::string& file,
                          std::vector<Error>& errors);

/// catalog.toml: versions and the contingency, into the reference.
void read_catalog_head(const visit::TomlTree& toml, const std::string& file,
                       estimate::Reference& reference, std::vector<Error>& errors);

}  // namespace longju::storage
