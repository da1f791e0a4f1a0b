// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <CLI/CLI.hpp>

#include "cli/report_verbs.h"

namespace longju::cli {

/// Adds `report` with its verbs, and `publish`.
void add_report_verbs(CLI::App& program, ReportOptions& options);
/// Of `report`.
Outcome dispatch_report(const CLI::App& report, const ReportOptions& options);

}  // namespace longju::cli
