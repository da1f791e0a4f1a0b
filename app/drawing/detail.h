// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "drawing/mark.h"
#include "drawing/plan.h"
#include "house/house.h"

/// 节点详图, built from the house's own assemblies. Each is drawn from its upper left corner `at`
/// and takes at most the size named with it.
namespace longju::drawing {

/// ① 外墙 1:10, cut across: the layers by name from the room to outdoors, their thicknesses below.
Marks wall_detail(const house::House& house, const house::Library& library, PaperPoint at);
PlanSize wall_detail_size(const house::House& house, const house::Library& library);

/// ② 檐口 1:20: the head of the wall, the ceiling's layers, the roof's overhang.
Marks eaves_detail(const house::House& house, const house::Library& library, PaperPoint at);

/// ③ 勒脚 1:20: the foot of the wall, the floor's layers, insulation before the plinth, the apron.
Marks plinth_detail(const house::House& house, const house::Library& library, PaperPoint at);

/// ④ 窗边 1:10 (plan): the reveal, how far insulation laps over the frame, the seal.
Marks jamb_detail(const house::House& house, const house::Library& library, PaperPoint at);

/// ④ 转角排块 1:20 of a module house: the corner in odd and even courses.
Marks corner_detail(const house::House& house, const house::Library& library, PaperPoint at);

inline constexpr PlanSize lower_detail_size{96.0, 80.0};  ///< Of ② to ④.

}  // namespace longju::drawing
