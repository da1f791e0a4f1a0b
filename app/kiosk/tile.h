// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/widgets.h"

namespace longju::kiosk {

/// One live result: what it is, the number, how it changed against 现在, and a note with the range.
struct TileLook {
    std::string_view icon;
    std::string_view label;
    std::string number;  ///< Empty: missing, drawn as —.
    std::string_view unit;
    struct Change {
        bool up = false;
        bool better = true;
        std::string text;
    };
    std::optional<Change> change;
    std::string note;
};

void draw_tile(Ui& ui, const Rect& rect, const TileLook& look);

}  // namespace longju::kiosk
