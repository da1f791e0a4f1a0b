// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>

#include "core/result.h"
#include "estimate/reference.h"

/// reference.db: the catalog compiled into one SQLite file that is only read.
namespace longju::storage {

/// The layout this program writes, and the newest it reads; `user_version` of the file.
constexpr int reference_schema = 4;

/// Writes to a temporary name beside `path` and renames. The same reference gives the same bytes.
/// NotFound when its folder is not there, ReadOnly or NoSpace when the place does not take it; then
/// `path` is as it was.
Result<void> write_reference(const estimate::Reference& reference,
                             const std::filesystem::path& path);

/// Missing when there is no such file, TooNew for a layout above ours, Damaged for anything that is
/// not a whole reference.db.
Result<estimate::Reference> load_reference(const std::filesystem::path& path);

}  // namespace longju::storage
