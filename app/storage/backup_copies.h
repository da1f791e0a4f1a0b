// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "storage/sqlite_file.h"

/// The copies of visits.db in `backups/`: their names, their order, and which of them stay.
namespace longju::storage {

/// Why a copy was made.
enum class CopyReason { Regular, Exit, Import, Migration, Restore };

/// One copy, as its name tells. Order comes from what is in it, `lamport` and then `rows`, never
/// from a clock.
struct BackupCopy {
    std::filesystem::path file;
    std::uint64_t lamport = 0;  ///< The highest in it.
    std::uint64_t rows = 0;     ///< Of the tables that only grow: revisions, papers, parcels.
    std::string made_at;        ///< Wall time with zone; empty when the name does not tell.
    CopyReason reason = CopyReason::Regular;
    bool verified = false;  ///< Found whole in this run of the program.
};

/// `visits-0000000000000012-00000031-20261125T100000+0800-regular.db`.
std::string copy_name(const BackupCopy& copy);

/// Reads what `copy_name` wrote, and the shorter `visits-0000000000000012.db`. Nothing for other
/// names: those files are not ours.
std::optional<BackupCopy> copy_from_name(std::string_view name);

/// The word in the name: `regular`, `exit`, `import`, `migration`, `restore`.
std::string_view word_of(CopyReason reason);

/// The copies in a folder, newest first. Empty when there is no such folder.
std::vector<BackupCopy> copies_in(const std::filesystem::path& folder);

/// Of copies in their order, newest first, those that stay (field.md 3.3): the newest of each of
/// the last 12 half hours, 7 days, 4 weeks and 6 months that copies were made in; besides, whatever
/// the clock said, the newest 8, the newest verified one, and the newest 3 that were made before an
/// import, a migration and a restore each. A clock that jumps only changes which half hour a copy
/// counts for.
std::vector<bool> which_to_keep(std::span<const BackupCopy> newest_first);

/// `backups/` beside the database.
std::filesystem::path backups_folder(const SqliteFile& file);

/// The copy that would be made of the database now; `file` is where it would be.
Result<BackupCopy> copy_of_now(const SqliteFile& file, CopyReason reason, std::string made_at);

/// The copy that holds all that the database holds now, if there is one.
std::optional<BackupCopy> same_as(const BackupCopy& wanted);

/// NoSpace unless a copy of the database fits into `folder` with 64 MiB to spare.
Result<void> room_for_copy(const SqliteFile& file, const std::filesystem::path& folder);

/// Gives a checked copy its name and removes the copies that need not stay.
Result<void> take_into_backups(const std::filesystem::path& checked, const BackupCopy& copy);

}  // namespace longju::storage
