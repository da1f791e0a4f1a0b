// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>

/// Geometry of the screens. Every length is in logical pixels: window pixels divided by the scale,
/// so a screen never sees the scale. `Painter` is the one place that multiplies.
namespace longju::kiosk {

struct Point {
    float x = 0.0F;
    float y = 0.0F;

    friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
    friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
    friend Point operator*(Point a, float factor) { return {a.x * factor, a.y * factor}; }
    bool operator==(const Point&) const = default;
};

struct Rect {
    float x = 0.0F;
    float y = 0.0F;
    float w = 0.0F;
    float h = 0.0F;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    Point centre() const { return {x + w / 2, y + h / 2}; }
    bool empty() const { return w <= 0 || h <= 0; }
    bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    Rect inset(float d) const { return inset(d, d); }
    Rect inset(float dx, float dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
    Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    bool operator==(const Rect&) const = default;

    /// Cut a strip off one edge of this rectangle; `gap` is lost between strip and rest.
    Rect cut_left(float width, float gap = 0) {
        const Rect strip{x, y, std::min(width, w), h};
        x += width + gap;
        w = std::max(0.0F, w - width - gap);
        return strip;
    }
    Rect cut_right(float width, float gap = 0) {
        const float taken = std::min(width, w);
        const Rect strip{right() - taken, y, taken, h};
        w = std::max(0.0F, w - width - gap);
        return strip;
    }
    Rect cut_top(float height, float gap = 0) {
        const Rect strip{x, y, w, std::min(height, h)};
        y += height + gap;
        h = std::max(0.0F, h - height - gap);
        return strip;
    }
    Rect cut_bottom(float height, float gap = 0) {
        const float taken = std::min(height, h);
        const Rect strip{x, bottom() - taken, w, taken};
        h = std::max(0.0F, h - height - gap);
        return strip;
    }
};

inline Rect intersection(const Rect& a, const Rect& b) {
    const float x = std::max(a.x, b.x);
    const float y = std::max(a.y, b.y);
    return {x, y, std::max(0.0F, std::min(a.right(), b.right()) - x),
            std::max(0.0F, std::min(a.bottom(), b.bottom()) - y)};
}

/// The `index`-th of `count` equal cells side by side with `gap` between them.
inline Rect column(const Rect& area, int index, int count, float gap) {
    const float width = (area.w - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    return {area.x + static_cast<float>(index) * (width + gap), area.y, width, area.h};
}

}  // namespace longju::kiosk
