// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "report/annual_table.h"

namespace longju::report {

/// Households that must stand behind a figure that leaves the county.
inline constexpr int fewest_households = 3;

/// The table as it may leave the county: a figure with 1 to `fewest` − 1 households behind it is
/// hidden, and no hidden figure can be worked out from those that are shown:
/// - in every sum (townships of a county, counties of the table) with one hidden figure another is
///   hidden, too: the smallest township or county that has any, else the sum itself;
/// - hidden townships whose households, as the sums tell, are one each get the smallest shown one
///   beside them, else the sum is hidden;
/// - columns that add up to each other or tell of the same households (`Column::bundle`) are hidden
///   together.
/// A zero tells of nobody and stays. The records behind the cells are taken out.
AnnualTable hide_small(AnnualTable table, int fewest = fewest_households);

}  // namespace longju::report
