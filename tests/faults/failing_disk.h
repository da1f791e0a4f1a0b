// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <sqlite3.h>

#include <string>

namespace longju::faults {

/// Which calls of SQLite to the disk go wrong.
struct Fault {
    enum class Kind {
        Error,         ///< Every sort of call: the system reports an I/O error.
        ErrorForGood,  ///< As Error, for the call and all after it: the disk is gone.
        Full           ///< Calls that write: there is no space, for the call and all after it.
    };
    Kind kind = Kind::Error;
    int call = 0;  ///< The first that fails, counted from 1 among the calls of that sort; 0: none.
};

/// The system's files, with calls that fail. It becomes the layer that SQLite uses where no other
/// is named, so that everything the program opens goes through it.
class FailingDisk {
public:
    FailingDisk();
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;
    ~FailingDisk();

    /// Counts from here on.
    void fail(Fault fault);
    void heal() { fail({}); }
    /// Whether a call has failed since `fail`.
    bool failed() const { return failed_; }

    /// @name For the layer: whether this call is one that fails.
    /// @{
    bool fails(bool writes);
    bool full() const { return fault_.kind == Fault::Kind::Full; }
    sqlite3_vfs& system() { return *system_; }
    /// @}

private:
    sqlite3_vfs layer_{};
    sqlite3_vfs* system_ = nullptr;
    Fault fault_;
    int calls_ = 0;
    bool failed_ = false;
};

}  // namespace longju::faults
