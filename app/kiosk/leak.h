// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

#include "core/units.h"

namespace longju::kiosk {

/// How much heat goes through an element, in the five words of kiosk.md section 10.
struct Leak {
    int boxes = 1;  ///< 1 to 5.
    std::string_view key = "leak.little";
};

/// `scale` makes windows and doors comparable among themselves: their U is three times that of
/// walls.
inline Leak leak(WattsPerM2K u, double scale) {
    const double scaled = u.value / scale;
    if (scaled <= 0.30) return {1, "leak.little"};
    if (scaled <= 0.60) return {2, "leak.some"};
    if (scaled <= 1.00) return {3, "leak.middle"};
    if (scaled <= 1.40) return {4, "leak.much"};
    return {5, "leak.very_much"};
}
inline constexpr double glazing_scale = 3.0;

}  // namespace longju::kiosk
