// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/result.h"

/// Which drives the system has mounted where, and of what kind they are.
namespace longju::storage {

/// Where the system tells about itself; tests have folders of their own.
struct SystemRoots {
    std::filesystem::path mountinfo = "/proc/self/mountinfo";
    std::filesystem::path sys = "/sys";
};

/// One mounted file system.
struct Mount {
    std::filesystem::path folder;  ///< Where it is mounted.
    std::string file_system;       ///< As the system calls it: `ext4`, `vfat`, `fuseblk`.
    std::string device;            ///< `/dev/sdb1`; another word when no device is behind it.
    std::string number;            ///< Of the device, `8:17`: its name under `/sys/dev/block`.
    bool read_only = false;

    bool operator==(const Mount&) const = default;
};

/// Every mount, in the order in which they were made. Io when the system does not tell.
Result<std::vector<Mount>> mounts(const SystemRoots& roots = {});

/// What is known of the drive that a folder is on.
struct PlaceFacts {
    Mount mount;
    bool removable = false;  ///< A stick, a card or a disk on USB: it may be pulled out.
    bool fat = false;        ///< FAT or exFAT: no journal, renaming may tear.
    bool network = false;
};

/// Of a mount by itself.
PlaceFacts facts_of(const Mount& mount, const SystemRoots& roots = {});

/// Of the drive that a folder is on, or will be on when it is made: symbolic links are followed.
Result<PlaceFacts> place_of(const std::filesystem::path& folder, const SystemRoots& roots = {});

/// Refuses, ReadOnly with a sentence that says what to do, a folder that visits cannot be kept in
/// safely: on a removable or network drive, on FAT or exFAT, on a drive mounted to be read only, or
/// in the folder of a sync program (OneDrive, 微云, 坚果云 …), which copies files while they
/// change. Pure.
Result<void> fit_for_visits(const std::filesystem::path& folder, const PlaceFacts& facts);

/// `fit_for_visits` of what `place_of` finds. A system that does not tell refuses nothing.
Result<void> check_data_folder(const std::filesystem::path& folder, const SystemRoots& roots = {});

}  // namespace longju::storage
