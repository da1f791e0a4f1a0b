// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "house/plan.h"
#include "kiosk/ui.h"

namespace longju::kiosk {

/// The floor plan as a small picture, north up: walls, openings, kangs, names of rooms.
/// `outer` colours the outer walls, as the survey does to say which walls it asks about.
void draw_mini_plan(Ui& ui, const house::Plan& plan, const Rect& rect, Role outer);

}  // namespace longju::kiosk
