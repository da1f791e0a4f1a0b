// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "faults/simulated_disk_vfs.h"

#include <algorithm>
#include <cstring>
#include <new>

#include "faults/simulated_disk.h"

// SQLite's calls, passed on to a SimulatedDisk.

namespace longju::faults {

namespace {

struct OpenFile {
    sqlite3_file base{};
    SimulatedDisk* disk = nullptr;
    int file = -1;
    bool syncs_folder = false;  ///< At its first sync: UNIXFILE_DIRSYNC of SQLite's os_unix.c.
};

OpenFile& opened(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }
SimulatedDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<SimulatedDisk*>(vfs->pAppData); }

int close_file(sqlite3_file* /*file*/) { return SQLITE_OK; }

int read_file(sqlite3_file* file, void* to, int count, sqlite3_int64 at) {
    const std::string& bytes = opened(file).disk->bytes(opened(file).file);
    const auto wanted = static_cast<std::size_t>(count);
    const auto from = std::min(static_cast<std::size_t>(at), bytes.size());
    const std::size_t got = std::min(wanted, bytes.size() - from);
    std::memcpy(to, bytes.data() + from, got);
    std::memset(static_cast<char*>(to) + got, 0, wanted - got);
    return got == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* file, const void* from, int count, sqlite3_int64 at) {
    opened(file).disk->write(opened(file).file, at,
                             {static_cast<const char*>(from), static_cast<std::size_t>(count)});
    return SQLITE_OK;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    opened(file).disk->truncate(opened(file).file, size);
    return SQLITE_OK;
}

int sync_file(sqlite3_file* file, int /*flags*/) {
    opened(file).disk->sync(opened(file).file);
    if (opened(file).syncs_folder) opened(file).disk->sync_folder();
    opened(file).syncs_folder = false;
    return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(opened(file).disk->bytes(opened(file).file).size());
    return SQLITE_OK;
}

// One connection at a time uses a simulated disk, so locks are always to be had.
int lock_file(sqlite3_file* /*file*/, int /*level*/) { return SQLITE_OK; }
int check_lock(sqlite3_file* /*file*/, int* held) {
    *held = 0;
    return SQLITE_OK;
}

int control_file(sqlite3_file* /*file*/, int /*what*/, void* /*argument*/) {
    return SQLITE_NOTFOUND;
}

// What os_unix.c says of the disks that people have.
int sector_size(sqlite3_file* /*file*/) { return 4096; }
int characteristics(sqlite3_file* /*file*/) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

// Version 1: no shared memory, which exclusive locking does without.
const sqlite3_io_methods methods{.iVersion = 1,
                                 .xClose = close_file,
                                 .xRead = read_file,
                                 .xWrite = write_file,
                                 .xTruncate = truncate_file,
                                 .xSync = sync_file,
                                 .xFileSize = file_size,
                                 .xLock = lock_file,
                                 .xUnlock = lock_file,
                                 .xCheckReservedLock = check_lock,
                                 .xFileControl = control_file,
                                 .xSectorSize = sector_size,
                                 .xDeviceCharacteristics = characteristics};

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* got) {
    auto* made = new (file) OpenFile;
    SimulatedDisk& disk = disk_of(vfs);
    const bool creates = (flags & SQLITE_OPEN_CREATE) != 0;
    if (name == nullptr || (!creates && !disk.exists(name))) return SQLITE_CANTOPEN;
    constexpr int journals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL | SQLITE_OPEN_WAL;
    made->base.pMethods = &methods;
    made->disk = &disk;
    made->file = disk.open(name);
    made->syncs_folder = creates && (flags & journals) != 0;
    if (got != nullptr) *got = flags;
    return SQLITE_OK;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int sync_folder) {
    if (!disk_of(vfs).exists(name)) return SQLITE_IOERR_DELETE_NOENT;
    disk_of(vfs).remove(name);
    if (sync_folder != 0) disk_of(vfs).sync_folder();
    return SQLITE_OK;
}

int has_file(sqlite3_vfs* vfs, const char* name, int /*flags*/, int* result) {
    *result = disk_of(vfs).exists(name) ? 1 : 0;
    return SQLITE_OK;
}

int full_name(sqlite3_vfs* /*vfs*/, const char* name, int room, char* to) {
    sqlite3_snprintf(room, to, "%s", name);
    return SQLITE_OK;
}

}  // namespace

std::unique_ptr<sqlite3_vfs> register_vfs(SimulatedDisk& disk, std::string& name) {
    static int number = 0;
    name = "simulated disk " + std::to_string(++number);
    // Time, chance and the rest are the system's.
    auto vfs = std::make_unique<sqlite3_vfs>(*sqlite3_vfs_find(nullptr));
    vfs->zName = name.c_str();
    vfs->pAppData = &disk;
    vfs->szOsFile = sizeof(OpenFile);
    vfs->xOpen = open_file;
    vfs->xDelete = delete_file;
    vfs->xAccess = has_file;
    vfs->xFullPathname = full_name;
    sqlite3_vfs_register(vfs.get(), 0);
    return vfs;
}

void unregister_vfs(sqlite3_vfs& vfs) { sqlite3_vfs_unregister(&vfs); }

}  // namespace longju::faults
