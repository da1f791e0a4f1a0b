// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>

/// What the screens are told of the store of visits and of the machine it is on.
namespace longju::kiosk {

/// One copy of the visits, as 备份 lists it.
struct BackupRow {
    std::string name;
    std::string made_at;        ///< Wall time with zone; empty when it is not known.
    std::string reason;         ///< The word in its name: `regular`, `import` …
    std::optional<int> visits;  ///< Nothing: the copy cannot be read.

    bool operator==(const BackupRow&) const = default;
};

/// What stays in sight until it is put right.
struct StoreNotes {
    bool disk_full = false;      ///< The reserve of the disk is in use.
    bool no_copy = false;        ///< The last copy could not be made.
    bool clock_doubted = false;  ///< The clock cannot be right.

    bool any() const { return disk_full || no_copy || clock_doubted; }
    bool operator==(const StoreNotes&) const = default;
};

}  // namespace longju::kiosk
