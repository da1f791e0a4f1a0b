// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.h"
#include "photo/pixels.h"
#include "visit/procedure.h"

/// Photos of houses, papers and works, beside visits.db: `photos/<SHA-256>.jpg` or `.png`. A photo
/// is kept once, however often it is named, and never changed.
namespace longju::storage {

/// Larger than any camera's; a scan of a whole file belongs elsewhere.
constexpr std::uint64_t most_photo_bytes = 40U << 20U;

/// Puts what is kept of `file` (photo/intake.h) among the photos of `folder`, reads it back and
/// compares; `file` itself stays as it is. `Photo::paper` stays empty. BadInput for what is neither
/// JPEG nor PNG or too large, NotFound, NoSpace, Damaged.
Result<visit::Photo> keep_photo(const std::filesystem::path& folder,
                                const std::filesystem::path& file);

/// Writes bytes that came from elsewhere among the photos of `folder`, once. BadInput for what is
/// neither JPEG nor PNG or has another hash, NoSpace.
Result<void> keep_photo_bytes(const std::filesystem::path& folder, const std::string& sha256,
                              std::string_view bytes);

/// The bytes of a photo; Damaged, NotFound.
Result<std::string> photo_bytes(const std::filesystem::path& folder, const std::string& sha256);
/// Its picture, upright and small enough for `most`; Damaged, NotFound.
Result<photo::Pixels> photo_pixels(const std::filesystem::path& folder, const std::string& sha256,
                                   photo::Size most);
/// Whether it is there, by its name.
bool has_photo(const std::filesystem::path& folder, const std::string& sha256);

/// Where a photo is; Damaged when its bytes are no longer those that were kept, NotFound.
Result<std::filesystem::path> find_photo(const std::filesystem::path& folder,
                                         const visit::Photo& photo);

}  // namespace longju::storage
