// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/report_options.h"

namespace longju::cli {

namespace {

void add_source(CLI::App* verb, ReportOptions& options) {
    verb->add_option("--folder", options.folder, "Of visits.db; else this user's");
    verb->add_option("--reference", options.reference,
                     "reference.db; else LONGJU_REFERENCE, else ../share");
}

void add_year(CLI::App* verb, ReportOptions& options) {
    verb->add_option("--year", options.year, "The year of the table")
        ->required()
        ->check(CLI::Range(2000, 2100));
    verb->add_option("--from", options.from, "A server that counties published to: postgresql://…");
    verb->add_option("--county", options.county, "Codes that begin so only");
}

void add_file(CLI::App* verb, ReportOptions& options) {
    verb->add_option("-o,--output", options.output, "The file to write: .csv, .xlsx or .pdf")
        ->required();
    verb->add_flag("--csv", options.csv, "CSV, whatever the name; UTF-8 with its mark");
    verb->add_flag("--xlsx", options.xlsx, "A workbook, whatever the name");
    verb->add_flag("--pdf", options.pdf, "Pages to sign, whatever the name");
    verb->add_flag("--gb18030", options.gb18030, "CSV as GB18030");
    verb->add_option("--date", options.date, "Of the making, YYYY-MM-DD; else today");
}

}  // namespace

void add_report_verbs(CLI::App& program, ReportOptions& options) {
    CLI::App* report = program.add_subcommand("report", "The county's tables from its records");
    report->require_subcommand(1);
    CLI::App* annual = report->add_subcommand("annual", "The table of a year, by township");
    add_year(annual, options);
    add_source(annual, options);
    add_file(annual, options);
    annual->add_flag("--outside", options.outside,
                     "Figures of 1 or 2 households hidden, for outside the county");
    annual->add_option("--entries", options.entries, "CSV column,value of what no record knows");
    annual->add_option("--remarks", options.remarks, "Problems and suggestions");
    CLI::App* monthly = report->add_subcommand("monthly", "The month's changed housing cases");
    monthly->add_option("--month", options.month, "2026-11")->required();
    add_source(monthly, options);
    add_file(monthly, options);
    CLI::App* cell = report->add_subcommand("cell", "The records behind a cell of the table");
    add_year(cell, options);
    add_source(cell, options);
    cell->add_option("--row", options.row, "A county's code or a township; else all");
    cell->add_option("--column", options.column, "Its number; without it the columns are listed");

    CLI::App* publish = program.add_subcommand("publish", "Records to a prefecture's server");
    publish->add_option("--to", options.to, "postgresql://user@host/database")->required();
    publish->add_option("--batch", options.batch, "Records of a transaction")
        ->check(CLI::Range(1, 100000));
    add_source(publish, options);
}

Outcome dispatch_report(const CLI::App& report, const ReportOptions& options) {
    if (report.got_subcommand("annual")) return report_annual_verb(options);
    if (report.got_subcommand("monthly")) return report_monthly_verb(options);
    return report_cell_verb(options);
}

}  // namespace longju::cli
