// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "kiosk/raster.h"

struct ImVec4;

namespace longju::kiosk {

/// The window's picture in memory, for machines whose OpenGL is software: drawn by our rasteriser,
/// and of each frame only the tiles in which something else is drawn than in the frame before.
class SoftFrame {
public:
    static constexpr int tile_px = 64;

    /// Takes the frame over; answers what of `pixels()` is other now. Textures must have been
    /// answered by `answer_textures`.
    const std::vector<PixelBox>& draw(const ImDrawData& data, int width, int height);
    const Pixels& pixels() const { return pixels_; }

private:
    void note_tiles(const ImDrawData& data);
    void note(int row, int column, std::uint64_t triangle, const ImVec4& clip);
    std::size_t tile_index(int row, int column) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
               static_cast<std::size_t>(column);
    }
    void find_changes(const std::vector<std::uint64_t>& before);

    Pixels pixels_;
    int columns_ = 0, rows_ = 0;
    std::vector<std::uint64_t> tiles_;  ///< Hash of all that is drawn in each, in its order.
    std::vector<PixelBox> changed_;
};

}  // namespace longju::kiosk
