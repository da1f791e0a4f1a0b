// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

// The disk on which the power is cut, held against its own description: a mistake of the model
// looks like a mistake of SQLite.

#include "faults/simulated_disk.h"

#include <sqlite3.h>

#include <memory>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"

namespace longju::faults {

namespace {

using Action = SimulatedDisk::Action;

constexpr std::size_t sector = 512;

/// Every image that is left by `count` power cuts after the last step.
std::set<DiskImage> images_left(const SimulatedDisk& disk, int count = 400) {
    std::mt19937 dice(1);
    std::set<DiskImage> left;
    for (int i = 0; i < count; ++i) left.insert(disk.after_power_cut(disk.steps(), dice));
    return left;
}

/// The layer as SQLite calls it.
class Layer {
public:
    explicit Layer(SimulatedDisk& disk) : vfs_(sqlite3_vfs_find(disk.vfs().c_str())) {}

    /// Makes the file, writes a byte and syncs.
    void write_first(const char* name, int type) {
        const auto room = std::make_unique<char[]>(static_cast<std::size_t>(vfs_->szOsFile));
        auto* file = reinterpret_cast<sqlite3_file*>(room.get());
        const int flags = type | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        REQUIRE(vfs_->xOpen(vfs_, name, file, flags, nullptr) == SQLITE_OK);
        REQUIRE(file->pMethods->xWrite(file, "x", 1, 0) == SQLITE_OK);
        REQUIRE(file->pMethods->xSync(file, SQLITE_SYNC_FULL) == SQLITE_OK);
        REQUIRE(file->pMethods->xClose(file) == SQLITE_OK);
    }
    void remove(const char* name, bool sync) { vfs_->xDelete(vfs_, name, sync ? 1 : 0); }

private:
    sqlite3_vfs* vfs_;
};

}  // namespace

TEST_CASE("a simulated disk shows programs what they wrote") {
    SimulatedDisk disk(DiskImage{{"a", "old"}});

    disk.write(disk.open("a"), 2, "new");
    disk.write(disk.open("b"), 3, "far");
    disk.truncate(disk.open("a"), 4);
    disk.write(disk.open("c"), 0, "gone");
    disk.remove("c");

    CHECK(disk.image() == DiskImage{{"a", "olne"}, {"b", std::string("\0\0\0far", 6)}});
}

TEST_CASE("what was synced is on the simulated disk after every power cut") {
    SimulatedDisk disk(DiskImage{{"a", std::string(4 * sector, 'a')}});
    disk.write(disk.open("a"), sector, std::string(2 * sector, 'b'));
    disk.sync(disk.open("a"));

    const auto left = images_left(disk);

    REQUIRE(left.size() == 1);
    CHECK(*left.begin() == disk.image());
}

TEST_CASE("a sync that is under way has done nothing yet") {
    SimulatedDisk disk(DiskImage{{"a", "old"}});
    disk.write(disk.open("a"), 0, "new");
    disk.sync(disk.open("a"));
    std::mt19937 dice(2);
    std::set<std::string> left;

    for (int i = 0; i < 100; ++i) left.insert(disk.after_power_cut(1, dice).at("a"));

    CHECK(left == std::set<std::string>{"old", "new"});
}

TEST_CASE("of an unsynced write each sector survives one time in two, torn and out of order") {
    SimulatedDisk disk(DiskImage{{"a", std::string(5 * sector, 'a')}});
    constexpr std::size_t unaligned = 100;
    disk.write(disk.open("a"), unaligned, std::string(3 * sector, 'b'));
    disk.write(disk.open("a"), 4 * sector, std::string(sector, 'c'));
    std::mt19937 dice(3);
    constexpr int cuts = 2000;
    int first = 0;
    int later_only = 0;
    std::set<std::string> all;

    for (int i = 0; i < cuts; ++i) {
        const std::string bytes = disk.after_power_cut(disk.steps(), dice).at("a");
        all.insert(bytes);
        first += bytes[unaligned] == 'b' ? 1 : 0;
        later_only += bytes[unaligned] == 'a' && bytes[4 * sector] == 'c' ? 1 : 0;
        REQUIRE(bytes[unaligned - 1] == 'a');  // Bytes beside a write are left alone.
        REQUIRE(bytes[unaligned] == bytes[sector - 1]);
        REQUIRE(bytes[sector] == bytes[2 * sector - 1]);
    }

    CHECK(all.size() == 32);  // Four parts of the first write, one of the second.
    CHECK(std::abs(first - cuts / 2) < cuts / 10);
    CHECK(std::abs(later_only - cuts / 4) < cuts / 10);
}

TEST_CASE("an unsynced change of a file's size is made or not") {
    SimulatedDisk disk(DiskImage{{"a", "abcdef"}});
    disk.truncate(disk.open("a"), 2);

    CHECK(images_left(disk) == std::set<DiskImage>{{{"a", "ab"}}, {{"a", "abcdef"}}});
}

TEST_CASE("a deletion is undone by a power cut until the folder was synced") {
    SimulatedDisk disk(DiskImage{{"a", "old"}});
    disk.remove("a");
    CHECK(images_left(disk) == std::set<DiskImage>{{{"a", "old"}}});

    disk.sync_folder();

    CHECK(images_left(disk) == std::set<DiskImage>{{}});
}

TEST_CASE("a new name may be gone after a power cut until the folder was synced") {
    SimulatedDisk disk;
    disk.write(disk.open("a"), 0, "new");
    disk.sync(disk.open("a"));
    CHECK(images_left(disk) == std::set<DiskImage>{{}, {{"a", "new"}}});

    disk.sync_folder();

    CHECK(images_left(disk) == std::set<DiskImage>{{{"a", "new"}}});
}

TEST_CASE("an old journal does not come back once its name was given to another that was synced") {
    SimulatedDisk disk(DiskImage{{"db-journal", "old"}});
    disk.remove("db-journal");
    Layer(disk).write_first("db-journal", SQLITE_OPEN_MAIN_JOURNAL);

    CHECK(images_left(disk) == std::set<DiskImage>{{{"db-journal", "x"}}});
}

TEST_CASE("the first sync of a journal or WAL syncs the folder, that of a database does not") {
    for (const int type : {SQLITE_OPEN_MAIN_JOURNAL, SQLITE_OPEN_WAL, SQLITE_OPEN_SUPER_JOURNAL}) {
        SimulatedDisk disk;
        Layer(disk).write_first("new", type);
        CHECK(images_left(disk) == std::set<DiskImage>{{{"new", "x"}}});
    }
    SimulatedDisk disk;
    Layer(disk).write_first("new", SQLITE_OPEN_MAIN_DB);
    CHECK(images_left(disk) == std::set<DiskImage>{{}, {{"new", "x"}}});
}

TEST_CASE("a deletion with a sync of the folder lasts") {
    SimulatedDisk disk(DiskImage{{"a", "old"}, {"b", "old"}});
    Layer(disk).remove("a", true);
    Layer(disk).remove("b", false);

    CHECK(images_left(disk) == std::set<DiskImage>{{{"b", "old"}}});
}

TEST_CASE("a disk that ignores syncs loses what was synced, an honest one does not") {
    SimulatedDisk disk(DiskImage{{"a", "old"}});
    disk.write(disk.open("a"), 0, "new");
    disk.sync(disk.open("a"));
    std::mt19937 dice(4);
    int lost = 0;

    for (int i = 0; i < 1000; ++i) {
        const auto left =
            disk.after_power_cut(disk.steps(), dice, SimulatedDisk::Honesty::IgnoresHalfTheSyncs);
        lost += left.at("a") == "old" ? 1 : 0;
    }

    CHECK(std::abs(lost - 250) < 50);
}

TEST_CASE("a save on the simulated disk is written, synced and only then acknowledged") {
    const test::TemporaryFolder folder;
    SimulatedDisk disk;
    auto store = storage::VisitsStore::open(folder.path(), {.vfs = disk.vfs()});
    REQUIRE(store);
    const std::size_t before = disk.steps();
    visit::Visit visit;
    visit.id = std::string(32, 'a');

    REQUIRE(store->save(visit, {}));

    REQUIRE(disk.steps() > before + 1);
    CHECK(disk.action(before) == Action::Write);
    CHECK(disk.action(disk.steps() - 1) == Action::Sync);
    CHECK(disk.image().contains((folder / "visits.db-wal").string()));
    CHECK_FALSE(std::filesystem::exists(folder / "visits.db"));
}

}  // namespace longju::faults
