// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/progress.h"
#include "storage/backup_copies.h"
#include "storage/visits_store.h"

/// Going back to a copy. Revisions are a set that only grows, on this laptop and at the county: a
/// store whose file is simply exchanged for an older one shows the newer states again after the
/// next exchange. So going back to a copy is a save: each visit that was otherwise in the copy is
/// saved as it was there, on top of all that came after. Nothing is lost, the county learns of it
/// like of any save, and it can be gone back from in the same way. Visits that the copy does not
/// have stay.
namespace longju::storage {

/// A copy as a person chooses it.
struct CopyToChoose {
    BackupCopy copy;
    std::uint64_t bytes = 0;
    std::optional<int> visits;  ///< Nothing when the copy cannot be read.
};

/// The copies beside the store, newest first, each opened for its number of visits.
Result<std::vector<CopyToChoose>> copies_to_choose(VisitsStore& store);

/// What going back did.
struct Restored {
    int changed = 0;                     ///< Visits that are again as they were in the copy.
    int same = 0;                        ///< Visits that were so before.
    int added = 0;                       ///< Revisions of the copy that the store did not have.
    std::vector<std::string> not_in_it;  ///< Households of visits that the copy does not have.
    std::filesystem::path before;        ///< The copy of the state before.
};

/// Goes back to `copy`, of this or an older layout. A copy of the present state is made first.
/// Damaged when the copy is not whole; NoSpace. When it is broken off half way the same call goes
/// on; asked to stop it does so before the first change only.
Result<Restored> restore_from(VisitsStore& store, const std::filesystem::path& copy,
                              const std::string& actor, Progress* progress = nullptr);

}  // namespace longju::storage
