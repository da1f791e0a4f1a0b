// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/provenance.h"
#include "core/result.h"

namespace longju {

/// One row of a CSV table, read by column name. Every reader names file, line and column when the
/// text is not what it must be.
class CsvRow {
public:
    CsvRow(const std::vector<std::string>& columns, std::vector<std::string> cells,
           std::string file, int line);

    /// The cell as it stands (trimmed). Bad input when the table has no such column.
    Result<std::string> text(std::string_view column) const;
    /// As `text`, but an empty cell is refused.
    Result<std::string> required(std::string_view column) const;
    /// A finite number within [low, high].
    Result<double> number(std::string_view column, double low, double high) const;
    Result<long long> integer(std::string_view column, long long low, long long high) const;
    /// Columns `source` and `confidence`; both are required.
    Result<Provenance> provenance() const;

    std::unexpected<Error> refuse(std::string_view column, std::string what) const;
    int line() const { return line_; }

private:
    const std::vector<std::string>* columns_;
    std::vector<std::string> cells_;
    std::string file_;
    int line_;
};

/// A CSV file (RFC 4180, UTF-8, comma, one header line, `#` starts a comment line). The rows refer
/// to `columns`, so the table must outlive them: it can be moved, not copied.
struct CsvTable {
    CsvTable() = default;
    CsvTable(const CsvTable&) = delete;
    CsvTable& operator=(const CsvTable&) = delete;
    CsvTable(CsvTable&&) = default;
    CsvTable& operator=(CsvTable&&) = default;

    /// The columns live on the heap so that rows stay valid when the table is moved.
    std::vector<std::vector<std::string>> header;
    std::vector<CsvRow> rows;
};

/// Parses `content`; `file` is only used in messages. Refuses text that is not UTF-8, a header with
/// an empty or repeated name, an open quote and a row with another number of cells.
Result<CsvTable> parse_csv(std::string_view content, const std::string& file);

/// One record of a CSV text without a fixed form.
struct CsvRecord {
    int line = 0;  ///< Where it begins, from 1.
    std::vector<std::string> cells;
};

/// The records of UTF-8 `content`, of whatever lengths; lines that are empty or begin with `#` are
/// passed over. Refuses an open quote and more than `most` records.
Result<std::vector<CsvRecord>> csv_records(std::string_view content, const std::string& file,
                                           std::size_t most);

/// The text as one cell: in quotes where it holds a comma, a quote or a new line.
std::string csv_cell(std::string_view text);

}  // namespace longju
