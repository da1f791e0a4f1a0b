// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "kiosk/state.h"

namespace longju::kiosk {

/// What a change of the view asks for.
struct ViewChange {
    bool other_words = false;  ///< Of the search of 首页.
    bool other_purse = false;  ///< Of 比较.
    bool let_go = false;       ///< A part of the house was moved, and no longer is.
};

/// What is looked at is `view` now. Taking hold of a part of the house and letting go of it begin
/// a new step of undo each, so that one move is taken back as one.
ViewChange turn_view(AppState& state, View view);

}  // namespace longju::kiosk
