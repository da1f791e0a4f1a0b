// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "kiosk/ui.h"

/// Plan and section of the house as the papers show them, with hands on what can be moved. `after`
/// is the house with its measures; what is moved is the house itself.
namespace longju::kiosk {

/// Where a drawing goes in its view.
struct DrawingPlace {
    Rect paper;  ///< All of the view.
    Rect free;   ///< What of it nothing else lies on.
    Rect side;   ///< For what is told of the drawing.
};

/// Windows, doors and walls can be moved where they are large enough to take hold of; at the side
/// what part of each face is window, and how much may be.
void draw_house_plan(Ui& ui, const AppState& state, const house::House& after,
                     const DrawingPlace& place);

/// The ridge can be moved.
void draw_house_section(Ui& ui, const AppState& state, const house::House& after,
                        const DrawingPlace& place);

/// Both to be looked at only.
void draw_small_plan(Ui& ui, const AppState& state, const house::House& after, const Rect& rect);
void draw_small_section(Ui& ui, const AppState& state, const house::House& after, const Rect& rect);

}  // namespace longju::kiosk
