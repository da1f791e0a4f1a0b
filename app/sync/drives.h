// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/result.h"
#include "storage/mounts.h"

/// Sticks: which are there, whether a parcel fits, and how to take one out.
namespace longju::sync {

/// A removable drive that is mounted.
struct Drive {
    std::filesystem::path folder;  ///< Where its files are.
    std::string label;             ///< Its name; that of the folder when it has none.
    std::string file_system;       ///< `vfat`, `exfat` …
    std::string device;            ///< `/dev/sdb1`
    std::uint64_t size_bytes = 0;
    std::uint64_t free_bytes = 0;
    bool writable = true;  ///< Not locked by its switch and not mounted to be read only.
};

/// Where the system tells about itself; tests have folders of their own.
struct DriveRoots {
    storage::SystemRoots system;
    std::filesystem::path labels = "/dev/disk/by-label";
};

/// Every removable drive that is mounted, by its folder's name; one drive mounted twice is told
/// once. Io when the system does not tell.
Result<std::vector<Drive>> drives(const DriveRoots& roots = {});

/// What a drive must have free for `bytes`: twice the size, since a part that failed is written
/// again beside what is left of it, and 16 MiB, since a file system needs room to work.
std::uint64_t room_for(std::uint64_t bytes);

/// ReadOnly for a drive that is locked, NoSpace with both figures when `room_for` is not there.
Result<void> fit_for(const Drive& drive, std::uint64_t bytes);

/// Writes out what the system still holds and unmounts the drive, through udisks where it is there
/// and `umount` else. Busy when a program still has a file of it open; then it must stay in.
Result<void> eject(const Drive& drive);

}  // namespace longju::sync
