// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

/// A list from an office as a plain table of texts: CSV in UTF-8 or GB18030, and the first sheet of
/// an .xlsx workbook. The file is from outside: sizes, counts and ratios are bounded.
namespace longju::storage {

constexpr std::uint64_t most_list_bytes = 64ULL << 20U;
constexpr std::size_t most_list_rows = 300'000;
constexpr std::size_t most_list_columns = 256;
constexpr std::size_t most_list_cells = 6'000'000;

struct ListRow {
    int line = 0;                    ///< Of the sheet or text, from 1.
    std::vector<std::string> cells;  ///< Trimmed; without the empty ones at the end.

    bool operator==(const ListRow&) const = default;
};

struct ListTable {
    std::string file;           ///< Its name, for messages.
    std::vector<ListRow> rows;  ///< Those that hold anything.
};

/// BadInput with what to do when the file is neither, holds too much, or is broken.
Result<ListTable> read_list(const std::filesystem::path& file);
/// As `read_list`, of a file's bytes.
Result<ListTable> list_from(std::string_view bytes, const std::string& file);

/// `list_from` of a workbook.
Result<ListTable> list_from_xlsx(std::string_view bytes, const std::string& file);

}  // namespace longju::storage
