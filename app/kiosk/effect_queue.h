// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "kiosk/effects.h"

namespace longju::kiosk {

/// Whether an effect may take longer than a frame, and the key of the sentence that says what is
/// being done; nothing for a short one.
std::optional<std::string> long_work(const Effect& effect);

/// Does effects in the order in which they were asked for, one at a time: there is one hand at the
/// store. A short one is done at once. A long one may go on a thread of its own, and then those
/// after it wait. All calls come from one thread.
class EffectQueue {
public:
    /// `services` outlive the queue.
    explicit EffectQueue(Services& services) : services_(&services) {}
    /// Asks what goes on to stop, and waits for it.
    ~EffectQueue();
    EffectQueue(const EffectQueue&) = delete;
    EffectQueue& operator=(const EffectQueue&) = delete;

    /// From now on long ones go on a thread. Otherwise `go_on` does everything.
    void in_background(bool on) { in_background_ = on; }

    void ask(Effect effect) { waiting_.push_back(std::move(effect)); }
    /// Takes the answers of what ended and does what waits, up to the next long one.
    std::vector<Action> go_on();
    /// Whether a thread has the store: nobody else may call it then.
    bool busy() const { return running_ != nullptr; }
    /// What goes on; nothing when not busy. `since_s` is left to who shows it.
    std::optional<Work> work() const;
    /// Asks what goes on to stop, where it still can, and gives up the long ones that wait.
    void stop();
    /// Waits for what goes on and does what waits, up to the next long one.
    std::vector<Action> finish();

private:
    struct Running {
        explicit Running(Effect what) : effect(std::move(what)) {}

        Effect effect;
        Progress progress;
        std::vector<Action> answers;  // Of the thread until `done`.
        std::atomic<bool> done = false;
        std::jthread thread;  // Last: it ends before the rest goes.
    };

    void start(Effect effect);

    Services* services_;
    bool in_background_ = false;
    std::deque<Effect> waiting_;
    std::unique_ptr<Running> running_;
    int number_ = 0;
};

}  // namespace longju::kiosk
