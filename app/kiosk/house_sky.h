// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>

#include "drawing/raster.h"
#include "kiosk/ui.h"

/// What is above the house in its picture: the sun of a day, and snow.
namespace longju::kiosk {

/// The sun as the house sees it; nothing when no day is looked at or the place is not known.
std::optional<drawing::Sun> sun_of(const AppState& state, const house::House& house);

/// Two switches at the top left of the view, and the month and hour of the sun.
void draw_sky(Ui& ui, const AppState& state, const Rect& rect);

}  // namespace longju::kiosk
