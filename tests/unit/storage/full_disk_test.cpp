// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <sqlite3.h>

#include <cstring>

#include <catch2/catch_test_macros.hpp>

#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"
#include "unit/visit/random_visits.h"

// A disk that fills up: SQLite's file layer with a budget of bytes. Reads, locks and syncs go
// through to the real one; so do writes until the budget is used up.

namespace longju::storage {

namespace {

struct Disk {
    sqlite3_vfs shim{};
    sqlite3_vfs* real = nullptr;
    std::int64_t budget = 0;
};

struct File {
    sqlite3_file base{};
    Disk* disk = nullptr;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real(); }

int close_file(sqlite3_file* file) { return real(file)->pMethods->xClose(real(file)); }
int read_file(sqlite3_file* file, void* to, int count, sqlite3_int64 at) {
    return real(file)->pMethods->xRead(real(file), to, count, at);
}
int write_file(sqlite3_file* file, const void* from, int count, sqlite3_int64 at) {
    Disk& disk = *reinterpret_cast<File*>(file)->disk;
    if (disk.budget < count) return SQLITE_FULL;
    disk.budget -= count;
    return real(file)->pMethods->xWrite(real(file), from, count, at);
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    return real(file)->pMethods->xTruncate(real(file), size);
}
int sync_file(sqlite3_file* file, int flags) {
    return real(file)->pMethods->xSync(real(file), flags);
}
int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return real(file)->pMethods->xFileSize(real(file), size);
}
int lock_file(sqlite3_file* file, int level) {
    return real(file)->pMethods->xLock(real(file), level);
}
int unlock_file(sqlite3_file* file, int level) {
    return real(file)->pMethods->xUnlock(real(file), level);
}
int check_lock(sqlite3_file* file, int* held) {
    return real(file)->pMethods->xCheckReservedLock(real(file), held);
}
int control_file(sqlite3_file* file, int what, void* argument) {
    return real(file)->pMethods->xFileControl(real(file), what, argument);
}
int sector_size(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
int characteristics(sqlite3_file* file) {
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

// Version 1: no shared memory, which exclusive locking does without.
const sqlite3_io_methods methods{.iVersion = 1,
                                 .xClose = close_file,
                                 .xRead = read_file,
                                 .xWrite = write_file,
                                 .xTruncate = truncate_file,
                                 .xSync = sync_file,
                                 .xFileSize = file_size,
                                 .xLock = lock_file,
                                 .xUnlock = unlock_file,
                                 .xCheckReservedLock = check_lock,
                                 .xFileControl = control_file,
                                 .xSectorSize = sector_size,
                                 .xDeviceCharacteristics = characteristics};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* got) {
    Disk* disk = static_cast<Disk*>(vfs->pAppData);
    auto* opened = new (file) File;
    opened->disk = disk;
    const int code = disk->real->xOpen(disk->real, name, opened->real(), flags, got);
    opened->base.pMethods = opened->real()->pMethods == nullptr ? nullptr : &methods;
    return code;
}

/// Stands in for the system's disk while it lives.
class SmallDisk {
public:
    explicit SmallDisk(std::int64_t budget) {
        disk_.real = sqlite3_vfs_find(nullptr);
        disk_.shim = *disk_.real;
        disk_.shim.zName = "small disk";
        disk_.shim.pAppData = &disk_;
        disk_.shim.szOsFile = static_cast<int>(sizeof(File)) + disk_.real->szOsFile;
        disk_.shim.xOpen = open_file;
        disk_.budget = budget;
        sqlite3_vfs_register(&disk_.shim, 1);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() { sqlite3_vfs_unregister(&disk_.shim); }

    void grow(std::int64_t bytes) { disk_.budget += bytes; }

private:
    Disk disk_;
};

const VisitsOptions options{.busy_ms = 0, .fixed_time = "2026-11-25T10:00:00+08:00"};

}  // namespace

TEST_CASE("a full disk refuses a save and keeps every save before it") {
    const test::TemporaryFolder folder;
    SmallDisk disk(700000);
    visit::sample::RandomVisits random(31);
    std::vector<visit::Visit> saved;
    {
        auto store = VisitsStore::open(folder.path(), options);
        REQUIRE(store);
        Result<std::string> last;
        while (saved.size() < 1000) {
            visit::Visit visit = random.visit();
            last = store->save(visit, {});
            if (!last) break;
            saved.push_back(std::move(visit));
        }
        REQUIRE_FALSE(last);
        CHECK(last.error().kind == ErrorKind::NoSpace);
        CHECK(saved.size() > 3);
        // The store goes on: it reads what is there, and saves again when there is room.
        CHECK(store->count() == static_cast<int>(saved.size()));
        disk.grow(1000000);
        saved.push_back(random.visit());
        CHECK(store->save(saved.back(), {}));
    }

    auto store = VisitsStore::open(folder.path(), options);

    REQUIRE(store);
    CHECK(store->count() == static_cast<int>(saved.size()));
    for (const visit::Visit& visit : saved) CHECK(store->load(visit.id) == visit);
}

TEST_CASE("a disk that is full from the start is told as such, whenever the space ends") {
    for (std::int64_t budget = 0; budget < 70000; budget += 7919) {
        const test::TemporaryFolder folder;
        SmallDisk disk(budget);

        const auto store = VisitsStore::open(folder.path(), options);

        CAPTURE(budget);
        REQUIRE_FALSE(store);
        CHECK(store.error().kind == ErrorKind::NoSpace);
        disk.grow(10000000);
        CHECK(VisitsStore::open(folder.path(), options));
    }
}

}  // namespace longju::storage
