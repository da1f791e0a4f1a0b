// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "house/house.h"

/// A catalog design made to fit: each function gives a changed copy, for `check()` and
/// `check_drawing()` to look at again. Plans stay on the grid they are drawn on.
namespace longju::house {

/// The planning grid of module houses, and of ours of brick.
inline constexpr Millimetres plan_grid{150.0};

/// East and west changed over.
House mirrored(House house);

/// The axes moved so that the plan is `width` (west–east) by `depth` from axis to axis, each on
/// the grid, every room in proportion. Openings keep their size and their place in proportion;
/// one that no longer fits its wall becomes narrower, down to 600 mm.
House stretched(House house, Millimetres width, Millimetres depth);

/// One more bay of `width` at the east: a bedroom along the south with a window like its
/// neighbour's; the rooms behind grow into it and open into it, or its neighbour does when there
/// are none behind. For one-storey houses whose south-eastern room touches the east wall.
House with_bay(House house, Millimetres width);

/// Every window of a side made `factor` as wide, on the grid, about its middle, within its wall.
House with_windows(House house, Side side, double factor);

/// The walls of `structure`: outer faces move, axes stay.
House built_as(House house, const Structure& structure);

/// Cover and colours of `style`.
House styled(House house, const Style& style);

}  // namespace longju::house
