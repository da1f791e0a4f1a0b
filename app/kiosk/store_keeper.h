// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <memory>
#include <string>

#include "kiosk/store_notes.h"
#include "storage/backup_job.h"
#include "storage/clock_check.h"
#include "storage/reserve_file.h"
#include "storage/visits_store.h"

namespace longju::kiosk {

/// Looks after the store between frames: a copy every half hour when something changed, the reserve
/// of the disk, the clock.
class StoreKeeper {
public:
    /// `store` outlives the keeper; `data_date` is that of the data, `2026.11`.
    StoreKeeper(storage::VisitsStore& store, const std::filesystem::path& folder,
                std::string data_date);

    /// Does what is due, a few milliseconds of it, and tells what a person should know.
    StoreNotes look(double steady_s);
    /// Whether it wants to be called again soon.
    bool busy() const { return job_ != nullptr; }

    /// After a save that found no space: gives the reserve back. True when there was one, so that
    /// the save may be tried again.
    bool make_room();

private:
    void read_clock(double steady_s);
    void go_on_with_copy(double steady_s);

    storage::VisitsStore* store_;
    storage::ReserveFile reserve_;
    storage::ClockWatch clock_;
    std::unique_ptr<storage::BackupJob> job_;
    StoreNotes notes_;
    double looked_at_s_ = -1;  ///< At the clock.
    double copied_at_s_ = -1;  ///< Negative: not in this run.
};

}  // namespace longju::kiosk
