// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "kiosk/widgets.h"

namespace longju::kiosk {

/// The measures that can be chosen, with prices; one of them open with its options.
void draw_measures(Ui& ui, const AppState& state, const Rect& area, bool scrolls);
float measures_height(const AppState& state, float width);

}  // namespace longju::kiosk
