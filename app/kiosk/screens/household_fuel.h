// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "kiosk/widgets.h"

namespace longju::kiosk {

/// 去年冬天烧了什么: one row per fuel bought, and the fuels that can be added.
void draw_fuel_card(Ui& ui, const AppState& state, const Rect& area);
float fuel_height(const AppState& state, float width);

}  // namespace longju::kiosk
