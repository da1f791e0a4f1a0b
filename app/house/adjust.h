// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <vector>

#include "house/house.h"

/// One part of a house moved by hand. Each function answers the house with that part moved by as
/// much of what was wished as the rest allows: a wall stops at a window, a window at a pier. What
/// a survey says of lengths and windows follows. For houses without `Impossible` problems; the
/// answer has none either.
namespace longju::house {

/// What is moved by hand goes in steps.
inline constexpr Millimetres hand_step{50.0};
inline constexpr Millimetres narrowest_opening{600.0};
inline constexpr Millimetres widest_opening{6000.0};  ///< As `check()`.
/// Kept between openings and beside them, 一砖: unless there is less already.
inline constexpr Millimetres narrowest_pier{240.0};
inline constexpr Millimetres narrowest_room{1200.0};
inline constexpr Millimetres widest_room{15000.0};  ///< As `check()`.

/// What of an opening is moved: all of it, or its jamb at the west (of S, N) or south (of W, E),
/// or the other one.
enum class Jamb { Both, Low, High };

/// The opening at `index` moved along its wall, or made wider or narrower.
House with_opening_moved(House house, std::size_t index, Jamb jamb, Millimetres by);

/// A line on which walls stand, from one end of the house to the other.
struct AxisLine {
    bool upright = true;  ///< Runs from south to north: `at` is an x, else a y.
    Millimetres at;

    bool operator==(const AxisLine&) const = default;
};

/// From west to east, then from south to north.
std::vector<AxisLine> axis_lines(const Plan& plan);

/// All walls on that line moved; openings stay where they are.
House with_axis_moved(House house, AxisLine line, Millimetres by);

/// The roof made steeper or flatter, in whole degrees from 10 to 45; modules on it follow. A flat
/// roof stays.
House with_pitch(House house, Degrees pitch);

}  // namespace longju::house
