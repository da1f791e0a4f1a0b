// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <filesystem>

#include "subsidy/clause.h"
#include "subsidy/rule_case.h"
#include "unit/subsidy/rule_cases.h"

using namespace longju;
using namespace longju::subsidy;
using nlohmann::json;

namespace {

/// Every clause of the catalog, all documents together.
std::vector<Rule> shipped_rules() {
    std::vector<Rule> rules;
    const auto folder = std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog" / "rules";
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() != ".json") continue;
        auto some = parse_rules(read_text(file.path()), file.path().filename().string());
        INFO((some ? std::string() : some.error().sentence()));
        REQUIRE(some.has_value());
        rules.insert(rules.end(), some->begin(), some->end());
    }
    REQUIRE_FALSE(rules.empty());
    REQUIRE(check_refs(rules).has_value());
    return rules;
}

}  // namespace

TEST_CASE("the written cases hold for the clauses that are shipped") {
    const auto rules = shipped_rules();
    const json document = json::parse(read_text(case_folder() / "cases.json"));
    int judged = 0;
    for (const json& one : document["cases"]) {
        const auto rule = std::ranges::find(rules, one["rule"].get<std::string>(), &Rule::id);
        if (rule == rules.end()) continue;
        ++judged;

        const Finding finding = judge(*rule, rules, facts_from(one["facts"]), one["region"],
                                      date_from(one["date"].get<std::string>()));

        INFO(one["name"].get<std::string>());
        CHECK(name(finding.state) == one["state"].get<std::string>());
        CHECK(finding.amount.has_value() == !one["fen"].is_null());
        if (!finding.amount || one["fen"].is_null()) continue;
        CHECK(finding.amount->in_fen() == one["fen"].get<std::int64_t>());
    }
    CHECK(judged >= 25);
}

TEST_CASE("made-up amounts are only shipped for the example region") {
    for (const Rule& rule : shipped_rules()) {
        const auto clause = parse_clause(rule.body);
        REQUIRE(clause.has_value());
        if (rule.status != RuleStatus::SamplePendingCounty || !clause->amount) continue;
        INFO(rule.id);
        CHECK(rule.regions == std::vector<std::string>{"239999"});
    }
}

TEST_CASE("no shipped clause counts before an office has confirmed it") {
    for (const Rule& rule : shipped_rules()) {
        INFO(rule.id);
        CHECK(rule.confirmation != Confirmation::Confirmed);
    }
}

TEST_CASE("every shipped clause is dated and says on what date it looks") {
    for (const Rule& rule : shipped_rules()) {
        INFO(rule.id);
        CHECK(rule.effective_from.has_value());
        CHECK_FALSE(rule.date_basis.empty());
        CHECK_FALSE(rule.plain_zh.empty());
    }
}
