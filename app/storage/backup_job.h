// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <future>
#include <memory>
#include <optional>

#include "core/result.h"
#include "storage/backup_copies.h"

struct sqlite3_backup;

namespace longju::storage {

/// A copy that is made bit by bit between frames, while visits are saved: pages that change
/// meanwhile are copied again. Checking and flushing it, which take as long as reading it whole,
/// are done on a thread of their own, on the copy alone. The database outlives the job; on
/// destruction a copy that is not finished is removed.
class BackupJob {
public:
    /// Nothing when a copy holds all there is. NoSpace before the disk is full.
    static Result<std::unique_ptr<BackupJob>> begin(SqliteFile& file, CopyReason reason,
                                                    std::string made_at);

    BackupJob(const BackupJob&) = delete;
    BackupJob& operator=(const BackupJob&) = delete;
    ~BackupJob();

    /// Copies up to `pages` of 4 KiB, or looks whether the check is done; never waits for it. True
    /// when the copy is in its place. After an error the job is over and nothing of it is left.
    Result<bool> step(int pages);

    /// Where the copy is, or will be.
    const std::filesystem::path& file() const { return copy_.file; }

private:
    BackupJob(SqliteFile& source, SqliteFile target, BackupCopy copy);
    void drop_target();

    SqliteFile* source_;
    std::optional<SqliteFile> target_;
    BackupCopy copy_;
    std::filesystem::path temporary_;
    sqlite3_backup* backup_ = nullptr;
    std::future<Result<void>> check_;
};

}  // namespace longju::storage
