// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "kiosk/ui.h"

namespace longju::kiosk {

/// The house of the visit to look at and turn: as it is left of the handle, as it will be right of
/// it, by its materials or by the heat it loses.
void draw_house_view(Ui& ui, const AppState& state, const Rect& area);

}  // namespace longju::kiosk
