// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cairo.h>

#include "drawing/mark.h"

namespace longju::sheet {

/// Draws `pattern` over the bounds of the current path, clipped to it; the path is spent. Patterns
/// are anchored to the page, so that neighbouring shapes join without a seam, and hold no chance:
/// the same page is the same bytes.
void paint_hatch(cairo_t* context, drawing::Pattern pattern, double spacing_mm);

}  // namespace longju::sheet
