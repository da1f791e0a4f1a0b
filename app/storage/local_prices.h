// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "cost/local_price.h"
#include "estimate/reference.h"

/// prices.csv of a township: what new visits begin with in place of the catalog's prices. Columns
/// id, name_zh, unit_zh, low_yuan, typical_yuan, high_yuan, date, source; name and unit are for the
/// reader only.
namespace longju::storage {

/// Every row must name a price or a fuel of the reference, have its three figures in order, a date
/// like 2026-11 and a source; an id may stand there once. The error names file, line and column.
Result<std::vector<cost::LocalPrice>> parse_local_prices(std::string_view text,
                                                         const std::string& file,
                                                         const estimate::Reference& reference);

/// Empty when there is no such file.
Result<std::vector<cost::LocalPrice>> read_local_prices(const std::filesystem::path& file,
                                                        const estimate::Reference& reference);

/// The file's text; what `parse_local_prices` reads.
std::string local_prices_text(const std::vector<cost::LocalPrice>& prices,
                              const estimate::Reference& reference);

/// The catalog's own prices and fuels as local ones: a file to begin with.
std::vector<cost::LocalPrice> catalog_as_local(const estimate::Reference& reference);

}  // namespace longju::storage
