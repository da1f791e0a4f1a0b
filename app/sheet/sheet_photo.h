// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "drawing/image.h"

namespace longju::sheet {

/// A photo of the visit to be printed. Sheets read no disk: the picture is handed in.
struct SheetPhoto {
    enum class State {
        Here,     ///< `picture` is what is printed; empty, only its place is kept.
        Missing,  ///< Not among the photos of this computer.
        Damaged,  ///< No longer what was kept.
    };
    std::string caption;
    State state = State::Here;
    drawing::GreyImage picture;
};

/// Enough pixels for one on paper, on either side.
inline constexpr int sheet_photo_px = 1000;

}  // namespace longju::sheet
