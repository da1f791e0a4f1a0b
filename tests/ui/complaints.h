// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui.h"

namespace longju::kiosk::testing {

/// What a screen has to keep.
struct ScreenRules {
    Rect screen;        ///< In logical pixels.
    int top_layer = 0;  ///< What lies under it is covered on purpose.
    /// Of 44 drawn; the hit rectangle grows by 4 on each side.
    float smallest_target = 40;
    /// Texts that somebody typed may be cut and may hold what no font has; none: there are none.
    std::function<bool(std::string_view)> typed = {};
};

/// What is wrong with one screen, one line each.
std::vector<std::string> complaints(const std::vector<Record>& records, const ScreenRules& rules);

/// Of every target.
std::set<std::string> ids_of(const std::vector<Record>& records);

}  // namespace longju::kiosk::testing
