// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "core/result.h"

/// What the parts of `longju bench` share.
namespace longju::cli {

/// A figure's key ends in its unit.
using Figures = std::vector<std::pair<std::string, double>>;

/// Time of one call in milliseconds.
template <class Work>
double spent_ms(Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> spent =
        std::chrono::steady_clock::now() - start;
    return spent.count();
}

/// Median of `spent_ms` over an odd number of calls.
template <class Work>
double median_ms(int calls, Work work) {
    std::vector<double> times_ms;
    for (int i = 0; i < calls; ++i) times_ms.push_back(spent_ms(work));
    std::ranges::sort(times_ms);
    return times_ms[times_ms.size() / 2];
}

/// A county's list of 100,000 households: reading it in, and each letter that is typed to find one.
Result<void> add_roster(Figures& figures);

}  // namespace longju::cli
