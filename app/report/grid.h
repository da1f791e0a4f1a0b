// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <vector>

namespace longju::report {

/// A table as it is handed out, before it is a file: what CSV, xlsx and PDF have in common.
struct GridColumn {
    std::string number;  ///< 栏次; may be empty.
    std::string group;   ///< Heading over several neighbours; may be empty.
    std::string name;
    std::string unit;    ///< May be empty.
    std::string nature;  ///< 计数, 设计量, 测算值, 手填; may be empty.
    int decimals = 0;    ///< Of numbers.
    double width_mm = 20.0;
    bool words = false;      ///< Holds texts, set to the left.
    bool band_ends = false;  ///< On paper the table is folded after this column.
};

struct GridCell {
    std::string text;              ///< As printed: a figure, words, — or ＊.
    std::optional<double> number;  ///< In the unit of the column, where the cell is a figure.
    bool incomplete = false;       ///< ※: of some records the figure is not known.
    /// Line of `Grid::details` where the records behind the cell begin; nothing without any.
    std::optional<std::size_t> detail;
};

struct GridRow {
    std::string label;
    int level = 0;  ///< 0 a sum or county, 1 a township in it.
    std::vector<GridCell> cells;
};

/// A line of the list behind the figures.
struct GridDetail {
    std::vector<std::string> cells;  ///< By `Grid::detail_columns`.
    std::optional<double> number;    ///< In place of the last one.
};

struct Grid {
    std::string title;
    std::string subtitle;    ///< Whose, for when.
    std::string label_head;  ///< Over the labels; empty: the rows have none.
    std::vector<GridColumn> columns;
    std::vector<GridRow> rows;
    std::vector<std::string> notes;  ///< Below the table, a line each.
    std::vector<std::string> detail_columns;
    std::vector<GridDetail> details;
    std::string sheet_name;  ///< 年度表
    std::string date;        ///< ISO, of the making; empty when it is not said.
    std::string subject;     ///< For the PDF's metadata.
    bool to_fill = false;    ///< Has empty lines for 问题与建议.
    double label_width_mm = 46.0;
    bool a3 = true;  ///< A3 across, else A4 across.
};

/// 未知 and 隐去 as printed.
inline constexpr const char* unknown_mark = "—";
inline constexpr const char* hidden_mark = "＊";
inline constexpr const char* incomplete_mark = "※";

/// As CSV: a line of heads, the rows, an empty line, the notes. UTF-8 with its mark, so that
/// spreadsheet programs take it for UTF-8; CRLF.
std::string csv_of(const Grid& grid);

}  // namespace longju::report
