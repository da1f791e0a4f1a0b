// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/monthly_list.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include <fmt/format.h>

#include "house/mask.h"

namespace longju::report {

namespace {

using visit::ProcedureStep;

std::string day_words(Date date) {
    return fmt::format("{} 月 {} 日", static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

/// How far the case is, by the last step that has a day.
std::string progress_zh(const visit::Procedure& procedure) {
    static constexpr std::array<const char*, visit::procedure_steps> words{
        "已申请",   "村已核实", "已鉴定", "已评议",     "村已公示",   "乡镇已审核", "县已审批",
        "已签协议", "已开工",   "已验收", "已录入系统", "补助已到户", "已归档"};
    for (std::size_t i = words.size(); i-- > 0;) {
        const auto day = procedure.day_of(visit::step_at(i));
        if (day) return fmt::format("{}（{}）", words.at(i), day_words(*day));
    }
    return "未申请";
}

std::string works_zh(const visit::Visit& visit, const estimate::Reference& reference) {
    if (!visit.inputs.house.existing) return "重建";
    std::string works;
    for (const measure::Choice& choice : visit.inputs.scheme.choices) {
        const measure::Measure* m = reference.measures.find(choice.measure_id);
        if (m != nullptr) works += (works.empty() ? "" : "、") + m->name_zh;
    }
    return works.empty() ? "措施未定" : works;
}

/// The acceptance; else the beginning of the works and the longest their working days may take.
void add_finish(const visit::Visit& visit, const estimate::Reference& reference, MonthlyRow& row) {
    row.finish = visit.procedure.day_of(ProcedureStep::Acceptance);
    row.finished = row.finish.has_value();
    const auto begun = visit.procedure.day_of(ProcedureStep::Building);
    if (row.finish || !begun || visit.inputs.scheme.choices.empty()) return;
    int days = 0;
    for (const measure::Choice& choice : visit.inputs.scheme.choices) {
        const measure::Measure* m = reference.measures.find(choice.measure_id);
        if (m != nullptr) days += m->days_high;
    }
    row.finish = Date(std::chrono::sys_days(*begun) + std::chrono::days(days));
}

auto order(const MonthlyEntry& entry) {
    const MonthlyRow& row = entry.row;
    return std::tie(row.county_code, row.township, row.village, row.name, row.visit_id);
}

void add_to_totals(const MonthlyRow& row, MonthlyTotals& totals) {
    ++totals.listed;
    if (row.grade == house::DangerGrade::C) ++totals.grade_c;
    if (row.grade == house::DangerGrade::D) ++totals.grade_d;
    if (row.finished) ++totals.finished;
    if (row.finish && !row.finished) ++totals.under_way;
}

/// The last of a visit's revisions, oldest first, that was saved before the day.
Result<std::optional<MonthlyRow>> row_before(const std::vector<visit::Revision>& revisions,
                                             const std::string& day,
                                             const estimate::Reference& reference) {
    const visit::Revision* last = nullptr;
    for (const visit::Revision& revision : revisions) {
        if (revision.saved_at < day) last = &revision;
    }
    if (last == nullptr) return std::nullopt;
    const auto visit = visit::visit_from(last->body);
    if (!visit) return std::unexpected(visit.error());
    return monthly_row(*visit, reference);
}

std::string first_day(std::chrono::year_month month) { return iso(month / std::chrono::day(1)); }

}  // namespace

std::optional<MonthlyRow> monthly_row(const visit::Visit& visit,
                                      const estimate::Reference& reference) {
    if (visit.sample || !visit.withdrawn.empty() || !visit.same_as.empty()) return std::nullopt;
    const estimate::EstimateInputs& inputs = visit.inputs;
    const auto& appraisal = inputs.house.appraisal;
    const bool dangerous = appraisal && appraisal->grade >= house::DangerGrade::C;
    const auto& category = inputs.household.category;
    const bool looked_after = category && *category != house::HouseholdCategory::Ordinary;
    if (!dangerous && !looked_after) return std::nullopt;
    MonthlyRow row{.visit_id = visit.id,
                   .county_code = inputs.place.division_code,
                   .township = inputs.place.township,
                   .village = inputs.place.village,
                   .name = inputs.household.head,
                   .category = category,
                   .found = appraisal && appraisal->on ? *appraisal->on : inputs.date};
    if (appraisal) row.grade = appraisal->grade;
    const bool by_somebody = appraisal && !appraisal->by.empty();
    row.source_zh = by_somebody ? "鉴定：" + appraisal->by : "走访查勘";
    row.action_zh = progress_zh(visit.procedure) + "，" + works_zh(visit, reference);
    add_finish(visit, reference, row);
    return row;
}

MonthlyList monthly_list(std::span<const BeforeAfter> visits, std::chrono::year_month month) {
    MonthlyList list{.month = month};
    for (const BeforeAfter& visit : visits) {
        if (visit.after) add_to_totals(*visit.after, list.totals);
        if (visit.before == visit.after) continue;
        if (!visit.after) {
            list.entries.push_back({Change::TakenOff, *visit.before});
        } else {
            list.entries.push_back({visit.before ? Change::Changed : Change::New, *visit.after});
        }
    }
    std::ranges::sort(list.entries,
                      [](const auto& a, const auto& b) { return order(a) < order(b); });
    return list;
}

bool MonthlyPlace::holds(const MonthlyRow& row) const {
    return (county_code.empty() || row.county_code == county_code) &&
           (township.empty() || row.township == township);
}

Result<MonthlyList> monthly_list_of(storage::VisitsStore& store,
                                    const estimate::Reference& reference,
                                    std::chrono::year_month month, Progress* progress,
                                    const MonthlyPlace& place) {
    const auto rows = store.recent(std::numeric_limits<int>::max());
    if (!rows) return std::unexpected(rows.error());
    std::vector<BeforeAfter> visits;
    for (const storage::VisitRow& row : *rows) {
        const auto revisions = store.revisions(row.visit_id);
        if (!revisions) return std::unexpected(revisions.error());
        auto before = row_before(*revisions, first_day(month), reference);
        if (!before) return std::unexpected(before.error());
        auto after = row_before(*revisions, first_day(month + std::chrono::months(1)), reference);
        if (!after) return std::unexpected(after.error());
        // Who moved into or out of the place is new or taken off there.
        if (*before && !place.holds(**before)) before->reset();
        if (*after && !place.holds(**after)) after->reset();
        visits.push_back({*std::move(before), *std::move(after)});
        if (auto go = reach(progress, visits.size(), rows->size()); !go) {
            return std::unexpected(go.error());
        }
    }
    return monthly_list(visits, month);
}

std::optional<std::chrono::year_month> month_from(std::string_view text) {
    const auto day = date_from(std::string(text) + "-01");
    if (!day) return std::nullopt;
    return day->year() / day->month();
}

void mask_names(MonthlyList& list) {
    for (MonthlyEntry& entry : list.entries) entry.row.name = house::masked_name(entry.row.name);
}

}  // namespace longju::report
