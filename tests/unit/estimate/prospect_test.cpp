// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/prospect.h"

#include <cmath>
#include <random>

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"

using namespace longju;
using namespace longju::estimate;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

LifeCost work(std::int64_t yuan, double life) { return {exactly(Money::yuan(yuan)), Years{life}}; }

/// Walls for 10,000 yuan that last as long as is looked ahead, 1,000 yuan saved a year.
ProspectInputs walls() {
    return {.works = {work(10000, 20)},
            .saved_per_year = exactly(Money::yuan(1000)),
            .energy_saved = KilowattHours{5000},
            .horizon = 20};
}

}  // namespace

TEST_CASE("the purse is down by the works first and up by the saving each year") {
    const Prospect p = prospect(walls());
    REQUIRE(p.years.size() == 21);
    CHECK(p.years[0].balance.typical == Money::yuan(-10000));
    CHECK(p.years[9].balance.typical == Money::yuan(-1000));
    CHECK(p.years[10].balance.typical == Money{});
    CHECK(p.years[20].balance.typical == Money::yuan(10000));
    CHECK(p.residual == Money{});
}

TEST_CASE("the present value and the discounted payback are those of the annuity") {
    const Prospect p = prospect(walls());
    CHECK(p.net_present_value ==
          Money::yuan(1000).multiply_rounded(13.590326345) - Money::yuan(10000));
    // n = −ln(1 − 10 r) / ln(1 + r) for r = 4 %: 13.02 years.
    REQUIRE(p.discounted_payback.has_value());
    CHECK_THAT(p.discounted_payback->value, WithinAbs(-std::log(0.6) / std::log(1.04), 0.02));
    REQUIRE(p.savings_to_investment.has_value());
    CHECK_THAT(*p.savings_to_investment, WithinRel(1.3590326, 1e-6));
    // 10,000 yuan as an annuity over 20 years: 735.82 yuan for 5,000 kWh.
    CHECK(p.cost_of_saved_kwh == Money::fen(15));
}

TEST_CASE(
    "what wears out is bought again, without the subsidy, and is worth something at the end") {
    ProspectInputs in = walls();
    in.works = {work(6000, 12)};
    in.subsidy = Money::yuan(2000);
    const Prospect p = prospect(in);
    CHECK(p.years[0].spent == Money::yuan(4000));
    CHECK(p.years[12].spent == Money::yuan(6000));
    CHECK(p.years[11].spent == Money{});
    // Eight of its twelve years are over.
    CHECK(p.residual == Money::yuan(2000));
}

TEST_CASE("a replacement can put the purse into the red again: payback waits for the last time") {
    ProspectInputs in = walls();
    in.works = {work(4000, 5)};
    in.saved_per_year = exactly(Money::yuan(1100));
    const Prospect p = prospect(in);
    CHECK(p.years[4].balance.typical > Money{});
    CHECK(p.years[5].balance.typical < Money{});
    REQUIRE(p.discounted_payback.has_value());
    CHECK(p.discounted_payback->value > 10.0);
}

TEST_CASE("what saves nothing never pays back and has no price per kWh") {
    ProspectInputs in = walls();
    in.saved_per_year = exactly(Money{});
    in.energy_saved = KilowattHours{0};
    const Prospect p = prospect(in);
    CHECK_FALSE(p.discounted_payback.has_value());
    CHECK_FALSE(p.cost_of_saved_kwh.has_value());
    CHECK(p.net_present_value == Money::yuan(-10000));
}

TEST_CASE("money that is given away needs no payback") {
    ProspectInputs in = walls();
    in.subsidy = Money::yuan(20000);
    const Prospect p = prospect(in);
    CHECK(p.years[0].spent == Money{});
    REQUIRE(p.discounted_payback.has_value());
    CHECK(p.discounted_payback->value == 0.0);
    CHECK_FALSE(p.savings_to_investment.has_value());
}

TEST_CASE("each year's balance is the year before, plus saved, less spent, to a fen") {
    std::mt19937 random(7);
    for (int i = 0; i < 200; ++i) {
        ProspectInputs in = walls();
        in.works.clear();
        for (unsigned n = random() % 4; n > 0; --n) {
            in.works.push_back(
                work(static_cast<int>(random() % 30000), 3.0 + static_cast<double>(random() % 30)));
        }
        in.subsidy = Money::yuan(static_cast<int>(random() % 9000));
        in.horizon = 1 + static_cast<int>(random() % 40);
        const Prospect p = prospect(in);
        Money sum;
        for (const CashYear& year : p.years) {
            sum += year.saved - year.spent;
            CHECK(year.balance.typical == sum);
            CHECK(year.balance.low <= year.balance.typical);
            CHECK(year.balance.high >= year.balance.typical);
        }
    }
}

TEST_CASE("public money is counted by the tonne over the life of the works") {
    const PublicValue v =
        public_value(Money::yuan(9000), Kilograms{3000}, Kilograms{1500}, Years{20});
    CHECK(v.per_tonne_co2 == Money::yuan(150));
    CHECK(v.per_tonne_coal == Money::yuan(300));
    CHECK_FALSE(public_value({}, Kilograms{3000}, Kilograms{1}, Years{20}).per_tonne_co2);
    CHECK_FALSE(public_value(Money::yuan(1), Kilograms{-5}, Kilograms{0}, Years{20}).per_tonne_co2);
}

TEST_CASE("a loan is paid in equal months, the last one to the fen") {
    // 20,000 yuan at 0.3 % a month over 36 months: 586.93 by the annuity formula.
    const LoanPlan plan = loan_plan({Money::yuan(20000), 0.036, 36, 0});
    CHECK(plan.payment == Money::fen(58693));
    CHECK(plan.interest ==
          plan.payment.multiply_rounded(35) + plan.last_payment - Money::yuan(20000));
}

TEST_CASE("a loan without interest is shared out, one with interest first costs more") {
    const LoanPlan free = loan_plan({Money::yuan(1000), 0.0, 3, 0});
    CHECK(free.payment == Money::fen(33333));
    CHECK(free.last_payment == Money::fen(33334));
    CHECK(free.interest == Money{});
    const LoanPlan at_once = loan_plan({Money::yuan(20000), 0.05, 48, 0});
    const LoanPlan later = loan_plan({Money::yuan(20000), 0.05, 48, 12});
    CHECK(later.interest_only_payment == Money::fen(8333));
    CHECK(later.interest > at_once.interest);
}

TEST_CASE("whatever the loan, what is paid is principal and interest") {
    std::mt19937 random(11);
    for (int i = 0; i < 300; ++i) {
        Loan loan{Money::fen(static_cast<std::int64_t>(random() % 10'000'000)),
                  static_cast<double>(random() % 240) / 1000.0,
                  2 + static_cast<int>(random() % 120), 0};
        loan.interest_only = static_cast<int>(random() % static_cast<unsigned>(loan.months - 1));
        const LoanPlan plan = loan_plan(loan);
        const int equal = loan.months - loan.interest_only - 1;
        const Money paid = plan.interest_only_payment.multiply_rounded(loan.interest_only) +
                           plan.payment.multiply_rounded(equal) + plan.last_payment;
        CHECK(paid == loan.principal + plan.interest);
        // Rounding is at most half a fen a month, grown at interest.
        CHECK(plan.last_payment <= plan.payment + Money::fen(loan.months * 12));
    }
}
