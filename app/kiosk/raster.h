// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/result.h"
#include "kiosk/theme.h"

struct ImDrawData;

namespace longju::kiosk {

/// Opaque pixels, row by row from the top; four bytes each, red first.
struct Pixels {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;

    Pixels() = default;
    Pixels(int w, int h, Colour ground);
    bool operator==(const Pixels&) const = default;
};

/// Draws what a graphics card would, in software: textured triangles, clip rectangles, source-over
/// blending, bilinear samples. For screens without a display and for golden pictures; the same data
/// always give the same bytes. Textures must have been answered by `answer_textures`.
void raster_draw_data(const ImDrawData& data, Pixels& out);

/// Whole pixels, half open.
struct PixelBox {
    int x0 = 0, y0 = 0, x1 = 0, y1 = 0;

    bool empty() const { return x0 >= x1 || y0 >= y1; }
    bool operator==(const PixelBox&) const = default;
};
/// The same, but only what lies in `within`.
void raster_draw_data(const ImDrawData& data, const PixelBox& within, Pixels& out);

/// Marks every texture that ImGui wants as present: the rasteriser reads their pixels in place.
void answer_textures(ImDrawData& data);
/// Takes the atlas' textures away from a context that is going away.
void forget_textures();

Result<void> write_png(const std::filesystem::path& file, const Pixels& pixels);
Result<Pixels> read_png(const std::filesystem::path& file);

}  // namespace longju::kiosk
