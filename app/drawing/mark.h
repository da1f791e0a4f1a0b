// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <variant>
#include <vector>

#include "drawing/image.h"

/// What a page or a drawing is made of: marks in millimetres on paper, x to the right and y down
/// from the upper left corner. Black on white only: difference is solid, hatched, outlined, dashed.
namespace longju::drawing {

struct PaperPoint {
    double x_mm = 0.0, y_mm = 0.0;
};

enum class Dash { Solid, Dashed, Chain };

struct Line {
    PaperPoint from, to;
    double pen_mm = 0.25;
    Dash dash = Dash::Solid;
};

enum class Fill { None, Black, White };
/// What a shape is filled with on paper: lines, or a material of GB/T 50001.
enum class Pattern {
    None,
    Diagonal,  ///< 45°, rising to the right: brick.
    Horizontal,
    Vertical,
    Crossed,     ///< XPS.
    Honeycomb,   ///< EPS; `spacing_mm` is the hexagons' side.
    Aggregate,   ///< Plain concrete: triangles and dots.
    Reinforced,  ///< Aggregate under diagonals.
    Waves,       ///< Wool.
    Dots,        ///< Mortar.
    Pebbles,     ///< Gravel, loose fill.
    Earth,       ///< Natural ground.
};

/// A polygon or polyline. A pattern is drawn inside the outline, `spacing_mm` at right angles.
struct Shape {
    std::vector<PaperPoint> points;
    bool closed = true;
    double pen_mm = 0.25;  ///< 0: no outline.
    Fill fill = Fill::None;
    Pattern pattern = Pattern::None;
    double spacing_mm = 1.3;
    Dash dash = Dash::Solid;
};

/// A rectangle, its corners rounded by `radius_mm`.
struct Box {
    double x_mm = 0.0, y_mm = 0.0, width_mm = 0.0, height_mm = 0.0;
    double pen_mm = 0.25;
    double radius_mm = 0.0;
    Fill fill = Fill::None;
    Pattern pattern = Pattern::None;
    Dash dash = Dash::Solid;
    double spacing_mm = 1.3;
};

/// A circle, or the part of it from one angle to another (degrees, clockwise from the right).
struct Arc {
    PaperPoint centre;
    double radius_mm = 1.0;
    double pen_mm = 0.25;
    Fill fill = Fill::None;
    double from_deg = 0.0;
    double to_deg = 360.0;
    Pattern pattern = Pattern::None;
};

enum class Anchor { Left, Middle, Right };

/// One line of text; `at` is on its base line.
struct Text {
    PaperPoint at;
    std::string text;
    double size_pt = 14.0;
    bool bold = false;
    Anchor anchor = Anchor::Left;
    bool white = false;     ///< White letters, for solid grounds.
    bool on_white = false;  ///< A white ground 0.3 mm larger than the text.
    bool upright = false;   ///< Turned to run upwards, read from the right.
};

/// A QR code, level M, UTF-8 with its ECI mark; the quiet zone lies outside.
struct Qr {
    double x_mm = 0.0, y_mm = 0.0, size_mm = 22.0;
    std::string payload;
};

/// A photo, as large as the box allows and in its middle. Painted as black dots that a copier
/// keeps, larger where it is darker.
struct Photo {
    double x_mm = 0.0, y_mm = 0.0, width_mm = 84.0, height_mm = 63.0;
    GreyImage picture;  ///< Empty: only the place is kept.
};

using Mark = std::variant<Line, Shape, Box, Arc, Text, Qr, Photo>;
using Marks = std::vector<Mark>;

inline constexpr double mm_per_pt = 25.4 / 72.0;

}  // namespace longju::drawing
