// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "subsidy/rule.h"
#include "subsidy/rule_case.h"

#include <algorithm>

#include "unit/subsidy/rule_cases.h"

using namespace longju;
using namespace longju::subsidy;
using nlohmann::json;

namespace {

void check_case(const std::vector<Rule>& rules, const json& one, const char* state_key,
                const char* fen_key) {
    const Finding finding = judge(rule_named(rules, one["rule"]), rules, facts_from(one["facts"]),
                                  one["region"], date_from(one["date"].get<std::string>()));

    INFO(one["name"].get<std::string>());
    CHECK(name(finding.state) == one[state_key].get<std::string>());
    CHECK(finding.amount.has_value() == !one[fen_key].is_null());
    if (finding.amount && !one[fen_key].is_null()) {
        CHECK(finding.amount->in_fen() == one[fen_key].get<std::int64_t>());
    }
}

const Facts good_household{{"household.category", "dibao"},
                           {"house.danger_grade", "D"},
                           {"house.is_only_dwelling", true},
                           {"household.had_housing_support", false}};

Finding eligibility(const Facts& facts, const char* date = "2024-06-01",
                    const char* region = "231221") {
    const auto rules = case_rules();
    return judge(rule_named(rules, "HLJ-2024-WG-ELIG"), rules, facts, region, date_from(date));
}

}  // namespace

TEST_CASE("the written cases of the clauses come out as computed by hand") {
    const auto rules = case_rules();
    const json document = json::parse(read_text(case_folder() / "cases.json"));
    REQUIRE(document["cases"].size() == 28);

    for (const json& one : document["cases"]) {
        check_case(rules, one, "state", "fen");
        if (!one.contains("shares")) continue;
        const Finding finding =
            judge(rule_named(rules, one["rule"]), rules, facts_from(one["facts"]), one["region"],
                  date_from(one["date"].get<std::string>()));
        std::vector<Share> shares;
        for (const char* const payer : {"province", "county"}) {
            shares.push_back({payer, Money::fen(one["shares"][payer].get<std::int64_t>())});
        }
        CHECK(finding.shares == shares);
    }
}

TEST_CASE("the reference fixtures of the rule format hold") {
    const std::filesystem::path folder = std::filesystem::path(LONGJU_SHARED_DIR) / "domain";
    if (!std::filesystem::exists(folder / "rule_fixtures.json")) {
        SKIP("the reference fixtures are not on this machine");
    }
    const auto rules = rules_of(folder / "rules_sample.json");
    const json document = json::parse(read_text(folder / "rule_fixtures.json"));

    for (const json& one : document["fixtures"]) {
        check_case(rules, one, "expect_state", "expect_fen");
    }
}

TEST_CASE("a clear no is not hidden by a missing fact") {
    Facts facts = good_household;
    facts.erase("house.is_only_dwelling");
    facts["house.danger_grade"] = "B";

    const Finding finding = eligibility(facts);

    CHECK(finding.state == State::NotEligible);
    CHECK(finding.box == Box::NotMet);
    CHECK(finding.missing.empty());
}

TEST_CASE("every fact that would settle an open clause is named, and only those") {
    Facts facts = good_household;
    facts.erase("house.is_only_dwelling");
    facts.erase("house.danger_grade");
    facts.erase("household.had_housing_support");

    const Finding finding = eligibility(facts);

    CHECK(finding.state == State::NeedMoreInfo);
    CHECK(finding.missing ==
          std::vector<std::string>{"house.danger_grade", "house.is_only_dwelling"});
}

TEST_CASE("a missing date or place leaves the clause open and is named") {
    const auto rules = case_rules();
    const Rule& rule = rule_named(rules, "HLJ-2024-WG-ELIG");

    const Finding finding = judge(rule, rules, good_household, "", std::nullopt);

    CHECK(finding.state == State::NeedMoreInfo);
    CHECK(finding.missing == std::vector<std::string>{"place.division_code", "approval_date"});
}

TEST_CASE("the longest matching code decides whether a place is in or out") {
    auto rules = case_rules();
    Rule rule = rule_named(rules, "HLJ-2024-WG-ELIG");
    rule.regions = {"23", "231221"};
    rule.excluded_regions = {"2312"};
    const auto state = [&](const char* region) {
        return judge(rule, rules, good_household, region, date_from("2024-06-01")).state;
    };

    CHECK(state("230103") == State::Eligible);
    CHECK(state("231222") == State::NotInRegion);
    CHECK(state("231221") == State::Eligible);
    CHECK(state("220101") == State::NotInRegion);
}

