// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "drawing/mark.h"
#include "drawing/plan.h"
#include "house/house.h"

namespace longju::drawing {

/// Size of the section on paper with its chains and levels.
PlanSize section_size(const house::House& house, const house::Library& library, int scale);

/// 1—1 剖面图: the house cut from south (left) to north at `section_place`, seen to the west:
/// walls, partitions, floor, ceiling and slabs with what they are made of, the roof, windows and
/// doors in the cut and doors beyond it, kangs, a sunspace, levels in metres and chains in mm.
/// Foundations end at a break: nothing is known of them. Upper left corner at `at`.
Marks section(const house::House& house, const house::Library& library, int scale, PaperPoint at);

}  // namespace longju::drawing
