// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/finance.h"

#include <algorithm>
#include <cmath>

#include "estimate/uncertainty.h"

namespace longju::estimate {

namespace {

constexpr double longest_payback_years = 99.0;

/// What a year's yield of PV is read with; engineering estimates but for the highest feed-in price.
struct PvStory {
    double self_used = 0.0;     ///< Share of the yield used in the house.
    double feed_in_yuan = 0.0;  ///< Per kWh fed in.
};
constexpr PvStory poor{.self_used = 0.2, .feed_in_yuan = 0.15};
constexpr PvStory middling{.self_used = 0.3, .feed_in_yuan = 0.25};
// The coal benchmark price of Heilongjiang, 0.3740 yuan, is the most an existing project gets.
constexpr PvStory good{.self_used = 0.4, .feed_in_yuan = 0.374};

bool is_counted(measure::Group group) {
    return group != measure::Group::Pv && group != measure::Group::SolarWater;
}

double yuan(Money money) { return money.in_yuan(); }

double fen(Money money) { return static_cast<double>(money.in_fen()); }

Range<double> in_fen(const Range<Money>& range) {
    return {fen(range.low), fen(range.typical), fen(range.high)};
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

/// The part of the quote whose saving is counted, with its part of the contingency, and its life.
struct Counted {
    Range<Money> cost;
    Years life;
};

Counted counted_part(const measure::Scheme& scheme, const measure::MeasureList& measures,
                     const cost::Quote& quote, Years life_without_cost) {
    Counted counted{.life = life_without_cost};
    Range<Money> lines;
    double weighted_life = 0.0;
    double weight = 0.0;
    for (const cost::QuoteLine& line : quote.lines) {
        if (line.amount) lines = lines + *line.amount;
    }
    for (const measure::Choice& choice : scheme.choices) {
        const measure::Measure* measure = measures.find(choice.measure_id);
        const measure::Option* option = measures.find(choice);
        if (measure == nullptr || option == nullptr || !is_counted(measure->group)) continue;
        const Range<Money> cost = quote.of_measure(choice.measure_id);
        counted.cost = counted.cost + cost;
        weighted_life += yuan(cost.typical) * option->life.value;
        weight += yuan(cost.typical);
    }
    if (weight > 0.0) counted.life = Years{weighted_life / weight};

    const auto with_contingency = [](Money part, Money all, Money contingency) {
        if (all <= Money{}) return part;
        return part + contingency.multiply_rounded(yuan(part) / yuan(all));
    };
    counted.cost = {
        with_contingency(counted.cost.low, lines.low, quote.contingency.low),
        with_contingency(counted.cost.typical, lines.typical, quote.contingency.typical),
        with_contingency(counted.cost.high, lines.high, quote.contingency.high)};
    return counted;
}

}  // namespace

double present_value_factor(Years years, double discount_rate) {
    if (discount_rate == 0.0) return years.value;
    // Annuity factor (1 − (1 + r)^−N) / r, EN 15459-1:2017 eq. for the present value factor.
    return (1.0 - std::pow(1.0 + discount_rate, -years.value)) / discount_rate;
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

    const Counted counted = counted_part(scheme, measures, quote, finance.life);
    finance.counted = less(counted.cost, subsidy);
    finance.life = counted.life;
    if (saved_per_year.typical > Money{} && finance.counted.typical > Money{}) {
        finance.payback = payback(finance.counted, saved_per_year);
    }
    finance.net_present_value = net_present_value(
        finance.counted, saved_per_year, present_value_factor(finance.life, finance.discount_rate));
    return finance;
}

Range<Money> pv_value(const energy::PvYield& yield, const energy::Fuel& electricity) {
    // What the house does not buy was in the first tier of the tariff; in the good story the
    // second.
    const auto value = [&](const PvStory& story, Money saved_per_kwh) {
        const double used_kwh = yield.year.value * story.self_used;
        const double sold_kwh = yield.year.value - used_kwh;
        return saved_per_kwh.multiply_rounded(used_kwh) +
               Money::yuan(1).multiply_rounded(sold_kwh * story.feed_in_yuan);
    };
    const Range<Money>& price = electricity.price_per_unit;
    return {value(poor, price.low), value(middling, price.low), value(good, price.typical)};
}

}  // namespace longju::estimate
