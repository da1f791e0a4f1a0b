// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "kiosk/ui.h"

namespace longju::kiosk {

/// Pages of paper A of the open visit; two before there is an estimate.
int paper_pages(const AppState& state);

/// One page of paper A as it will be printed, as large as `leaf`.
void draw_paper_page(Ui& ui, const AppState& state, const estimate::Estimate& estimate, int page,
                     const Rect& leaf);

}  // namespace longju::kiosk
