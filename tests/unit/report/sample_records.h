// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "core/hash.h"
#include "report/annual_table.h"
#include "report/record.h"

/// Records with made-up figures.
namespace longju::report::sample {

inline Date on(int year, unsigned month, unsigned day) {
    return std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
}

/// One that was accepted in 2026 and knows that nothing was done.
inline Record accepted(const std::string& name, const std::string& county,
                       const std::string& township) {
    Record record{.visit_id = sha256_hex(name).substr(0, 32),
                  .head_hash = sha256_hex("head of " + name),
                  .lamport = 7,
                  .county_code = county,
                  .township = township,
                  .started = on(2026, 5, 20),
                  .accepted = on(2026, 9, 1)};
    for (auto& figure : record.figures) figure = 0;
    return record;
}

inline void set(Record& record, Figure figure, std::optional<std::int64_t> value) {
    record.figures.at(static_cast<std::size_t>(figure)) = value;
}

/// The cell of a column.
template <class Row>
auto& cell(Row& row, std::string_view id) {
    const Column* column = find_column(id);
    return row.cells.at(static_cast<std::size_t>(column - annual_columns().data()));
}

}  // namespace longju::report::sample
