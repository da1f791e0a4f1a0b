// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/progress.h"

namespace longju {

namespace {

std::unexpected<Error> asked_to_stop() {
    return fail(ErrorKind::Io, "it was stopped; nothing was changed");
}

}  // namespace

void Progress::part(double from, double to) {
    from_ = from;
    to_ = to;
    share_ = from;
}

Result<void> Progress::reach(std::size_t done, std::size_t all) {
    if (told_) told_(done, all);
    if (all > 0) {
        share_ = from_ + (to_ - from_) * static_cast<double>(done) / static_cast<double>(all);
    }
    if (stopped()) return asked_to_stop();
    return {};
}

Result<void> Progress::last_call() {
    State open = State::Open;
    if (state_.compare_exchange_strong(open, State::Closed) || open == State::Closed) return {};
    return asked_to_stop();
}

bool Progress::stop() {
    State open = State::Open;
    return state_.compare_exchange_strong(open, State::Stopped) || open == State::Stopped;
}

std::optional<double> Progress::share() const {
    const double share = share_;
    return share < 0 ? std::nullopt : std::optional(share);
}

}  // namespace longju
