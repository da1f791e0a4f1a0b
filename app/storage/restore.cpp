// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/restore.h"

#include <set>

#include "core/hash.h"
#include "storage/platform.h"

namespace longju::storage {

namespace {

namespace fs = std::filesystem;

constexpr int all_visits = 1000000;

/// A copy of a copy, which may be brought up to this layout; gone afterwards.
class Scratch {
public:
    explicit Scratch(const SqliteFile& file)
        : folder_(backups_folder(file) / ("~restore-" + random_hex(4))) {}
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code error;
        fs::remove_all(folder_, error);
    }

    Result<VisitsStore> open(const fs::path& copy) const {
        if (auto made = make_folder(folder_); !made) return std::unexpected(made.error());
        std::error_code error;
        fs::copy_file(copy, folder_ / "visits.db", error);
        if (error) return fail_at(utf8_path(copy), 0, "", "the copy cannot be read");
        auto store = VisitsStore::open(folder_);
        if (store && store->set_aside()) {
            return std::unexpected(Error{.kind = ErrorKind::Damaged,
                                         .what = "this copy is damaged: choose another",
                                         .file = utf8_path(copy)});
        }
        return store;
    }

private:
    fs::path folder_;
};

/// Every revision of the copy that the store does not have; the number of them.
Result<int> add_revisions(VisitsStore& store, VisitsStore& copy) {
    constexpr std::size_t batch = 500;  // Of one transaction.
    auto query = SqliteQuery::prepare(copy.database(), "all_contents");
    if (!query) return std::unexpected(query.error());
    std::vector<visit::Revision> revisions;
    int added = 0;
    bool more = true;
    while (more) {
        const auto row = query->next();
        if (!row) return std::unexpected(row.error());
        more = *row;
        if (more) {
            auto revision = visit::revision_from(query->text(0));
            if (!revision) return std::unexpected(revision.error());
            revisions.push_back(std::move(*revision));
            if (revisions.size() < batch) continue;
        }
        if (revisions.empty()) break;
        ParcelIn origin{
            .package_id = "copy-" + random_hex(8), .device_id = copy.device_id(), .sha256 = {}};
        if (!copy.locked()) {
            auto values = copy.values_of(revisions);
            if (!values) return std::unexpected(values.error());
            origin.values = std::move(*values);
        }
        const auto merged = store.merge(revisions, origin);
        if (!merged) return std::unexpected(merged.error());
        added += merged->fresh;
        revisions.clear();
    }
    return added;
}

/// Whether the store has every revision that the copy has.
Result<bool> holds_all(VisitsStore& store, VisitsStore& copy) {
    auto query = SqliteQuery::prepare(copy.database(), "all_hashes");
    auto known = SqliteQuery::prepare(store.database(), "all_hashes");
    if (!query || !known) return std::unexpected((query ? known : query).error());
    std::set<std::string> hashes;
    while (true) {
        const auto row = known->next();
        if (!row) return std::unexpected(row.error());
        if (!*row) break;
        hashes.insert(known->text(0));
    }
    while (true) {
        const auto row = query->next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return true;
        if (!hashes.contains(query->text(0))) return false;
    }
}

Result<void> bring_back(VisitsStore& store, VisitsStore& copy, const std::string& actor,
                        Restored& report, Progress* progress) {
    const auto wanted = copy.recent(all_visits);
    if (!wanted) return std::unexpected(wanted.error());
    std::set<std::string> in_copy;
    for (const VisitRow& row : *wanted) {
        (void)reach(progress, in_copy.size(), wanted->size());  // Too late to stop.
        in_copy.insert(row.visit_id);
        const auto then = copy.load(row.visit_id);
        if (!then) return std::unexpected(then.error());
        const auto now = store.load(row.visit_id);
        if (now && *now == *then) {
            ++report.same;
            continue;
        }
        const auto source = copy.revisions(row.visit_id);
        if (!source) return std::unexpected(source.error());
        const std::string data = source->empty() ? std::string() : source->back().data_hash;
        const auto saved = store.resolve(*then, {actor, data});
        if (!saved) return std::unexpected(saved.error());
        ++report.changed;
    }
    const auto rows = store.recent(all_visits);
    if (!rows) return std::unexpected(rows.error());
    for (const VisitRow& row : *rows) {
        if (!in_copy.contains(row.visit_id)) report.not_in_it.push_back(row.household);
    }
    return {};
}

/// Reads only: an older layout is counted as well, and nothing is brought up to date.
std::optional<int> visits_in(const fs::path& copy) {
    auto file = SqliteFile::open_to_read(copy);
    if (!file) return std::nullopt;
    auto query = SqliteQuery::prepare(*file, "count_visits");
    if (!query) return std::nullopt;
    const auto row = query->next();
    if (!row || !*row) return std::nullopt;
    return static_cast<int>(query->integer(0));
}

}  // namespace

Result<std::vector<CopyToChoose>> copies_to_choose(VisitsStore& store) {
    std::vector<CopyToChoose> found;
    for (BackupCopy& copy : copies_in(backups_folder(store.database()))) {
        std::error_code error;
        const auto bytes = fs::file_size(copy.file, error);
        const auto visits = visits_in(copy.file);
        found.push_back({std::move(copy), error ? 0 : bytes, visits});
    }
    return found;
}

Result<Restored> restore_from(VisitsStore& store, const fs::path& copy, const std::string& actor,
                              Progress* progress) {
    const Scratch scratch(store.database());
    auto source = scratch.open(copy);
    if (!source) return std::unexpected(source.error());
    // A copy of the same store has the same key.
    if (const auto key = store.data_key(); key && source->locked()) {
        if (auto open = source->unlock(*key); !open) return std::unexpected(open.error());
    }
    Restored report;
    const auto before = store.back_up(CopyReason::Restore);
    if (!before) return std::unexpected(before.error());
    report.before = *before;
    if (auto go = last_call(progress); !go) return std::unexpected(go.error());
    const auto all_here = holds_all(store, *source);
    if (!all_here) return std::unexpected(all_here.error());
    if (!*all_here) {
        const auto added = add_revisions(store, *source);
        if (!added) return std::unexpected(added.error());
        report.added = *added;
    }
    if (auto done = bring_back(store, *source, actor, report, progress); !done) {
        return std::unexpected(done.error());
    }
    return report;
}

}  // namespace longju::storage
