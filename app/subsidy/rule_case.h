// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "subsidy/rule.h"

/// Worked cases of clauses, computed by hand and kept beside the rules: what `longju rules test`
/// runs before a set of rules goes anywhere.
namespace longju::subsidy {

/// eligible, not_eligible, need_more_info, not_in_region, out_of_date: as in files and JSON.
std::string_view name(State state);
std::optional<State> state_from(std::string_view word);

struct RuleCase {
    std::string name;  ///< A sentence: what it shows.
    std::string rule_id;
    std::string division_code;
    std::optional<Date> date;
    Facts facts;
    State state = State::NeedMoreInfo;
    std::optional<Money> amount;  ///< Nothing: the case says that it is unknown.
    std::vector<Share> shares;    ///< Only looked at when the case names some.
};

/// `{"cases": [{name, rule, region, date, facts, state, fen, shares}]}`; a fact that is null is
/// unknown, `fen: null` an unknown amount. Refuses facts no rule can ask for and words that are
/// none, naming case and field.
Result<std::vector<RuleCase>> parse_rule_cases(const std::string& json, const std::string& file);

/// What the clause says that the case does not expect, as a sentence; empty when they agree.
std::string disagreement(const RuleCase& expected, const std::vector<Rule>& rules);

}  // namespace longju::subsidy
