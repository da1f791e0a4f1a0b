// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/report_verbs.h"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/answered_case.h"
#include "cli/own_store.h"
#include "core/csv.h"
#include "report/annual_grid.h"
#include "report/grid_file.h"
#include "report/monthly_list.h"
#include "report/record_source.h"
#include "report/small_cells.h"
#include "report/warehouse.h"
#include "storage/platform.h"
#include "sync/data_shelf.h"

namespace longju::cli {

namespace {

using Reference = std::unique_ptr<const estimate::Reference>;

/// What a table is made from.
struct Source {
    Reference reference;
    Reference base;                        ///< What the program brings.
    std::optional<sync::DataShelf> shelf;  ///< Of older visits.
    std::vector<report::Record> records;
    report::Versions versions;
    std::string warning;
};

/// Many estimates take their time: a line on stderr for every hundred.
void say_progress(std::size_t done, std::size_t all) {
    constexpr std::size_t many = 200, a_hundred = 100;
    if (all < many || done % a_hundred != 0) return;
    std::fputs(fmt::format("{} of {} records read\n", done, all).c_str(), stderr);
}

Result<void> add_own(const ReportOptions& options, Source& source) {
    auto own = open_own_store_for(access::Action::MakeReport, options.folder);
    if (!own) return std::unexpected(own.error());
    storage::VisitsStore* const store = &own->store;
    if (auto noted = own->note("records"); !noted) return std::unexpected(noted.error());
    auto base = open_base_reference(options.reference);
    if (!base) return std::unexpected(base.error());
    source.base = *std::move(base);
    source.shelf.emplace(*source.base, sync::PackFolder::beside(store->folder()));
    const auto data = [&source](const std::string& hash) -> const estimate::Reference& {
        return source.shelf->find_or_newest(hash);
    };
    Progress progress(say_progress);
    auto records = report::records_of(*store, data, &progress);
    if (!records) return std::unexpected(records.error());
    const estimate::Reference& r = *source.reference;
    source.records = *std::move(records);
    source.versions = {r.version, r.rules_version, r.prices.version, r.data_hash};
    return {};
}

Result<void> add_published(const std::string& from, Source& source) {
    auto warehouse = report::Warehouse::open(from);
    if (!warehouse) return std::unexpected(warehouse.error());
    auto held = warehouse->holdings();
    if (!held) return std::unexpected(held.error());
    source.records = std::move(held->records);
    source.versions = held->versions;
    if (!held->not_whole.empty()) {
        source.warning = fmt::format(
            "not what these counties said they published (broken off, or changed since): {}; let "
            "them publish again\n",
            fmt::join(held->not_whole, " "));
    }
    return {};
}

Result<Source> source_of(const ReportOptions& options) {
    auto reference = open_reference(options.reference);
    if (!reference) return std::unexpected(reference.error());
    Source source{.reference = *std::move(reference)};
    const auto added =
        options.from.empty() ? add_own(options, source) : add_published(options.from, source);
    if (!added) return std::unexpected(added.error());
    std::erase_if(source.records, [&](const report::Record& record) {
        return !record.county_code.starts_with(options.county);
    });
    return source;
}

std::string date_of(const ReportOptions& options) {
    constexpr std::size_t day_digits = 10;
    return options.date.empty() ? storage::wall_time().substr(0, day_digits) : options.date;
}

Result<report::Entries> entries_of(const ReportOptions& options) {
    report::Entries entries{.remarks = options.remarks, .date = date_of(options)};
    if (options.entries.empty()) return entries;
    constexpr std::uint64_t most_bytes = std::uint64_t{1} << 20;
    const auto text =
        storage::read_whole_file(storage::path_from_utf8(options.entries), most_bytes);
    if (!text) return std::unexpected(text.error());
    const auto table = parse_csv(*text, options.entries);
    if (!table) return std::unexpected(table.error());
    for (const CsvRow& row : table->rows) {
        const auto column = row.required("column");
        if (!column) return std::unexpected(column.error());
        const report::Column* known = report::find_column(*column);
        if (known == nullptr || known->figure) {
            return row.refuse("column",
                              "is no column that is filled in by hand; `longju report "
                              "cell` lists the columns");
        }
        constexpr double most = 1e9;
        const auto value = row.number("value", 0.0, most);
        if (!value) return std::unexpected(value.error());
        entries.figures[*column] = *value;
    }
    return entries;
}

using report::GridFile;

Result<GridFile> kind_of(const ReportOptions& options) {
    const GridFile csv = options.gb18030 ? GridFile::Gb18030Csv : GridFile::Csv;
    if (options.csv) return csv;
    if (options.xlsx) return GridFile::Xlsx;
    if (options.pdf) return GridFile::Pdf;
    if (options.output.ends_with(".csv")) return csv;
    if (options.output.ends_with(".xlsx")) return GridFile::Xlsx;
    if (options.output.ends_with(".pdf")) return GridFile::Pdf;
    return fail(
        ErrorKind::BadInput,
        fmt::format("what kind of file is {}? End it in .csv, .xlsx or .pdf", options.output));
}

Result<void> write(const report::Grid& grid, GridFile kind, const ReportOptions& options) {
    return report::write_grid(grid, kind, storage::path_from_utf8(options.output));
}

std::string day(const std::optional<Date>& date) { return date ? iso(*date) : "-"; }

std::string column_lines() {
    std::string out;
    for (const report::Column& column : report::annual_columns()) {
        out += fmt::format("{:<4} {} {} ({}) {}{}\n", column.id, column.group_zh, column.name_zh,
                           column.unit_zh, report::nature_zh(column.nature),
                           column.figure ? "" : ", no record knows it");
    }
    return out;
}

const report::Row* row_of(const report::AnnualTable& table, const std::string& name) {
    if (name.empty()) return &table.total;
    for (const report::County& county : table.counties) {
        if (county.row.key.county_code == name || county.row.key.name_zh == name) {
            return &county.row;
        }
        for (const report::Row& township : county.townships) {
            if (township.key.name_zh == name) return &township;
        }
    }
    return nullptr;
}

std::string record_line(const report::Record& record, const std::string& what) {
    return fmt::format("{:>14}  {}  {}  {} {}  开工 {}  验收 {}\n", what, record.visit_id,
                       record.code, record.township, record.village, day(record.started),
                       day(record.accepted));
}

std::string cell_lines(const report::AnnualTable& table, const report::Row& row,
                       const report::Column& column) {
    const auto place = static_cast<std::size_t>(&column - report::annual_columns().data());
    const report::Cell& cell = row.cells[place];
    std::string out =
        fmt::format("{} {} {} {} {}: {} records, {} more do not know\n", row.key.name_zh,
                    column.group_zh, column.name_zh,
                    cell.amount ? report::figure_text(column, *cell.amount) : report::unknown_mark,
                    column.unit_zh, cell.parts.size(), cell.open.size());
    for (const report::Part& part : cell.parts) {
        out += record_line(table.records[part.record], report::figure_text(column, part.amount));
    }
    for (const std::size_t open : cell.open) {
        out += record_line(table.records[open], report::unknown_mark);
    }
    return out;
}

}  // namespace

Outcome report_annual_verb(const ReportOptions& options) {
    const auto kind = kind_of(options);
    if (!kind) return refused(kind.error());
    const auto entries = entries_of(options);
    if (!entries) return refused(entries.error());
    const auto source = source_of(options);
    if (!source) return refused(source.error());
    report::AnnualTable table = report::annual_table(
        source->records, options.year, source->versions, source->reference->divisions);
    if (options.outside) table = report::hide_small(std::move(table));
    const auto listing =
        *kind == GridFile::Xlsx ? report::Listing::WithRecords : report::Listing::TableOnly;
    const report::Grid grid = report::annual_grid(table, *entries, listing);
    if (auto done = write(grid, *kind, options); !done) return refused(done.error());
    return {Outcome::Good,
            fmt::format("{}\n{} counties, {} records, record set {}\n", options.output,
                        table.counties.size(), source->records.size(), table.set_hash),
            source->warning};
}

Outcome report_monthly_verb(const ReportOptions& options) {
    const auto kind = kind_of(options);
    if (!kind) return refused(kind.error());
    const auto month = report::month_from(options.month);
    if (!month) {
        return refused(fail(ErrorKind::BadInput,
                            fmt::format("\"{}\" is no month; write 2026-11", options.month))
                           .error());
    }
    const auto reference = open_reference(options.reference);
    if (!reference) return refused(reference.error());
    auto own = open_own_store_for(access::Action::MakeReport, options.folder);
    if (!own) return refused(own.error());
    storage::VisitsStore* const store = &own->store;
    Progress progress(say_progress);
    auto list = report::monthly_list_of(*store, **reference, *month, &progress);
    if (!list) return refused(list.error());
    const auto& by = own->by.session;
    if (by && !access::may(by->role, access::Action::SeeFullNumber)) {
        report::mask_names(*list);
    }
    const report::Grid grid =
        report::monthly_grid(*list, (*reference)->divisions, date_of(options));
    if (auto done = write(grid, *kind, options); !done) return refused(done.error());
    if (auto noted = own->note("monthly " + options.month); !noted) return refused(noted.error());
    return {Outcome::Good,
            fmt::format("{}\n{} changed rows, {} on the list\n", options.output,
                        list->entries.size(), list->totals.listed),
            ""};
}

Outcome report_cell_verb(const ReportOptions& options) {
    if (options.column.empty()) return {Outcome::Good, column_lines(), ""};
    const report::Column* column = report::find_column(options.column);
    if (column == nullptr) {
        return refused(fail(ErrorKind::NotFound,
                            fmt::format("there is no column {}; without --column they are listed",
                                        options.column))
                           .error());
    }
    const auto source = source_of(options);
    if (!source) return refused(source.error());
    const report::AnnualTable table = report::annual_table(
        source->records, options.year, source->versions, source->reference->divisions);
    const report::Row* row = row_of(table, options.row);
    if (row == nullptr) {
        return refused(fail(ErrorKind::NotFound,
                            fmt::format("the table of {} has no row {}", options.year, options.row))
                           .error());
    }
    return {Outcome::Good, cell_lines(table, *row, *column), source->warning};
}

Outcome publish_verb(const ReportOptions& options) {
    auto warehouse = report::Warehouse::open(options.to);
    if (!warehouse) return refused(warehouse.error());
    const auto source = source_of(options);
    if (!source) return refused(source.error());
    const report::PublishOptions how{
        .batch = options.batch, .progress = [](std::size_t done, std::size_t all) {
            std::fputs(fmt::format("{} of {} records sent\n", done, all).c_str(), stderr);
        }};
    const auto done = warehouse->publish(source->records, source->versions, how);
    if (!done) return refused(done.error());
    return {Outcome::Good,
            fmt::format("{} new, {} changed, {} unchanged, {} with a later state on the server, {} "
                        "without a county left out\n",
                        done->fresh, done->changed, done->unchanged, done->older, done->no_county),
            source->warning};
}

}  // namespace longju::cli
