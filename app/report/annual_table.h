// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "estimate/place.h"
#include "report/annual_columns.h"
#include "report/record.h"

/// 《农房绿色低碳建设年度汇总表》: a row for each county with its townships below, every cell with
/// the records behind it.
namespace longju::report {

/// What one record adds to a cell.
struct Part {
    std::size_t record = 0;   ///< Place in `AnnualTable::records`.
    std::int64_t amount = 0;  ///< In the unit of the column's figure; not 0.
};

struct Cell {
    /// Sum over the records that know the figure: 0 when there is no record to know it, nothing
    /// when there are some and none does.
    std::optional<std::int64_t> amount;
    std::vector<Part> parts;
    std::vector<std::size_t> open;  ///< Records of the column's stage that do not know it.
    bool incomplete = false;        ///< `open` had some.
    bool hidden = false;            ///< Too few households stand behind it (small_cells.h).
};

/// What a row stands for.
struct RowKey {
    std::string county_code;  ///< Empty for the sum of all counties and for visits without one.
    std::string township;     ///< Of a township's row; may be empty: not named.
    std::string name_zh;
};

struct Row {
    RowKey key;
    std::vector<Cell> cells;           ///< By `annual_columns()`.
    std::vector<std::size_t> records;  ///< Begun, under way or accepted in the year.
};

struct County {
    Row row;
    std::vector<Row> townships;  ///< By name; their cells add up to the county's.
};

/// What a table was made with; printed below it.
struct Versions {
    std::string catalog, rules, prices, data_hash;

    bool operator==(const Versions&) const = default;
};

/// Records that are in the set and count nowhere.
struct LeftOut {
    int withdrawn = 0, doubles = 0, samples = 0;
    int undecided = 0;  ///< Counted by the version that is shown, but there are several.
};

struct AnnualTable {
    int year = 2026;
    std::vector<Record> records;   ///< All of the set, samples left out.
    std::vector<County> counties;  ///< By code.
    Row total;                     ///< Sum of the counties.
    std::string set_hash;          ///< `record_set_hash` of the records.
    LeftOut left_out;
    Versions versions;
    bool outside = false;  ///< Made fit to leave the county (small_cells.h).
};

/// `divisions` gives counties their names. Pure.
AnnualTable annual_table(std::span<const Record> records, int year, const Versions& versions,
                         std::span<const estimate::Division> divisions);

/// Whether a record is of a column's stage in that year; nothing when its days do not tell.
std::optional<bool> is_at(const Record& record, Stage stage, int year);

}  // namespace longju::report
