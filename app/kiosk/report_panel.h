// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "report/grid_file.h"
#include "storage/audit_log.h"

/// 报表 and 审计记录 as their dialogs show them.
namespace longju::kiosk {

/// Which table of which records.
struct ReportRequest {
    enum class Table { Annual, Monthly };
    Table table = Table::Annual;
    int year = 0;
    int month = 1;         ///< Of the monthly list.
    std::string county;    ///< Its code; empty: all there are.
    std::string township;  ///< Empty: all of the county.
    bool outside = false;  ///< Fit to leave the county: small cells hidden, names masked.

    bool operator==(const ReportRequest&) const = default;
};

using ReportFile = report::GridFile;

struct ReportPanel {
    ReportRequest request;
    report::Grid grid;
    std::string set_hash;             ///< Of the records of an annual table; empty of a list.
    std::vector<std::string> visits;  ///< Of a monthly list, by its rows.
    std::vector<std::pair<std::string, std::string>> counties;  ///< Code and name, with records.
    std::vector<std::string> townships;                         ///< Of the county that is chosen.
};

/// One record behind a cell of an annual table.
struct ReportLine {
    std::string visit_id, code, place, accepted, amount;
};
/// Nothing for a cell that nobody stands behind or that is hidden.
std::vector<ReportLine> records_behind(const report::Grid& grid, std::size_t row,
                                       std::size_t column);

/// Whose and which rows of the audit log; empty: all.
struct AuditRequest {
    std::string person, action;

    bool operator==(const AuditRequest&) const = default;
};

struct AuditPanel {
    AuditRequest request;
    std::vector<storage::AuditRow> rows;       ///< Newest first; at most `most_audit_rows`.
    std::size_t matching = 0;                  ///< With those that are not shown.
    storage::AuditCheck check;                 ///< Of the whole log.
    std::vector<std::string> people, actions;  ///< That occur, sorted.
};
inline constexpr std::size_t most_audit_rows = 300;

}  // namespace longju::kiosk
