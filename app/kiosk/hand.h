// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>
#include <string>

#include "kiosk/ui.h"

namespace longju::kiosk {

/// A part of the drawn house that a finger or the arrow keys move.
struct Hand {
    std::string id;
    Rect rect;
    std::string field;        ///< Of the edit.
    double mm_per_px = 20.0;  ///< Of the house by the screen.
    /// The house with the part moved from where it was in `start`: x to the right, y upwards, mm.
    std::function<house::House(house::House start, double x_mm, double y_mm)> moved;
    std::function<Phrase(const house::House&)> what;  ///< For undo.
    std::function<void(View&)> taken = {};            ///< What is looked at once it is held.
    bool on = false;
};

/// The target of that part. While it is held every movement is an edit; all of one hold is one step
/// of undo, and is saved when the finger lets go.
Press hold(Ui& ui, const AppState& state, const Hand& hand);

}  // namespace longju::kiosk
