// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "estimate/reference.h"
#include "storage/catalog_text.h"

/// The TOML files of the catalog. As with the tables, every mistake goes to `errors`.
namespace longju::storage {

std::vector<house::Assembly> read_assemblies(const TomlTree& toml, const std::string& file,
                                             std::vector<Error>& errors);
std::vector<energy::Heater> read_heaters(const TomlTree& toml, const std::string& file,
                                         std::vector<Error>& errors);
std::vector<measure::Measure> read_measures(const TomlTree& toml, const std::string& file,
                                            std::vector<Error>& errors);

/// One file of designs/: `id` is the name of the file.
house::Design read_design(const TomlTree& toml, const std::string& file,
                          std::vector<Error>& errors);

/// catalog.toml: versions and the contingency, into the reference.
void read_catalog_head(const TomlTree& toml, const std::string& file,
                       estimate::Reference& reference, std::vector<Error>& errors);

}  // namespace longju::storage
