// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "sheet/page.h"

/// A3 drawings for offices whose printer takes A4: each in two halves at true scale, to be taped
/// edge to edge.
namespace longju::sheet {

/// Larger than A4.
bool needs_a3(const Page& page);

/// The sheet with every A3 page as two upright A4 ones, its name ending in 左 and 右. The cut runs
/// down the middle of the frame; both halves keep 5 mm to every edge of the paper, which printers
/// leave white. Other pages stay as they are.
Sheet on_a4(const Sheet& sheet);

}  // namespace longju::sheet
