// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/soft_frame.h"

#include <imgui.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

namespace longju::kiosk {
namespace {

void mix(std::uint64_t& hash, std::uint64_t value) {
    hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
    hash ^= hash >> 29U;
}

std::uint64_t pair_of(float a, float b) {
    return std::uint64_t{std::bit_cast<std::uint32_t>(a)} << 32U | std::bit_cast<std::uint32_t>(b);
}

void mix(std::uint64_t& hash, const ImDrawVert& v) {
    mix(hash, pair_of(v.pos.x, v.pos.y));
    mix(hash, pair_of(v.uv.x, v.uv.y) ^ std::uint64_t{v.col} << 7U);
}

}  // namespace

const std::vector<PixelBox>& SoftFrame::draw(const ImDrawData& data, int width, int height) {
    changed_.clear();
    if (width <= 0 || height <= 0) return changed_;
    std::vector<std::uint64_t> before;
    if (pixels_.width != width || pixels_.height != height) {
        pixels_ = Pixels(width, height, Colour{255, 255, 255, 255});
        columns_ = (width + tile_px - 1) / tile_px;
        rows_ = (height + tile_px - 1) / tile_px;
    } else {
        before = std::exchange(tiles_, {});
    }
    note_tiles(data);
    find_changes(before);
    for (const PixelBox& box : changed_) raster_draw_data(data, box, pixels_);
    return changed_;
}

void SoftFrame::note_tiles(const ImDrawData& data) {
    tiles_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0);
    const auto tile_at = [](float px, int count) {
        return std::clamp(static_cast<int>(std::floor(px / tile_px)), 0, count - 1);
    };
    for (const ImDrawList* list : data.CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const ImVec4& clip = command.ClipRect;
            std::uint64_t look = 0;
            if (command.TexRef._TexData != nullptr) {
                mix(look, static_cast<std::uint64_t>(command.TexRef._TexData->UniqueID));
            }
            for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
                std::uint64_t triangle = look;
                ImVec2 low{1e9F, 1e9F}, high{-1e9F, -1e9F};
                for (unsigned k = 0; k < 3; ++k) {
                    const auto index = static_cast<int>(command.IdxOffset + i + k);
                    const ImDrawVert& v = list->VtxBuffer[static_cast<int>(command.VtxOffset) +
                                                          list->IdxBuffer[index]];
                    mix(triangle, v);
                    low = {std::min(low.x, v.pos.x), std::min(low.y, v.pos.y)};
                    high = {std::max(high.x, v.pos.x), std::max(high.y, v.pos.y)};
                }
                low = {std::max(low.x, clip.x), std::max(low.y, clip.y)};
                high = {std::min(high.x, clip.z), std::min(high.y, clip.w)};
                if (low.x > high.x || low.y > high.y) continue;
                const int last_column = tile_at(high.x, columns_);
                const int last_row = tile_at(high.y, rows_);
                for (int row = tile_at(low.y, rows_); row <= last_row; ++row) {
                    for (int column = tile_at(low.x, columns_); column <= last_column; ++column) {
                        note(row, column, triangle, clip);
                    }
                }
            }
        }
    }
}

void SoftFrame::note(int row, int column, std::uint64_t triangle, const ImVec4& clip) {
    std::uint64_t& tile = tiles_[tile_index(row, column)];
    mix(tile, triangle);
    const auto left = static_cast<float>(column * tile_px), top = static_cast<float>(row * tile_px);
    const ImVec4 inside{std::max(clip.x, left), std::max(clip.y, top),
                        std::min(clip.z, left + tile_px), std::min(clip.w, top + tile_px)};
    // Where else it is clipped is nothing to this tile.
    mix(tile, pair_of(inside.x, inside.y));
    mix(tile, pair_of(inside.z, inside.w));
}

void SoftFrame::find_changes(const std::vector<std::uint64_t>& before) {
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_; ++column) {
            const std::size_t i = tile_index(row, column);
            if (!before.empty() && before[i] == tiles_[i]) continue;
            const PixelBox tile{column * tile_px, row * tile_px,
                                std::min(pixels_.width, (column + 1) * tile_px),
                                std::min(pixels_.height, (row + 1) * tile_px)};
            // Beside the last one it makes one strip.
            const bool joins =
                !changed_.empty() && changed_.back().y0 == tile.y0 && changed_.back().x1 == tile.x0;
            if (joins) {
                changed_.back().x1 = tile.x1;
            } else {
                changed_.push_back(tile);
            }
        }
    }
    // Strips of one width below each other make one box.
    std::vector<PixelBox> boxes;
    for (const PixelBox& strip : changed_) {
        const auto above = std::ranges::find_if(boxes, [&](const PixelBox& box) {
            return box.x0 == strip.x0 && box.x1 == strip.x1 && box.y1 == strip.y0;
        });
        if (above == boxes.end()) {
            boxes.push_back(strip);
        } else {
            above->y1 = strip.y1;
        }
    }
    changed_ = std::move(boxes);
}

}  // namespace longju::kiosk
