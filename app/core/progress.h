// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <optional>
#include <utility>

#include "core/result.h"

namespace longju {

/// How far a long piece of work is. The thread that works tells it, the one that shows it reads it
/// and may ask the work to stop; both at any time.
///
/// Work that is asked to stop leaves everything as it was before it began. Where that is no longer
/// possible it says so first (`last_call`), and then goes on to its end.
class Progress {
public:
    using Told = std::function<void(std::size_t done, std::size_t all)>;

    /// `told` hears every step, on the thread that works.
    explicit Progress(Told told = {}) : told_(std::move(told)) {}
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() = default;

    /// The work goes through this part of the whole next: 0 is its beginning, 1 its end.
    void part(double from, double to);
    /// So much of the part is done. Fails when the work is to stop; the error says that nothing was
    /// changed, and `stopped` is true.
    Result<void> reach(std::size_t done, std::size_t all);
    /// What follows is not left half done. Fails like `reach`; afterwards `stop` comes too late.
    Result<void> last_call();

    /// Asks the work to stop. False when it comes too late.
    bool stop();
    bool can_stop() const { return state_.load() == State::Open; }
    /// Whether the work was asked to stop in time.
    bool stopped() const { return state_.load() == State::Stopped; }
    /// 0 to 1; nothing while it is not known.
    std::optional<double> share() const;

private:
    enum class State { Open, Stopped, Closed };

    Told told_;
    double from_ = 0, to_ = 1;  // Of the thread that works only.
    std::atomic<double> share_ = -1;
    std::atomic<State> state_ = State::Open;
};

/// The same for work that may have nobody to tell.
inline Result<void> reach(Progress* progress, std::size_t done, std::size_t all) {
    return progress == nullptr ? Result<void>() : progress->reach(done, all);
}
inline Result<void> last_call(Progress* progress) {
    return progress == nullptr ? Result<void>() : progress->last_call();
}
inline void part(Progress* progress, double from, double to) {
    if (progress != nullptr) progress->part(from, to);
}

}  // namespace longju
