// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "kiosk/edits.h"
#include "kiosk/widgets.h"
#include "subsidy/finding.h"

namespace longju::kiosk {

/// One finding from the top of `rows`, which is what is left afterwards: its state and amount, each
/// condition with what is known of it and, where a word settles it, the answers as buttons; then
/// the papers that it asks for.
void draw_finding_detail(Ui& ui, const AppState& state, const subsidy::Finding& finding,
                         Rect& rows);

}  // namespace longju::kiosk
