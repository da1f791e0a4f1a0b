// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "report/grid.h"
#include "sheet/page.h"

namespace longju::report {

/// The grid on paper: A3 or A4 across, folded after `GridColumn::band_ends` with the labels again,
/// heads again on every page, notes, and at the end the places to sign: 填表人, 审核人, 单位负责人,
/// 公章, 日期.
sheet::Sheet pages_of(const Grid& grid);

}  // namespace longju::report
