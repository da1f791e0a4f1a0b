// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/advice.h"

#include <algorithm>
#include <utility>

namespace longju::kiosk {

AdviceShown shown_of(advisor::Advice advice, const advisor::Space& space) {
    std::vector<FrontShown> front;
    for (const std::size_t i : advisor::thinned(advice.search.schemes, advice.bill_front)) {
        const advisor::Scored& s = advice.search.schemes[i];
        front.push_back({space.scheme(s.envelope, s.heater, s.array), s.own(), s.bill});
    }
    const std::vector<advisor::Scored>& all = advice.search.schemes;
    const std::size_t step = std::max<std::size_t>(1, (all.size() + most_dots - 1) / most_dots);
    std::vector<SchemeDot> dots;
    for (std::size_t i = 0; i < all.size(); i += step) {
        dots.push_back({static_cast<float>(all[i].own().in_yuan()),
                        static_cast<float>(all[i].bill.in_yuan())});
    }
    return {.schemes = all.size(),
            .dots = std::move(dots),
            .bill_now = advice.search.bill_now,
            .front = std::move(front),
            .answers = std::move(advice.answers),
            .works = std::move(advice.works)};
}

AdviceJob::AdviceJob(estimate::EstimateInputs inputs, const estimate::Reference& reference,
                     const climate::Year& year, Money own_money)
    : inputs_(std::move(inputs)),
      own_money_(own_money),
      thread_(
          [this, &reference, &year](const std::stop_token& stop) { run(stop, reference, year); }) {}

AdvicePanel AdviceJob::panel() const {
    const std::lock_guard lock(mutex_);
    return {.own_money = own_money_, .share = share_, .failed = failed_, .made = made_};
}

void AdviceJob::run(const std::stop_token& stop, const estimate::Reference& reference,
                    const climate::Year& year) {
    auto advice = advisor::advise({.search = {.inputs = inputs_,
                                              .reference = reference,
                                              .year = year,
                                              .progress = [this](double share) { share_ = share; },
                                              .stop = stop},
                                   .own_money = own_money_});
    const std::lock_guard lock(mutex_);
    failed_ = !advice && !stop.stop_requested();
    if (advice) made_ = shown_of(std::move(*advice), advisor::Space(inputs_, reference));
}

}  // namespace longju::kiosk
