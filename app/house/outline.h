// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <vector>

#include "house/plan.h"

/// The outline of a plan: its outer walls as a walk around the house that keeps it at the left
/// hand. From outside, the walk goes from left to right on every side.
namespace longju::house {

/// A straight outer wall from corner to corner.
struct OuterWall {
    Side side = Side::South;
    Millimetres at;          ///< The axis it lies on, as in `WallPiece`.
    Millimetres from, to;    ///< The axes of its corners along the side, `from` < `to`.
    bool convex_end = true;  ///< At the corner where the walk leaves it; false for an inner corner.

    Millimetres length() const { return to - from; }
};

/// South sides are walked from west to east, east sides from south to north, and so on. Begins at
/// the western end of the southernmost wall. Of a plan in several pieces only that piece.
std::vector<OuterWall> outer_walls(const Plan& plan);

/// Where inner walls meet `wall`: the places of their axes in the walk along it, in order; those of
/// its own corners left out.
std::vector<Millimetres> inner_walls_at(const OuterWall& wall, const Plan& plan);

/// An interval in the walk along one wall, from the axis of its first corner.
struct Reach {
    Millimetres from, to;
};

/// Where an opening stands in `wall`; nothing when it is in another one.
std::optional<Reach> reach_in(const OuterWall& wall, const Plan& plan, const Opening& opening);

}  // namespace longju::house
