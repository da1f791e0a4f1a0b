// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "kiosk/state.h"
#include "kiosk/ui.h"

namespace longju::kiosk {

/// Phone and ID number, masked until asked for, and whether the household agreed to their being
/// kept. Fills `rect` from the top.
void draw_person(Ui& ui, const AppState& state, Rect rect);
float person_height(float width);

}  // namespace longju::kiosk
