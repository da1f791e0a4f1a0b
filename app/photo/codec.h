// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"
#include "photo/pixels.h"

namespace longju::photo {

/// More than a telephone's largest, 12000 × 9000; decoding takes five bytes each.
inline constexpr std::int64_t most_pixels = 110'000'000;

/// The picture of a JPEG or PNG file, upright and made small enough for `most`; what is transparent
/// becomes white. BadInput when it is no such file or has too many pixels, Damaged.
Result<Pixels> decoded(std::string_view bytes, Size most);

/// As a JPEG file with nothing in it but the picture. The same pixels give the same bytes.
std::string jpeg_of(const Pixels& pixels);

}  // namespace longju::photo
