// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include "core/result.h"
#include "storage/sqlite_file.h"

/// The settings of visits.db by their names, table `meta`.
namespace longju::storage {

/// Empty when it was never kept.
Result<std::string> meta_value(const SqliteFile& file, std::string_view name);
Result<void> set_meta_value(SqliteFile& file, std::string_view name, std::string_view value);
Result<void> drop_meta_value(SqliteFile& file, std::string_view name);

}  // namespace longju::storage
