// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>

#include "core/result.h"
#include "report/grid.h"

namespace longju::report {

enum class GridFile {
    Csv,         ///< UTF-8 with its mark.
    Gb18030Csv,  ///< For programs that know no UTF-8.
    Xlsx,
    Pdf
};

/// Writes a table; a file of that name is replaced when the new one is whole.
Result<void> write_grid(const Grid& grid, GridFile kind, const std::filesystem::path& file);

}  // namespace longju::report
