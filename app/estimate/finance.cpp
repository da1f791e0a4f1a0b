// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/finance.h"

#include <algorithm>
#include <cmath>

#include "estimate/electricity_tariff.h"
#include "estimate/uncertainty.h"

namespace longju::estimate {

namespace {

constexpr double longest_payback_years = 99.0;

/// How the hourly balance of an array is read.
struct PvStory {
    double really_used = 1.0;   ///< Of what the hourly balance says is used at home.
    double feed_in_yuan = 0.0;  ///< Per kWh fed in.
};
// An hour with even sun and even use flatters self-use: by up to a quarter where kettles and clouds
// do not meet (engineering estimate). Feed-in: three scenarios, the highest the coal benchmark
// price of Heilongjiang, 0.3740 yuan, which is the most an existing project gets (domain
// facts 1.6).
constexpr PvStory poor{.really_used = 0.75, .feed_in_yuan = 0.15};
constexpr PvStory middling{.really_used = 0.9, .feed_in_yuan = 0.25};
constexpr PvStory good{.really_used = 1.0, .feed_in_yuan = 0.374};

bool is_counted(measure::Group group) {
    return group != measure::Group::Pv && group != measure::Group::SolarWater;
}

double yuan(Money money) { return money.in_yuan(); }

Range<double> in_fen(const Range<Money>& range) {
    return {as_fen(range.low), as_fen(range.typical), as_fen(range.high)};
}

/// Cost and saving as the two assumptions of uncertainty.h.
enum Assumption : std::size_t { Cost, Saving, Assumptions };

/// Years until the cost is saved; the cap when that is too long or never.
Range<Years> payback(const Range<Money>& cost, const Range<Money>& saved_per_year) {
    const Range<double> cost_fen = in_fen(cost);
    const Range<double> saved_fen = in_fen(saved_per_year);
    const Range<double> years = ranges(Assumptions, [&](const Levels& levels) {
        const double saved = at(saved_fen, levels[Saving]);
        const double paid_back = at(cost_fen, levels[Cost]) / saved;
        return Figures{saved > 0.0 ? std::min(paid_back, longest_payback_years)
                                   : longest_payback_years};
    })[0];
    return {Years{std::max(years.low, 0.0)}, Years{years.typical},
            Years{std::min(years.high, longest_payback_years)}};
}

Range<Money> net_present_value(const Range<Money>& cost, const Range<Money>& saved_per_year,
                               double factor) {
    const Range<double> cost_fen = in_fen(cost);
    const Range<double> saved_fen = in_fen(saved_per_year);
    const Range<double> value = ranges(Assumptions, [&](const Levels& levels) {
        return Figures{factor * at(saved_fen, levels[Saving]) - at(cost_fen, levels[Cost])};
    })[0];
    const auto whole = [](double amount_fen) { return Money::fen(1).multiply_rounded(amount_fen); };
    return {whole(value.low), whole(value.typical), whole(value.high)};
}

Range<Money> at_least_nothing(const Range<Money>& range) {
    return {std::max(range.low, Money{}), std::max(range.typical, Money{}),
            std::max(range.high, Money{})};
}

/// A cost with its part of the contingency of all lines.
Range<Money> with_contingency(const Range<Money>& part, const cost::Quote& quote) {
    const auto one = [](Money part_of_it, Money total, Money contingency) {
        const Money lines = total - contingency;
        if (lines <= Money{}) return part_of_it;
        return part_of_it + contingency.multiply_rounded(yuan(part_of_it) / yuan(lines));
    };
    return {one(part.low, quote.total.low, quote.contingency.low),
            one(part.typical, quote.total.typical, quote.contingency.typical),
            one(part.high, quote.total.high, quote.contingency.high)};
}

/// Without contingency.
std::vector<LifeCost> bare_works(const measure::Scheme& scheme,
                                 const measure::MeasureList& measures, const cost::Quote& quote) {
    std::vector<LifeCost> works;
    for (const measure::Choice& choice : scheme.choices) {
        const measure::Measure* measure = measures.find(choice.measure_id);
        const measure::Option* option = measures.find(choice);
        if (measure == nullptr || option == nullptr || !is_counted(measure->group)) continue;
        works.push_back({quote.of_measure(choice.measure_id), option->life});
    }
    return works;
}

/// Life of all works, weighted by what they cost; nothing where they cost nothing.
std::optional<Years> common_life(const std::vector<LifeCost>& works) {
    double weighted = 0.0, weight = 0.0;
    for (const LifeCost& work : works) {
        weighted += yuan(work.cost.typical) * work.life.value;
        weight += yuan(work.cost.typical);
    }
    if (weight <= 0.0) return std::nullopt;
    return Years{weighted / weight};
}

}  // namespace

double present_value_factor(Years years, double discount_rate) {
    if (discount_rate == 0.0) return years.value;
    // Annuity factor (1 − (1 + r)^−N) / r, EN 15459-1:2017 eq. for the present value factor.
    return (1.0 - std::pow(1.0 + discount_rate, -years.value)) / discount_rate;
}

std::vector<LifeCost> counted_works(const measure::Scheme& scheme,
                                    const measure::MeasureList& measures,
                                    const cost::Quote& quote) {
    std::vector<LifeCost> works = bare_works(scheme, measures, quote);
    for (LifeCost& work : works) work.cost = with_contingency(work.cost, quote);
    return works;
}

Finance finance(const measure::Scheme& scheme, const measure::MeasureList& measures,
                const cost::Quote& quote, Money verified_subsidy,
                const Range<Money>& saved_per_year) {
    Finance finance{.cost = quote.total, .subsidy = verified_subsidy};
    finance.saved_per_year = saved_per_year;
    const Range<Money> subsidy = exactly(verified_subsidy);
    const auto less = [](const Range<Money>& a, const Range<Money>& b) {
        return at_least_nothing({a.low - b.low, a.typical - b.typical, a.high - b.high});
    };
    finance.own = less(finance.cost, subsidy);

    const std::vector<LifeCost> works = bare_works(scheme, measures, quote);
    Range<Money> counted;
    for (const LifeCost& work : works) counted = counted + work.cost;
    finance.counted = less(with_contingency(counted, quote), subsidy);
    finance.life = common_life(works).value_or(finance.life);
    if (saved_per_year.typical > Money{} && finance.counted.typical > Money{}) {
        finance.payback = payback(finance.counted, saved_per_year);
    }
    finance.net_present_value = net_present_value(
        finance.counted, saved_per_year, present_value_factor(finance.life, finance.discount_rate));
    return finance;
}

Range<Money> pv_value(const energy::SelfUse& self_use, const Tariff& tariff) {
    const double load_kwh = (self_use.used + self_use.imported).value;
    const double yield_kwh = (self_use.used + self_use.exported).value;
    const Money bill_without = electricity_bill(load_kwh, tariff);
    const auto value = [&](const PvStory& story) {
        const double used_kwh = self_use.used.value * story.really_used;
        return bill_without - electricity_bill(load_kwh - used_kwh, tariff) +
               Money::yuan(1).multiply_rounded((yield_kwh - used_kwh) * story.feed_in_yuan);
    };
    return {value(poor), value(middling), value(good)};
}

}  // namespace longju::estimate
