// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "faults/visits_life.h"

#include <algorithm>

#include "core/hash.h"
#include "faults/store_rows.h"

namespace longju::faults {

namespace {

using storage::VisitsStore;

const storage::SavedBy technician{"李雪梅", "data"};

std::string hex_digits(std::mt19937& dice, int count) {
    std::string digits;
    for (int i = 0; i < count; ++i) digits += "0123456789abcdef"[dice() % 16];
    return digits;
}

/// Mostly a line, one time in four up to 6 KB: from a part of one page of the database to several.
std::string some_text(std::mt19937& dice) {
    return hex_digits(dice, static_cast<int>(dice() % (dice() % 4 == 0 ? 6000 : 100)));
}

}  // namespace

VisitsLife::VisitsLife(unsigned seed) : dice_(seed) {
    auto store = VisitsStore::open(folder_.path(), options(neighbours_disk_));
    if (store) neighbour_.push_back(std::move(*store));
}

storage::VisitsOptions VisitsLife::options(const SimulatedDisk& disk) const {
    return {.busy_ms = 0, .fixed_time = "2026-11-25T10:00:00+08:00", .vfs = disk.vfs()};
}

Result<void> VisitsLife::session(int things, const std::function<void(VisitsStore&)>& arrange) {
    auto store = VisitsStore::open(folder_.path(), options(disk_));
    if (!store) return std::unexpected(store.error());
    if (arrange) arrange(*store);
    for (int i = 0; i < things; ++i) {
        const auto kind = dice_() % 10;
        Result<void> done;
        if (kind < 5) {
            done = save(*store);
        } else if (kind < 6) {
            done = decide(*store);
        } else if (kind < 8) {
            done = take_in(*store);
        } else {
            done = kind < 9 ? keep_setting(*store) : keep_paper(*store);
        }
        if (!done) return done;
    }
    return {};
}

visit::Visit VisitsLife::changed(visit::Visit visit) {
    visit.inputs.household.head = hex_digits(dice_, 8);
    visit.notes = some_text(dice_);
    return visit;
}

Result<void> VisitsLife::change(VisitsStore& store, visit::Visit visit, bool decide) {
    visit = changed(std::move(visit));
    const auto hash = decide ? store.resolve(visit, technician) : store.save(visit, technician);
    if (!hash) return std::unexpected(hash.error());
    saved_.push_back({disk_.steps(), {*hash}});
    return {};
}

Result<void> VisitsLife::save(VisitsStore& store) {
    const auto known = store.recent(100);
    if (!known) return std::unexpected(known.error());
    visit::Visit visit;
    visit.id = hex_digits(dice_, 32);
    if (!known->empty() && dice_() % 3 != 0) {
        auto loaded = store.load(known->at(dice_() % known->size()).visit_id);
        if (!loaded) return std::unexpected(loaded.error());
        visit = std::move(*loaded);
    }
    return change(store, std::move(visit), false);
}

Result<void> VisitsLife::decide(VisitsStore& store) {
    const auto known = store.recent(100);
    if (!known) return std::unexpected(known.error());
    for (const storage::VisitRow& row : *known) {
        if (row.heads == 1) continue;
        auto shown = store.load(row.visit_id);
        if (!shown) return std::unexpected(shown.error());
        return change(store, std::move(*shown), true);
    }
    return save(store);
}

Result<void> VisitsLife::take_in(VisitsStore& store) {
    if (neighbour_.empty()) return fail(ErrorKind::Missing, "the neighbour has no store");
    VisitsStore& neighbour = neighbour_.front();
    const auto ours = store.unconfirmed(true);
    if (!ours) return std::unexpected(ours.error());
    if (auto merged = neighbour.merge(*ours, {"to", "us", "hash"}); !merged) {
        return std::unexpected(merged.error());
    }
    for (int i = 0; i < 2; ++i) {
        const auto known = neighbour.recent(100);
        visit::Visit visit;
        visit.id = hex_digits(dice_, 32);
        if (!known->empty() && dice_() % 2 == 0) {
            visit = *neighbour.load(known->at(dice_() % known->size()).visit_id);
        }
        if (auto done = neighbour.save(changed(std::move(visit)), technician); !done) {
            return std::unexpected(done.error());
        }
    }
    // Some of them, in no order: parents may come later or never.
    auto theirs = neighbour.unconfirmed(true);
    if (!theirs) return std::unexpected(theirs.error());
    std::ranges::shuffle(*theirs, dice_);
    theirs->resize(theirs->size() - theirs->size() / 4);
    const auto merged = store.merge(*theirs, {hex_digits(dice_, 32), "neighbour", "hash"});
    if (!merged) return std::unexpected(merged.error());
    Group group{disk_.steps(), {}};
    for (const visit::Revision& revision : *theirs) group.hashes.push_back(revision.hash);
    saved_.push_back(std::move(group));
    return {};
}

Result<void> VisitsLife::keep_setting(VisitsStore& store) {
    const std::string name = dice_() % 2 == 0 ? "kiosk.language" : "kiosk.size";
    const std::string value = hex_digits(dice_, 40);
    auto kept = store.keep_setting(name, value);
    if (kept) settings_[name].push_back({disk_.steps(), value});
    return kept;
}

Result<void> VisitsLife::keep_paper(VisitsStore& store) {
    const auto known = store.recent(1);
    if (!known) return std::unexpected(known.error());
    if (known->empty()) return save(store);
    const std::string paper = some_text(dice_) + some_text(dice_);
    auto kept =
        store.keep_evidence(known->front().visit_id, known->front().head_hash, "notice.pdf", paper);
    if (kept) papers_.push_back({disk_.steps(), {sha256_hex(paper)}});
    return kept;
}

int VisitsLife::missing_in(const std::set<std::string>& kept, std::size_t step,
                           std::string& broken) const {
    std::set<std::string> sure;
    std::set<std::string> under_way;
    for (const Group& group : saved_) {
        if (group.steps <= step) {
            sure.insert(group.hashes.begin(), group.hashes.end());
        } else if (under_way.empty()) {
            under_way.insert(group.hashes.begin(), group.hashes.end());
        }
    }
    std::set<std::string> lost;
    std::ranges::set_difference(sure, kept, std::inserter(lost, lost.end()));
    std::set<std::string> more;
    std::ranges::set_difference(kept, sure, std::inserter(more, more.end()));
    std::set<std::string> whole;
    std::ranges::set_difference(under_way, sure, std::inserter(whole, whole.end()));
    if (!more.empty() && more != whole) broken = "what was under way is there in part";
    return static_cast<int>(lost.size());
}

int VisitsLife::lost_values(VisitsStore& store, std::size_t step) const {
    int lost = 0;
    for (const auto& [name, values] : settings_) {
        std::set<std::string> right = {""};
        for (const Value& value : values) {
            if (value.steps <= step) right.clear();
            right.insert(value.text);
            if (value.steps > step) break;  // The one that was under way.
        }
        const auto kept = store.setting(name);
        if (!kept || !right.contains(*kept)) ++lost;
    }
    for (const Group& paper : papers_) {
        if (paper.steps > step) continue;
        const auto bytes = store.evidence_bytes(paper.hashes.front());
        if (!bytes || sha256_hex(*bytes) != paper.hashes.front()) ++lost;
    }
    return lost;
}

Verdict VisitsLife::examine(DiskImage left, std::size_t step) const {
    SimulatedDisk disk(std::move(left));
    auto store = VisitsStore::open(folder_.path(), options(disk));
    if (!store) return {0, "does not open: " + store.error().sentence()};
    if (const std::string found = integrity_of(*store); found != "ok") return {0, found};
    const auto revisions = store->unconfirmed(true);
    if (!revisions) return {0, "cannot be read: " + revisions.error().sentence()};
    Verdict verdict{0, gap_in_chain(*revisions, store->device_id())};
    std::set<std::string> kept;
    for (const visit::Revision& revision : *revisions) kept.insert(revision.hash);
    verdict.lost = missing_in(kept, step, verdict.broken) + lost_values(*store, step);
    const auto grown = store->state_hash();
    if (!store->rebuild() || !grown || *store->state_hash() != *grown) {
        verdict.broken = "the projection is not that of the revisions";
    }
    return verdict;
}

void VisitsLife::go_on_from(DiskImage left) {
    disk_.replace(std::move(left));
    for (Group& group : saved_) group.steps = 0;
    for (Group& group : papers_) group.steps = 0;
    for (auto& [name, values] : settings_) values = {{0, values.back().text}};
}

}  // namespace longju::faults
