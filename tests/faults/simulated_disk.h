// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3_vfs;

namespace longju::faults {

/// What a disk holds: the bytes of its files by their names.
using DiskImage = std::map<std::string, std::string>;

/// A disk in memory that SQLite writes to, and what of it is left when the power fails. It keeps
/// everything that was ever done to it, so that one run can be cut at any of its steps.
///
/// The model: a write is split in sectors of 512 bytes. Of what no sync followed, each sector and
/// each change of a file's size is on the disk with a probability of one half, so writes are torn
/// and reordered. A new name survives with the same probability and a deletion is undone until the
/// folder was synced. As in SQLite's layer for Unix, the first sync of a new journal or WAL also
/// syncs the folder; that of a database does not.
class SimulatedDisk {
public:
    enum class Action { Create, Write, Truncate, Sync, Delete, SyncFolder };

    /// Whether a sync does what it says, or one in two does nothing.
    enum class Honesty { Honest, IgnoresHalfTheSyncs };

    explicit SimulatedDisk(DiskImage image = {});
    SimulatedDisk(const SimulatedDisk&) = delete;
    SimulatedDisk& operator=(const SimulatedDisk&) = delete;
    ~SimulatedDisk();

    /// By which name SQLite knows this disk; unique.
    const std::string& vfs() const { return name_; }

    /// Everything that programs see now.
    DiskImage image() const;
    /// Puts other files in the place of all; on the disk, with no past.
    void replace(DiskImage image);

    /// How many steps were taken since the image was put in.
    std::size_t steps() const { return events_.size(); }
    /// What step `step` was.
    Action action(std::size_t step) const { return events_.at(step).action; }
    /// What is left when power fails while step `step` is under way; `steps()` is after the last.
    DiskImage after_power_cut(std::size_t step, std::mt19937& dice,
                              Honesty honesty = Honesty::Honest) const;

    /// @name What a program does to files; numbers stay valid when a name is gone.
    /// @{
    bool exists(const std::string& name) const { return names_.contains(name); }
    int open(const std::string& name);  ///< Makes the file when there is none.
    void write(int file, std::int64_t at, std::string_view bytes);
    void truncate(int file, std::int64_t size);
    void sync(int file);
    void remove(const std::string& name);
    void sync_folder();
    const std::string& bytes(int file) const { return files_.at(static_cast<std::size_t>(file)); }
    /// @}

private:
    struct Event {
        Action action;
        int file = -1;
        std::int64_t at = 0;  ///< Of a write; the new size of a truncation.
        std::string bytes;    ///< Of a write; the name of a file that is made or deleted.
    };

    void note(Event event) { events_.push_back(std::move(event)); }

    std::string name_;
    std::unique_ptr<sqlite3_vfs> vfs_;
    DiskImage start_;
    std::vector<Event> events_;
    std::vector<std::string> files_;
    std::map<std::string, int> names_;
};

}  // namespace longju::faults
