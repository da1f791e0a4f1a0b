// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/layout.h"

namespace longju::kiosk {
namespace {

constexpr float widest_body = 2104;

LayoutClass class_of(const Rect& screen) {
    if (screen.w >= 1760 && screen.h >= 900) return LayoutClass::Wide;
    if (screen.w >= 1240 && screen.h >= 680) return LayoutClass::Normal;
    if (screen.w >= 960 && screen.h >= 540) return LayoutClass::Compact;
    return LayoutClass::OneQuestion;
}

}  // namespace

Layout layout_for(const Rect& screen, bool glove) {
    Layout layout;
    layout.size = glove ? LayoutClass::OneQuestion : class_of(screen);
    float rail = 96, top = 64, bottom = 72;
    if (layout.size == LayoutClass::Compact) {
        rail = 88, top = 60, bottom = 68;
        layout.margin = 16;
        layout.gap = 14;
    }
    if (layout.size == LayoutClass::OneQuestion) {
        rail = glove ? 92.0F : 84.0F, top = 52, bottom = 60;
        layout.margin = 12;
        layout.gap = 10;
    }
    Rect rest = screen;
    Rect left = rest.cut_left(rail);
    layout.home = left.cut_top(top);
    layout.rail = left;
    layout.top = rest.cut_top(top);
    layout.bottom = rest.cut_bottom(bottom);
    layout.body = rest;
    if (rest.w > widest_body + 2 * layout.margin) {
        layout.body = rest.inset((rest.w - widest_body) / 2 - layout.margin, 0);
    }
    return layout;
}

}  // namespace longju::kiosk
