// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "kiosk/ui.h"

/// What can be taken hold of on a drawn plan: openings, their jambs, and the lines of the walls.
namespace longju::kiosk {

/// Where a plan lies on the screen.
struct PlanPlace {
    Point origin;  ///< Of the plan's coordinates.
    float px_per_mm = 0.05F;

    Point at(double x_mm, double y_mm) const {
        return {origin.x + static_cast<float>(x_mm) * px_per_mm,
                origin.y - static_cast<float>(y_mm) * px_per_mm};
    }
};

inline constexpr float hand_size = 44;
/// From the outer face to the middle of a grip: it touches no window and no other row of grips.
inline constexpr float hand_away = hand_size;
/// What grips take beyond the outer faces.
inline constexpr float hand_margin = hand_away + hand_size / 2;

enum class HandShape { LeftRight, UpDown };
/// A round grip with two chevrons.
void draw_hand(Ui& ui, const Rect& rect, HandShape shape, bool held);
/// A white plate with a number, its left end at `left_centre`.
void draw_hand_plate(Ui& ui, Point left_centre, std::string_view text);

/// All hands of the plan of the visit's house; a press beside them lets go of the opening.
void draw_plan_hands(Ui& ui, const AppState& state, const Rect& rect, const PlanPlace& place);

/// 窗墙面积比 of each side beside its limits, with what is known of those; nothing before there is
/// an estimate.
void draw_window_shares(Ui& ui, const AppState& state, Rect rect);

}  // namespace longju::kiosk
