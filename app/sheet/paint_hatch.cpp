// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/paint_hatch.h"

#include <cmath>
#include <cstdint>
#include <numbers>

namespace longju::sheet {

namespace {

using drawing::Pattern;

constexpr double pen_mm = 0.15;

/// The part of the page a hatch has to cover.
struct Bounds {
    double x0 = 0.0, y0 = 0.0, x1 = 0.0, y1 = 0.0;
};

double up_to_grid(double at, double step) { return std::ceil(at / step) * step; }

/// Lines falling (`rising` false) or rising to the right at 45°.
void diagonals(cairo_t* c, const Bounds& b, double spacing, bool rising) {
    const double step = spacing * std::numbers::sqrt2;
    const double tall = b.y1 - b.y0;
    // The line through (x, y1) or (x, y0), by where it meets y = 0.
    const double shift = rising ? b.y1 : -b.y0;
    for (double k = up_to_grid(b.x0 - tall + shift, step); k < b.x1 + shift; k += step) {
        const double x = k - shift;
        cairo_move_to(c, x, rising ? b.y1 : b.y0);
        cairo_line_to(c, x + tall, rising ? b.y0 : b.y1);
    }
}

void levels(cairo_t* c, const Bounds& b, double spacing) {
    for (double y = up_to_grid(b.y0, spacing); y < b.y1; y += spacing) {
        cairo_move_to(c, b.x0, y);
        cairo_line_to(c, b.x1, y);
    }
}

void uprights(cairo_t* c, const Bounds& b, double spacing) {
    for (double x = up_to_grid(b.x0, spacing); x < b.x1; x += spacing) {
        cairo_move_to(c, x, b.y0);
        cairo_line_to(c, x, b.y1);
    }
}

/// Hexagons of side `side`, a vertex on top.
void honeycomb(cairo_t* c, const Bounds& b, double side) {
    const double wide = side * std::numbers::sqrt3;
    const double row = side * 1.5;
    int line = static_cast<int>(std::floor(b.y0 / row)) - 1;
    for (; line * row < b.y1 + row; ++line) {
        const double y = line * row;
        const double offset = line % 2 == 0 ? 0.0 : wide / 2.0;
        for (double x = up_to_grid(b.x0 - 2 * wide, wide) + offset; x < b.x1 + wide; x += wide) {
            // The upper left, upper right and right sides; the other three are the neighbours'.
            cairo_move_to(c, x - wide / 2.0, y);
            cairo_line_to(c, x, y - side / 2.0);
            cairo_line_to(c, x + wide / 2.0, y);
            cairo_line_to(c, x + wide / 2.0, y + side);
        }
    }
}

/// Scattered over the page by its place alone.
std::uint32_t scatter(int i, int j) {
    std::uint32_t h =
        static_cast<std::uint32_t>(i) * 0x9E3779B1U ^ static_cast<std::uint32_t>(j) * 0x85EBCA77U;
    h ^= h >> 15U;
    h *= 0xC2B2AE3DU;
    return h ^ h >> 13U;
}
/// Bits of `h` as a share from 0 to 1.
double share(std::uint32_t h, unsigned shift) { return ((h >> shift) & 0xFFU) / 255.0; }

void dot(cairo_t* c, double x, double y, double radius) {
    cairo_new_sub_path(c);
    cairo_arc(c, x, y, radius, 0, 2 * std::numbers::pi);
}

/// Calls `mark(x, y, h)` once in every cell of a grid of `cell` mm, somewhere inside it.
template <class Mark>
void in_cells(const Bounds& b, double cell, Mark mark) {
    for (int j = static_cast<int>(std::floor(b.y0 / cell)); j * cell < b.y1; ++j) {
        for (int i = static_cast<int>(std::floor(b.x0 / cell)); i * cell < b.x1; ++i) {
            const std::uint32_t h = scatter(i, j);
            mark((i + 0.15 + 0.7 * share(h, 0)) * cell, (j + 0.15 + 0.7 * share(h, 8)) * cell, h);
        }
    }
}

/// Triangles and dots, about one mark on 7 mm².
void aggregate(cairo_t* c, const Bounds& b) {
    constexpr double cell_mm = 2.65;
    in_cells(b, cell_mm, [&](double x, double y, std::uint32_t h) {
        if (h % 3 == 0) {
            cairo_new_sub_path(c);
            for (int corner = 0; corner < 3; ++corner) {
                const double turn = share(h, 16) * 2.0 + corner * 2.0 * std::numbers::pi / 3.0;
                cairo_line_to(c, x + 0.55 * std::cos(turn), y + 0.55 * std::sin(turn));
            }
            cairo_close_path(c);
        } else {
            dot(c, x, y, 0.1);
        }
    });
}

void dots(cairo_t* c, const Bounds& b, double pitch) {
    for (int j = static_cast<int>(std::floor(b.y0 / pitch)); j * pitch < b.y1; ++j) {
        const double offset = j % 2 == 0 ? 0.0 : pitch / 2.0;
        for (double x = up_to_grid(b.x0 - pitch, pitch) + offset; x < b.x1; x += pitch) {
            dot(c, x, j * pitch, 0.11);
        }
    }
}

void pebbles(cairo_t* c, const Bounds& b) {
    in_cells(b, 1.5,
             [&](double x, double y, std::uint32_t h) { dot(c, x, y, 0.3 + 0.3 * share(h, 16)); });
}

/// Wool: S-waves running up.
void waves(cairo_t* c, const Bounds& b, double pitch) {
    const double rise = pitch * 0.9;
    for (double x = up_to_grid(b.x0 - pitch, pitch); x < b.x1 + pitch; x += pitch) {
        double y = up_to_grid(b.y0 - 2 * rise, 2 * rise);
        cairo_move_to(c, x, y);
        for (double side = 1.0; y < b.y1; y += rise, side = -side) {
            cairo_curve_to(c, x + side * pitch * 0.45, y + rise * 0.2, x + side * pitch * 0.45,
                           y + rise * 0.8, x, y + rise);
        }
    }
}

/// Natural ground: groups of three strokes.
void earth(cairo_t* c, const Bounds& b) {
    constexpr double row_mm = 3.4, apart_mm = 8.0, long_mm = 1.5;
    for (int j = static_cast<int>(std::floor(b.y0 / row_mm)); j * row_mm < b.y1 + row_mm; ++j) {
        const double offset = j % 2 == 0 ? 0.0 : apart_mm / 2.0;
        for (double x = up_to_grid(b.x0 - apart_mm, apart_mm) + offset; x < b.x1; x += apart_mm) {
            for (const double aside : {0.0, 1.0, 2.0}) {
                cairo_move_to(c, x + aside, j * row_mm);
                cairo_line_to(c, x + aside + long_mm, j * row_mm - long_mm);
            }
        }
    }
}

}  // namespace

void paint_hatch(cairo_t* c, Pattern pattern, double spacing_mm) {
    Bounds b;
    cairo_path_extents(c, &b.x0, &b.y0, &b.x1, &b.y1);
    cairo_save(c);
    cairo_clip(c);
    cairo_set_line_width(c, pen_mm);
    cairo_set_dash(c, nullptr, 0, 0);
    switch (pattern) {
        case Pattern::None:
            break;
        case Pattern::Diagonal:
            diagonals(c, b, spacing_mm, true);
            break;
        case Pattern::Horizontal:
            levels(c, b, spacing_mm);
            break;
        case Pattern::Vertical:
            uprights(c, b, spacing_mm);
            break;
        case Pattern::Crossed:
            diagonals(c, b, spacing_mm, true);
            diagonals(c, b, spacing_mm, false);
            break;
        case Pattern::Honeycomb:
            honeycomb(c, b, spacing_mm);
            break;
        case Pattern::Aggregate:
            aggregate(c, b);
            break;
        case Pattern::Reinforced:
            diagonals(c, b, spacing_mm, true);
            aggregate(c, b);
            break;
        case Pattern::Waves:
            waves(c, b, spacing_mm);
            break;
        case Pattern::Dots:
            dots(c, b, spacing_mm);
            cairo_fill_preserve(c);
            break;
        case Pattern::Pebbles:
            pebbles(c, b);
            break;
        case Pattern::Earth:
            earth(c, b);
            break;
    }
    cairo_stroke(c);
    cairo_restore(c);
}

}  // namespace longju::sheet
