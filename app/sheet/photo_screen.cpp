// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/photo_screen.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace longju::sheet {

namespace {

// Two dots of a screen at 45° lie in a square of 14: 0.42 mm from dot to dot at 600 an inch.
constexpr int half_tile = 7;
constexpr int tile = 2 * half_tile;
using Tile = std::array<int, static_cast<std::size_t>(tile) * tile>;

/// 1 in the middle of a dot, −1 between four of them, times the cube of half a tile: a smooth
/// curve for each diagonal, so that dots are round and so is the white in the dark.
constexpr int height_at(int x, int y) {
    constexpr int n = half_tile;
    const auto curve = [](int along) {
        const int turned = ((along % tile) + tile) % tile;
        const int d = turned < n ? turned : tile - turned;
        return n * n * n - 6 * n * d * d + 4 * d * d * d;
    };
    return curve(x + y) + curve(x - y);
}

/// How much of the tile, in 256ths, turns black before each of its places does.
const Tile& ranks() {
    static const Tile made = [] {
        std::array<std::size_t, std::tuple_size_v<Tile>> order{};
        std::iota(order.begin(), order.end(), std::size_t{0});
        const auto height = [](std::size_t place) {
            return height_at(static_cast<int>(place % tile), static_cast<int>(place / tile));
        };
        std::ranges::stable_sort(
            order, [&](std::size_t a, std::size_t b) { return height(a) > height(b); });
        Tile rank{};
        for (std::size_t i = 0; i < order.size(); ++i) {
            rank[order[i]] = static_cast<int>(i * 256 / order.size());
        }
        return rank;
    }();
    return made;
}

// In 256ths of the tile: a dot that a copier may still see, and white that does not close up.
constexpr int least_ink = 26, most_ink = 212;

/// Brightness in 256ths of a step at a place between pixels.
class Between {
public:
    Between(const drawing::GreyImage& picture, int width, int height)
        : picture_(picture), width_(width), height_(height) {}

    int at(int x, int y) const {
        const auto [x0, x1, part_x] = around(x, width_, picture_.width);
        const auto [y0, y1, part_y] = around(y, height_, picture_.height);
        const auto pixel = [&](int column, int row) {
            const auto place = std::ptrdiff_t{row} * picture_.width + column;
            return int{picture_.pixels[static_cast<std::size_t>(place)]};
        };
        const int above = pixel(x0, y0) * (256 - part_x) + pixel(x1, y0) * part_x;
        const int below = pixel(x0, y1) * (256 - part_x) + pixel(x1, y1) * part_x;
        return (above / 256) * (256 - part_y) + (below / 256) * part_y;
    }

private:
    struct Pair {
        int low, high, part;
    };
    /// The two pixels on either side of dot `at` of `dots`, and how near it is to the second.
    static Pair around(int at, int dots, int pixels) {
        const std::int64_t place = ((std::int64_t{2} * at + 1) * pixels * 128) / dots - 128;
        const std::int64_t inside = std::clamp<std::int64_t>(place, 0, (pixels - 1) * 256);
        const int low = static_cast<int>(inside / 256);
        return {low, std::min(low + 1, pixels - 1), static_cast<int>(inside % 256)};
    }

    const drawing::GreyImage& picture_;
    int width_, height_;
};

/// Sums of everything above and left of a place, so that any rectangle is summed by its corners.
class Sums {
public:
    explicit Sums(const drawing::GreyImage& picture)
        : columns_(static_cast<std::size_t>(picture.width) + 1),
          sums_(columns_ * (static_cast<std::size_t>(picture.height) + 1)) {
        for (std::size_t y = 1; y * columns_ < sums_.size(); ++y) {
            std::int64_t row = 0;
            for (std::size_t x = 1; x < columns_; ++x) {
                row += picture.pixels[(y - 1) * (columns_ - 1) + x - 1];
                sums_[y * columns_ + x] = sums_[(y - 1) * columns_ + x] + row;
            }
        }
    }

