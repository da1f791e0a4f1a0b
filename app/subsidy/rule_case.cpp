// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "subsidy/rule_case.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/text.h"
#include "subsidy/attributes.h"
#include "subsidy/parse_condition.h"

namespace longju::subsidy {

using nlohmann::json;

namespace {

struct StateName {
    State state;
    std::string_view name;
};
constexpr std::array state_names = {
    StateName{State::Eligible, "eligible"}, StateName{State::NotEligible, "not_eligible"},
    StateName{State::NeedMoreInfo, "need_more_info"},
    StateName{State::NotInRegion, "not_in_region"}, StateName{State::OutOfDate, "out_of_date"}};

Result<Facts> facts_of(const json& node, const std::string& path) {
    if (!node.is_object()) return refuse(path, "must be an object of facts");
    Facts facts;
    for (const auto& [key, value] : node.items()) {
        if (value.is_null()) continue;
        const std::string at = fmt::format("{}.{}", path, key);
        const Attribute* const attribute = find_attribute(key);
        if (attribute == nullptr) return refuse(at, "is not a fact the program knows");
        FactValue fact;
        if (value.is_boolean()) fact = value.get<bool>();
        if (value.is_number()) fact = value.get<double>();
        if (value.is_string()) fact = value.get<std::string>();
        if (!fits(attribute->kind, fact)) return refuse(at, "is not a value this fact can have");
        facts[key] = std::move(fact);
    }
    return facts;
}

Result<std::optional<Money>> money_of(const json& node, const std::string& path) {
    if (node.is_null()) return std::optional<Money>();
    if (!node.is_number_integer()) return refuse(path, "must be whole fen, or null when unknown");
    return std::optional(Money::fen(node.get<std::int64_t>()));
}

Result<std::vector<Share>> shares_of(const json& node, const std::string& path) {
    std::vector<Share> shares;
    if (!node.is_object()) return refuse(path, "must be an object of payers");
    for (const auto& [payer, fen] : node.items()) {
        const auto amount = money_of(fen, fmt::format("{}.{}", path, payer));
        if (!amount) return std::unexpected(amount.error());
        shares.push_back({payer, amount->value_or(Money{})});
    }
    return shares;
}

Result<RuleCase> case_of(const json& node, const std::string& path) {
    RuleCase result;
    for (const auto& [key, member] :
         {std::pair{"name", &RuleCase::name}, std::pair{"rule", &RuleCase::rule_id},
          std::pair{"region", &RuleCase::division_code}}) {
        auto text = text_member(node, key, path);
        if (!text) return std::unexpected(text.error());
        result.*member = std::move(*text);
    }
    if (node.contains("date") && !node["date"].is_null()) {
        const auto date = text_member(node, "date", path);
        if (!date) return std::unexpected(date.error());
        result.date = date_from(*date);
        if (!result.date) return refuse(path + ".date", "is not a date like 2026-12-31");
    }
    const auto word = text_member(node, "state", path);
    if (!word) return std::unexpected(word.error());
    const auto state = state_from(*word);
    if (!state) {
        return refuse(path + ".state",
                      "is none of eligible, not_eligible, need_more_info, "
                      "not_in_region, out_of_date");
    }
    result.state = *state;
    auto facts = facts_of(node.value("facts", json::object()), path + ".facts");
    if (!facts) return std::unexpected(facts.error());
    result.facts = std::move(*facts);
    const auto amount = money_of(node.value("fen", json()), path + ".fen");
    if (!amount) return std::unexpected(amount.error());
    result.amount = *amount;
    if (node.contains("shares")) {
        auto shares = shares_of(node["shares"], path + ".shares");
        if (!shares) return std::unexpected(shares.error());
        result.shares = std::move(*shares);
    }
    return result;
}

std::string words_of(std::optional<Money> amount) {
    return amount ? fmt::format("{} fen", amount->in_fen()) : std::string("an unknown amount");
}

/// In any order: a case is written as an object.
bool same_shares(std::vector<Share> a, std::vector<Share> b) {
    std::ranges::sort(a, {}, &Share::payer);
    std::ranges::sort(b, {}, &Share::payer);
    return a == b;
}

}  // namespace

std::string_view name(State state) {
    return std::ranges::find(state_names, state, &StateName::state)->name;
}

std::optional<State> state_from(std::string_view word) {
    const auto* const found = std::ranges::find(state_names, word, &StateName::name);
    if (found == state_names.end()) return std::nullopt;
    return found->state;
}

Result<std::vector<RuleCase>> parse_rule_cases(const std::string& text, const std::string& file) {
    const json document = json::parse(text, nullptr, false);
    if (document.is_discarded() || !document.contains("cases") || !document["cases"].is_array()) {
        return fail_at(file, 0, "cases", "is not a JSON document with a list of cases");
    }
    std::vector<RuleCase> cases;
    for (const json& node : document["cases"]) {
        auto one = case_of(node, fmt::format("cases[{}]", cases.size()));
        if (!one) {
            Error error = one.error();
            error.file = file;
            return std::unexpected(std::move(error));
        }
        cases.push_back(std::move(*one));
    }
    return cases;
}

std::string disagreement(const RuleCase& expected, const std::vector<Rule>& rules) {
    const auto rule = std::ranges::find(rules, expected.rule_id, &Rule::id);
    if (rule == rules.end()) return fmt::format("there is no rule {}", expected.rule_id);
    const Finding found =
        judge(*rule, rules, expected.facts, expected.division_code, expected.date);
    if (found.state != expected.state) {
        return fmt::format("{} says {}, the case {}", rule->id, name(found.state),
                           name(expected.state));
    }
    if (found.amount != expected.amount) {
        return fmt::format("{} gives {}, the case {}", rule->id, words_of(found.amount),
                           words_of(expected.amount));
    }
    if (!expected.shares.empty() && !same_shares(found.shares, expected.shares)) {
        return fmt::format("{} shares the amount among its payers otherwise", rule->id);
    }
    return {};
}

}  // namespace longju::subsidy
