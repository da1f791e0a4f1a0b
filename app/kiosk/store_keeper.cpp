// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/store_keeper.h"

#include "storage/platform.h"

namespace longju::kiosk {

namespace {

constexpr double half_hour_s = 1800;  // field.md 3.3.
constexpr double clock_every_s = 5;
constexpr int pages_at_once = 256;  // A mebibyte: a few milliseconds of a frame.

}  // namespace

StoreKeeper::StoreKeeper(storage::VisitsStore& store, const std::filesystem::path& folder,
                         std::string data_date)
    : store_(&store),
      reserve_(folder),
      clock_({.built = std::string(storage::build_date()),
              .revision = store.newest_saved_at().value_or(std::string()),
              .data = std::move(data_date)}) {
    // On a disk that is too full for it there is none; saves tell when that matters.
    (void)reserve_.make();
}

void StoreKeeper::read_clock(double steady_s) {
    if (looked_at_s_ >= 0 && steady_s - looked_at_s_ < clock_every_s) return;
    looked_at_s_ = steady_s;
    const auto state = clock_.read(storage::wall_time(), steady_s);
    notes_.clock_doubted = state != storage::ClockState::Plausible;
    store_->distrust_clock(notes_.clock_doubted);
}

void StoreKeeper::go_on_with_copy(double steady_s) {
    if (copied_at_s_ < 0) copied_at_s_ = steady_s;
    if (job_ != nullptr) {
        const auto done = job_->step(pages_at_once);
        if (done && !*done) return;
        notes_.no_copy = !done;
        job_.reset();
        return;
    }
    if (steady_s - copied_at_s_ < half_hour_s) return;
    copied_at_s_ = steady_s;
    if (reserve_.make().value_or(false)) notes_.disk_full = false;
    auto job = storage::BackupJob::begin(store_->database(), storage::CopyReason::Regular,
                                         storage::wall_time());
    notes_.no_copy = !job;
    if (job) job_ = std::move(*job);
}

StoreNotes StoreKeeper::look(double steady_s) {
    read_clock(steady_s);
    go_on_with_copy(steady_s);
    return notes_;
}

bool StoreKeeper::make_room() {
    notes_.disk_full = true;
    return reserve_.give_back();
}

}  // namespace longju::kiosk
