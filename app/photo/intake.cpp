// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "photo/intake.h"

#include <algorithm>

#include "photo/camera_file.h"
#include "photo/codec.h"

namespace longju::photo {

namespace {

// A photo of the longest side at our quality is smaller.
constexpr std::size_t small_bytes = std::size_t{1} << 20U;

}  // namespace

Result<std::string> kept_form(std::string_view bytes) {
    const auto file = examine(bytes);
    if (!file) return std::unexpected(file.error());
    const auto pixels = decoded(bytes, {longest_side_px, longest_side_px});
    if (!pixels) return std::unexpected(pixels.error());
    const bool small = bytes.size() <= small_bytes &&
                       std::max(file->size.width, file->size.height) <= longest_side_px;
    if (small && file->bare) return std::string(bytes);
    return jpeg_of(*pixels);
}

}  // namespace longju::photo
