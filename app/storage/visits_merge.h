// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "storage/visits_store.h"
#include "visit/versions.h"

/// Visits of which there are several versions: what two laptops changed side by side.
namespace longju::storage {

/// The versions of a visit, the shown one first; with `own_first` one that this machine saved
/// stands before it. NotFound when there is no such visit.
Result<visit::Fold> versions_of(VisitsStore& store, std::string_view visit_id,
                                bool own_first = false);

/// Ids of visits with more than one version, newest first.
Result<std::vector<std::string>> visits_in_conflict(VisitsStore& store);

struct Settled {
    enum class Outcome {
        Single,       ///< There was one version.
        Merged,       ///< The versions are one now, nobody had to be asked.
        NeedsPerson,  ///< As they were.
    };
    Outcome outcome = Outcome::Single;
    std::string hash;  ///< Of the revision that names all versions.
};

/// Merges the versions of a visit when no person is needed for it (visit/merge.h). Follows from the
/// revisions alone: machines with the same ones get the same content. Versions with the same
/// content count as one and make no revision, so two machines that settle for each other end.
/// Without `by.data_hash` that of the shown version is kept.
Result<Settled> settle(VisitsStore& store, std::string_view visit_id, const SavedBy& by);

struct SettledAll {
    int merged = 0;
    int need_person = 0;
};
/// `settle` for every visit with several versions.
Result<SettledAll> settle_all(VisitsStore& store, const SavedBy& by);

}  // namespace longju::storage
