// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <chrono>
#include <random>

#include "unit/subsidy/rule_cases.h"

using namespace longju;
using namespace longju::subsidy;

namespace {

const Facts example_household{{"household.category", "dibao"},
                              {"house.danger_grade", "B"},
                              {"house.is_only_dwelling", true},
                              {"household.had_housing_support", false},
                              {"household.removes_coal_stove", true}};

std::vector<Item> example_items() {
    return {{.type = "wall_insulation",
             .facts = {{"measure.insulated_area_m2", 92.5}, {"measure.cost_fen", 1400000.0}}},
            {.type = "air_heat_pump",
             .facts = {{"measure.heat_w", 8200.0},
                       {"measure.low_temp_rating_c", -30.0},
                       {"measure.cost_fen", 2400000.0}}},
            {.type = "pv_household", .facts = {{"measure.annual_kwh", 6500.0}}}};
}

const Finding* finding_of(const SubsidyResult& result, const std::string& id) {
    const auto found = std::ranges::find(result.findings, id, &Finding::rule_id);
    return found == result.findings.end() ? nullptr : &*found;
}

/// The example amounts as if a county had confirmed them.
std::vector<Rule> confirmed_rules() {
    auto rules = case_rules();
    for (Rule& rule : rules) {
        if (!rule.id.starts_with("SAMPLE-")) continue;
        rule.status = RuleStatus::VerifiedText;
        rule.confirmation = Confirmation::Confirmed;
    }
    return rules;
}

const auto summer_2026 = date_from("2026-08-01");

}  // namespace

TEST_CASE("example amounts show only in the example region and never enter the total") {
    const auto rules = case_rules();

    const auto example =
        judge_all(rules, example_household, example_items(), "239999", summer_2026);
    const auto real = judge_all(rules, example_household, example_items(), "231222", summer_2026);

    REQUIRE(finding_of(example, "SAMPLE-HP-KW") != nullptr);
    CHECK(finding_of(example, "SAMPLE-HP-KW")->amount == Money::fen(328000));
    CHECK(finding_of(example, "SAMPLE-HP-KW")->box == Box::PendingCounty);
    CHECK(example.verified == Money{});
    CHECK(finding_of(real, "SAMPLE-HP-KW") == nullptr);
    for (const Finding& finding : real.findings) {
        CHECK(finding.amount.value_or(Money{}) == Money{});
    }
}

TEST_CASE("confirmed amounts are added up once, item by item") {
    const auto result =
        judge_all(confirmed_rules(), example_household, example_items(), "239999", summer_2026);

    CHECK(result.verified == Money::fen(555000 + 328000));
}

TEST_CASE("the loser of an exclusion stays in the list and says who won") {
    Facts facts = example_household;
    facts["house.danger_grade"] = "C";
    auto items = example_items();
    auto rules = confirmed_rules();
    // The envelope clause would not take a grade C house; let it, so that the two collide.
    std::ranges::find(rules, "SAMPLE-ENV-M2", &Rule::id)->body =
        R"({"amount": {"op":"per_m2","fen":6000,
            "area":{"op":"attr","attr":"measure.insulated_area_m2"}}})";
    items.push_back({.type = "dilapidated_repair",
                     .facts = {{"measure.cost_fen", 4000000.0},
                               {"measure.adds_cold_protection", true},
                               {"measure.uses_catalog", false}},
                     .whole = true});

    const auto result = judge_all(rules, facts, items, "239999", summer_2026);

    CHECK(finding_of(result, "SAMPLE-WG-AMT")->excluded_by.empty());
    CHECK(finding_of(result, "SAMPLE-ENV-M2")->excluded_by == "SAMPLE-WG-AMT");
    CHECK(finding_of(result, "SAMPLE-ENV-M2")->amount == Money::fen(555000));
    CHECK(result.verified == Money::fen(1000000 + 328000));
}

TEST_CASE("unconfirmed money never displaces confirmed money of the same group") {
    auto rules = case_rules();
    Rule sure = rule_named(rules, "SAMPLE-HP-KW");
    sure.id = "COUNTY-HP";
    sure.status = RuleStatus::VerifiedText;
    sure.confirmation = Confirmation::Confirmed;
    sure.body = R"({"amount": 100000})";
    Rule small = rule_named(rules, "SAMPLE-HP-KW");
    small.id = "SAMPLE-SMALL";
    small.body = R"({"amount": 50000})";
    rules.push_back(sure);
    rules.push_back(small);

    const auto result = judge_all(rules, example_household, example_items(), "239999", summer_2026);

    CHECK(result.verified == Money::fen(100000));
    CHECK(finding_of(result, "SAMPLE-SMALL")->excluded_by != "");
    CHECK(finding_of(result, "SAMPLE-HP-KW")->excluded_by.empty());
}

