// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/drives.h"

#include <algorithm>

#include <fmt/format.h>

#include "storage/platform.h"

namespace longju::sync {

std::uint64_t room_for(std::uint64_t bytes) {
    constexpr std::uint64_t spare = 16ULL << 20;
    constexpr std::uint64_t most = ~0ULL;
    return bytes > (most - spare) / 2 ? most : 2 * bytes + spare;
}

Result<void> fit_for(const Drive& drive, std::uint64_t bytes) {
    const std::string name = storage::utf8_path(drive.folder);
    if (!drive.writable) {
        return std::unexpected(
            Error{.kind = ErrorKind::ReadOnly,
                  .what = "this stick is locked: move its switch, or take another",
                  .file = name});
    }
    if (drive.free_bytes >= room_for(bytes)) return {};
    constexpr double megabyte = 1e6;
    return std::unexpected(
        Error{.kind = ErrorKind::NoSpace,
              .what = fmt::format("this stick has {:.0f} MB free and {:.0f} MB are needed: delete "
                                  "something on it, or take another",
                                  static_cast<double>(drive.free_bytes) / megabyte,
                                  static_cast<double>(room_for(bytes)) / megabyte),
              .file = name});
}

}  // namespace longju::sync
