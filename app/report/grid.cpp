// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/grid.h"

#include <fmt/format.h>

#include "core/csv.h"

namespace longju::report {

namespace {

/// `4b 农房节能改造-建筑面积(m²)[设计量]`
std::string head_of(const GridColumn& column) {
    std::string head = column.number.empty() ? "" : column.number + " ";
    if (!column.group.empty()) head += column.group + "-";
    head += column.name;
    if (!column.unit.empty()) head += "(" + column.unit + ")";
    if (!column.nature.empty()) head += "[" + column.nature + "]";
    return head;
}

/// A plain number for programs: a point, a minus of ASCII, no comma.
std::string cell_text(const GridCell& cell, const GridColumn& column) {
    if (!cell.number) return csv_cell(cell.text);
    return fmt::format("{:.{}f}", *cell.number, column.decimals);
}

}  // namespace

std::string csv_of(const Grid& grid) {
    std::string out = "\xEF\xBB\xBF";
    const auto end = [&] {
        out.back() = '\r';
        out += '\n';
    };
    if (!grid.label_head.empty()) out += csv_cell(grid.label_head) + ",";
    for (const GridColumn& column : grid.columns) out += csv_cell(head_of(column)) + ",";
    end();
    for (const GridRow& row : grid.rows) {
        if (!grid.label_head.empty()) out += csv_cell(row.label) + ",";
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            out += cell_text(row.cells[i], grid.columns[i]) + ",";
        }
        end();
    }
    out += "\r\n" + csv_cell(grid.title + " " + grid.subtitle) + "\r\n";
    for (const std::string& note : grid.notes) out += csv_cell(note) + "\r\n";
    return out;
}

}  // namespace longju::report
