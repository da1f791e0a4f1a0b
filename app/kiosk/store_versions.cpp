// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/text.h"
#include "house/mask.h"
#include "kiosk/services.h"
#include "storage/visits_merge.h"

/// What two laptops changed, and what was recorded twice, between the store and the screens.
namespace longju::kiosk {
namespace {

constexpr int all_visits = 100000;

std::string size_text(const visit::DuplicateRecord& record) {
    if (!record.length || !record.width) return {};
    constexpr double mm_per_m = 1000;
    return fmt::format("{} × {} m", exact(record.length->value / mm_per_m),
                       exact(record.width->value / mm_per_m));
}

}  // namespace

Result<std::optional<ConflictPanel>> DiskServices::conflict(const std::string& visit_id) {
    const auto settled = storage::settle(*store_, visit_id, {actor(), {}});
    if (!settled) return std::unexpected(settled.error());
    if (settled->outcome != storage::Settled::Outcome::NeedsPerson) {
        return std::optional<ConflictPanel>();
    }
    const auto fold = storage::versions_of(*store_, visit_id, true);
    if (!fold) return std::unexpected(fold.error());
    auto panel = conflict_panel(*fold, store_->device_id());
    if (!panel) return std::unexpected(panel.error());
    return std::optional(std::move(*panel));
}

Result<std::optional<ConflictPanel>> DiskServices::decide(const ConflictPanel& panel) {
    auto fold = storage::versions_of(*store_, panel.visit_id, true);
    if (!fold) return std::unexpected(fold.error());
    std::vector<std::string> versions;
    for (std::size_t i = 0; i < fold->versions(); ++i) versions.push_back(fold->version(i).hash);
    if (versions != panel.versions) {
        return fail(ErrorKind::BadInput,
                    "another version has arrived meanwhile; look at the visit again");
    }
    std::vector<visit::Decisions> steps = panel.before;
    steps.push_back(panel.decisions());
    for (const visit::Decisions& decisions : steps) {
        auto merged = fold->step(decisions);
        if (!merged) return std::unexpected(merged.error());
        if (merged->undecided > 0) {
            return fail(ErrorKind::BadInput, "some fields are not decided; look at them again");
        }
        fold->take(std::move(merged->visit));
    }
    if (fold->left() > 0) {
        auto next = conflict_panel(*fold, store_->device_id());
        if (!next) return std::unexpected(next.error());
        next->before = std::move(steps);
        return std::optional(std::move(*next));
    }
    const auto saved = store_->resolve(fold->result(), {actor(), fold->version(0).data_hash});
    if (!saved) return std::unexpected(saved.error());
    index_.reset();
    const auto noted = note(access::Action::DecideConflict, panel.visit_id);
    if (!noted) return std::unexpected(noted.error());
    return std::optional<ConflictPanel>();
}

Result<std::vector<DoublePair>> DiskServices::doubles() {
    auto rows = store_->recent(all_visits);
    if (!rows) return std::unexpected(rows.error());
    std::erase_if(*rows, [](const storage::VisitRow& row) { return row.sample; });
    std::ranges::reverse(*rows);  // The oldest first: it stands, a later one is its double.
    std::vector<visit::DuplicateRecord> records;
    std::vector<DoubleVisit> shown;
    std::set<visit::VisitPair> decided;
    for (const storage::VisitRow& row : *rows) {
        const auto visit = store_->load(row.visit_id);
        if (!visit) return std::unexpected(visit.error());
        if (!visit->withdrawn.empty()) continue;
        decided.merge(visit::decided_pairs(*visit));
        // Within one store the number itself is as good as its hash, and stays in memory.
        records.push_back(visit::duplicate_record(*visit, visit->inputs.household.id_number));
        shown.push_back({row.visit_id, row.household, place_of(visit->inputs.place),
                         house::masked_phone(visit->inputs.household.phone),
                         size_text(records.back()), row.saved_at});
    }
    std::vector<DoublePair> pairs;
    for (const visit::DuplicatePair& pair : visit::find_duplicates(records, decided)) {
        pairs.push_back({shown[pair.first], shown[pair.second], pair.reason});
    }
    return pairs;
}

Result<void> DiskServices::decide(const DecideDouble& decision) {
    auto later = store_->load(decision.later);
    if (!later) return std::unexpected(later.error());
    if (decision.same) {
        later->same_as = decision.earlier;
    } else {
        later->different_from[decision.earlier] = true;
    }
    const auto data = store_->data_hash_of(decision.later);
    if (!data) return std::unexpected(data.error());
    const auto saved = store_->save(*later, {actor(), *data});
    if (!saved) return std::unexpected(saved.error());
    return note(access::Action::MarkDuplicate, decision.later);
}

}  // namespace longju::kiosk
