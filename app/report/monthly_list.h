// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "estimate/reference.h"
#include "report/grid.h"
#include "report/record_source.h"
#include "storage/visits_store.h"
#include "visit/visit.h"

/// 住房安全保障月报: what housing offices pass on by the 5th of a month, changed rows only.
namespace longju::report {

/// One line. It names the householder, so it is for the offices that look after the household.
struct MonthlyRow {
    std::string visit_id;
    std::string county_code, township, village, name;
    std::optional<house::HouseholdCategory> category;
    std::optional<house::DangerGrade> grade;
    /// Of the appraisal; where that has no day, of the visit.
    Date found{std::chrono::year(2026), std::chrono::month(1), std::chrono::day(1)};
    std::string source_zh;       ///< Who found it.
    std::string action_zh;       ///< How far the case is and what is to be done.
    std::optional<Date> finish;  ///< 验收, or as far as the working days say.
    bool finished = false;       ///< `finish` is the day of the acceptance.

    bool operator==(const MonthlyRow&) const = default;
};

enum class Change { New, Changed, TakenOff };

struct MonthlyEntry {
    Change change = Change::New;
    MonthlyRow row;  ///< As it is now; of a row that is taken off, as it was.
};

/// All that are on the list at the month's end, changed or not.
struct MonthlyTotals {
    int listed = 0, grade_c = 0, grade_d = 0, under_way = 0, finished = 0;
};

struct MonthlyList {
    std::chrono::year_month month{std::chrono::year(2026), std::chrono::month(1)};
    std::vector<MonthlyEntry> entries;  ///< By county, township, village, name.
    MonthlyTotals totals;
};

/// The line of a visit: for houses of grade C or D and for households of the six groups. Nothing
/// for others, for practice, withdrawn and double visits.
std::optional<MonthlyRow> monthly_row(const visit::Visit& visit,
                                      const estimate::Reference& reference);

/// A visit as it was before the month and as it is at its end; nothing where it was not there yet.
struct BeforeAfter {
    std::optional<MonthlyRow> before, after;
};
MonthlyList monthly_list(std::span<const BeforeAfter> visits, std::chrono::year_month month);

/// Of which place a list is.
struct MonthlyPlace {
    std::string county_code;  ///< Empty: all counties.
    std::string township;     ///< Empty: all townships.

    bool holds(const MonthlyRow& row) const;
};

/// From the revisions of every visit, by the wall time they were saved at: the last one of the
/// order of revisions that was saved before the day.
Result<MonthlyList> monthly_list_of(storage::VisitsStore& store,
                                    const estimate::Reference& reference,
                                    std::chrono::year_month month, Progress* progress = nullptr,
                                    const MonthlyPlace& place = {});

/// For whoever may count households but not see them in full (house/mask.h).
void mask_names(MonthlyList& list);

/// `divisions` gives counties their names. `date`: of the making, ISO.
Grid monthly_grid(const MonthlyList& list, std::span<const estimate::Division> divisions,
                  const std::string& date);

/// `2026-11`; nothing for anything else.
std::optional<std::chrono::year_month> month_from(std::string_view text);

}  // namespace longju::report
