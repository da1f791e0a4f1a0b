// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

#include "kiosk/widgets.h"
#include "measure/measure.h"

namespace longju::kiosk {

/// The picture of a group of measures.
std::string_view icon_of(measure::Group group);

/// The measures that can be chosen, with prices; one of them open with its options.
void draw_measures(Ui& ui, const AppState& state, const Rect& area, bool scrolls);
float measures_height(const AppState& state, float width);

}  // namespace longju::kiosk
