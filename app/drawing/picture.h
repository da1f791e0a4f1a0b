// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "drawing/house_mesh.h"
#include "drawing/mark.h"
#include "drawing/raster.h"

namespace longju::drawing {

/// The house in lines, as large as it fits into `width_mm` × `height_mm` with its upper left corner
/// at `at`: what the raster shows on screen, for paper. Black on white, nearer faces cover farther
/// ones.
Marks picture(const Mesh& mesh, const Camera& camera, PaperPoint at, double width_mm,
              double height_mm);

}  // namespace longju::drawing
