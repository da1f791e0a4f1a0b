// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <string>

#include "core/result.h"

/// The discipline of writing to a stick, which may be pulled out at any byte and may lie.
namespace longju::sync {

/// Written, flushed, read back from the disk and the same; else removed and an error.
Result<void> write_checked(const std::filesystem::path& file, const std::string& bytes);

/// `write_checked` under `~tmp-SENDER-PACKAGE.part`, then renamed to `longju-SENDER-PACKAGE.ljp`,
/// a name that must be free, and read once more. Answers the file.
Result<std::filesystem::path> write_parcel_file(const std::filesystem::path& folder,
                                                const std::string& sender,
                                                const std::string& package,
                                                const std::string& bytes);

/// Removes unfinished files of that sender, from a stick that was pulled out.
void remove_leftovers(const std::filesystem::path& folder, const std::string& sender);

/// The first digits of a hash as eight decimal digits that can be read out over the telephone.
std::string check_code(const std::string& sha256);

}  // namespace longju::sync
