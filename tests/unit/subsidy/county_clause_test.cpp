// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "subsidy/county_clause.h"

#include <filesystem>

#include "catch2/catch_test_macros.hpp"
#include "subsidy/rule_case.h"
#include "unit/subsidy/rule_cases.h"

using namespace longju;
using namespace longju::subsidy;

namespace {

std::vector<Rule> shipped() {
    std::vector<Rule> rules;
    for (const char* name : {"central", "province", "county", "samples"}) {
        const auto file = std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog" / "rules" /
                          (std::string(name) + ".json");
        const auto some = parse_rules(read_text(file), name).value();
        rules.insert(rules.end(), some.begin(), some.end());
    }
    return rules;
}

const Rule& rule_of(const std::vector<Rule>& rules, std::string_view id) {
    return *std::ranges::find(rules, id, &Rule::id);
}

CountyClause sixty_yuan_a_square_metre() {
    return {.general_id = "HLJ-COUNTY-ENV",
            .division_code = "231221",
            .doc_title = "望奎县农房节能改造补助办法",
            .doc_no = "望建〔2026〕8号",
            .from = "2026-01-01",
            .to = "2026-12-31",
            .basis = GrantBasis::SquareMetre,
            .each = Money::yuan(60),
            .cap = Money::yuan(8000),
            .by_hand = Money::yuan(6000)};
}

Example wall_of(double m2) {
    return {.facts = {{"measure.type", std::string("wall_insulation")},
                      {"measure.insulated_area_m2", m2},
                      {"measure.cost_fen", 2000000.0},
                      {"measure.heat_w", 9000.0}},
            .date = date_from("2026-11-26")};
}

}  // namespace

TEST_CASE("a rule written as in the files is read back as the same rule") {
    for (const Rule& rule : shipped()) {
        CAPTURE(rule.id);
        const nlohmann::ordered_json document{
            {"schema", "hlj-rules/1"}, {"rules", nlohmann::ordered_json::array({json_of(rule)})}};
        const auto again = parse_rules(document.dump(), "again");
        REQUIRE(again.has_value());
        CHECK(json_of(again->front()) == json_of(rule));
    }
}

TEST_CASE("a county's clause grants by the basis of its document, up to its cap") {
    const std::vector<Rule> rules = shipped();
    const Rule& general = rule_of(rules, "HLJ-COUNTY-ENV");
    CountyClause clause = sixty_yuan_a_square_metre();
    const auto grants = [&](double m2) {
        const Finding finding = tried(clause, general, rules, wall_of(m2));
        CHECK(finding.box == Box::Verified);
        return finding.amount;
    };
    CHECK(grants(100.0) == Money::yuan(6000));
    CHECK(grants(200.0) == Money::yuan(8000));
    clause.cap.reset();
    CHECK(grants(200.0) == Money::yuan(12000));
    clause.basis = GrantBasis::Fixed;
    CHECK(grants(200.0) == Money::yuan(60));
    clause.basis = GrantBasis::ShareOfCost;
    clause.per_cent = 30;
    CHECK(grants(200.0) == Money::yuan(6000));
    clause.basis = GrantBasis::Kilowatt;
    clause.each = Money::yuan(400);
    CHECK(grants(200.0) == Money::yuan(3600));
}

TEST_CASE("it holds in its county and its time, and its example proves it") {
    const std::vector<Rule> rules = shipped();
    const CountyClause clause = sixty_yuan_a_square_metre();
    const std::string document = rules_document(clause, rule_of(rules, "HLJ-COUNTY-ENV"));
    const auto own = parse_rules(document, "own");
    REQUIRE(own.has_value());
    CHECK(own->front().id == "HLJ-COUNTY-ENV-231221");
    CHECK(own->front().supersedes == std::vector<std::string>{"HLJ-COUNTY-ENV"});
    CHECK(own->front().regions == std::vector<std::string>{"231221"});
    CHECK(can_be_counted(own->front()));

    const Rule& general = rule_of(rules, "HLJ-COUNTY-ENV");
    const std::string proof = cases_document(clause, general, wall_of(100.0));
    CHECK(proof.find("measure.insulated_area_m2") != std::string::npos);
    CHECK(proof.find("measure.heat_w") == std::string::npos);  // No business of the clause.
    const auto cases = parse_rule_cases(proof, "cases");
    REQUIRE(cases.has_value());
    CHECK(disagreement(cases->front(), *own).empty());
    CHECK_FALSE(
        disagreement(parse_rule_cases(cases_document(clause, general, wall_of(90.0)), "c")->front(),
                     *own)
            .empty());
}

TEST_CASE("fields are asked for one after the other until the clause is whole") {
    CountyClause clause{.general_id = "HLJ-COUNTY-ENV", .division_code = "231221"};
    CHECK(open_field(clause) == "clause.doc_title");
    clause.doc_title = "办法";
    CHECK(open_field(clause) == "clause.doc_no");
    clause.doc_no = "8号";
    clause.from = "2026-13-01";
    CHECK(open_field(clause) == "clause.from");
    clause.from = "2026-02-01";
    clause.to = "2026-01-31";
    CHECK(open_field(clause) == "clause.to");
    clause.to.clear();
    CHECK(open_field(clause) == "clause.each");
    clause.each = Money::yuan(60);
    CHECK(open_field(clause) == "clause.by_hand");
    clause.by_hand = Money::yuan(6000);
    CHECK(open_field(clause).empty());
    clause.basis = GrantBasis::ShareOfCost;
    CHECK(open_field(clause) == "clause.per_cent");
}
