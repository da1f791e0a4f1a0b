// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/visits_merge.h"

#include <algorithm>

#include <fmt/format.h>

#include "storage/visits_family.h"

namespace longju::storage {

namespace {

std::vector<std::string> whole_heads(const std::vector<visit::Revision>& revisions) {
    std::vector<FamilyMember> members;
    members.reserve(revisions.size());
    for (const visit::Revision& revision : revisions) {
        members.push_back({revision.hash, revision.lamport, revision.parents});
    }
    return family_of(members).heads;
}

}  // namespace

Result<visit::Fold> versions_of(VisitsStore& store, std::string_view visit_id, bool own_first) {
    auto revisions = store.open_revisions(visit_id);
    if (!revisions) return std::unexpected(revisions.error());
    std::vector<std::string> heads = whole_heads(*revisions);
    if (heads.empty()) {
        return fail(ErrorKind::NotFound, fmt::format("there is no visit {}", visit_id));
    }
    if (own_first) {
        std::ranges::stable_partition(heads, [&](const std::string& head) {
            const auto found = std::ranges::find(*revisions, head, &visit::Revision::hash);
            return found->device_id.starts_with(store.device_id());
        });
    }
    return visit::Fold::of(std::move(*revisions), heads);
}

Result<std::vector<std::string>> visits_in_conflict(VisitsStore& store) {
    auto query = SqliteQuery::prepare(store.database(), "visits_in_conflict");
    if (!query) return std::unexpected(query.error());
    std::vector<std::string> ids;
    while (true) {
        const auto row = query->next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return ids;
        ids.push_back(query->text(0));
    }
}

Result<Settled> settle(VisitsStore& store, std::string_view visit_id, const SavedBy& by) {
    auto fold = versions_of(store, visit_id);
    if (!fold) return std::unexpected(fold.error());
    if (fold->left() == 0) return Settled{Settled::Outcome::Single, fold->version(0).hash};
    while (fold->left() > 0) {
        auto merged = fold->step({});
        if (!merged) return std::unexpected(merged.error());
        if (merged->doubt != visit::Doubt::None) {
            return Settled{Settled::Outcome::NeedsPerson, {}};
        }
        fold->take(std::move(merged->visit));
    }
    SavedBy author = by;
    if (author.data_hash.empty()) author.data_hash = fold->version(0).data_hash;
    const auto saved = store.resolve(fold->result(), author);
    if (!saved) return std::unexpected(saved.error());
    return Settled{Settled::Outcome::Merged, *saved};
}

Result<SettledAll> settle_all(VisitsStore& store, const SavedBy& by) {
    const auto ids = visits_in_conflict(store);
    if (!ids) return std::unexpected(ids.error());
    SettledAll all;
    for (const std::string& id : *ids) {
        const auto settled = settle(store, id, by);
        if (!settled) return std::unexpected(settled.error());
        if (settled->outcome == Settled::Outcome::Merged) ++all.merged;
        if (settled->outcome == Settled::Outcome::NeedsPerson) ++all.need_person;
    }
    return all;
}

}  // namespace longju::storage
