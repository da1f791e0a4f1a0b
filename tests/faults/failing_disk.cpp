// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "faults/failing_disk.h"

#include <new>

namespace longju::faults {

namespace {

struct OpenFile {
    sqlite3_file base{};
    FailingDisk* disk = nullptr;
    sqlite3_file* system() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

FailingDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<FailingDisk*>(vfs->pAppData); }
FailingDisk& disk_of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file)->disk; }
sqlite3_file* system_of(sqlite3_file* file) { return reinterpret_cast<OpenFile*>(file)->system(); }
const sqlite3_io_methods& calls_of(sqlite3_file* file) { return *system_of(file)->pMethods; }

int close_file(sqlite3_file* file) { return calls_of(file).xClose(system_of(file)); }

int read_file(sqlite3_file* file, void* to, int count, sqlite3_int64 at) {
    if (disk_of(file).fails(false)) return SQLITE_IOERR_READ;
    return calls_of(file).xRead(system_of(file), to, count, at);
}

int write_file(sqlite3_file* file, const void* from, int count, sqlite3_int64 at) {
    FailingDisk& disk = disk_of(file);
    if (disk.fails(true)) return disk.full() ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    return calls_of(file).xWrite(system_of(file), from, count, at);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    if (disk_of(file).fails(false)) return SQLITE_IOERR_TRUNCATE;
    return calls_of(file).xTruncate(system_of(file), size);
}

// A sync that works is left out: these proofs end no process, and thousands of syncs take minutes.
int sync_file(sqlite3_file* file, int /*flags*/) {
    return disk_of(file).fails(false) ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    if (disk_of(file).fails(false)) return SQLITE_IOERR_FSTAT;
    return calls_of(file).xFileSize(system_of(file), size);
}

int lock_file(sqlite3_file* file, int level) {
    if (disk_of(file).fails(false)) return SQLITE_IOERR_LOCK;
    return calls_of(file).xLock(system_of(file), level);
}

int unlock_file(sqlite3_file* file, int level) {
    return calls_of(file).xUnlock(system_of(file), level);
}

int check_lock(sqlite3_file* file, int* held) {
    if (disk_of(file).fails(false)) return SQLITE_IOERR_CHECKRESERVEDLOCK;
    return calls_of(file).xCheckReservedLock(system_of(file), held);
}

int control_file(sqlite3_file* file, int what, void* argument) {
    return calls_of(file).xFileControl(system_of(file), what, argument);
}

int sector_size(sqlite3_file* file) { return calls_of(file).xSectorSize(system_of(file)); }

int characteristics(sqlite3_file* file) {
    return calls_of(file).xDeviceCharacteristics(system_of(file));
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
    FailingDisk& disk = disk_of(vfs);
    auto* opened = new (file) OpenFile;
    opened->disk = &disk;
    if (disk.fails(false)) return SQLITE_CANTOPEN;
    const int code = disk.system().xOpen(&disk.system(), name, opened->system(), flags, got);
    opened->base.pMethods = opened->system()->pMethods == nullptr ? nullptr : &methods;
    return code;
}

int delete_file(sqlite3_vfs* vfs, const char* name, int /*sync_folder*/) {
    FailingDisk& disk = disk_of(vfs);
    if (disk.fails(false)) return SQLITE_IOERR_DELETE;
    return disk.system().xDelete(&disk.system(), name, 0);
}

int has_file(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
    FailingDisk& disk = disk_of(vfs);
    if (disk.fails(false)) return SQLITE_IOERR_ACCESS;
    return disk.system().xAccess(&disk.system(), name, flags, result);
}

}  // namespace

FailingDisk::FailingDisk() : system_(sqlite3_vfs_find(nullptr)) {
    layer_ = *system_;
    layer_.zName = "failing disk";
    layer_.pAppData = this;
    layer_.szOsFile = static_cast<int>(sizeof(OpenFile)) + system_->szOsFile;
    layer_.xOpen = open_file;
    layer_.xDelete = delete_file;
    layer_.xAccess = has_file;
    sqlite3_vfs_register(&layer_, 1);
}

FailingDisk::~FailingDisk() { sqlite3_vfs_unregister(&layer_); }

void FailingDisk::fail(Fault fault) {
    fault_ = fault;
    calls_ = 0;
    failed_ = false;
}

bool FailingDisk::fails(bool writes) {
    if (fault_.call == 0 || (full() && !writes)) return false;
    ++calls_;
    const bool now =
        fault_.kind == Fault::Kind::Error ? calls_ == fault_.call : calls_ >= fault_.call;
    failed_ = failed_ || now;
    return now;
}

}  // namespace longju::faults
