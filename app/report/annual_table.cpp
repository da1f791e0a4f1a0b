// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/annual_table.h"

#include <algorithm>
#include <map>

namespace longju::report {

namespace {

int year_of(const std::optional<Date>& date) { return static_cast<int>(date->year()); }

std::string county_name(const std::string& code, std::span<const estimate::Division> divisions) {
    if (code.empty()) return "（没有写县）";
    const auto found = std::ranges::find(divisions, code, &estimate::Division::code);
    return found == divisions.end() ? code : found->prefecture_zh + found->name_zh;
}

std::vector<Cell> empty_cells() { return std::vector<Cell>(annual_columns().size()); }

/// A record that is not at a column's stage adds nothing and is no reason to know less.
void add(const Record& record, std::size_t index, int year, Row& row) {
    const auto columns = annual_columns();
    bool any = false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Column& column = columns[i];
        Cell& cell = row.cells[i];
        const std::optional<bool> here = is_at(record, column.stage, year);
        if (here == false) continue;
        any = true;
        std::optional<std::int64_t> amount;
        if (column.figure) amount = record.figure(*column.figure);
        if (column.figure && amount == 0) {  // Whatever its day.
            cell.amount = cell.amount.value_or(0);
            continue;
        }
        if (!here || !amount) {
            if (column.figure) cell.open.push_back(index);
            continue;
        }
        cell.amount = cell.amount.value_or(0) + *amount;
        cell.parts.push_back({index, *amount});
    }
    if (any) row.records.push_back(index);
}

/// Where nobody had anything to know, nothing was done.
void close(Row& row) {
    const auto columns = annual_columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        Cell& cell = row.cells[i];
        const bool nobody = columns[i].figure && cell.open.empty();
        if (nobody && !cell.amount) cell.amount = 0;
        cell.incomplete = !cell.open.empty();
    }
}

/// By county and township, in the order of codes and names.
using Places = std::map<std::string, std::map<std::string, Row>>;

void add_to_places(const AnnualTable& table, Places& places) {
    for (std::size_t i = 0; i < table.records.size(); ++i) {
        const Record& record = table.records[i];
        if (record.standing != Standing::Counts) continue;
        Row& row = places[record.county_code][record.township];
        if (row.cells.empty()) row.cells = empty_cells();
        add(record, i, table.year, row);
    }
}

void add_row(const Row& part, Row& sum) {
    sum.records.insert(sum.records.end(), part.records.begin(), part.records.end());
    for (std::size_t i = 0; i < part.cells.size(); ++i) {
        const Cell& from = part.cells[i];
        Cell& to = sum.cells[i];
        if (from.amount) to.amount = to.amount.value_or(0) + *from.amount;
        to.parts.insert(to.parts.end(), from.parts.begin(), from.parts.end());
        to.open.insert(to.open.end(), from.open.begin(), from.open.end());
    }
}

County county_of(const std::string& code, std::map<std::string, Row>& townships,
                 std::span<const estimate::Division> divisions) {
    County county;
    county.row.key = {code, "", county_name(code, divisions)};
    county.row.cells = empty_cells();
    for (auto& [name, row] : townships) {
        if (row.records.empty()) continue;
        close(row);
        row.key = {code, name, name.empty() ? "（没有写乡镇）" : name};
        add_row(row, county.row);
        county.townships.push_back(std::move(row));
    }
    close(county.row);
    return county;
}

LeftOut left_out_of(std::span<const Record> records) {
    LeftOut out;
    for (const Record& record : records) {
        if (record.standing == Standing::Sample) ++out.samples;
        if (record.standing == Standing::Withdrawn) ++out.withdrawn;
        if (record.standing == Standing::Double) ++out.doubles;
        if (record.standing == Standing::Counts && record.versions > 1) ++out.undecided;
    }
    return out;
}

}  // namespace

std::optional<bool> is_at(const Record& record, Stage stage, int year) {
    const bool accepted_by_then = record.accepted && year_of(record.accepted) <= year;
    switch (stage) {
        case Stage::Accepted:
            return record.accepted && year_of(record.accepted) == year;
        case Stage::Started:
            if (record.started) return year_of(record.started) == year;
            // Accepted without a day of beginning: it began in that year or before.
            if (record.accepted && year_of(record.accepted) >= year) return std::nullopt;
            return false;
        case Stage::UnderWay:
            if (accepted_by_then) return false;
            if (record.started) return year_of(record.started) <= year;
            if (record.accepted) return std::nullopt;
            return false;
    }
    return false;
}

AnnualTable annual_table(std::span<const Record> records, int year, const Versions& versions,
                         std::span<const estimate::Division> divisions) {
    AnnualTable table{.year = year,
                      .set_hash = record_set_hash(records),
                      .left_out = left_out_of(records),
                      .versions = versions};
    for (const Record& record : records) {
        if (record.standing != Standing::Sample) table.records.push_back(record);
    }
    // The order of the set does not matter.
    std::ranges::sort(table.records, {}, &Record::visit_id);
    Places places;
    add_to_places(table, places);
    table.total.key.name_zh = "合计";
    table.total.cells = empty_cells();
    for (auto& [code, townships] : places) {
        County county = county_of(code, townships, divisions);
        if (county.row.records.empty()) continue;
        add_row(county.row, table.total);
        table.counties.push_back(std::move(county));
    }
    close(table.total);
    return table;
}

}  // namespace longju::report
