// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <limits>
#include <random>

#include "catch2/catch_test_macros.hpp"
#include "subsidy/evaluate.h"

using namespace longju;
using namespace longju::subsidy;

namespace {

struct Priced {
    std::optional<Money> amount;
    std::vector<std::string> missing;
};

Priced priced(const std::string& formula, const Facts& facts) {
    const auto clause = parse_clause(R"({"amount": )" + formula + "}");
    INFO((clause ? std::string() : clause.error().sentence()));
    REQUIRE(clause.has_value());
    const std::vector<Rule> no_rules;
    Priced result;
    Clauses clauses;
    result.amount = amount_of(
        *clause->amount, {.rules = no_rules, .facts = facts, .clauses = clauses}, result.missing);
    return result;
}

}  // namespace

TEST_CASE("each node of a formula counts in whole fen and rounds half up once") {
    const Facts facts{{"measure.cost_fen", 154333.0},
                      {"measure.insulated_area_m2", 10.0},
                      {"measure.heat_w", 8250.0},
                      {"measure.annual_kwh", 6500.5},
                      {"house.danger_grade", "C"}};
    struct Row {
        const char* formula;
        std::int64_t fen;
    };
    for (const Row& row : {
             Row{"1234", 1234},
             Row{R"({"op":"const","fen":7})", 7},
             Row{R"({"op":"attr","attr":"measure.cost_fen"})", 154333},
             Row{R"({"op":"min","args":[3,2,9]})", 2},
             Row{R"({"op":"max","args":[3,2,9]})", 9},
             Row{R"({"op":"sum","args":[3,2,9]})", 14},
             Row{R"({"op":"pct","bp":7000,"of":{"op":"attr","attr":"measure.cost_fen"}})", 108033},
             Row{R"({"op":"pct","bp":5000,"of":1})", 1},
             Row{R"({"op":"pct","bp":4999,"of":1})", 0},
             Row{R"({"op":"per_m2","fen":100,"area":12.5})", 1250},
             Row{R"({"op":"per_w","fen_per_kw":40000,"w":{"op":"attr","attr":"measure.heat_w"}})",
                 330000},
             Row{R"({"op":"per_kwh","rate_milli_yuan":30,"years":20,
                     "kwh":{"op":"attr","attr":"measure.annual_kwh"}})",
                 19502},
             Row{R"({"op":"table","attr":"house.danger_grade","rows":{"C":800000,"D":3000000}})",
                 800000},
             Row{R"({"op":"if","cond":{"attr":"house.danger_grade","op":"eq","value":"C"},
                     "then":5,"else":6})",
                 5},
         }) {
        INFO(row.formula);
        CHECK(priced(row.formula, facts).amount == Money::fen(row.fen));
    }
}

TEST_CASE("a formula that lacks a fact has no amount and names what it lacks") {
    for (const char* const formula : {
             R"({"op":"sum","args":[100,{"op":"attr","attr":"measure.cost_fen"}]})",
             R"({"op":"min","args":[0,{"op":"attr","attr":"measure.cost_fen"}]})",
             R"({"op":"max","args":[100,{"op":"pct","bp":1,
                 "of":{"op":"attr","attr":"measure.cost_fen"}}]})",
             R"({"op":"if","cond":{"attr":"measure.cost_fen","op":"gt","value":1},
                 "then":1,"else":1})",
         }) {
        const Priced result = priced(formula, {});

        INFO(formula);
        CHECK_FALSE(result.amount.has_value());
        CHECK(result.missing == std::vector<std::string>{"measure.cost_fen"});
    }
}

TEST_CASE("a table without the row has no amount") {
    const char* const formula = R"({"op":"table","attr":"house.danger_grade","rows":{"C":800000}})";

    CHECK_FALSE(priced(formula, {{"house.danger_grade", "A"}}).amount.has_value());
}

TEST_CASE("figures that cannot be true give no amount") {
    const char* const formula =
        R"({"op":"pct","bp":7000,"of":{"op":"attr","attr":"measure.cost_fen"}})";
    for (const double cost : {-1.0, 1e13, std::numeric_limits<double>::quiet_NaN(),
                              std::numeric_limits<double>::infinity()}) {
        CHECK_FALSE(priced(formula, {{"measure.cost_fen", cost}}).amount.has_value());
    }
}

TEST_CASE("shares add up to the amount, whatever the weights") {
    std::mt19937 random(7);
    for (int round = 0; round < 500; ++round) {
        const Money amount = Money::fen(static_cast<std::int64_t>(random() % 10'000'000));
        std::vector<std::pair<std::string, int>> weights;
        for (unsigned payer = 0; payer < 1 + random() % 4; ++payer) {
            weights.emplace_back(std::string(1, static_cast<char>('a' + payer)),
                                 1 + static_cast<int>(random() % 9));
        }

        Money sum;
        for (const Share& share : shares_of(amount, weights)) {
            CHECK(share.amount >= Money{});
            sum += share.amount;
        }

        CHECK(sum == amount);
    }
}