TEST_CASE("money that comes every year is told apart and is in no total") {
    auto rules = case_rules();
    Rule& rule = *std::ranges::find(rules, "NAT-2021-PV003", &Rule::id);
    rule.status = RuleStatus::VerifiedText;
    rule.confirmation = Confirmation::Confirmed;
    Facts facts = example_household;
    facts["measure.owner_type"] = "natural_person";
    facts["measure.in_national_quota_list"] = true;

    const auto result = judge_all(rules, facts, example_items(), "231222", date_from("2021-09-01"));

    CHECK(finding_of(result, "NAT-2021-PV003")->amount == Money::fen(19500));
    CHECK(finding_of(result, "NAT-2021-PV003")->yearly);
    CHECK(result.verified == Money{});
}

TEST_CASE("a clause that waits for the county is counted once, however many items it is for") {
    auto rules = case_rules();
    Rule& rule = *std::ranges::find(rules, "SAMPLE-ENV-M2", &Rule::id);
    rule.measures = {"wall_insulation", "roof_insulation"};
    rule.body = "";
    std::vector<Item> items = {{.type = "wall_insulation"}, {.type = "roof_insulation"}};

    const auto result = judge_all(rules, example_household, items, "239999", summer_2026);

    CHECK(std::ranges::count(result.findings, "SAMPLE-ENV-M2", &Finding::rule_id) == 1);
    CHECK(finding_of(result, "SAMPLE-ENV-M2")->measure_type == "roof_insulation,wall_insulation");
    CHECK(result.pending == 1);
}

TEST_CASE("the order of rules and items changes nothing") {
    auto rules = confirmed_rules();
    auto items = example_items();
    const auto first = judge_all(rules, example_household, items, "239999", summer_2026);
    std::mt19937 random(5);
    for (int round = 0; round < 20; ++round) {
        std::ranges::shuffle(rules, random);
        std::ranges::shuffle(items, random);

        const auto again = judge_all(rules, example_household, items, "239999", summer_2026);

        CHECK(again.verified == first.verified);
        CHECK(again.pending == first.pending);
        REQUIRE(again.findings.size() == first.findings.size());
        for (std::size_t i = 0; i < first.findings.size(); ++i) {
            CHECK(again.findings[i].rule_id == first.findings[i].rule_id);
            CHECK(again.findings[i].amount == first.findings[i].amount);
            CHECK(again.findings[i].excluded_by == first.findings[i].excluded_by);
        }
    }
}

TEST_CASE("the total never exceeds what the works cost, and unknown amounts are not zero") {
    const auto rules = confirmed_rules();
    std::mt19937 random(19);
    for (int round = 0; round < 300; ++round) {
        auto items = example_items();
        Money cost;
        for (Item& item : items) {
            const double fen = static_cast<double>(random() % 2'000'000);
            item.facts["measure.cost_fen"] = fen;
            cost += Money::fen(static_cast<std::int64_t>(fen));
        }
        Facts facts = example_household;
        if (random() % 2 == 0) facts.erase("household.removes_coal_stove");
        if (random() % 2 == 0) facts.erase("house.danger_grade");

        const auto result = judge_all(rules, facts, items, "239999", summer_2026);

        CHECK(result.verified <= cost);
        for (const Finding& finding : result.findings) {
            if (finding.state == State::NeedMoreInfo) CHECK_FALSE(finding.amount.has_value());
        }
    }
}

TEST_CASE("clauses of a case are judged fast", "[.bench]") {
    const auto rules = case_rules();
    const auto items = example_items();

    const auto start = std::chrono::steady_clock::now();
    constexpr int rounds = 200;
    for (int round = 0; round < rounds; ++round) {
        judge_all(rules, example_household, items, "239999", summer_2026);
    }
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;

    WARN(took.count() / rounds << " ms per case");
    CHECK(took.count() / rounds < 1.0);
}
