// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>

#include <CLI/CLI.hpp>

#include "cli/verbs.h"

/// The verbs that work on this user's visits: out, in, keys, versions, copies, lists, people.
namespace longju::cli {

struct RecordOptions {
    ExportOptions out;
    ImportOptions in;
    KeysOptions keys;
    ReceiptOptions receipt;
    ConflictsOptions conflicts;
    BackupsOptions backups;
    ListOptions list;
    UsersOptions users;
    AuditOptions audit;
};

void add_record_verbs(CLI::App& program, RecordOptions& options);

/// Nothing when the command line names none of them.
std::optional<Outcome> dispatch_records(const CLI::App& program, const RecordOptions& options);

}  // namespace longju::cli
