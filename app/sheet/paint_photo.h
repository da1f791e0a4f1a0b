// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cairo.h>

#include "drawing/mark.h"

namespace longju::sheet {

/// Draws a photo as black dots with a thin edge around it, in the middle of its box.
void paint_photo(cairo_t* context, const drawing::Photo& photo);

}  // namespace longju::sheet
