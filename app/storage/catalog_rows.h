// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "estimate/reference.h"
#include "storage/catalog_fields.h"

/// How the rows of one table are read.
namespace longju::storage {

/// The column of a table's key, and whether its rows stand sorted by it.
struct Key {
    std::string_view column;
    bool sorted = true;
};
inline constexpr Key by_id{"id"};

template <class Row>
const std::string& key_of(const Row& row) {
    return row.id;
}
inline const std::string& key_of(const estimate::Division& row) { return row.code; }
inline const std::string& key_of(const estimate::Township& row) { return row.code; }

/// Reads every row with `read`; refuses keys that stand twice or out of order.
template <class Row, class Read>
std::vector<Row> read_rows(const CsvTable& table, const std::string& file,
                           std::vector<Error>& errors, Key key, Read read) {
    std::vector<Row> rows;
    Complaints complaints(errors, file);
    for (const CsvRow& cells : table.rows) {
        RowFields fields(cells, complaints);
        Row row = read(fields);
        const bool twice = std::ranges::any_of(
            rows, [&](const Row& before) { return key_of(before) == key_of(row); });
        if (twice) {
            fields.refuse(key.column, fmt::format("\"{}\" stands twice; remove one", key_of(row)));
        } else if (key.sorted && !rows.empty() && key_of(row) < key_of(rows.back())) {
            fields.refuse(key.column, fmt::format("\"{}\" must stand before \"{}\"; sort the rows",
                                                  key_of(row), key_of(rows.back())));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace longju::storage
