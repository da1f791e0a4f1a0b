// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/prospect.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "estimate/finance.h"
#include "estimate/uncertainty.h"

namespace longju::estimate {

namespace {

double discount(int year, double rate) { return std::pow(1.0 + rate, -year); }

/// What is spent in each year of the horizon at one level of cost, fen.
std::vector<double> spent_fen(const ProspectInputs& in, Level level) {
    const auto cost_fen = [&](const LifeCost& work) {
        return at({as_fen(work.cost.low), as_fen(work.cost.typical), as_fen(work.cost.high)},
                  level);
    };
    std::vector<double> years(static_cast<std::size_t>(in.horizon) + 1, 0.0);
    for (const LifeCost& work : in.works) {
        years[0] += cost_fen(work);
        const double life = std::max(work.life.value, 1.0);
        // Replaced when it is worn out, but not at the very end.
        for (double due = life; due < in.horizon - 0.5; due += life) {
            years[static_cast<std::size_t>(std::lround(due))] += cost_fen(work);
        }
    }
    years[0] = std::max(years[0] - as_fen(in.subsidy), 0.0);
    return years;
}

/// What the works are still worth at the horizon, typically, fen.
double residual_fen(const ProspectInputs& in) {
    double value = 0.0;
    for (const LifeCost& work : in.works) {
        const double life = std::max(work.life.value, 1.0);
        double begun = 0.0;
        while (begun + life < in.horizon - 0.5) begun += life;
        const double left = std::max(0.0, 1.0 - (in.horizon - begun) / life);
        value += left * as_fen(work.cost.typical);
    }
    return value;
}

/// Balance at the end of each year, as the two assumptions cost and saving move it.
std::vector<Range<double>> balances_fen(const ProspectInputs& in) {
    enum Assumption : std::size_t { Cost, Saving, Assumptions };
    const Range<double> saved{as_fen(in.saved_per_year.low), as_fen(in.saved_per_year.typical),
                              as_fen(in.saved_per_year.high)};
    return ranges(Assumptions, [&](const Levels& levels) {
        Figures balance;
        double sum = 0.0;
        for (const double spent : spent_fen(in, levels[Cost])) {
            sum += (balance.empty() ? 0.0 : at(saved, levels[Saving])) - spent;
            balance.push_back(sum);
        }
        return balance;
    });
}

/// Where the discounted balance last crosses into black and stays there.
std::optional<Years> discounted_payback(const std::vector<CashYear>& years) {
    if (years.back().discounted < Money{}) return std::nullopt;
    std::size_t first_black = years.size() - 1;
    while (first_black > 0 && years[first_black - 1].discounted >= Money{}) --first_black;
    if (first_black == 0) return Years{0.0};
    const double before = -as_fen(years[first_black - 1].discounted);
    const double after = as_fen(years[first_black].discounted);
    return Years{static_cast<double>(first_black) - 1.0 + before / (before + after)};
}

}  // namespace

Prospect prospect(const ProspectInputs& in) {
    Prospect result{.discount_rate = in.discount_rate};
    const std::vector<double> spent = spent_fen(in, typical_level);
    const std::vector<Range<double>> balances = balances_fen(in);
    double discounted = 0.0, all_spent = 0.0, all_saved = 0.0;
    for (int year = 0; year <= in.horizon; ++year) {
        const auto i = static_cast<std::size_t>(year);
        const double saved = year == 0 ? 0.0 : as_fen(in.saved_per_year.typical);
        const double worth = discount(year, in.discount_rate);
        all_spent += spent[i] * worth;
        all_saved += saved * worth;
        discounted += (saved - spent[i]) * worth;
        const Range<double>& balance = balances[i];
        result.years.push_back(
            {.year = year,
             .spent = Money::rounded_fen(spent[i]),
             .saved = Money::rounded_fen(saved),
             .balance = {Money::rounded_fen(balance.low), Money::rounded_fen(balance.typical),
                         Money::rounded_fen(balance.high)},
             .discounted = Money::rounded_fen(discounted)});
    }
    const double residual = residual_fen(in);
    const double residual_now = residual * discount(in.horizon, in.discount_rate);
    result.residual = Money::rounded_fen(residual);
    result.net_present_value = Money::rounded_fen(discounted + residual_now);
    result.discounted_payback = discounted_payback(result.years);
    const double invested = all_spent - residual_now;
    if (invested > 0.0) {
        result.savings_to_investment = all_saved / invested;
        if (in.energy_saved.value > 0.0) {
            const double annuity =
                present_value_factor(Years{static_cast<double>(in.horizon)}, in.discount_rate);
            result.cost_of_saved_kwh =
                Money::rounded_fen(invested / annuity / in.energy_saved.value);
        }
    }
    return result;
}

PublicValue public_value(Money subsidy, Kilograms co2_saved, Kilograms coal_saved, Years life) {
    const auto per_tonne = [&](Kilograms a_year) -> std::optional<Money> {
        const double tonnes = a_year.value / 1000.0 * life.value;
        if (subsidy <= Money{} || tonnes <= 0.0) return std::nullopt;
        return subsidy.multiply_rounded(1.0 / tonnes);
    };
    return {.per_tonne_co2 = per_tonne(co2_saved), .per_tonne_coal = per_tonne(coal_saved)};
}

LoanPlan loan_plan(const Loan& loan) {
    const double monthly_rate = loan.yearly_rate / 12.0;
    const int payments = loan.months - loan.interest_only;
    LoanPlan plan;
    plan.interest_only_payment =
        loan.interest_only > 0 ? loan.principal.multiply_rounded(monthly_rate) : Money{};
    plan.interest =
        plan.interest_only_payment.multiply_rounded(static_cast<double>(loan.interest_only));
    plan.payment = loan.principal.multiply_rounded(
        1.0 / present_value_factor(Years{static_cast<double>(payments)}, monthly_rate));
    Money left = loan.principal;
    for (int month = 1; month <= payments; ++month) {
        const Money interest = left.multiply_rounded(monthly_rate);
        plan.interest += interest;
        const bool last = month == payments;
        const Money paid = last ? left + interest : std::min(plan.payment, left + interest);
        left -= paid - interest;
        if (last) plan.last_payment = paid;
    }
    return plan;
}

}  // namespace longju::estimate