    /// From `x0`, `y0` to before `x1`, `y1`.
    std::int64_t mean(int x0, int y0, int x1, int y1) const {
        const std::int64_t sum = at(x1, y1) - at(x0, y1) - at(x1, y0) + at(x0, y0);
        return sum / (std::int64_t{x1 - x0} * (y1 - y0));
    }

private:
    std::int64_t at(int x, int y) const {
        return sums_[static_cast<std::size_t>(y) * columns_ + static_cast<std::size_t>(x)];
    }

    std::size_t columns_;
    std::vector<std::int64_t> sums_;
};

/// Cracks and edges stand out: what differs from around it differs more.
void sharpen(drawing::GreyImage& picture) {
    constexpr int parts_of_side = 170;  // Around: half a millimetre of a photo on paper.
    constexpr int gain_percent = 180;
    const int reach = std::max(1, std::max(picture.width, picture.height) / parts_of_side);
    const Sums sums(picture);
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            const auto around = sums.mean(std::max(0, x - reach), std::max(0, y - reach),
                                          std::min(picture.width, x + reach + 1),
                                          std::min(picture.height, y + reach + 1));
            const auto place = static_cast<std::size_t>(std::ptrdiff_t{y} * picture.width + x);
            const std::int64_t here = picture.pixels[place];
            const std::int64_t sharp = here + (here - around) * gain_percent / 100;
            picture.pixels[place] =
                static_cast<std::uint8_t>(std::clamp<std::int64_t>(sharp, 0, 255));
        }
    }
}

}  // namespace

drawing::GreyImage printable(const drawing::GreyImage& picture) {
    std::array<std::int64_t, 256> count{};
    for (const std::uint8_t value : picture.pixels) ++count[value];
    const auto total = static_cast<std::int64_t>(picture.pixels.size());
    // What two in a hundred pixels exceed is glare or shade.
    const auto beyond = [&](std::int64_t share_percent) {
        std::int64_t seen = 0;
        for (int value = 0; value < 256; ++value) {
            seen += count[static_cast<std::size_t>(value)];
            if (seen * 100 > total * share_percent) return value;
        }
        return 255;
    };
    constexpr int least_spread = 48;  // A wall in fog stays a wall in fog.
    const int missing = std::max(0, least_spread - (beyond(98) - beyond(2)));
    const int dark = beyond(2) - missing / 2, light = beyond(98) + (missing + 1) / 2;
    const int middle = std::clamp((beyond(50) - dark) * 255 / (light - dark), 1, 254);
    constexpr int wanted_middle = 170;
    drawing::GreyImage lifted = picture;
    for (std::uint8_t& value : lifted.pixels) {
        const int spread = std::clamp((value - dark) * 255 / (light - dark), 0, 255);
        // Two straight lines that meet where the middle comes to lie; bright pictures stay.
        int shown = spread;
        if (middle < wanted_middle) {
            shown = spread <= middle
                        ? spread * wanted_middle / middle
                        : 255 - (255 - spread) * (255 - wanted_middle) / (255 - middle);
        }
        value = static_cast<std::uint8_t>(shown);
    }
    sharpen(lifted);
    return lifted;
}

drawing::GreyImage screened(const drawing::GreyImage& picture, int width, int height) {
    drawing::GreyImage dots{width, height, {}};
    dots.pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    const Between brightness(picture, width, height);
    const Tile& rank = ranks();
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const int dark = 255 * 256 - brightness.at(x, y);
            const int ink = least_ink + dark * (most_ink - least_ink) / (255 * 256);
            const int cell = y % tile * tile + x % tile;
            const bool black = rank[static_cast<std::size_t>(cell)] < ink;
            dots.pixels.push_back(black ? 0 : 255);
        }
    }
    return dots;
}

}  // namespace longju::sheet
