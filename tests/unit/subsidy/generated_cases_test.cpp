// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <random>

#include "subsidy/rule_case.h"
#include "unit/subsidy/rule_cases.h"
#include "unit/subsidy/second_evaluator.h"

using namespace longju;
using namespace longju::subsidy;
using nlohmann::json;

namespace {

/// Rules and cases nobody would write by hand.
class Maker {
public:
    explicit Maker(unsigned seed) : random_(seed) {}

    json rule() {
        static constexpr std::array prefixes = {"23", "2301", "2312", "231221", "230102"};
        json include = json::array(), exclude = json::array();
        for (int i = 1 + pick(2); i > 0; --i) include.push_back(prefixes.at(at(prefixes)));
        for (int i = pick(2); i > 0; --i) exclude.push_back(prefixes.at(at(prefixes)));
        return {{"id", "GENERATED"},
                {"kind", "capital_grant"},
                {"status", "verified_text"},
                {"level", "county"},
                {"title_zh", "生成"},
                {"plain_zh", "生成"},
                {"doc_title", "生成"},
                {"source_grade", "A"},
                {"effective_from", day()},
                {"effective_to", "2026-12-31"},
                {"date_basis", "completion_date"},
                {"region", {{"include", include}, {"exclude", exclude}}},
                {"measures", json::array({"wall_insulation"})},
                {"condition", condition(3)},
                {"amount", amount(3)},
                {"stack", {{"group", "g"}, {"policy", "one_of_group"}}},
                {"confirm", {{"by", "county"}, {"state", "confirmed"}}}};
    }

    json facts() {
        json facts = json::object();
        for (const char* const name : numbers) {
            if (pick(4) > 0) facts[name] = pick(4000) / 8.0;
        }
        if (pick(4) > 0) facts["measure.cost_fen"] = pick(3'000'000);
        for (const char* const name : flags) {
            if (pick(3) > 0) facts[name] = pick(2) == 1;
        }
        if (pick(3) > 0) facts["house.danger_grade"] = grade();
        return facts;
    }

    std::string day() {
        std::string text = "202";
        text += static_cast<char>('3' + pick(4));
        text += pick(2) == 0 ? "-03-1" : "-11-0";
        text += static_cast<char>('1' + pick(8));
        return text;
    }
    std::string region() {
        static constexpr std::array places = {"231221", "230102", "230623", "220102"};
        return places.at(at(places));
    }

private:
    static constexpr std::array numbers = {"house.floor_area_m2", "measure.insulated_area_m2",
                                           "measure.heat_w", "household.size"};
    static constexpr std::array flags = {"house.is_only_dwelling", "measure.uses_catalog",
                                         "household.has_disability"};

    int pick(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    template <class T>
    std::size_t at(const T& list) {
        return static_cast<std::size_t>(pick(static_cast<int>(list.size())));
    }
    std::string grade() { return std::string(1, static_cast<char>('A' + pick(4))); }

    json condition(int depth) {
        const int kind = depth > 0 ? pick(6) : 3 + pick(3);
        if (kind == 0) return {{"not", condition(depth - 1)}};
        if (kind < 3) {
            json parts = json::array();
            for (int i = 1 + pick(3); i > 0; --i) parts.push_back(condition(depth - 1));
            return {{kind == 1 ? "all" : "any", parts}};
        }
        if (kind == 3) return number_leaf();
        if (kind == 4) {
            static constexpr std::array ops = {"eq", "ne"};
            return {
                {"attr", flags.at(at(flags))}, {"op", ops.at(at(ops))}, {"value", pick(2) == 1}};
        }
        if (pick(3) == 0) {
            return {{"attr", "house.danger_grade"}, {"op", "exists"}, {"value", pick(2) == 1}};
        }
        return {{"attr", "house.danger_grade"}, {"op", "in"}, {"value", {grade(), grade()}}};
    }

    json number_leaf() {
        static constexpr std::array ops = {"gt", "ge", "lt", "le", "eq", "ne", "between"};
        const std::string op = ops.at(at(ops));
        const double low = pick(4000) / 8.0;
        json value = low;
        if (op == "between") value = {low, low + pick(300)};
        return {{"attr", numbers.at(at(numbers))}, {"op", op}, {"value", value}};
    }

    json amount(int depth) {
        switch (depth > 0 ? pick(7) : 3 + pick(3)) {
            case 0:
            case 1:
            case 2: {
                static constexpr std::array ops = {"min", "max", "sum"};
                json parts = json::array();
                for (int i = 1 + pick(3); i > 0; --i) parts.push_back(amount(depth - 1));
                return {{"op", ops.at(at(ops))}, {"args", parts}};
            }
            case 3:
                return pick(2'000'000);
            case 4:
                return {{"op", "per_m2"},
                        {"fen", 1 + pick(9000)},
                        {"area", {{"op", "attr"}, {"attr", "measure.insulated_area_m2"}}}};
            case 5:
                return {{"op", "pct"},
                        {"bp", 1 + pick(10000)},
                        {"of", {{"op", "attr"}, {"attr", "measure.cost_fen"}}}};
            default:
                return {{"op", "if"},
                        {"cond", condition(1)},
                        {"then", amount(depth - 1)},
                        {"else", amount(depth - 1)}};
        }
    }

    std::mt19937 random_;
};

}  // namespace

TEST_CASE("a slow, obvious second evaluator says the same of 3,000 generated cases") {
    Maker make(20261126);
    std::map<std::string, int> seen;
    for (int i = 0; i < 600; ++i) {
        const json rule = make.rule();
        const auto rules = parse_rules(
            json{{"schema", "hlj-rules/1"}, {"rules", json::array({rule})}}.dump(), "generated");
        INFO(rule.dump(1));
        INFO((rules ? std::string() : rules.error().sentence()));
        REQUIRE(rules.has_value());
        for (int k = 0; k < 5; ++k) {
            const json facts = make.facts();
            const std::string region = make.region(), date = make.day();
            INFO(facts.dump() << " " << region << " " << date);
            const second::Verdict expected = second::judge(rule, facts, region, date);
            const Finding found =
                judge(rules->front(), *rules, facts_from(facts), region, date_from(date));
            CHECK(name(found.state) == expected.state);
            REQUIRE(found.amount.has_value() == expected.fen.has_value());
            if (found.amount) CHECK(found.amount->in_fen() == *expected.fen);
            ++seen[expected.state + (expected.fen.value_or(0) > 0 ? " with money" : "")];
        }
    }
    // The cases reach every answer.
    for (const char* const state : {"eligible", "eligible with money", "not_eligible",
                                    "need_more_info", "not_in_region", "out_of_date"}) {
        INFO(state);
        CHECK(seen[state] >= 30);
    }
}
