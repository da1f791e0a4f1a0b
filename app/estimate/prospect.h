// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <vector>

#include "core/money.h"
#include "core/range.h"
#include "core/units.h"

/// A scheme's money over the years, for the household and for the public purse. In real terms:
/// prices, tariffs and wages are taken as they are today (EN 15459-1:2017, method of net present
/// value and discounted payback).
namespace longju::estimate {

/// Works that last together: what they cost, and how long until they are done again.
struct LifeCost {
    Range<Money> cost;
    Years life{20.0};
};

/// One year of the household's purse; year 0 is that of the works.
struct CashYear {
    int year = 0;
    Money spent;           ///< On the works or on replacing what is worn out; typical.
    Money saved;           ///< On heating; typical.
    Range<Money> balance;  ///< All saved less all spent, to the end of the year.
    Money discounted;      ///< The typical balance with each year's money brought to year 0.

    bool operator==(const CashYear&) const = default;
};

struct Prospect {
    double discount_rate = 0.04;  ///< Real, a year.
    std::vector<CashYear> years;  ///< 0 to the horizon.
    Money residual;               ///< Of the works at the horizon, straight-line, in money of then.
    Money net_present_value;      ///< Typical, the residual in.
    /// Years until the discounted balance is no longer negative; nothing when it stays so.
    std::optional<Years> discounted_payback;
    /// 节省投资比: what is saved by what is spent, both brought to year 0; nothing when nothing is
    /// spent.
    std::optional<double> savings_to_investment;
    /// What one kWh of fuel or power less costs: the works as an annuity by the energy saved a
    /// year. Nothing when no energy is saved.
    std::optional<Money> cost_of_saved_kwh;
};

struct ProspectInputs {
    std::vector<LifeCost> works;
    Money subsidy;  ///< Verified; pays part of the first works, never of later ones.
    Range<Money> saved_per_year;
    KilowattHours energy_saved;  ///< Bought energy a year; typical.
    double discount_rate = 0.04;
    int horizon = 20;  ///< Years, 1 to 50.
};

Prospect prospect(const ProspectInputs& inputs);

/// What the public purse gets for its money over the works' life. Nothing without a verified
/// subsidy or without a saving: then there is nothing to divide.
struct PublicValue {
    std::optional<Money> per_tonne_co2;
    std::optional<Money> per_tonne_coal;  ///< 吨标准煤.
};
PublicValue public_value(Money subsidy, Kilograms co2_saved, Kilograms coal_saved, Years life);

/// 等额本息: a loan as the person states it. The program knows no lender and no rate
/// (domain facts 1.8).
struct Loan {
    Money principal;
    double yearly_rate = 0.0;  ///< Nominal, compounded monthly: 0.036 is 3.6 %; 0 to 0.36.
    int months = 12;           ///< Until the last payment, months without principal included.
    int interest_only = 0;     ///< First months in which interest alone is paid; < `months`.
};

struct LoanPlan {
    Money interest_only_payment;  ///< In those first months.
    Money payment;                ///< In every later month but the last.
    Money last_payment;           ///< What is left, so that the principal is paid to the fen.
    Money interest;               ///< In all.
};

/// Interest is rounded half up each month. A payment covers at least its month's interest.
LoanPlan loan_plan(const Loan& loan);

}  // namespace longju::estimate
