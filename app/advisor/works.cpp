// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "advisor/works.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace longju::advisor {

namespace {

using estimate::Estimate;
using measure::Group;

constexpr std::size_t most_measures = 8;

/// Bits of the choices that are done.
using Done = unsigned;

class Orderer {
public:
    Orderer(const estimate::EstimateInputs& inputs, const estimate::Reference& reference,
            energy::Weather& weather)
        : inputs_(inputs),
          reference_(reference),
          weather_(weather),
          all_(estimate::fitting_scheme(inputs, reference)) {}

    std::optional<Works> run() {
        const std::size_t count = all_.choices.size();
        if (count > most_measures || state(0) == nullptr) return std::nullopt;
        // First an order without any risk; when there is none, the one that greed alone gives.
        std::vector<std::size_t> order;
        strict_ = true;
        if (!extend(0, order)) {
            strict_ = false;
            order.clear();
            extend(0, order);
        }
        return described(order);
    }

private:
    const Estimate* state(Done done) {
        const auto found = known_.find(done);
        if (found != known_.end()) return found->second ? &*found->second : nullptr;
        estimate::EstimateInputs inputs = inputs_;
        inputs.scheme.choices.clear();
        for (std::size_t i = 0; i < all_.choices.size(); ++i) {
            if ((done >> i & 1U) != 0) inputs.scheme.choices.push_back(all_.choices[i]);
        }
        auto& answer = known_[done];
        answer = estimate::estimate(inputs, reference_, weather_, bill_ ? &*bill_ : nullptr);
        if (answer && !bill_) bill_ = answer->calibration;
        return answer ? &*answer : nullptr;
    }

    Group group_of(std::size_t i) const {
        return reference_.measures.find(all_.choices[i].measure_id)->group;
    }

    /// A heater is sized for the load that is left, an array waits for the roof under it.
    bool waits(std::size_t i, Done done) const {
        const Group group = group_of(i);
        if (group != Group::Heating && group != Group::Pv) return false;
        for (std::size_t k = 0; k < all_.choices.size(); ++k) {
            if (k == i || (done >> k & 1U) != 0) continue;
            const Group other = group_of(k);
            const bool first = group == Group::Heating
                                   ? other != Group::Pv && other != Group::SolarWater
                                   : other == Group::Ceiling;
            if (first) return true;
        }
        return false;
    }

    static double mould(const Estimate& e) { return e.habit.after.demand.mould_risk_hours; }

    /// Hours; a day more in a winter is noise of the model, not a risk.
    double raised_mould(Done before, Done after) {
        constexpr double noise_h = 24.0;
        return std::max(0.0, mould(*state(after)) - mould(*state(before)) - noise_h);
    }

    double saved_per_yuan(Done before, Done after) {
        const double saved =
            (state(after)->habit.saved.typical - state(before)->habit.saved.typical).in_yuan();
        const double cost =
            (state(after)->quote.total.typical - state(before)->quote.total.typical).in_yuan();
        return saved / std::max(cost, 1.0);
    }

    /// Adds the rest of the steps, best first; false when no order goes on from here.
    bool extend(Done done, std::vector<std::size_t>& order) {
        const std::size_t count = all_.choices.size();
        if (order.size() == count) return true;
        std::vector<std::tuple<double, double, std::size_t>> next;
        for (std::size_t i = 0; i < count; ++i) {
            if ((done >> i & 1U) != 0 || waits(i, done)) continue;
            const Done after = done | 1U << i;
            const double raised = raised_mould(done, after);
            if (strict_ && raised > 0.0) continue;
            next.emplace_back(raised, -saved_per_yuan(done, after), i);
        }
        std::ranges::sort(next);
        for (const auto& [raised, rank, i] : next) {
            order.push_back(i);
            if (extend(done | 1U << i, order)) return true;
            order.pop_back();
        }
        return false;
    }

    Works described(const std::vector<std::size_t>& order) {
        Works works;
        Done done = 0;
        for (const std::size_t i : order) {
            const Estimate& before = *state(done);
            const bool raises = raised_mould(done, done | 1U << i) > 0.0;
            done |= 1U << i;
            const Estimate& after = *state(done);
            works.without_risk = works.without_risk && !raises;
            works.steps.push_back(
                {.choice = all_.choices[i],
                 .cost = after.quote.total.typical - before.quote.total.typical,
                 .saved_per_year = after.habit.saved.typical - before.habit.saved.typical,
                 .co2_saved = after.habit.co2_saved.typical - before.habit.co2_saved.typical,
                 .warmer = after.habit.after.demand.coldest - before.habit.after.demand.coldest,
                 .mould_hours = mould(after),
                 .raises_mould = raises});
        }
        return works;
    }

    const estimate::EstimateInputs& inputs_;
    const estimate::Reference& reference_;
    energy::Weather& weather_;
    measure::Scheme all_;
    std::map<Done, std::optional<Estimate>> known_;
    std::optional<estimate::Calibration> bill_;  ///< Read once.
    bool strict_ = true;
};

}  // namespace

std::optional<Works> order_of_works(const estimate::EstimateInputs& inputs,
                                    const estimate::Reference& reference,
                                    energy::Weather& weather) {
    return Orderer(inputs, reference, weather).run();
}

}  // namespace longju::advisor
