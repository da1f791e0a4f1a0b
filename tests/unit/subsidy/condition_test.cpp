// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <random>

#include "catch2/catch_test_macros.hpp"
#include "subsidy/evaluate.h"

using namespace longju::subsidy;

namespace {

constexpr std::array yes_no_facts = std::to_array<const char*>(
    {"house.in_flood_zone", "house.is_only_dwelling", "house.homestead_legal",
     "measure.uses_catalog", "village.is_central_village"});

const std::vector<Rule> no_rules;

Truth truth(const Condition& condition, const Facts& facts) {
    Clauses clauses;
    return judge_condition(condition, {.rules = no_rules, .facts = facts, .clauses = clauses},
                           nullptr)
        .truth;
}

Truth truth(const std::string& condition, const Facts& facts) {
    const auto clause = parse_clause(R"({"condition": )" + condition + "}");
    INFO((clause ? std::string() : clause.error().sentence()));
    REQUIRE(clause.has_value());
    return truth(*clause->condition, facts);
}

Condition random_condition(std::mt19937& random, int depth) {
    Condition condition;
    const auto kind = depth == 0 ? 3UL : random() % 4;
    if (kind == 3) {
        condition.name = yes_no_facts[random() % yes_no_facts.size()];
        condition.values = {true};
        return condition;
    }
    condition.kind = kind == 0   ? Condition::Kind::All
                     : kind == 1 ? Condition::Kind::Any
                                 : Condition::Kind::Not;
    const auto parts = kind == 2 ? 1UL : 1 + random() % 3;
    for (unsigned i = 0; i < parts; ++i) {
        condition.parts.push_back(random_condition(random, depth - 1));
    }
    return condition;
}

Facts random_facts(std::mt19937& random, bool complete) {
    Facts facts;
    for (const char* const name : yes_no_facts) {
        const auto value = random() % (complete ? 2UL : 3UL);
        if (value < 2) facts[name] = value == 1;
    }
    return facts;
}

}  // namespace

TEST_CASE("conditions know three values") {
    const Facts facts{{"house.danger_grade", "C"},
                      {"house.storeys", 2.0},
                      {"measure.grid_connection_date", "2021-09-01"},
                      {"house.is_only_dwelling", true}};
    struct Row {
        const char* condition;
        Truth truth;
    };
    const auto T = Truth::True;
    const auto F = Truth::False;
    const auto U = Truth::Unknown;
    for (const Row& row : {
             Row{R"({"attr":"house.danger_grade","op":"eq","value":"C"})", T},
             Row{R"({"attr":"house.danger_grade","op":"ne","value":"C"})", F},
             Row{R"({"attr":"house.danger_grade","op":"in","value":["A","B"]})", F},
             Row{R"({"attr":"house.storeys","op":"gt","value":2})", F},
             Row{R"({"attr":"house.storeys","op":"ge","value":2})", T},
             Row{R"({"attr":"house.storeys","op":"lt","value":2.5})", T},
             Row{R"({"attr":"house.storeys","op":"le","value":1})", F},
             Row{R"({"attr":"house.storeys","op":"between","value":[1,2]})", T},
             Row{R"({"attr":"house.storeys","op":"between","value":[3,4]})", F},
             Row{R"({"attr":"measure.grid_connection_date","op":"lt","value":"2022-01-01"})", T},
             Row{R"({"attr":"house.built_year","op":"ge","value":2000})", U},
             Row{R"({"attr":"house.built_year","op":"exists"})", F},
             Row{R"({"attr":"house.built_year","op":"exists","value":false})", T},
             Row{R"({"attr":"house.storeys","op":"exists"})", T},
             Row{R"({"not":{"attr":"house.built_year","op":"ge","value":2000}})", U},
             Row{R"({"not":{"attr":"house.is_only_dwelling","op":"eq","value":true}})", F},
             Row{R"({"all":[{"attr":"house.built_year","op":"ge","value":2000},
                            {"attr":"house.storeys","op":"eq","value":1}]})",
                 F},
             Row{R"({"any":[{"attr":"house.built_year","op":"ge","value":2000},
                            {"attr":"house.storeys","op":"eq","value":2}]})",
                 T},
             Row{R"({"any":[{"attr":"house.built_year","op":"ge","value":2000},
                            {"attr":"house.storeys","op":"eq","value":1}]})",
                 U},
         }) {
        INFO(row.condition);
        CHECK(truth(row.condition, facts) == row.truth);
    }
}

TEST_CASE("a fact of another kind than the clause expects counts as unknown") {
    CHECK(truth(R"({"attr":"house.storeys","op":"ge","value":1})", {{"house.storeys", "two"}}) ==
          Truth::Unknown);
}

TEST_CASE("what is decided with facts missing stays decided when they become known") {
    std::mt19937 random(11);
    for (int round = 0; round < 3000; ++round) {
        const Condition condition = random_condition(random, 3);
        const Facts partial = random_facts(random, false);
        Facts complete = random_facts(random, true);
        for (const auto& [name, value] : partial) complete[name] = value;

        const Truth before = truth(condition, partial);
        const Truth after = truth(condition, complete);

        CHECK(after != Truth::Unknown);
        if (before != Truth::Unknown) CHECK(after == before);
    }
}

TEST_CASE("the order of parts does not matter, and the missing facts are enough to decide") {
    std::mt19937 random(13);
    for (int round = 0; round < 3000; ++round) {
        Condition condition = random_condition(random, 3);
        const Facts partial = random_facts(random, false);
        Clauses clauses;
        const Judgement judgement = judge_condition(
            condition, {.rules = no_rules, .facts = partial, .clauses = clauses}, nullptr);

        std::ranges::reverse(condition.parts);
        CHECK(truth(condition, partial) == judgement.truth);

        CHECK((judgement.truth == Truth::Unknown) == !judgement.missing.empty());
        Facts filled = partial;
        for (const std::string& name : judgement.missing) filled[name] = random() % 2 == 0;
        CHECK(truth(condition, filled) != Truth::Unknown);
    }
}
