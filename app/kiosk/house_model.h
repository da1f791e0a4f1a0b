// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "kiosk/ui.h"

namespace longju::kiosk {

/// The house of the visit from outside, to look at and turn: as it is left of the handle, as it
/// will be right of it, by its materials or by the heat it loses. `after` is the house with its
/// measures. A press on a part opens the measure for it.
void draw_house_model(Ui& ui, const AppState& state, const house::House& after, const Rect& rect);

/// The same to be looked at only, beside a drawing.
void draw_small_model(Ui& ui, const AppState& state, const house::House& after, const Rect& rect);

}  // namespace longju::kiosk
