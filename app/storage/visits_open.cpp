// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "core/assert.h"
#include "core/embedded.h"
#include "core/hash.h"
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

}  // namespace

Result<VisitsStore> VisitsStore::open(const fs::path& folder, const VisitsOptions& options) {
    if (auto made = make_folder(folder); !made) return std::unexpected(made.error());
    const fs::path file = folder / "visits.db";
    auto store = open_file(file, options);
    if (store || store.error().kind != ErrorKind::Damaged) return store;
    return open_after_damage(file, options);
}

Result<VisitsStore> VisitsStore::open_file(const fs::path& file, const VisitsOptions& options) {
    auto opened = SqliteFile::open(file, options.busy_ms);
    if (!opened) return std::unexpected(opened.error());
    VisitsStore store(std::move(*opened), options);
    const auto steps = {
        +[](VisitsStore& s) { return s.file_.run("db/queries/visits/settings.sql"); },
        +[](VisitsStore& s) -> Result<void> {
            const auto version = version_of(s.file_);
            return version ? Result<void>{} : std::unexpected(version.error());
        },
        +[](VisitsStore& s) { return s.file_.run("db/queries/visits/durability.sql"); },
        +[](VisitsStore& s) { return s.file_.check_whole(); },
        +[](VisitsStore& s) { return s.migrate(); },
        +[](VisitsStore& s) { return s.learn_device(); },
    };
    for (const auto& step : steps) {
        if (auto done = step(store); !done) return std::unexpected(done.error());
    }
    return store;
}

Result<void> VisitsStore::migrate() {
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

Result<void> VisitsStore::learn_device() {
    const auto known = setting("device_id");
    if (!known) return std::unexpected(known.error());
    constexpr std::size_t id_bytes = 16;
    device_id_ = known->empty() ? random_hex(id_bytes) : *known;
    return known->empty() ? keep_setting("device_id", device_id_) : Result<void>{};
}

Result<std::string> VisitsStore::setting(std::string_view name) {
    auto query = SqliteQuery::prepare(file_, "meta");
    if (!query) return std::unexpected(query.error());
    const auto row = query->bind(name).next();
    if (!row) return std::unexpected(row.error());
    return *row ? query->text(0) : std::string();
}

Result<void> VisitsStore::keep_setting(std::string_view name, std::string_view value) {
    auto query = SqliteQuery::prepare(file_, "set_meta");
    if (!query) return std::unexpected(query.error());
    const auto done = query->bind(name).bind(value).finish();
    if (!done) return std::unexpected(done.error());
    return {};
}

std::string VisitsStore::now() const {
    return options_.fixed_time.empty() ? wall_time() : options_.fixed_time;
}

}  // namespace longju::storage
