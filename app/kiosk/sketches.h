// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

#include "house/library.h"
#include "kiosk/painter.h"

/// Small drawings made of lines and quads: pictures that are no icons and no rendered houses.
namespace longju::kiosk {

/// House between two birches, for empty states.
void draw_little_house(const Painter& paint, const Rect& rect);
/// One birch standing on the bottom of `rect`; `seed` picks its branches.
void draw_birch(const Painter& paint, const Rect& rect, int seed);
/// Furrows that fan out from one point over the rectangle.
void draw_furrows(const Painter& paint, const Rect& rect, Colour colour, int count);
/// Snowed-in field lines under a house.
void draw_field(const Painter& paint, const Rect& rect);

/// A block of the wall, ceiling or floor as one sees it, its cut at the right, layers to scale.
void draw_assembly(const Painter& paint, const Rect& rect, const house::Assembly& assembly,
                   const house::Library& library);
/// A window with its panes in section beside it.
void draw_window_type(const Painter& paint, const Rect& rect, const house::WindowType& window);

/// Colour of a material on pictures, by how drawings hatch it.
Colour material_colour(const Painter& paint, const house::Material& material);

}  // namespace longju::kiosk
