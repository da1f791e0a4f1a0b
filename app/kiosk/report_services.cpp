// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "kiosk/services.h"
#include "report/annual_grid.h"
#include "report/monthly_list.h"
#include "report/record_source.h"
#include "report/small_cells.h"
#include "storage/platform.h"

/// 报表: the tables of an office on the screen and as files, as `longju report` makes them.
namespace longju::kiosk {
namespace {

constexpr std::size_t day_digits = 10;

std::string county_name(const estimate::Reference& reference, const std::string& code) {
    const auto* division = reference.find_division(code);
    return division == nullptr ? code : division->name_zh;
}

/// What there is to choose from: counties with records, and the townships of the one chosen.
class Choices {
public:
    Choices(const estimate::Reference& reference, const std::string& county)
        : reference_(reference), county_(county) {}

    void add(const std::string& county_code, const std::string& township) {
        if (county_code.empty()) return;
        counties_.insert(county_code);
        if (county_code == county_ && !township.empty()) townships_.insert(township);
    }
    void put_into(ReportPanel& panel) const {
        for (const std::string& code : counties_) {
            panel.counties.emplace_back(code, county_name(reference_, code));
        }
        panel.townships.assign(townships_.begin(), townships_.end());
    }

private:
    const estimate::Reference& reference_;
    std::string county_;
    std::set<std::string> counties_, townships_;
};

std::string file_name(const ReportPanel& panel, const std::string& county, ReportFile file) {
    const ReportRequest& request = panel.request;
    std::string name = fmt::format("{}-{}", panel.grid.title, request.year);
    if (request.table == ReportRequest::Table::Monthly)
        name += fmt::format("-{:02}", request.month);
    for (const std::string& part : {county, request.township}) {
        if (!part.empty()) name += "-" + part;
    }
    if (request.outside) name += "-对外";
    switch (file) {
        case ReportFile::Xlsx:
            return name + ".xlsx";
        case ReportFile::Csv:
        case ReportFile::Gb18030Csv:
            return name + ".csv";
        case ReportFile::Pdf:
            break;
    }
    return name + ".pdf";
}

}  // namespace

std::vector<ReportLine> records_behind(const report::Grid& grid, std::size_t row,
                                       std::size_t column) {
    std::vector<ReportLine> lines;
    const report::GridCell& cell = grid.rows.at(row).cells.at(column);
    if (!cell.detail) return lines;
    // As annual_grid.cpp writes them: row, column, its name and unit, code, township, village,
    // begun, accepted, id, and a figure or why there is none.
    enum { Code = 4, Township, Village, Started, Accepted, Id, Amount };
    const auto& first = grid.details.at(*cell.detail).cells;
    for (std::size_t i = *cell.detail; i < grid.details.size(); ++i) {
        const auto& cells = grid.details[i].cells;
        if (cells[0] != first[0] || cells[1] != first[1]) break;
        const auto number = grid.details[i].number;
        lines.push_back(
            {.visit_id = cells[Id],
             .code = cells[Code],
             .place = cells[Township] + " " + cells[Village],
             .accepted = cells[Accepted],
             .amount = number ? fmt::format("{:.{}f}", *number, grid.columns.at(column).decimals)
                              : cells[Amount]});
    }
    return lines;
}

Result<ReportPanel> DiskServices::annual(const ReportRequest& request, Progress& progress) {
    const auto data = [this](const std::string& hash) -> const estimate::Reference& {
        return data_.find_or_newest(hash);
    };
    auto records = report::records_of(*store_, data, &progress, records_);
    if (!records) return std::unexpected(records.error());
    records_ = *std::move(records);
    ReportPanel panel{.request = request};
    Choices choices(data_.newest(), request.county);
    std::vector<report::Record> wanted;
    for (const report::Record& record : records_) {
        if (record.standing == report::Standing::Counts) {
            choices.add(record.county_code, record.township);
        }
        if (record.county_code.starts_with(request.county)) wanted.push_back(record);
    }
    choices.put_into(panel);
    const estimate::Reference& r = data_.newest();
    report::AnnualTable table = report::annual_table(
        wanted, request.year, {r.version, r.rules_version, r.prices.version, r.data_hash},
        r.divisions);
    if (request.outside) table = report::hide_small(std::move(table));
    panel.set_hash = table.set_hash;
    const report::Entries entries{.date = storage::wall_time().substr(0, day_digits)};
    panel.grid = report::annual_grid(table, entries, report::Listing::WithRecords);
    // Of a table that is fit to leave the county any part is, too.
    std::erase_if(panel.grid.rows, [&](const report::GridRow& row) {
        return !request.township.empty() && row.level > 0 && row.label != request.township;
    });
    return panel;
}

Result<ReportPanel> DiskServices::monthly(const ReportRequest& request, Progress& progress) {
    const std::chrono::year_month month{std::chrono::year(request.year),
                                        std::chrono::month(static_cast<unsigned>(request.month))};
    ReportPanel panel{.request = request};
    const auto rows = store_->recent(std::numeric_limits<int>::max());
    if (!rows) return std::unexpected(rows.error());
    Choices choices(data_.newest(), request.county);
    for (const storage::VisitRow& row : *rows) choices.add(row.division_code, row.township);
    choices.put_into(panel);
    auto list = report::monthly_list_of(*store_, data_.newest(), month, &progress,
                                        {request.county, request.township});
    if (!list) return std::unexpected(list.error());
    // Whoever may not see numbers in full reads counts, not people.
    const bool masked = request.outside ||
                        (session_ && !access::may(session_->role, access::Action::SeeFullNumber));
    if (masked) report::mask_names(*list);
    for (const report::MonthlyEntry& entry : list->entries) {
        panel.visits.push_back(entry.row.visit_id);
    }
    panel.grid = report::monthly_grid(*list, data_.newest().divisions,
                                      storage::wall_time().substr(0, day_digits));
    return panel;
}

Result<ReportPanel> DiskServices::report(const ReportRequest& request, Progress& progress) {
    const bool of_year = request.table == ReportRequest::Table::Annual;
    auto panel = of_year ? annual(request, progress) : monthly(request, progress);
    if (!panel) return panel;
    const std::string month = of_year ? "" : fmt::format("-{:02}", request.month);
    auto noted = note(access::Action::MakeReport, fmt::format("{}{}", request.year, month),
                      request.outside ? "outside" : "");
    if (!noted) return std::unexpected(noted.error());
    return panel;
}

Result<std::filesystem::path> DiskServices::write_report(const ReportRequest& request,
                                                         ReportFile file, Progress& progress) {
    const auto panel = report(request, progress);
    if (!panel) return std::unexpected(panel.error());
    if (auto go = progress.last_call(); !go) return std::unexpected(go.error());
    if (auto made = storage::make_folder(out()); !made) return std::unexpected(made.error());
    const std::string county =
        request.county.empty() ? "" : county_name(data_.newest(), request.county);
    const auto path = out() / storage::path_from_utf8(file_name(*panel, county, file));
    report::Grid grid = panel->grid;
    if (file != ReportFile::Xlsx) grid.details.clear();
    if (auto done = report::write_grid(grid, file, path); !done) {
        return std::unexpected(done.error());
    }
    return path;
}

}  // namespace longju::kiosk
