// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

// The power is cut at every step to the disk while a store of an older layout is opened, and while
// a new one is made.

#include <sqlite3.h>

#include <algorithm>
#include <charconv>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "core/embedded.h"
#include "faults/scale.h"
#include "faults/simulated_disk.h"
#include "faults/store_rows.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"
#include "unit/visit/random_visits.h"

namespace longju::faults {

namespace {

namespace fs = std::filesystem;
using storage::VisitsStore;

constexpr std::string_view migrations = "db/migrations/";

/// The number in `db/migrations/0001_visits.sql`; 0 for another file.
int layout_of(std::string_view path) {
    int number = 0;
    if (!path.starts_with(migrations)) return number;
    std::from_chars(path.data() + migrations.size(), path.data() + path.size(), number);
    return number;
}

/// Nothing, and every layout there was before this program's.
std::set<int> older_layouts() {
    std::set<int> layouts = {0};
    for (const EmbeddedFile& file : embedded_files()) layouts.insert(layout_of(file.path));
    std::erase_if(layouts, [](int layout) { return layout >= storage::visits_schema; });
    return layouts;
}

/// Rows that every layout can hold, in a store of today's layout that is closed.
void fill(const fs::path& folder, const SimulatedDisk& disk) {
    auto store = VisitsStore::open(folder, {.vfs = disk.vfs()});
    REQUIRE(store);
    visit::sample::RandomVisits random(51);
    for (int i = 0; i < 3; ++i) {
        visit::Visit visit = random.visit();
        REQUIRE(store->save(visit, {"李雪梅", "data"}));
        visit.inputs = random.inputs();
        const auto hash = store->save(visit, {"李雪梅", "data"});
        REQUIRE(hash);
        REQUIRE(store->keep_evidence(visit.id, *hash, "notice.pdf", std::string(9000, 'p')));
    }
    REQUIRE(store->mark_exported({"p1", "longju-p1.ljp", std::string(64, '0'), 3, 1, 3}));
    REQUIRE(store->merge({}, {"p2", "them", std::string(64, '1')}));
    REQUIRE(store->keep_setting("kiosk.language", "zh"));
}

/// `INSERT INTO main.t (…) SELECT … FROM today.t` for each table that both have: the columns of
/// both, and nothing where the old layout wants a text that is no longer kept.
constexpr const char* copying = R"(
SELECT 'INSERT INTO main.' || old.name || ' (' || targets || ') SELECT ' || sources
    || ' FROM today.' || old.name
FROM (
    SELECT name, (
        SELECT group_concat(name) FROM pragma_table_info(outside.name, 'main')
        WHERE "notnull" OR name IN (SELECT name FROM pragma_table_info(outside.name, 'today'))
    ) AS targets, (
        SELECT group_concat(
            iif(name IN (SELECT name FROM pragma_table_info(outside.name, 'today')), name, '''''')
        )
        FROM pragma_table_info(outside.name, 'main')
        WHERE "notnull" OR name IN (SELECT name FROM pragma_table_info(outside.name, 'today'))
    ) AS sources
    FROM main.sqlite_master AS outside
    WHERE type = 'table' AND name NOT LIKE 'sqlite%'
) AS old
JOIN today.sqlite_master AS fresh ON fresh.name = old.name)";

/// `SELECT … FROM t` for each table of an old layout with the columns that are still kept.
constexpr const char* reading = R"(
SELECT 'SELECT ''' || name || ''', ' || (
    SELECT group_concat(name) FROM pragma_table_info(outside.name, 'main')
    WHERE name IN (SELECT name FROM pragma_table_info(outside.name, 'today'))
) || ' FROM main.' || name
FROM main.sqlite_master AS outside
WHERE type = 'table' AND name NOT LIKE 'sqlite%')";

struct OldStore {
    DiskImage image;
    std::vector<std::string> statements;  ///< That read everything in it.
    std::set<std::string> rows;
};

std::set<std::string> rows_by(sqlite3* handle, const std::vector<std::string>& statements) {
    std::set<std::string> rows;
    for (const std::string& statement : statements) {
        for (std::string& row : rows_of(handle, statement)) rows.insert(std::move(row));
    }
    return rows;
}

/// A store as the program of that layout left it.
OldStore old_store(const fs::path& folder, int layout) {
    OldStore old;
    if (layout == 0) return old;
    SimulatedDisk disk;
    fill(folder / "today", disk);
    {
        auto file = storage::SqliteFile::open(folder / "visits.db", 0, disk.vfs());
        REQUIRE(file);
        REQUIRE(file->run("db/queries/visits/settings.sql"));
        REQUIRE(file->run("db/queries/visits/durability.sql"));
        for (const EmbeddedFile& embedded : embedded_files()) {
            const int number = layout_of(embedded.path);
            if (number > 0 && number <= layout) REQUIRE(file->run(embedded.path));
        }
        sqlite3* handle = file->handle();
        const std::string today = (folder / "today" / "visits.db").string();
        REQUIRE(rows_of(handle, "PRAGMA foreign_keys = OFF").empty());
        REQUIRE(rows_of(handle, "ATTACH '" + today + "' AS today").empty());
        const auto copies = rows_of(handle, copying);
        REQUIRE(copies.size() > 5);
        for (const std::string& copy : copies) {
            CAPTURE(copy);
            REQUIRE(rows_of(handle, copy).empty());
        }
        old.statements = rows_of(handle, reading);
        REQUIRE(rows_of(handle, "DETACH today").empty());
        old.rows = rows_by(handle, old.statements);
        REQUIRE(old.rows.size() > 15);
    }
    for (const auto& [name, bytes] : disk.image()) {
        if (name.find("today") == std::string::npos) old.image[name] = bytes;
    }
    return old;
}

class Migration {
public:
    explicit Migration(int layout) : old_(old_store(folder_.path(), layout)) {}

    /// Opens what is on the disk. Everything of the old store must be there, in today's layout.
    void open_whole(SimulatedDisk& disk) {
        auto store = VisitsStore::open(folder_.path(), {.vfs = disk.vfs()});
        INFO((store ? "" : store.error().sentence()));
        REQUIRE(store);
        sqlite3* handle = store->database().handle();
        const bool today = rows_of(handle, "PRAGMA user_version").front() ==
                           std::to_string(storage::visits_schema);
        const auto rows = rows_by(handle, old_.statements);
        const auto grown = store->state_hash();
        const bool rebuilt = store->rebuild() && *store->state_hash() == *grown;
        const bool all = std::ranges::includes(rows, old_.rows);
        const bool whole = integrity_of(*store) == "ok" && today && rebuilt;
        lost_ += all ? 0 : 1;
        broken_ += whole ? 0 : 1;
        CHECK(all);
        CHECK(whole);
    }

    /// Cuts the power at every step, `times` each; then at a random step of opening what was left.
    void cut_everywhere(int times) {
        std::mt19937 dice(52);
        SimulatedDisk disk(old_.image);
        { REQUIRE(VisitsStore::open(folder_.path(), {.vfs = disk.vfs()})); }
        for (std::size_t step = 0; step <= disk.steps(); ++step) {
            for (int i = 0; i < times; ++i) {
                CAPTURE(step, i);
                ++cuts_;
                SimulatedDisk again(disk.after_power_cut(step, dice));
                open_whole(again);
                SimulatedDisk third(again.after_power_cut(dice() % (again.steps() + 1), dice));
                open_whole(third);
            }
        }
    }

    int cuts() const { return cuts_; }
    int lost() const { return lost_; }
    int broken() const { return broken_; }

private:
    test::TemporaryFolder folder_;
    OldStore old_;
    int cuts_ = 0, lost_ = 0, broken_ = 0;
};

}  // namespace

TEST_CASE(
    "a migration whose power is cut at any step loses nothing and is done at the next start") {
    for (const int layout : older_layouts()) {
        CAPTURE(layout);
        Migration migration(layout);

        migration.cut_everywhere(scaled(2));

        report("power cuts while layout {} becomes {}: {} at every step, lost rows: {}, broken: {}",
               layout, storage::visits_schema, migration.cuts(), migration.lost(),
               migration.broken());
        CHECK(migration.cuts() > 20);
    }
}

}  // namespace longju::faults
