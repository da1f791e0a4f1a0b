// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "kiosk/rect.h"

namespace longju::kiosk {

/// Chosen from the logical size of the window, never from its pixels (kiosk.md section 5).
enum class LayoutClass { Wide, Normal, Compact, OneQuestion };

/// Where the fixed parts of every screen are.
struct Layout {
    LayoutClass size = LayoutClass::Normal;
    Rect home;    ///< 首页, always top left.
    Rect rail;    ///< Below it.
    Rect top;     ///< Bar with who and where.
    Rect body;    ///< Between the bars, without margins.
    Rect bottom;  ///< Bar with what is open and the primary button.
    float margin = 24;
    float gap = 16;

    /// Side-by-side panels; below, the panels stand on top of each other and scroll.
    bool side_by_side() const { return size == LayoutClass::Wide || size == LayoutClass::Normal; }
    bool tight() const { return size == LayoutClass::OneQuestion; }
    Rect content() const { return body.inset(margin, gap); }
};

/// With gloves one thing stands below the other on every screen.
Layout layout_for(const Rect& screen, bool glove = false);

}  // namespace longju::kiosk
