// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "kiosk/raster.h"

namespace longju::kiosk {

/// Makes pictures on a thread of its own, so that a catalog full of them never holds up a frame.
/// The thread starts with the first question and ends with the worker.
class PictureWorker {
public:
    using Make = std::function<Pixels()>;
    using Made = std::pair<std::string, Pixels>;

    PictureWorker() = default;
    ~PictureWorker();
    PictureWorker(const PictureWorker&) = delete;
    PictureWorker& operator=(const PictureWorker&) = delete;

    /// Forgets what was asked for and not begun: a frame asks again for what is still in sight.
    void forget_waiting();
    /// `make` is called on the thread, after what was asked for before. What it reads must outlive
    /// the worker. A key that waits or is being made is not asked for twice.
    void ask(const std::string& key, Make make);
    /// What was made since, each once.
    std::vector<Made> take_made();
    /// Whether something waits, is being made or was made and not taken.
    bool busy() const;

private:
    struct Job {
        std::string key;
        Make make;
    };
    void run(const std::stop_token& stop);

    mutable std::mutex mutex_;
    std::condition_variable_any asked_;
    std::vector<Job> waiting_;  // In the order of asking.
    std::string making_;        // Empty: nothing.
    std::vector<Made> made_;
    std::jthread thread_;  // Last: it ends before the rest goes.
};

}  // namespace longju::kiosk
