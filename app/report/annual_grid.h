// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <string>

#include "report/annual_table.h"
#include "report/grid.h"

namespace longju::report {

/// What people add to the table that no record knows.
struct Entries {
    std::map<std::string, double, std::less<>> figures;  ///< By id of a column 手填.
    std::string remarks;                                 ///< 18 问题与建议.
    std::string date;                                    ///< Of the table, ISO; may be empty.
};

/// Whether the list of the records behind the cells is made, too: it is long.
enum class Listing { WithRecords, TableOnly };

/// The table as it is handed out. Entries stand in the row of the one county there is, else in the
/// sum. Townships follow their county.
Grid annual_grid(const AnnualTable& table, const Entries& entries = {},
                 Listing listing = Listing::WithRecords);

/// A figure of a column as printed, without comma: `1208.50`, `−330`.
std::string figure_text(const Column& column, std::int64_t amount);
/// The same as a number in the column's unit.
double figure_in_unit(const Column& column, std::int64_t amount);

}  // namespace longju::report
