// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "drawing/mark.h"

/// Dimensions of GB/T 50001: chains with 45° ticks, levels, axes. Positions in mm on paper.
namespace longju::drawing {

inline constexpr double dimension_pt = 8.5;
inline constexpr double axis_radius_mm = 3.6;

/// A chain of dimensions along one line. Its figures are the differences of `real_mm`, so that
/// chains over the same house add up to the same whole.
struct Chain {
    bool upright = false;         ///< Runs from bottom to top, figures read from the right.
    double across_mm = 0.0;       ///< Where the line lies: y of a level chain, x of an upright one.
    std::vector<double> at_mm;    ///< Ticks along the line, ascending on paper.
    std::vector<double> real_mm;  ///< What they measure in the house, same order.
    /// Where the extension lines begin: y (x) of the drawn thing; none when equal to `across_mm`.
    double thing_mm = 0.0;
};

/// A figure that does not fit between its ticks stands outside the chain at an end, and below the
/// line, or alternately above a second time, elsewhere.
Marks chain(const Chain& chain);

/// 标高: a triangle on a short line with the level in metres, ±0.000 with its sign; `at` is the
/// tip, the figure stands to the right.
Marks level_mark(PaperPoint at, double level_mm);

/// 轴线编号 in its circle, and the chain-dotted line from `from` to the circle's edge.
Marks axis_mark(PaperPoint centre, PaperPoint from, const std::string& name);

/// 1, 2, 3 … and A, B, C … without I, O, Z.
std::string axis_number(std::size_t index);
std::string axis_letter(std::size_t index);

}  // namespace longju::drawing
