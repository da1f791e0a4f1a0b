// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "drawing/mark.h"
#include "drawing/plan.h"
#include "house/house.h"

namespace longju::drawing {

PlanSize roof_plan_size(const house::House& house, const house::Library& library, int scale);

/// 屋顶平面图 with north up: outline, ridge, hips and slopes, chimney, the modules of PV on the
/// roof with the edge they keep free, the outer dimensions. Upper left corner at `at`.
Marks roof_plan(const house::House& house, const house::Library& library, int scale, PaperPoint at);

}  // namespace longju::drawing
