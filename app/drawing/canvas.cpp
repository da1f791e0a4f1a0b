// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "drawing/canvas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "drawing/scene_palette.h"

namespace longju::drawing {

namespace {

/// z over the polygon's plane: z = a x + b y + c. Degenerate polygons get their mean depth.
struct DepthPlane {
    double a = 0.0, b = 0.0, c = 0.0;
};

DepthPlane depth_plane(std::span<const CanvasPoint> p) {
    // Newell's normal is sound for any flat polygon, thin ones included.
    double nx = 0.0;
    double ny = 0.0;
    double nz = 0.0;
    CanvasPoint mean;
    for (std::size_t i = 0; i < p.size(); ++i) {
        const CanvasPoint& u = p[i];
        const CanvasPoint& v = p[(i + 1) % p.size()];
        nx += (u.y - v.y) * (u.z + v.z);
        ny += (u.z - v.z) * (u.x + v.x);
        nz += (u.x - v.x) * (u.y + v.y);
        mean.x += u.x / static_cast<double>(p.size());
        mean.y += u.y / static_cast<double>(p.size());
        mean.z += u.z / static_cast<double>(p.size());
    }
    if (std::abs(nz) < 1e-9) return {0.0, 0.0, mean.z};
    return {-nx / nz, -ny / nz, mean.z + (nx * mean.x + ny * mean.y) / nz};
}

}  // namespace

Canvas::Canvas(int width, int height, int samples)
    : width_(width * samples),
      height_(height * samples),
      samples_(samples),
      pixels_(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_),
              Colour{0, 0, 0, 0}),
      depth_(pixels_.size(), std::numeric_limits<float>::max()) {}

void Canvas::gradient(Colour top, Colour bottom) {
    for (int y = 0; y < height_; ++y) {
        const Colour c = scene::blended(top, bottom, (y + 0.5) / height_);
        std::fill_n(pixels_.begin() + static_cast<std::ptrdiff_t>(y) * width_, width_, c);
    }
}

template <class Shade>
void Canvas::fill(std::span<const CanvasPoint> corners, double bias, bool solid, Shade shade) {
    const DepthPlane plane = depth_plane(corners);
    double top = std::numeric_limits<double>::max();
    double bottom = std::numeric_limits<double>::lowest();
    for (const CanvasPoint& p : corners) {
        top = std::min(top, p.y * samples_);
        bottom = std::max(bottom, p.y * samples_);
    }
    const int first = std::max(0, static_cast<int>(std::ceil(top - 0.5)));
    const int last = std::min(height_ - 1, static_cast<int>(std::floor(bottom - 0.5)));
    for (int y = first; y <= last; ++y) {
        const double yc = y + 0.5;
        double left = std::numeric_limits<double>::max();
        double right = std::numeric_limits<double>::lowest();
        for (std::size_t i = 0; i < corners.size(); ++i) {
            const double x0 = corners[i].x * samples_;
            const double y0 = corners[i].y * samples_;
            const double x1 = corners[(i + 1) % corners.size()].x * samples_;
            const double y1 = corners[(i + 1) % corners.size()].y * samples_;
            if ((y0 < yc) == (y1 < yc)) continue;
            const double x = x0 + (yc - y0) / (y1 - y0) * (x1 - x0);
            left = std::min(left, x);
            right = std::max(right, x);
        }
        const int from = std::max(0, static_cast<int>(std::ceil(left - 0.5)));
        const int to = std::min(width_ - 1, static_cast<int>(std::floor(right - 0.5)));
        for (int x = from; x <= to; ++x) {
            const double px = (x + 0.5) / samples_;
            const double py = yc / samples_;
            const auto z = static_cast<float>(plane.a * px + plane.b * py + plane.c - bias);
            const std::size_t i = static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                                  static_cast<std::size_t>(x);
            if (z > depth_[i]) continue;
            const Colour c = shade(px, py);
            if (c.a == 255) {
                pixels_[i] = c;
            } else {
                const std::uint8_t under = pixels_[i].a;
                pixels_[i] = scene::blended(pixels_[i], Colour{c.r, c.g, c.b, 255}, c.a / 255.0);
                pixels_[i].a = std::max(under, c.a);
            }
            if (solid) depth_[i] = z;
        }
    }
}

void Canvas::polygon(std::span<const CanvasPoint> corners, Colour colour, double bias) {
    fill(corners, bias, colour.a == 255, [&](double, double) { return colour; });
}

template <class Pattern>
void Canvas::patterned(std::span<const CanvasPoint> corners, Pattern pattern) {
    fill(corners, 0.0, true, pattern);
}

template void Canvas::patterned(std::span<const CanvasPoint>, Colour (*)(double, double));

void Canvas::line(const CanvasPoint& from, const CanvasPoint& to, double width_px, Colour colour,
                  double bias) {
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double length = std::hypot(dx, dy);
    if (length < 1e-6) return;
    const double nx = -dy / length * width_px / 2.0;
    const double ny = dx / length * width_px / 2.0;
    const std::array<CanvasPoint, 4> quad = {{{from.x + nx, from.y + ny, from.z},
                                              {to.x + nx, to.y + ny, to.z},
                                              {to.x - nx, to.y - ny, to.z},
                                              {from.x - nx, from.y - ny, from.z}}};
    fill(quad, bias, false, [&](double, double) { return colour; });
}

Image Canvas::resolve() const {
    Image image{width_ / samples_, height_ / samples_, {}};
    image.pixels.resize(static_cast<std::size_t>(image.width) *
                        static_cast<std::size_t>(image.height));
    const auto samples = static_cast<unsigned>(samples_);
    const unsigned n = samples * samples;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            unsigned r = 0, g = 0, b = 0, a = 0;
            for (unsigned row = 0; row < samples; ++row) {
                const Colour* c = pixels_.data() +
                                  (static_cast<std::ptrdiff_t>(y) * samples_ + row) * width_ +
                                  static_cast<std::ptrdiff_t>(x) * samples_;
                for (unsigned i = 0; i < samples; ++i, ++c) {
                    r += c->r * c->a, g += c->g * c->a, b += c->b * c->a, a += c->a;
                }
            }
            const unsigned weight = std::max(a, 1U);
            image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                         static_cast<std::size_t>(x)] = {
                static_cast<std::uint8_t>((r + weight / 2) / weight),
                static_cast<std::uint8_t>((g + weight / 2) / weight),
                static_cast<std::uint8_t>((b + weight / 2) / weight),
                static_cast<std::uint8_t>((a + n / 2) / n)};
        }
    }
    return image;
}

}  // namespace longju::drawing
