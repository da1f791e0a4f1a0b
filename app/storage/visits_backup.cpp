// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <fmt/format.h>

#include "core/hash.h"
#include "storage/backup_copies.h"
#include "storage/platform.h"
#include "storage/visits_store.h"

/// Copies of visits.db and the way back from a damaged one.
namespace longju::storage {

namespace {

namespace fs = std::filesystem;

/// visits.db with its journal, under the first free name of visits.damaged-1.db, -2 …
Result<fs::path> move_aside(const fs::path& file, std::string_view why) {
    std::error_code error;
    fs::path aside;
    for (int i = 1; aside.empty() || fs::exists(aside, error); ++i) {
        aside = file.parent_path() / fmt::format("visits.{}-{}.db", why, i);
    }
    for (const char* tail : {"-wal", "-journal"}) {
        fs::path from = file;
        fs::path to = aside;
        from += tail;
        to += tail;
        if (fs::exists(from, error)) fs::rename(from, to, error);
    }
    if (!fs::exists(file, error)) return aside;
    if (auto moved = rename_to_free_name(file, aside); !moved) {
        return std::unexpected(moved.error());
    }
    return aside;
}

/// The way back when nothing could take the place of a file that was moved aside.
void move_back(const fs::path& aside, const fs::path& file) {
    std::error_code error;
    for (const char* tail : {"", "-wal", "-journal"}) {
        fs::path from = aside;
        fs::path to = file;
        from += tail;
        to += tail;
        fs::remove(to, error);
        if (fs::exists(from, error)) fs::rename(from, to, error);
    }
}

Result<void> check_copy(const fs::path& file, const std::string& vfs) {
    auto copy = SqliteFile::open(file, 0, vfs);
    if (!copy) return std::unexpected(copy.error());
    return copy->check_whole();
}

/// A copy under another name, on the disk before it has that name.
Result<void> copy_whole(const fs::path& from, const fs::path& to) {
    constexpr std::uint64_t most = std::uint64_t{1} << 33;
    const auto bytes = read_whole_file(from, most);
    if (!bytes) return std::unexpected(bytes.error());
    return replace_file(to, *bytes);
}

/// What became of the file, beside it, for whoever looks later. The store matters more than this.
void keep_report(const Salvage& report) {
    fs::path file = report.set_aside;
    (void)replace_file(file.replace_extension("txt"), report.text());
}

}  // namespace

Result<void> VisitsStore::back_up_to(const fs::path& file) {
    std::error_code error;
    if (fs::exists(file, error)) {
        return fail_at(utf8_path(file), 0, "", "exists already: choose a new name");
    }
    auto query = SqliteQuery::prepare(file_, "back_up");
    if (!query) return std::unexpected(query.error());
    const auto copied = query->bind(utf8_path(file)).finish();
    Result<void> done = copied ? Result<void>{} : std::unexpected(copied.error());
    if (done) done = check_copy(file, options_.vfs);
    if (!done) fs::remove(file, error);
    return done;
}

Result<fs::path> VisitsStore::back_up(CopyReason reason) {
    const fs::path folder = backups_folder(file_);
    if (auto made = make_folder(folder); !made) return std::unexpected(made.error());
    const auto copy = copy_of_now(file_, reason, now());
    if (!copy) return std::unexpected(copy.error());
    if (const auto same = same_as(*copy)) return same->file;
    if (auto room = room_for_copy(file_, folder); !room) return std::unexpected(room.error());
    const fs::path temporary = folder / "~tmp-visits.part";
    std::error_code error;
    fs::remove(temporary, error);
    auto done = back_up_to(temporary);
    if (done) done = flush_to_disk(temporary);
    if (done) done = take_into_backups(temporary, *copy);
    if (!done) {
        fs::remove(temporary, error);
        return std::unexpected(done.error());
    }
    return copy->file;
}

Result<VisitsStore> VisitsStore::open_in_place_of(const fs::path& file, const fs::path& copy,
                                                  const VisitsOptions& options) {
    auto copied = copy_whole(copy, file);
    auto store = copied ? open_file(file, options) : std::unexpected(copied.error());
    if (!store) {
        std::error_code error;
        for (const char* tail : {"", "-wal", "-journal"}) {
            fs::path part = file;
            fs::remove(part += tail, error);
        }
        return store;
    }
    // Numbers that were given out after the copy must not be given out again.
    if (auto fresh = store->become_new_device(); !fresh) return std::unexpected(fresh.error());
    store->copy_ = copy;
    return store;
}

Result<VisitsStore> VisitsStore::open_newest_copy(const fs::path& file,
                                                  const VisitsOptions& options) {
    std::error_code error;
    for (const BackupCopy& copy : copies_in(file.parent_path() / "backups")) {
        // An empty copy would pass as a new store.
        if (fs::file_size(copy.file, error) == 0) continue;
        auto store = open_in_place_of(file, copy.file, options);
        if (store) return store;
        if (store.error().kind != ErrorKind::Damaged) continue;
        // Kept for a look, and no longer counted among the copies.
        fs::rename(copy.file,
                   copy.file.parent_path() / ("damaged-" + utf8_path(copy.file.filename())), error);
    }
    return open_file(file, options);
}

Result<VisitsStore> VisitsStore::open_after_damage(const fs::path& file,
                                                   const VisitsOptions& options) {
    auto aside = move_aside(file, "damaged");
    if (!aside) return std::unexpected(aside.error());
    auto store = open_newest_copy(file, options);
    if (!store) {
        move_back(*aside, file);
        return store;
    }
    store->set_aside_ = *aside;
    store->salvage_ = salvage_into(*store, *aside);
    store->salvage_->copy = store->copy_;
    keep_report(*store->salvage_);
    return store;
}

void VisitsStore::resume_salvage() {
    std::error_code error;
    for (int i = 1;; ++i) {
        const fs::path aside = folder() / fmt::format("visits.damaged-{}.db", i);
        if (!options_.vfs.empty() || !fs::exists(aside, error)) return;
        fs::path report = aside;
        // It is written last: without it the work was cut off.
        if (fs::exists(report.replace_extension("txt"), error)) continue;
        set_aside_ = aside;
        salvage_ = salvage_into(*this, aside);
        keep_report(*salvage_);
    }
}

Result<VisitsStore> VisitsStore::open_with_copy(const fs::path& folder, const fs::path& copy,
                                                const VisitsOptions& options) {
    const fs::path file = folder / "visits.db";
    auto aside = move_aside(file, "replaced");
    if (!aside) return std::unexpected(aside.error());
    auto store = open_in_place_of(file, copy, options);
    if (!store) {
        move_back(*aside, file);
        return store;
    }
    store->salvage_ = salvage_into(*store, *aside);
    store->salvage_->copy = copy;
    return store;
}

}  // namespace longju::storage