TEST_CASE("only confirmed clauses of a known text stand in the verified box") {
    auto rules = case_rules();
    Rule rule = rule_named(rules, "NAT-2026-APPLIANCE");
    const Facts facts{{"measure.appliance_class", "water_heater"},
                      {"measure.efficiency_grade", 1.0},
                      {"measure.trade_in_old", true},
                      {"measure.cost_fen", 420000.0}};
    const auto box = [&](RuleStatus status, Confirmation confirmation) {
        rule.status = status;
        rule.confirmation = confirmation;
        return judge(rule, rules, facts, "231221", date_from("2026-05-01")).box;
    };

    CHECK(box(RuleStatus::VerifiedText, Confirmation::Confirmed) == Box::Verified);
    CHECK(box(RuleStatus::VerifiedSecondary, Confirmation::Confirmed) == Box::Verified);
    CHECK(box(RuleStatus::VerifiedText, Confirmation::Pending) == Box::PendingCounty);
    CHECK(box(RuleStatus::KnownMemory, Confirmation::Confirmed) == Box::PendingCounty);
    CHECK(box(RuleStatus::SamplePendingCounty, Confirmation::Confirmed) == Box::PendingCounty);
    CHECK(box(RuleStatus::ReferenceExpired, Confirmation::Confirmed) == Box::Historical);
    CHECK(box(RuleStatus::Superseded, Confirmation::Confirmed) == Box::Historical);
    CHECK(box(RuleStatus::Withdrawn, Confirmation::Confirmed) == Box::Historical);
}

TEST_CASE("a verified clause without a known amount waits for the county") {
    const Finding finding = eligibility(good_household);

    CHECK(finding.state == State::Eligible);
    CHECK_FALSE(finding.amount.has_value());
    CHECK(finding.box == Box::PendingCounty);
}

TEST_CASE("the statement that nothing is paid stands with the refusals, at zero") {
    const auto rules = case_rules();

    const Finding finding =
        judge(rule_named(rules, "NAT-2022-PV000"), rules, {{"measure.type", "pv_household"}},
              "231221", date_from("2026-03-01"));

    CHECK(finding.amount == Money{});
    CHECK(finding.box == Box::NotMet);
}

TEST_CASE("an area outside the control values is a warning, not a refusal") {
    const auto rules = case_rules();
    const Rule& rule = rule_named(rules, "REF-WG-AREA");
    struct Row {
        double people, area_m2;
        Truth inside;
    };
    for (const Row& row :
         {Row{1, 40, Truth::True}, Row{1, 61, Truth::False}, Row{2, 29, Truth::False},
          Row{4, 72, Truth::True}, Row{4, 72.1, Truth::False}, Row{5, 64.9, Truth::False}}) {
        const Facts facts{{"measure.type", "dilapidated_rebuild"},
                          {"household.size", row.people},
                          {"measure.new_floor_area_m2", row.area_m2}};

        const Finding finding = judge(rule, rules, facts, "231221", date_from("2026-03-01"));

        INFO(row.people << " people, " << row.area_m2 << " m2");
        CHECK(finding.state == State::Eligible);
        REQUIRE(finding.limit.has_value());
        CHECK(finding.limit->truth == row.inside);
    }
}

TEST_CASE("what was looked at can be read back, unknown facts as blanks") {
    Facts facts = good_household;
    facts.erase("house.danger_grade");

    const Finding finding = eligibility(facts);

    REQUIRE(finding.conditions.size() == 5);
    CHECK(finding.conditions[1].attribute == "house.danger_grade");
    CHECK(finding.conditions[1].op == "in");
    CHECK(finding.conditions[1].wanted == "C,D");
    CHECK(finding.conditions[1].actual.empty());
    CHECK(finding.conditions[1].truth == Truth::Unknown);
    CHECK(finding.conditions[0].truth == Truth::True);
    CHECK(finding.document == "黑龙江省2024年农村危房改造实施方案（文号待核），2024年");
}
