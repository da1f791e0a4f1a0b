// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "drawing/raster.h"
#include "house/house.h"
#include "kiosk/ui.h"

/// Drawn houses on screens: rendered once per content, size and look, then kept as textures.
namespace longju::kiosk {

/// Names everything of a house that its picture depends on.
std::string picture_key(const house::House& house);

/// Renders into what a texture takes.
Pixels pixels_of(const drawing::Image& image);

/// A style with line widths for `scale` and the look of the screen.
drawing::SceneStyle scene_style(const Ui& ui);

/// The house in the band of 首页: the visit's that comes first, else a design.
void draw_home_house(Ui& ui, const AppState& state, const Rect& rect);
/// Small picture of a visit's house in the list.
void draw_card_house(Ui& ui, const AppState& state, const Rect& rect);
/// A house as it is; the key is its whole content.
void draw_house_picture(Ui& ui, const AppState& state, const house::House& house, const Rect& rect);
/// A design on its catalog card.
void draw_design_house(Ui& ui, const AppState& state, const house::Design& design,
                       const Rect& rect);

}  // namespace longju::kiosk
