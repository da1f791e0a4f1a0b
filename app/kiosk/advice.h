// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "advisor/advise.h"

/// 出主意 on the screen: what is shown of an advice, and the thread that makes it.
namespace longju::kiosk {

/// One scheme of the front of own money against the bill; figures as the search has them.
struct FrontShown {
    measure::Scheme scheme;
    Money own, bill;
};

/// A scheme as a dot of the picture.
struct SchemeDot {
    float own_yuan = 0, bill_yuan = 0;
};

/// The answers without the table of all schemes.
struct AdviceShown {
    std::size_t schemes = 0;
    std::vector<SchemeDot> dots;    ///< Of at most `most_dots` of them, evenly chosen.
    Money bill_now;                 ///< Of the house as it is.
    std::vector<FrontShown> front;  ///< Cheapest first.
    std::vector<advisor::Answer> answers;
    std::optional<advisor::Works> works;
};

inline constexpr std::size_t most_dots = 1500;

/// How far an advice is; `made` at the end.
struct AdvicePanel {
    Money own_money;
    double share = 0.0;     ///< Of the search.
    bool failed = false;    ///< The house cannot be computed.
    bool renewing = false;  ///< `made` is of another scheme of the same house; a newer one comes.
    std::optional<AdviceShown> made;
};

/// Makes one advice at a time on a thread of its own. `reference` and `year` outlive it.
class AdviceJob {
public:
    AdviceJob(estimate::EstimateInputs inputs, const estimate::Reference& reference,
              const climate::Year& year, Money own_money);
    /// Stops the search and waits for the thread.
    ~AdviceJob() = default;
    AdviceJob(const AdviceJob&) = delete;
    AdviceJob& operator=(const AdviceJob&) = delete;

    AdvicePanel panel() const;

private:
    void run(const std::stop_token& stop, const estimate::Reference& reference,
             const climate::Year& year);

    estimate::EstimateInputs inputs_;
    Money own_money_;
    std::atomic<double> share_ = 0.0;
    mutable std::mutex mutex_;
    bool failed_ = false;
    std::optional<AdviceShown> made_;
    std::jthread thread_;  // Last: it ends before the rest goes.
};

/// What a screen keeps of an advice.
AdviceShown shown_of(advisor::Advice advice, const advisor::Space& space);

}  // namespace longju::kiosk
