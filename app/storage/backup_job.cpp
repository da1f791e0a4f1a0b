// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/backup_job.h"

#include <sqlite3.h>

#include <chrono>
#include <utility>

#include "storage/platform.h"

namespace longju::storage {

namespace {

namespace fs = std::filesystem;

/// The copy by itself: one file, whole, on the disk.
Result<void> check_copy(const fs::path& file) {
    {
        auto copy = SqliteFile::open(file, 0);
        if (!copy) return std::unexpected(copy.error());
        if (auto alone = copy->run("db/queries/visits/copy_alone.sql"); !alone) return alone;
        if (auto whole = copy->check_whole(); !whole) return whole;
    }
    return flush_to_disk(file);
}

}  // namespace

Result<std::unique_ptr<BackupJob>> BackupJob::begin(SqliteFile& file, CopyReason reason,
                                                    std::string made_at) {
    const fs::path folder = backups_folder(file);
    if (auto made = make_folder(folder); !made) return std::unexpected(made.error());
    auto copy = copy_of_now(file, reason, std::move(made_at));
    if (!copy) return std::unexpected(copy.error());
    if (same_as(*copy)) return nullptr;
    if (auto room = room_for_copy(file, folder); !room) return std::unexpected(room.error());
    const fs::path temporary = folder / "~tmp-job.part";
    std::error_code error;
    fs::remove(temporary, error);
    auto target = SqliteFile::open(temporary, 0);
    if (!target) return std::unexpected(target.error());
    if (auto set = target->run("db/queries/visits/copy_settings.sql"); !set) {
        return std::unexpected(set.error());
    }
    std::unique_ptr<BackupJob> job(new BackupJob(file, std::move(*target), std::move(*copy)));
    job->temporary_ = temporary;
    job->backup_ = sqlite3_backup_init(job->target_->handle(), "main", file.handle(), "main");
    if (job->backup_ == nullptr) return std::unexpected(job->target_->last_error());
    return job;
}

BackupJob::BackupJob(SqliteFile& source, SqliteFile target, BackupCopy copy)
    : source_(&source), target_(std::move(target)), copy_(std::move(copy)) {}

BackupJob::~BackupJob() {
    if (check_.valid()) check_.wait();
    drop_target();
    std::error_code error;
    if (!temporary_.empty()) fs::remove(temporary_, error);
}

void BackupJob::drop_target() {
    sqlite3_backup_finish(std::exchange(backup_, nullptr));
    target_.reset();
}

Result<bool> BackupJob::step(int pages) {
    if (backup_ != nullptr) {
        const int code = sqlite3_backup_step(backup_, pages);
        if (code == SQLITE_OK) return false;
        if (code != SQLITE_DONE) {
            Error error = target_->last_error();
            if (code == SQLITE_FULL) error.kind = ErrorKind::NoSpace;
            drop_target();
            return std::unexpected(std::move(error));
        }
        // What was saved while it was copied is in it: the name says what it holds.
        auto now = copy_of_now(*source_, copy_.reason, copy_.made_at);
        drop_target();
        if (!now) return std::unexpected(now.error());
        copy_ = std::move(*now);
        check_ = std::async(std::launch::async, check_copy, temporary_);
        return false;
    }
    if (!check_.valid()) return true;
    if (check_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
    if (auto whole = check_.get(); !whole) return std::unexpected(whole.error());
    if (same_as(copy_)) return true;
    if (auto taken = take_into_backups(temporary_, copy_); !taken) {
        return std::unexpected(taken.error());
    }
    return true;
}

}  // namespace longju::storage
