// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/painter.h"

#include <cmath>
#include <numbers>

namespace longju::kiosk {
namespace {

float snapped(float length) { return std::round(length); }

struct Corners {
    ImVec2 low;
    ImVec2 high;
};

/// The outline of a rounded rectangle as points, from the top left, clockwise.
std::vector<Point> outline(const Rect& r, float radius) {
    constexpr int corner_pieces = 6;
    const float rad = std::min({radius, r.w / 2, r.h / 2});
    const std::array<Point, 4> centres{
        Point{r.right() - rad, r.y + rad}, Point{r.right() - rad, r.bottom() - rad},
        Point{r.x + rad, r.bottom() - rad}, Point{r.x + rad, r.y + rad}};
    std::vector<Point> points{{r.x + rad, r.y}};
    for (std::size_t i = 0; i < centres.size(); ++i) {
        for (int k = 0; k <= corner_pieces; ++k) {
            const double angle =
                (static_cast<double>(i) - 1.0 + static_cast<double>(k) / corner_pieces) *
                std::numbers::pi / 2.0;
            points.push_back({centres[i].x + rad * static_cast<float>(std::cos(angle)),
                              centres[i].y + rad * static_cast<float>(std::sin(angle))});
        }
    }
    return points;
}

}  // namespace

void Painter::fill(const Rect& rect, Colour colour, float radius) const {
    if (rect.empty() || colour.a == 0) return;
    const ImVec2 low{snapped(px(rect.x)), snapped(px(rect.y))};
    const ImVec2 high{snapped(px(rect.right())), snapped(px(rect.bottom()))};
    list_->AddRectFilled(low, high, packed(colour), px(radius));
}

void Painter::box(const Rect& rect, const BoxStyle& style) const {
    if (style.line <= 0 || style.dash != Dash::Solid) {
        fill(rect, style.fill, style.radius);
        if (style.line > 0) edge(rect, style.edge, style.line, style.radius, style.dash);
        return;
    }
    // Two fills stay even at any scale where a stroke of 1.5 would not.
    const float line = std::max(1.0F, std::round(px(style.line) * 2) / 2) / scale_;
    fill(rect, style.edge, style.radius);
    const ImVec2 low{snapped(px(rect.x)) + px(line), snapped(px(rect.y)) + px(line)};
    const ImVec2 high{snapped(px(rect.right())) - px(line), snapped(px(rect.bottom())) - px(line)};
    if (low.x >= high.x || low.y >= high.y) return;
    list_->AddRectFilled(low, high, packed(style.fill), px(std::max(0.0F, style.radius - line)));
}

void Painter::edge(const Rect& rect, Colour colour, float line, float radius, Dash dash) const {
    const float half = line / 2;
    const Rect inner = rect.inset(half);
    if (inner.empty()) return;
    auto path = outline(inner, std::max(0.0F, radius - half));
    if (dash == Dash::Solid) {
        polyline(path, colour, line, true);
        return;
    }
    path.push_back(path.front());
    const bool small = rect.h <= 32;
    if (dash == Dash::Dotted) {
        dash_path(std::move(path), colour, line, 2.0F, 2.5F);
    } else {
        dash_path(std::move(path), colour, line, small ? 4.0F : 6.0F, small ? 3.0F : 4.0F);
    }
}

void Painter::dash_path(std::vector<Point> path, Colour colour, float width, float on,
                        float off) const {
    float left = on;
    bool drawing = true;
    for (std::size_t i = 1; i < path.size(); ++i) {
        Point from = path[i - 1];
        const Point to = path[i];
        float length = std::hypot(to.x - from.x, to.y - from.y);
        while (length > 0) {
            const float step = std::min(left, length);
            const Point next = from + (to - from) * (step / length);
            if (drawing) line(from, next, colour, width);
            from = next;
            length -= step;
            left -= step;
            if (left > 0.01F) continue;
            drawing = !drawing;
            left = drawing ? on : off;
        }
    }
}

void Painter::gradient(const Rect& rect, Colour top, Colour bottom) const {
    const ImVec2 low{snapped(px(rect.x)), snapped(px(rect.y))};
    const ImVec2 high{snapped(px(rect.right())), snapped(px(rect.bottom()))};
    list_->AddRectFilledMultiColor(low, high, packed(top), packed(top), packed(bottom),
                                   packed(bottom));
}

void Painter::line(Point from, Point to, Colour colour, float width) const {
    const float w = std::max(1.0F, px(width));
    ImVec2 a = at(from);
    ImVec2 b = at(to);
    // A hairline along an axis fills whole pixels. AddLine moves its ends by half a pixel itself.
    if (a.x == b.x || a.y == b.y) {
        const float thick = snapped(w);
        const float shift = thick / 2;
        if (a.y == b.y) {
            const float y = snapped(a.y - shift);
            list_->AddRectFilled({a.x, y}, {b.x, y + thick}, packed(colour));
        } else {
            const float x = snapped(a.x - shift);
            list_->AddRectFilled({x, a.y}, {x + thick, b.y}, packed(colour));
        }
        return;
    }
    list_->AddLine({a.x - 0.5F, a.y - 0.5F}, {b.x - 0.5F, b.y - 0.5F}, packed(colour), w);
}

void Painter::dashed_line(Point from, Point to, Colour colour, float width, float on,
                          float off) const {
    dash_path({from, to}, colour, width, on, off);
}

void Painter::polyline(std::span<const Point> points, Colour colour, float width,
                       bool closed) const {
    std::vector<ImVec2> scaled;
    scaled.reserve(points.size());
    for (const Point& p : points) scaled.push_back(at(p));
    list_->AddPolyline(scaled.data(), static_cast<int>(scaled.size()), packed(colour),
                       closed ? ImDrawFlags_Closed : ImDrawFlags_None, std::max(1.0F, px(width)));
}

void Painter::polygon(std::span<const Point> points, Colour colour) const {
    std::vector<ImVec2> scaled;
    scaled.reserve(points.size());
    for (const Point& p : points) scaled.push_back(at(p));
    list_->AddConcavePolyFilled(scaled.data(), static_cast<int>(scaled.size()), packed(colour));
}

void Painter::disc(Point centre, float radius, Colour colour) const {
    list_->AddCircleFilled(at(centre), px(radius), packed(colour));
}

void Painter::ring(Point centre, float radius, Colour colour, float width) const {
    list_->AddCircle(at(centre), px(radius - width / 2), packed(colour), 0,
                     std::max(1.0F, px(width)));
}

void Painter::hatch(const Rect& rect, Colour colour) const {
    clip(rect);
    constexpr float step = 8.0F;
    constexpr float width = 2.2F;
    const float first = std::floor((rect.x + rect.y) / step) * step;
    for (float c = first; c < rect.right() + rect.bottom(); c += step) {
        const Point low{c - rect.bottom() - 1, rect.bottom() + 1};
        const Point high{c - rect.y + 1, rect.y - 1};
        list_->AddLine(at(low), at(high), packed(colour), std::max(1.0F, px(width)));
    }
    unclip();
}

void Painter::triangle_up(Point centre, float size, Colour colour) const {
    const float h = size / 2;
    list_->AddTriangleFilled(at({centre.x - h, centre.y + h * 0.8F}), at({centre.x, centre.y - h}),
                             at({centre.x + h, centre.y + h * 0.8F}), packed(colour));
}

void Painter::triangle_down(Point centre, float size, Colour colour) const {
    const float h = size / 2;
    list_->AddTriangleFilled(at({centre.x - h, centre.y - h * 0.8F}),
                             at({centre.x + h, centre.y - h * 0.8F}), at({centre.x, centre.y + h}),
                             packed(colour));
}

void Painter::icon(std::string_view name, const Rect& square, Colour colour) const {
    const float unit = std::min(square.w, square.h) / 24.0F;
    const Point origin{square.centre().x - 12 * unit, square.centre().y - 12 * unit};
    // Stroke 2 of 24, never under 1.7 window pixels.
    const float width = std::max(2.0F * unit, 1.7F / scale_);
    for (const Stroke& stroke : (*icons_)(name)) {
        std::vector<Point> points;
        for (const Point& p : stroke.points) points.push_back(origin + p * unit);
        polyline(points, colour, width, stroke.closed);
        for (const Point& p : {points.front(), points.back()}) disc(p, width * 0.45F, colour);
    }
}

void Painter::clip(const Rect& rect) const {
    list_->PushClipRect({snapped(px(rect.x)), snapped(px(rect.y))},
                        {snapped(px(rect.right())), snapped(px(rect.bottom()))}, true);
}

}  // namespace longju::kiosk
