// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include "kiosk/layout.h"
#include "kiosk/widgets.h"

/// The black rail, the bar above and the bar below: the same on every screen.
namespace longju::kiosk {

void draw_ground(Ui& ui);
void draw_rail(Ui& ui, const AppState& state, const Layout& layout);
void draw_top_bar(Ui& ui, const AppState& state, const Layout& layout);
void draw_toast(Ui& ui, const AppState& state, const Layout& layout);

/// The bar below, filled from both ends. What no longer fits is left out from the middle, the
/// primary button never.
class BottomBar {
public:
    BottomBar(Ui& ui, const Layout& layout);

    bool primary(const std::string& id, std::string_view label, std::string_view icon = "next");
    bool right(const std::string& id, std::string_view label, const ButtonLook& look = {});
    bool left(const std::string& id, std::string_view label, const ButtonLook& look = {});
    /// 还差 N 项, or a quiet tick when nothing is open.
    void open_points(const AppState& state);
    void note(std::string_view text, bool good = false);
    /// Buttons keep this much free for those that follow.
    void keep_free(float width) { kept_free_ = width; }

private:
    bool icon_only(const std::string& id, const Rect& rect, ButtonLook look);

    Ui& ui_;
    Rect rest_;
    float button_height_;
    float kept_free_ = 0;
};

/// Text of an ISO 8601 moment for people: `14:03` today, `11月18日` else.
std::string moment(const Ui& ui, const AppState& state, std::string_view iso);
/// County and what was entered of township and village, joined by a middle dot.
std::string place_text(const AppState& state, const estimate::Place& place);
std::string screen_key(ScreenId screen);
/// What the step is called on the rail: a house is surveyed or chosen from the catalog.
std::string_view step_word(const Ui& ui, const AppState& state, ScreenId screen);

}  // namespace longju::kiosk
