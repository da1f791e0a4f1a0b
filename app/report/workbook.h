// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>

#include "core/result.h"
#include "report/grid.h"

namespace longju::report {

/// The grid as .xlsx: the table with numbers as numbers, each linked to its records on the sheet
/// 明细, and the notes. The file takes the place of one that is there when it is whole.
Result<void> write_workbook(const Grid& grid, const std::filesystem::path& file);

}  // namespace longju::report
