// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "photo/pixels.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace longju::photo {

namespace {

constexpr std::size_t channels = 3;

std::size_t index_of(std::int64_t x, std::int64_t y, int width) {
    return static_cast<std::size_t>(y * width + x) * channels;
}

/// The part of one source pixel that belongs to a new one. Weights of a new pixel sum to the
/// source's side.
struct Share {
    int from = 0, to = 0;
    std::uint32_t weight = 0;
};

/// `old_side` pixels spread over `new_side`: cut where a new pixel begins.
std::vector<Share> shares(int old_side, int new_side) {
    std::vector<Share> all;
    all.reserve(static_cast<std::size_t>(old_side) + static_cast<std::size_t>(new_side));
    for (int to = 0; to < new_side; ++to) {
        const std::int64_t begin = std::int64_t{to} * old_side;
        const std::int64_t end = begin + old_side;
        for (std::int64_t from = begin / new_side; from * new_side < end; ++from) {
            const std::int64_t covered =
                std::min(end, (from + 1) * new_side) - std::max(begin, from * new_side);
            all.push_back({static_cast<int>(from), to, static_cast<std::uint32_t>(covered)});
        }
    }
    return all;
}

void add_row(const std::uint8_t* source, const std::vector<Share>& across,
             std::vector<std::uint32_t>& row) {
    std::ranges::fill(row, 0U);
    for (const Share& share : across) {
        const std::uint8_t* from = source + index_of(share.from, 0, 0);
        std::uint32_t* to = row.data() + index_of(share.to, 0, 0);
        for (std::size_t c = 0; c < channels; ++c) to[c] += share.weight * from[c];
    }
}

}  // namespace

Size fitted(Size size, Size most) {
    if (size.width <= most.width && size.height <= most.height) return size;
    // Both are compared as fractions of the allowed side; the larger one decides.
    const std::int64_t w = size.width, h = size.height;
    const bool wide = w * most.height >= h * most.width;
    const std::int64_t side = wide ? w : h, allowed = wide ? most.width : most.height;
    const auto scaled = [&](std::int64_t length) {
        return static_cast<int>(std::max<std::int64_t>(1, (length * allowed + side / 2) / side));
    };
    return {std::min(scaled(w), std::max(1, most.width)),
            std::min(scaled(h), std::max(1, most.height))};
}

Pixels shrunk(const Pixels& pixels, Size to) {
    if (to == Size{pixels.width, pixels.height}) return pixels;
    Pixels out{to.width, to.height, {}};
    const std::size_t row_length = static_cast<std::size_t>(to.width) * channels;
    out.rgb.reserve(row_length * static_cast<std::size_t>(to.height));
    const std::vector<Share> across = shares(pixels.width, to.width);
    std::vector<std::uint32_t> row(row_length);
    std::vector<std::uint64_t> sums(row_length);
    const std::uint64_t area = std::uint64_t{static_cast<std::uint32_t>(pixels.width)} *
                               static_cast<std::uint32_t>(pixels.height);
    int summed = -1;
    int shown = 0;
    const auto finish_row = [&] {
        for (std::uint64_t& sum : sums) {
            out.rgb.push_back(static_cast<std::uint8_t>((sum + area / 2) / area));
            sum = 0;
        }
    };
    for (const Share& down : shares(pixels.height, to.height)) {
        if (down.to != shown) finish_row();
        shown = down.to;
        // A source row on the border of two new ones is summed once.
        if (down.from != summed) {
            add_row(pixels.rgb.data() + index_of(0, down.from, pixels.width), across, row);
        }
        summed = down.from;
        for (std::size_t i = 0; i < row_length; ++i) {
            sums[i] += std::uint64_t{down.weight} * row[i];
        }
    }
    finish_row();
    return out;
}

Pixels upright(Pixels pixels, int orientation) {
    if (orientation < 2 || orientation > 8) return pixels;
    const bool lies = orientation >= 5;
    const int w = pixels.width, h = pixels.height;
    Pixels out{lies ? h : w, lies ? w : h, std::vector<std::uint8_t>(pixels.rgb.size())};
    // Where the pixel at x, y of the upright picture comes from.
    const auto source = [&](int x, int y) -> std::pair<int, int> {
        switch (orientation) {
            case 2:
                return {w - 1 - x, y};
            case 3:
                return {w - 1 - x, h - 1 - y};
            case 4:
                return {x, h - 1 - y};
            case 5:
                return {y, x};
            case 6:
                return {y, h - 1 - x};
            case 7:
                return {w - 1 - y, h - 1 - x};
            default:
                return {w - 1 - y, x};
        }
    };
    for (int y = 0; y < out.height; ++y) {
        for (int x = 0; x < out.width; ++x) {
            const auto [from_x, from_y] = source(x, y);
            const std::uint8_t* from = pixels.rgb.data() + index_of(from_x, from_y, w);
            std::copy_n(from, channels, out.rgb.data() + index_of(x, y, out.width));
        }
    }
    return out;
}

std::vector<std::uint8_t> brightness(const Pixels& pixels) {
    std::vector<std::uint8_t> grey;
    grey.reserve(pixels.rgb.size() / channels);
    for (std::size_t i = 0; i + 2 < pixels.rgb.size(); i += channels) {
        const std::uint32_t luma =
            299U * pixels.rgb[i] + 587U * pixels.rgb[i + 1] + 114U * pixels.rgb[i + 2];
        grey.push_back(static_cast<std::uint8_t>((luma + 500U) / 1000U));
    }
    return grey;
}

}  // namespace longju::photo
