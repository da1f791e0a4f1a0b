// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include <fmt/format.h>

#include "core/assert.h"
#include "core/embedded.h"
#include "core/hash.h"
#include "core/instant.h"
#include "storage/meta.h"
#include "storage/platform.h"
#include "storage/visits_store.h"

/// Opening visits.db: settings, migrations, and what to do with a damaged file.
namespace longju::storage {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t application_id = 1279940169;  // "LJVI", set by the first migration.

Result<std::int64_t> number_of(const SqliteFile& file, std::string_view query_name) {
    auto query = SqliteQuery::prepare(file, query_name);
    if (!query) return std::unexpected(query.error());
    const auto row = query->next();
    if (!row) return std::unexpected(row.error());
    return *row ? query->integer(0) : 0;
}

/// Refuses a file that is not ours or newer than us, before anything in it is changed.
Result<std::int64_t> version_of(const SqliteFile& file) {
    const auto version = number_of(file, "user_version");
    if (!version) return version;
    const auto application = number_of(file, "application_id");
    if (!application) return application;
    if (*version > visits_schema) {
        return std::unexpected(
            Error{.kind = ErrorKind::TooNew,
                  .what = fmt::format("it has layout {} and this version of Longju knows {}: "
                                      "update Longju; nothing was changed",
                                      *version, visits_schema),
                  .file = file.name()});
    }
    if (*version > 0 && *application != application_id) {
        return std::unexpected(Error{.kind = ErrorKind::BadInput,
                                     .what = "it is a database of another program",
                                     .file = file.name()});
    }
    return version;
}

/// The number in `db/migrations/0001_visits.sql`; 0 for another file.
int migration_number(std::string_view path) {
    constexpr std::string_view folder = "db/migrations/";
    if (!path.starts_with(folder)) return 0;
    path.remove_prefix(folder.size());
    int number = 0;
    std::from_chars(path.data(), path.data() + path.size(), number);
    return number;
}

std::uintmax_t bytes_in(const fs::path& file) {
    std::error_code error;
    const std::uintmax_t bytes = fs::file_size(file, error);
    return error ? 0 : bytes;
}

}  // namespace

Result<VisitsStore> VisitsStore::open(const fs::path& folder, const VisitsOptions& options) {
    if (auto made = make_folder(folder); !made) return std::unexpected(made.error());
    const fs::path file = folder / "visits.db";
    const auto wal = bytes_in(folder / "visits.db-wal");
    const bool empty = bytes_in(file) == 0;
    // Beside an empty file SQLite would erase the WAL.
    if (empty && wal > 0) return open_after_damage(file, options);
    // A first start; or power failed between moving a damaged file aside and putting a copy in its
    // place.
    const bool begins = empty && bytes_in(folder / "visits.db-journal") == 0;
    // SQLite removes the log when the last connection closes: one with frames was left behind.
    const bool left_uncleanly = wal > 0;
    auto store = begins ? open_newest_copy(file, options) : open_file(file, options);
    if (store) {
        if (auto whole = store->check_when_due(left_uncleanly); !whole) {
            store = std::unexpected(whole.error());
        }
    }
    if (!store && store.error().kind == ErrorKind::Damaged) return open_after_damage(file, options);
    if (store) store->resume_salvage();
    return store;
}

Result<void> VisitsStore::check_when_due(bool left_uncleanly) {
    constexpr std::string_view name = "full_check_at";
    constexpr std::int64_t week_s = 7 * 24 * 3600;
    const auto before = setting(name);
    if (!before) return std::unexpected(before.error());
    const auto checked = unix_seconds(*before);
    const auto present = unix_seconds(now());
    // A clock that went back counts as time that went by.
    const bool due = !checked || !present || std::abs(*present - *checked) >= week_s;
    if (!due && !left_uncleanly) return {};
    if (auto whole = file_.check_fully(); !whole) {
        file_.keep_as_it_is(true);  // It is moved aside as it was found.
        return whole;
    }
    return keep_setting(name, now());
}

Result<VisitsStore> VisitsStore::open_file(const fs::path& file, const VisitsOptions& options) {
    auto opened = SqliteFile::open(file, options.busy_ms, options.vfs);
    if (!opened) return std::unexpected(opened.error());
    VisitsStore store(std::move(*opened), options);
    // A file that is refused or moved aside stays as it was found.
    store.file_.keep_as_it_is(true);
    const auto told = [&store](Error error) {
        // Our statements do not change: tables that they do not fit were changed by the disk.
        if (error.kind == ErrorKind::Io && store.file_.does_not_fit()) {
            error.kind = ErrorKind::Damaged;
        }
        return std::unexpected(std::move(error));
    };
    if (auto done = store.look(); !done) return told(done.error());
    if (auto done = store.migrate(); !done) return std::unexpected(done.error());
    if (auto done = store.learn_identity(); !done) return told(done.error());
    store.file_.keep_as_it_is(false);
    return store;
}

Result<void> VisitsStore::look() {
    if (auto done = file_.run("db/queries/visits/settings.sql"); !done) return done;
    if (const auto version = version_of(file_); !version) return std::unexpected(version.error());
    if (auto done = file_.check_whole(); !done) return done;
    return file_.run("db/queries/visits/durability.sql");
}

Result<void> VisitsStore::migrate() {
    const auto before = version_of(file_);
    if (!before) return std::unexpected(before.error());
    // A copy is a file of the system, which a store on another file system has none of.
    if (*before > 0 && *before < visits_schema && options_.vfs.empty()) {
        if (auto copied = back_up(CopyReason::Migration); !copied) {
            return std::unexpected(copied.error());
        }
    }
    // An immediate transaction also takes the lock that keeps every other program out.
    auto transaction = SqliteTransaction::begin(file_);
    if (!transaction) return std::unexpected(transaction.error());
    const auto version = version_of(file_);
    if (!version) return std::unexpected(version.error());
    for (const EmbeddedFile& embedded : embedded_files()) {
        if (migration_number(embedded.path) <= *version) continue;
        if (auto done = file_.run(embedded.path); !done) return done;
    }
    const auto reached = version_of(file_);
    if (!reached) return std::unexpected(reached.error());
    LONGJU_ASSERT(*reached == visits_schema, "the migrations lead to the layout of this program");
    return transaction->commit();
}

Result<std::string> VisitsStore::setting(std::string_view name) { return meta_value(file_, name); }

Result<void> VisitsStore::keep_setting(std::string_view name, std::string_view value) {
    return set_meta_value(file_, name, value);
}

Result<std::string> VisitsStore::newest_saved_at() {
    auto query = SqliteQuery::prepare(file_, "newest_saved_at");
    if (!query) return std::unexpected(query.error());
    const auto row = query->next();
    if (!row) return std::unexpected(row.error());
    return query->text(0);
}

std::string VisitsStore::now() const {
    const std::string time = options_.fixed_time.empty() ? wall_time() : options_.fixed_time;
    return clock_distrusted_ ? time + "?" : time;
}

}  // namespace longju::storage
