// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <string>

#include "core/result.h"

/// Where the files that belong to the program are.
namespace longju::storage {

/// reference.db: `named` when it is not empty, else `LONGJU_REFERENCE`, else in `../share` or
/// `../share/longju` of the program's folder. Missing when it is in none of them.
Result<std::filesystem::path> find_reference(const std::string& named = {});

/// The practice visit's case, `samples/wang_guilan.toml` beside reference.db; NotFound when it was
/// not installed.
Result<std::filesystem::path> find_sample(const std::filesystem::path& reference);

}  // namespace longju::storage
