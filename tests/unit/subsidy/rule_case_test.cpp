// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "subsidy/rule_case.h"

#include "unit/subsidy/rule_cases.h"

using namespace longju;
using namespace longju::subsidy;

namespace {

std::string refusal(const std::string& one) {
    const auto cases = parse_rule_cases("{\"cases\": [" + one + "]}", "cases.json");
    return cases ? std::string("accepted") : cases.error().sentence();
}

}  // namespace

TEST_CASE("the written cases agree with the rules they were written for") {
    const auto rules = case_rules();
    const auto cases = parse_rule_cases(read_text(case_folder() / "cases.json"), "cases.json");
    REQUIRE(cases.has_value());
    CHECK(cases->size() == 28);
    for (const RuleCase& one : *cases) {
        INFO(one.name);
        CHECK(disagreement(one, rules).empty());
    }
}

TEST_CASE("a case that expects something else says what") {
    const auto rules = case_rules();
    RuleCase one = parse_rule_cases(read_text(case_folder() / "cases.json"), "cases.json")->front();
    one.state = State::NotEligible;
    CHECK(disagreement(one, rules).find("says eligible") != std::string::npos);
    one.state = State::Eligible;
    one.amount = Money::yuan(1);
    CHECK(disagreement(one, rules).find("an unknown amount") != std::string::npos);
    one.rule_id = "NOBODY";
    CHECK(disagreement(one, rules).find("no rule NOBODY") != std::string::npos);
}

TEST_CASE("a bad case is refused with its place") {
    const std::string good = R"("name":"n","rule":"R","region":"23","state":"eligible")";
    CHECK(refusal("{" + good + "}") == "accepted");
    CHECK(refusal(R"({"name":"n"})").find("cases[0].rule") != std::string::npos);
    CHECK(refusal("{" + good + R"(,"facts":{"house.colour":"red"}})").find("house.colour") !=
          std::string::npos);
    CHECK(refusal("{" + good + R"(,"facts":{"household.size":"four"}})").find("value") !=
          std::string::npos);
    CHECK(refusal("{" + good + R"(,"date":"2026-13-01"})").find("date") != std::string::npos);
    CHECK(refusal("{" + good + R"(,"fen":1.5})").find("whole fen") != std::string::npos);
    CHECK(refusal(R"({"name":"n","rule":"R","region":"23","state":"maybe"})").find("state") !=
          std::string::npos);
    CHECK_FALSE(parse_rule_cases("not json", "cases.json").has_value());
}
