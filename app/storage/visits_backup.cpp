// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "core/hash.h"
#include "storage/platform.h"
#include "storage/visits_store.h"

/// Copies of visits.db and the way back from a damaged one.
namespace longju::storage {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kept_backups = 8;

/// Verified copies, newest first: their names count up with the store, not with a clock.
std::vector<fs::path> backups_in(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const std::string name = utf8_path(entry.path().filename());
        if (name.starts_with("visits-") && name.ends_with(".db")) found.push_back(entry.path());
    }
    std::ranges::sort(found, std::greater{});
    return found;
}

/// visits.db with its journal, under the first free name of visits.damaged-1.db, -2 …
Result<fs::path> move_aside(const fs::path& file) {
    std::error_code error;
    fs::path aside;
    for (int i = 1; aside.empty() || fs::exists(aside, error); ++i) {
        aside = file.parent_path() / fmt::format("visits.damaged-{}.db", i);
    }
    for (const char* tail : {"-wal", "-journal"}) {
        fs::path from = file;
        fs::path to = aside;
        from += tail;
        to += tail;
        if (fs::exists(from, error)) fs::rename(from, to, error);
    }
    if (auto moved = rename_to_free_name(file, aside); !moved) {
        return std::unexpected(moved.error());
    }
    return aside;
}

}  // namespace

Result<void> VisitsStore::back_up_to(const fs::path& file) {
    std::error_code error;
    if (fs::exists(file, error)) {
        return fail_at(utf8_path(file), 0, "", "exists already: choose a new name");
    }
    auto query = SqliteQuery::prepare(file_, "back_up");
    if (!query) return std::unexpected(query.error());
    const auto done = query->bind(utf8_path(file)).finish();
    if (!done) return std::unexpected(done.error());
    auto copy = SqliteFile::open(file, 0);
    if (!copy) return std::unexpected(copy.error());
    return copy->check_whole();
}

Result<fs::path> VisitsStore::back_up() {
    const fs::path folder = path_from_utf8(file_.name()).parent_path() / "backups";
    if (auto made = make_folder(folder); !made) return std::unexpected(made.error());
    auto query = SqliteQuery::prepare(file_, "highest_lamport");
    if (!query) return std::unexpected(query.error());
    if (const auto row = query->next(); !row) return std::unexpected(row.error());
    const fs::path copy = folder / fmt::format("visits-{:016}.db", query->integer(0));
    if (auto done = query->finish(); !done) return std::unexpected(done.error());
    std::error_code error;
    if (fs::exists(copy, error)) return copy;
    const fs::path temporary = folder / "~tmp-visits.part";
    fs::remove(temporary, error);
    if (auto done = back_up_to(temporary); !done) {
        fs::remove(temporary, error);
        return std::unexpected(done.error());
    }
    if (auto done = rename_to_free_name(temporary, copy); !done) {
        return std::unexpected(done.error());
    }
    const std::vector<fs::path> all = backups_in(folder);
    for (std::size_t i = kept_backups; i < all.size(); ++i) fs::remove(all[i], error);
    return copy;
}

Result<VisitsStore> VisitsStore::open_after_damage(const fs::path& file,
                                                   const VisitsOptions& options) {
    auto aside = move_aside(file);
    if (!aside) return std::unexpected(aside.error());
    std::error_code error;
    for (const fs::path& copy : backups_in(file.parent_path() / "backups")) {
        fs::copy_file(copy, file, error);
        auto store = error ? fail(ErrorKind::Io, error.message()) : open_file(file, options);
        if (!store) {
            fs::remove(file, error);
            continue;
        }
        // Numbers that were given out after the copy must not be given out again.
        constexpr std::size_t id_bytes = 16;
        store->device_id_ = random_hex(id_bytes);
        const auto kept = store->keep_setting("device_id", store->device_id_);
        if (!kept) return std::unexpected(kept.error());
        store->set_aside_ = std::move(*aside);
        store->restored_ = true;
        return store;
    }
    auto store = open_file(file, options);
    if (store) store->set_aside_ = std::move(*aside);
    return store;
}

}  // namespace longju::storage
