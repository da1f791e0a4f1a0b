// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/picture_worker.h"

#include <algorithm>

namespace longju::kiosk {

PictureWorker::~PictureWorker() = default;  // The thread is asked to stop and waited for.

void PictureWorker::forget_waiting() {
    const std::lock_guard lock(mutex_);
    waiting_.clear();
}

void PictureWorker::ask(const std::string& key, Make make) {
    const std::lock_guard lock(mutex_);
    const bool known = making_ == key ||
                       std::ranges::find(waiting_, key, &Job::key) != waiting_.end() ||
                       std::ranges::find(made_, key, &Made::first) != made_.end();
    if (known) return;
    waiting_.push_back({key, std::move(make)});
    if (!thread_.joinable()) {
        thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
    asked_.notify_one();
}

std::vector<PictureWorker::Made> PictureWorker::take_made() {
    const std::lock_guard lock(mutex_);
    return std::exchange(made_, {});
}

bool PictureWorker::busy() const {
    const std::lock_guard lock(mutex_);
    return !waiting_.empty() || !making_.empty() || !made_.empty();
}

void PictureWorker::run(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (asked_.wait(lock, stop, [this] { return !waiting_.empty(); })) {
        const Job job = std::move(waiting_.front());
        waiting_.erase(waiting_.begin());
        making_ = job.key;
        lock.unlock();
        Pixels pixels = job.make();
        lock.lock();
        making_.clear();
        made_.emplace_back(job.key, std::move(pixels));
    }
}

}  // namespace longju::kiosk
