// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/grid_file.h"

#include "report/grid_pages.h"
#include "report/workbook.h"
#include "sheet/painter.h"
#include "storage/gb18030.h"
#include "storage/platform.h"

namespace longju::report {

namespace {

Result<void> write_pages(const Grid& grid, const std::filesystem::path& file) {
    const auto fonts = sheet::FontSet::load();
    if (!fonts) return std::unexpected(fonts.error());
    const auto bytes = sheet::pdf_of(pages_of(grid), *fonts);
    if (!bytes) return std::unexpected(bytes.error());
    return storage::replace_file(file, *bytes);
}

}  // namespace

Result<void> write_grid(const Grid& grid, GridFile kind, const std::filesystem::path& file) {
    switch (kind) {
        case GridFile::Xlsx:
            return write_workbook(grid, file);
        case GridFile::Pdf:
            return write_pages(grid, file);
        case GridFile::Csv:
            return storage::replace_file(file, csv_of(grid));
        case GridFile::Gb18030Csv:
            break;
    }
    const auto converted = storage::gb18030_from_utf8(csv_of(grid));
    if (!converted) return std::unexpected(converted.error());
    return storage::replace_file(file, *converted);
}

}  // namespace longju::report
