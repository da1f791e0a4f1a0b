// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "drawing/mark.h"

/// Doors and windows as seen from the front. `foot` is the lower left corner of the opening on
/// paper, sizes are those of the house.
namespace longju::drawing {

/// Frame, sashes (two up to 1200 mm, else three), a stroke of glass in each, a sill.
Marks window_front(PaperPoint foot, double width_mm, double height_mm, int scale);
/// Frame, leaf and handle.
Marks door_front(PaperPoint foot, double width_mm, double height_mm, int scale);

/// A sunspace from its foot on the ground: a base up to `floor_mm`, panes of 0.9 m above.
Marks sunspace_front(PaperPoint foot, double width_mm, double floor_mm, double height_mm,
                     int scale);

}  // namespace longju::drawing
