// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "advisor/advise.h"

#include <algorithm>
#include <functional>

#include "estimate/finance.h"

namespace longju::advisor {

namespace {

using Better = std::function<bool(const Scored&, const Scored&)>;
using Allowed = std::function<bool(const Scored&)>;

std::optional<std::size_t> best(const std::vector<Scored>& schemes, const Allowed& allowed,
                                const Better& better) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < schemes.size(); ++i) {
        if (!allowed(schemes[i])) continue;
        if (!found || better(schemes[i], schemes[*found])) found = i;
    }
    return found;
}

bool smaller_bill(const Scored& a, const Scored& b) {
    if (a.bill != b.bill) return a.bill < b.bill;
    return a.own() < b.own();
}

/// Own money and fifteen years of bills, discounted as in an estimate.
double over_years(const Scored& s) {
    static const double factor = estimate::present_value_factor(Years{15.0}, 0.04);
    return s.own().in_yuan() + factor * s.bill.in_yuan();
}

bool cheaper_over_years(const Scored& a, const Scored& b) { return over_years(a) < over_years(b); }

class Adviser {
public:
    Adviser(const AdviceInputs& in, const Space& space, energy::Weather& weather, Advice& advice)
        : in_(in), space_(space), weather_(weather), advice_(advice) {}

    void answer_all() {
        const std::vector<Scored>& schemes = advice_.search.schemes;
        add(Question::WithOwnMoney,
            best(
                schemes, [&](const Scored& s) { return s.own() <= in_.own_money; }, smaller_bill));
        add(Question::BestValue,
            best(
                schemes, [](const Scored&) { return true; }, cheaper_over_years));
        const auto warm = best(
            schemes, [](const Scored& s) { return static_cast<double>(s.holds_c) >= comfort_c; },
            cheaper_over_years);
        add(Question::WarmForLeast,
            warm ? warm
                 : best(
                       schemes, [](const Scored&) { return true; },
                       [](const Scored& a, const Scored& b) { return a.holds_c > b.holds_c; }),
            warm.has_value());
        add(Question::NoCoal, best(
                                  schemes, [&](const Scored& s) { return without_coal_[s.heater]; },
                                  cheaper_over_years));
    }

    /// Which heaters burn no coal.
    void look_at_heaters() {
        const estimate::Reference& reference = in_.search.reference;
        for (std::size_t h = 0; h < space_.heaters(); ++h) {
            const house::House house =
                measure::apply(space_.scheme(0, h, 0), in_.search.inputs.house, reference.measures,
                               reference.library);
            const energy::Heater& heater = reference.energy.heater(house.heater_id);
            without_coal_.push_back(!energy::is_coal(reference.energy.fuel(heater.fuel_id)));
        }
    }

private:
    void add(Question question, std::optional<std::size_t> index, bool reached = true) {
        if (!index) return;
        const Scored& s = advice_.search.schemes[*index];
        estimate::EstimateInputs inputs = in_.search.inputs;
        inputs.scheme.choices = space_.scheme(s.envelope, s.heater, s.array).choices;
        auto e =
            estimate::estimate(inputs, in_.search.reference, weather_, &advice_.search.calibration);
        if (!e) return;
        advice_.answers.push_back({.question = question,
                                   .scheme = inputs.scheme,
                                   .estimate = std::move(*e),
                                   .reached = reached});
    }

    const AdviceInputs& in_;
    const Space& space_;
    energy::Weather& weather_;
    Advice& advice_;
    std::vector<bool> without_coal_;
};

}  // namespace

std::optional<Advice> advise(const AdviceInputs& in) {
    const Space space(in.search.inputs, in.search.reference);
    auto found = search(in.search, space);
    if (!found) return std::nullopt;
    Advice advice{.search = std::move(*found)};
    const std::vector<Scored>& schemes = advice.search.schemes;
    advice.bill_front = front(schemes, Trade::OwnMoneyForBill);
    advice.warmth_front = front(schemes, Trade::OwnMoneyForWarmth);
    advice.carbon_front = front(schemes, Trade::PublicMoneyForCarbon);

    energy::Weather weather(in.search.year);
    Adviser adviser(in, space, weather, advice);
    adviser.look_at_heaters();
    adviser.answer_all();
    estimate::EstimateInputs own = in.search.inputs;
    if (own.scheme.choices.empty() && !advice.answers.empty()) {
        own.scheme = advice.answers.front().scheme;
    }
    advice.works = order_of_works(own, in.search.reference, weather);
    return advice;
}

}  // namespace longju::advisor
