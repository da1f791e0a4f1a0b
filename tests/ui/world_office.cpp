// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "report/annual_grid.h"
#include "report/monthly_list.h"
#include "report/small_cells.h"
#include "ui/world.h"

/// What the dialogs of an office show.
namespace longju::kiosk::testing {
namespace {

Date day(unsigned month, unsigned day_of_month) {
    return std::chrono::year(2026) / std::chrono::month(month) / std::chrono::day(day_of_month);
}

report::Record record(int number, const char* township) {
    report::Record record;
    record.visit_id = "8f3a91c200000000000000000000000" + std::to_string(number);
    record.head_hash = std::string(64, static_cast<char>('a' + number));
    record.code = "231222-26-8f3a91c" + std::to_string(number) + "-K";
    record.county_code = "231222";
    record.township = township;
    record.village = "示例村";
    record.started = day(6, 1);
    record.accepted = day(9, static_cast<unsigned>(number));
    record.figures.fill(0);
    const auto set = [&](report::Figure figure, std::int64_t amount) {
        record.figures.at(static_cast<std::size_t>(figure)) = amount;
    };
    set(report::Figure::Retrofit, 1);
    set(report::Figure::RetrofitArea, 8000 + 130 * number);
    set(report::Figure::WallArea, 9000 + 210 * number);
    set(report::Figure::CoalSaved, 2100 + 40 * number);
    set(report::Figure::CostTotal, 3'000'000 + 10'000 * number);
    if (number % 3 == 0) set(report::Figure::Sunspace, 1);
    record.figures.at(static_cast<std::size_t>(report::Figure::GreenMaterial)).reset();
    return record;
}

ReportPanel sample_month(const estimate::Reference& reference, const ReportRequest& request) {
    ReportPanel panel{.request = request};
    report::MonthlyList list;
    list.month =
        std::chrono::year(request.year) / std::chrono::month(static_cast<unsigned>(request.month));
    int number = 0;
    for (const char* name : {"王桂兰", "赵德厚", "孙秀芬"}) {
        report::MonthlyRow row{.visit_id = record(++number, "兰西镇").visit_id,
                               .county_code = "231222",
                               .township = "兰西镇",
                               .village = "示例村",
                               .name = name,
                               .category = house::HouseholdCategory::Dibao,
                               .grade = house::DangerGrade::C,
                               .found = day(11, 3),
                               .source_zh = "走访查勘",
                               .action_zh = "乡镇审核，外墙、顶棚改造"};
        list.entries.push_back({report::Change::New, row});
        panel.visits.push_back(row.visit_id);
    }
    list.totals = {.listed = 12, .grade_c = 9, .grade_d = 3, .under_way = 2, .finished = 5};
    panel.grid = report::monthly_grid(list, reference.divisions, "2026-11-22");
    return panel;
}

}  // namespace

ReportPanel sample_report(const estimate::Reference& reference, const ReportRequest& request) {
    ReportPanel panel{.request = request};
    if (request.table == ReportRequest::Table::Monthly) panel = sample_month(reference, request);
    panel.counties = {{"231222", "兰西县"}};
    if (!request.county.empty()) panel.townships = {"兰西镇", "榆林镇"};
    if (request.table == ReportRequest::Table::Monthly) return panel;
    std::vector<report::Record> records;
    for (int i = 1; i <= 8; ++i) records.push_back(record(i, i < 7 ? "兰西镇" : "榆林镇"));
    report::AnnualTable table = report::annual_table(
        records, request.year, {"2026.11", "2026-11", "2026-10", "4f1c"}, reference.divisions);
    if (request.outside) table = report::hide_small(std::move(table));
    panel.set_hash = table.set_hash;
    panel.grid = report::annual_grid(table, {}, report::Listing::WithRecords);
    std::erase_if(panel.grid.rows, [&](const report::GridRow& row) {
        return !request.township.empty() && row.level > 0 && row.label != request.township;
    });
    return panel;
}

AuditPanel sample_audit(const AuditRequest& request) {
    AuditPanel panel{.request = request, .rows = {}};
    const auto add = [&](const char* at, const char* actor, const char* action,
                         const char* subject) {
        const auto seq = 5 - static_cast<std::int64_t>(panel.rows.size());
        panel.rows.push_back({.seq = seq,
                              .at = at,
                              .entry = {actor, action, subject, {}},
                              .previous = {},
                              .hash = {}});
    };
    add("2026-11-22T14:03:00+08:00", "周玉梅", "subsidy.approve",
        "8f3a91c2000000000000000000000001");
    add("2026-11-22T13:40:00+08:00", "赵德厚", "report.make", "2026");
    add("2026-11-21T09:12:00+08:00", "李长河", "parcel.export", "longju-8f3a91c2.ljp");
    add("2026-11-21T09:02:00+08:00", "李长河", "pin.wrong", "李长河");
    add("2026-11-20T08:00:00+08:00", "周玉梅", "user.begin", "周玉梅");
    panel.matching = panel.rows.size();
    panel.check = {.rows = 5, .head = std::string(64, 'a'), .first_bad = {}};
    panel.people = {"周玉梅", "李长河", "赵德厚"};
    panel.actions = {"parcel.export", "pin.wrong", "report.make", "subsidy.approve", "user.begin"};
    return panel;
}

}  // namespace longju::kiosk::testing
