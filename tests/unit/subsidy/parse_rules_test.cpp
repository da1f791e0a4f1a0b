// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "subsidy/attributes.h"
#include "unit/subsidy/rule_cases.h"

using namespace longju;
using namespace longju::subsidy;
using nlohmann::json;

namespace {

json sound_rule() {
    return json::parse(R"({
        "id": "T-1", "kind": "capital_grant", "status": "verified_text", "level": "county",
        "title_zh": "试验条款", "doc_title": "试验", "doc_no": null, "source_grade": "A",
        "effective_from": "2026-01-01", "effective_to": null, "date_basis": "approval_date",
        "region": {"include": ["231222"]}, "measures": ["wall_insulation"],
        "condition": {"attr": "house.danger_grade", "op": "in", "value": ["A", "B"]},
        "amount": 100, "stack": {"group": "envelope", "policy": "per_item"},
        "evidence": ["invoice"], "confirm": {"by": "county", "state": "confirmed"}})");
}

std::string document(const json& rule) {
    return json{{"schema", "hlj-rules/1"}, {"rules", json::array({rule})}}.dump(1);
}

}  // namespace

TEST_CASE("a sound rule is read whole") {
    const auto rules = parse_rules(document(sound_rule()), "t.json");

    REQUIRE(rules.has_value());
    const Rule& rule = rules->at(0);
    CHECK(rule.id == "T-1");
    CHECK(rule.plain_zh == "试验条款");
    CHECK(rule.status == RuleStatus::VerifiedText);
    CHECK(rule.effective_from == date_from("2026-01-01"));
    CHECK_FALSE(rule.effective_to.has_value());
    CHECK(rule.confirmation == Confirmation::Confirmed);
    CHECK(rule.stack_policy == "per_item");
}

TEST_CASE("a bad rule is refused with its id and field") {
    struct Row {
        const char* pointer;  ///< What is replaced.
        const char* value;
        const char* field;
    };
    for (const Row& row : {
             Row{"/kind", R"("gift")", "rules[0].kind"},
             Row{"/status", R"("sure")", "rules[0].status"},
             Row{"/level", R"("town")", "rules[0].level"},
             Row{"/title_zh", R"("")", "rules[0].title_zh"},
             Row{"/effective_from", R"("2026-02-30")", "rules[0].effective_from"},
             Row{"/effective_to", R"("2025-01-01")", "rules[0].effective_to"},
             Row{"/region/include", R"([])", "rules[0].region.include"},
             Row{"/region/include", R"(["23x"])", "rules[0].region"},
             Row{"/stack/policy", R"("all")", "rules[0].stack.policy"},
             Row{"/confirm/state", R"("maybe")", "rules[0].confirm.state"},
             Row{"/condition/op", R"("like")", "rules[0].condition.op"},
             Row{"/condition/attr", R"("house.colour")", "rules[0].condition.attr"},
             Row{"/condition/value", R"([1])", "rules[0].condition.value"},
             Row{"/condition", R"({"all": []})", "rules[0].condition.all"},
             Row{"/condition", R"({"all": [{"attr":"house.storeys","op":"between","value":[1]}]})",
                 "rules[0].condition.all[0].value"},
             Row{"/condition", R"({"attr":"house.danger_grade","op":"ge","value":"B"})",
                 "rules[0].condition.op"},
             Row{"/amount", "1.5", "rules[0].amount"},
             Row{"/amount", "-1", "rules[0].amount"},
             Row{"/amount", R"({"op":"power"})", "rules[0].amount.op"},
             Row{"/amount", R"({"op":"pct","bp":70.5,"of":1})", "rules[0].amount.bp"},
             Row{"/amount", R"({"op":"min","args":[]})", "rules[0].amount.args"},
             Row{"/amount", R"({"op":"attr","attr":"measure.heat_w"})", "rules[0].amount.attr"},
             Row{"/amount",
                 R"({"op":"per_w","fen_per_kw":1,"w":{"op":"attr","attr":"measure.cost_fen"}})",
                 "rules[0].amount.w.attr"},
             Row{"/shares", R"([{"payer":"province","num":0}])", "rules[0].shares"},
         }) {
        json rule = sound_rule();
        rule[json::json_pointer(row.pointer)] = json::parse(row.value);

        const auto rules = parse_rules(document(rule), "t.json");

        INFO(row.pointer << " = " << row.value);
        REQUIRE_FALSE(rules.has_value());
        CHECK(rules.error().kind == ErrorKind::BadInput);
        CHECK(rules.error().file == "t.json");
        CHECK(rules.error().line > 1);
        CHECK(rules.error().field == row.field);
        CHECK(rules.error().what.starts_with("rule T-1: "));
    }
}

TEST_CASE("text that is no rule document is refused with the line") {
    CHECK(parse_rules("{\n \"schema\": \"hlj-rules/1\",\n oops", "t.json").error().line == 3);
    CHECK(parse_rules(R"({"schema":"hlj-rules/9","rules":[]})", "t.json").error().field ==
          "schema");
    CHECK(parse_rules(R"({"schema":"hlj-rules/1"})", "t.json").error().field == "rules");
    CHECK_FALSE(parse_rules("\xff", "t.json").has_value());
    CHECK_FALSE(parse_rules(document(json(5)), "t.json").has_value());
}

TEST_CASE("a ref must lead to a rule and not back to itself") {
    json rule = sound_rule();
    rule["condition"] = {{"ref", "T-2"}};
    json other = sound_rule();
    other["id"] = "T-2";
    other["condition"] = {{"ref", "T-1"}};
    const auto first = parse_rules(document(rule), "t.json");
    const auto second = parse_rules(document(other), "t.json");
    REQUIRE(first.has_value());
    REQUIRE(second.has_value());

    CHECK(check_refs(*first).error().what == "rule T-1: there is no rule 'T-2'");
    CHECK_FALSE(check_refs({first->at(0), second->at(0)}).has_value());
    CHECK_FALSE(check_refs({first->at(0), first->at(0)}).has_value());
}

TEST_CASE("facts are found by name and statuses read back as written") {
    CHECK(find_attribute("house.danger_grade") != nullptr);
    CHECK(find_attribute("house.danger_grad") == nullptr);
    for (const char* const word :
         {"verified_text", "verified_secondary", "known_memory", "sample_pending_county",
          "reference_expired", "superseded", "withdrawn"}) {
        REQUIRE(status_from(word).has_value());
        CHECK(name(*status_from(word)) == word);
    }
}
