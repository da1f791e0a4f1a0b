// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "access/roles.h"
#include "cli/acting.h"
#include "core/result.h"
#include "storage/visits_store.h"

/// This user's visits, for the verbs that work on them.
namespace longju::cli {

/// With a folder that one; refused on a drive that may go away (storage/mounts.h).
Result<storage::VisitsStore> open_own_store(const std::string& folder = {});

/// The store and who works on it.
struct ActingStore {
    storage::VisitsStore store;
    Acting by;
    access::Action action;

    /// A row of the audit log: it was done.
    Result<void> note(const std::string& subject, const std::string& detail = {});
};
/// As above, for somebody who may do `action` (acting.h).
Result<ActingStore> open_own_store_for(access::Action action, const std::string& folder = {});

/// That visits.db was damaged and what came of it; empty when all is well.
std::string warning_of(const storage::VisitsStore& store);

}  // namespace longju::cli
