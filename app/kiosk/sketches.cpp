// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/sketches.h"

#include <array>
#include <cmath>

namespace longju::kiosk {
namespace {

/// The same small numbers for the same seed on every machine.
class Dice {
public:
    explicit Dice(int seed) : state_(static_cast<std::uint32_t>(seed) * 2654435761U + 1U) {}
    float next() {  // xorshift32; 0 to 1.
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 17U;
        state_ ^= state_ << 5U;
        return static_cast<float>(state_ & 0xFFFFU) / 65535.0F;
    }

private:
    std::uint32_t state_;
};

}  // namespace

void draw_birch(const Painter& paint, const Rect& rect, int seed) {
    Dice dice(seed);
    const Colour bark = paint.colour(Role::Soil2);
    const float middle = rect.centre().x;
    const float half = std::max(1.5F, rect.h * 0.022F);
    paint.fill({middle - half, rect.y + rect.h * 0.04F, half * 2, rect.h * 0.96F},
               paint.colour(Role::Paper));
    paint.line({middle - half, rect.y + rect.h * 0.04F}, {middle - half * 1.1F, rect.bottom()},
               bark, 1);
    paint.line({middle + half, rect.y + rect.h * 0.04F}, {middle + half * 1.1F, rect.bottom()},
               bark, 1);
    for (int i = 0; i < 9; ++i) {
        const float y = rect.y + rect.h * (0.1F + 0.85F * dice.next());
        const float from = middle - half + half * dice.next();
        paint.line({from, y}, {from + half * 0.9F, y + 0.6F}, bark, 1.4F);
    }
    for (int i = 0; i < 8; ++i) {
        const float side = i % 2 == 0 ? 1.0F : -1.0F;
        const float y = rect.y + rect.h * (0.08F + 0.055F * static_cast<float>(i));
        const float length = rect.h * (0.11F + 0.07F * dice.next());
        const Point root{middle + side * half, y + length * 0.9F};
        const Point tip{middle + side * length * 0.62F, y};
        paint.line(root, tip, bark, 1);
        for (const float share : {0.45F, 0.75F}) {
            const Point from = root + (tip - root) * share;
            paint.line(from, from + Point{side * length * 0.22F, -length * 0.1F}, bark, 1);
        }
    }
}

void draw_little_house(const Painter& paint, const Rect& rect) {
    const float u = rect.w / 120;
    const Colour ink = paint.colour(Role::Soil2);
    const auto at = [&](float x, float y) { return Point{rect.x + x * u, rect.y + y * u}; };
    draw_birch(paint, {at(8, 4).x, at(0, 4).y, 16 * u, 46 * u}, 3);
    draw_birch(paint, {at(96, 8).x, at(0, 8).y, 16 * u, 42 * u}, 8);
    paint.line(at(0, 50), at(120, 50), ink, 2);
    const std::array<Point, 5> walls{at(40, 50), at(40, 28), at(60, 12), at(82, 28), at(82, 50)};
    paint.polyline(walls, ink, 2);
    const std::array<Point, 4> door{at(53, 50), at(53, 36), at(68, 36), at(68, 50)};
    paint.polyline(door, ink, 2);
}

void draw_furrows(const Painter& paint, const Rect& rect, Colour colour, int count) {
    paint.clip(rect);
    const Point vanishing{rect.centre().x, rect.y - rect.h * 0.35F};
    for (int i = 0; i < count; ++i) {
        const float share = (static_cast<float>(i) + 0.5F) / static_cast<float>(count) - 0.5F;
        paint.line(vanishing, {rect.centre().x + share * rect.w * 3.2F, rect.bottom() + 6}, colour,
                   2);
    }
    paint.unclip();
}

void draw_field(const Painter& paint, const Rect& rect) {
    const Colour line = paint.colour(Role::Birch2);
    float y = rect.y;
    float step = 4;
    int index = 0;
    while (y < rect.bottom()) {
        const float bend = 2.0F + 0.3F * step;
        const std::array<Point, 4> wave{Point{rect.x + static_cast<float>(index % 3) * 14, y},
                                        Point{rect.x + rect.w * 0.35F, y - bend * 0.5F},
                                        Point{rect.x + rect.w * 0.7F, y},
                                        Point{rect.right(), y + bend * 0.4F}};
        paint.polyline(wave, line, 1);
        y += step;
        step *= 1.28F;
        ++index;
    }
}

}  // namespace longju::kiosk
