// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "drawing/mark.h"
#include "drawing/plan.h"
#include "house/house.h"

namespace longju::drawing {

/// Size of the section on paper with its chains and levels.
PlanSize section_size(const house::House& house, const house::Library& library, int scale);

/// All of it for the papers; for a screen the house with its levels.
enum class SectionNotes { All, Levels };

/// 1—1 剖面图: the house cut from south (left) to north at `section_place`, seen to the west:
/// walls, partitions, floor, ceiling and slabs with what they are made of, the roof, windows and
/// doors in the cut and doors beyond it, kangs, a sunspace, levels in metres and chains in mm.
/// Foundations end at a break: nothing is known of them. Upper left corner at `at`.
Marks section(const house::House& house, const house::Library& library, int scale, PaperPoint at,
              SectionNotes notes = SectionNotes::All);

/// Where that drawing shows what is `from_south` of the south face and `above_ground`.
PaperPoint section_point(const house::House& house, const house::Library& library, int scale,
                         PaperPoint at, Millimetres from_south, Millimetres above_ground);

/// What of its width the chain at the left takes, mm on paper.
inline constexpr double section_left_mm = 16.0;
/// What of its height is below the ground, foundation and chains: mm on paper.
inline constexpr double section_below_mm = 43.0;

}  // namespace longju::drawing
