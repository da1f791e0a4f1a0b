// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <string>

#include "cli/command_line.h"

/// The county's tables: `longju report annual|monthly|cell` and `longju publish`.
namespace longju::cli {

struct ReportOptions {
    std::string reference;
    std::string folder;  ///< Of visits.db; empty: this user's.
    std::string from;    ///< A PostgreSQL server with the records of several counties instead.
    std::string county;  ///< First digits of the codes that are wanted; empty: all.
    int year = 0;
    std::string month;   ///< `2026-11`
    std::string output;  ///< .csv, .xlsx or .pdf, unless a flag says which.
    bool csv = false, xlsx = false, pdf = false;
    bool gb18030 = false;  ///< CSV only.
    bool outside = false;  ///< Fit to leave the county: figures of few households hidden.
    std::string entries;   ///< CSV `column,value` of figures that no record knows.
    std::string remarks;   ///< 18 问题与建议.
    std::string date;      ///< Of the making; empty: today.
    std::string row;       ///< Of `cell`: a county's code or a township; empty: all.
    std::string column;    ///< Of `cell`; empty: the columns there are.
    std::string to;        ///< Of `publish`: the server.
    std::size_t batch = 200;
};

/// The annual table as a file.
Outcome report_annual_verb(const ReportOptions& options);
/// The month's list of changed rows as a file.
Outcome report_monthly_verb(const ReportOptions& options);
/// The records behind one cell of the annual table.
Outcome report_cell_verb(const ReportOptions& options);
/// The records on a server, idempotent; lines of progress on stderr.
Outcome publish_verb(const ReportOptions& options);

}  // namespace longju::cli
