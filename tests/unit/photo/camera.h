// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "photo/pixels.h"

/// Files as cameras write them, made by hand.
namespace longju::photo::testing {

/// Four fields of colour: red, green over blue, white. Which way up it is can be seen.
inline Pixels four_fields(int width, int height) {
    Pixels pixels{width, height, {}};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool right = x >= width / 2, low = y >= height / 2;
            pixels.rgb.push_back(right == low ? (low ? 255 : 230) : 20);
            pixels.rgb.push_back(right ? 230 : 20);
            pixels.rgb.push_back(low ? 230 : 20);
        }
    }
    return pixels;
}

inline std::string big_endian(std::uint32_t value, int count) {
    std::string bytes;
    for (int i = count - 1; i >= 0; --i) {
        bytes += static_cast<char>(value >> (8U * static_cast<unsigned>(i)) & 0xFFU);
    }
    return bytes;
}

/// One directory entry of TIFF whose value fits into it.
inline std::string tiff_short(std::uint32_t tag, std::uint32_t value) {
    return big_endian(tag, 2) + big_endian(3, 2) + big_endian(1, 4) + big_endian(value, 2) +
           big_endian(0, 2);
}

/// An EXIF block: orientation, the camera's serial number, and a place in Lanxi.
inline std::string exif(int orientation) {
    std::string tiff("MM\0*", 4);
    tiff += big_endian(8, 4) + big_endian(2, 2);
    tiff += tiff_short(0x0112, static_cast<std::uint32_t>(orientation));
    tiff += big_endian(0x8825, 2) + big_endian(4, 2) + big_endian(1, 4) + big_endian(38, 4);
    tiff += big_endian(0, 4);
    tiff += "GPS 46 16 N 126 16 E SERIAL-4711";
    return std::string("Exif\0\0", 6) + tiff;
}

/// `jpeg` with a segment put in behind its first one.
inline std::string with_segment(const std::string& jpeg, int marker, std::string_view body) {
    constexpr std::size_t after_jfif = 20;
    std::string segment{'\xFF', static_cast<char>(marker)};
    segment += big_endian(static_cast<std::uint32_t>(body.size() + 2), 2);
    segment += body;
    std::string bytes = jpeg;
    bytes.insert(after_jfif, segment);
    return bytes;
}

}  // namespace longju::photo::testing
