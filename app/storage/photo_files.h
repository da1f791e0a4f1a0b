// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <filesystem>

#include "core/result.h"
#include "visit/procedure.h"

/// Photos of papers and works, beside visits.db: `photos/<SHA-256>.jpg` or `.png`. A photo is kept
/// once, however often it is named, and never changed.
namespace longju::storage {

/// Larger than any camera's; a scan of a whole file belongs elsewhere.
constexpr std::uint64_t most_photo_bytes = 40U << 20U;

/// Copies `file` into the photos of `folder`, reads it back and compares. `Photo::paper` stays
/// empty. BadInput for what is neither JPEG nor PNG, NotFound, NoSpace, Damaged.
Result<visit::Photo> keep_photo(const std::filesystem::path& folder,
                                const std::filesystem::path& file);

/// Where a photo is; Damaged when its bytes are no longer those that were kept, NotFound.
Result<std::filesystem::path> find_photo(const std::filesystem::path& folder,
                                         const visit::Photo& photo);

}  // namespace longju::storage
