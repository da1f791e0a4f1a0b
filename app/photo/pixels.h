// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <vector>

/// Pictures from cameras: read, turned upright, made smaller and written again.
namespace longju::photo {

/// Opaque pixels, row by row from the top; three bytes each, red first.
struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;

    bool operator==(const Pixels&) const = default;
};

struct Size {
    int width = 0;
    int height = 0;

    bool operator==(const Size&) const = default;
};

/// The size of the same shape that fits into `most`: never larger than `size`, at least 1 × 1.
Size fitted(Size size, Size most);

/// At `to`, which is not larger: each new pixel is the average of the area it covers. Whole
/// numbers throughout, so that every machine makes the same bytes.
Pixels shrunk(const Pixels& pixels, Size to);

/// Upright, from how the camera was held: EXIF orientation 1 to 8 (EXIF 2.32, tag 0x0112).
Pixels upright(Pixels pixels, int orientation);

/// How bright each pixel is, 0 to 255 (luma of ITU-R BT.601).
std::vector<std::uint8_t> brightness(const Pixels& pixels);

}  // namespace longju::photo
