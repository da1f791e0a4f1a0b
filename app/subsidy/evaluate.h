// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "subsidy/clause.h"
#include "subsidy/rule.h"

/// Conditions, amounts and limits of a clause against the facts of a case. Nothing here guesses: a
/// missing fact is Unknown, and an amount that needs it is not known either.
namespace longju::subsidy {

/// A truth value and, when it is Unknown, the attributes that would settle it.
struct Judgement {
    Truth truth = Truth::Unknown;
    std::vector<std::string> missing;
};

/// The bodies of rules, each read once while they are judged again and again.
class Clauses {
public:
    /// Nothing where the body is wrong. The rule must outlive this.
    const Clause* of(const Rule& rule);

private:
    std::map<const Rule*, std::optional<Clause>> read_;
};

/// What an evaluation may look at.
struct Case {
    const std::vector<Rule>& rules;  ///< For `ref`.
    const Facts& facts;
    Clauses& clauses;
};

/// One clause, one case (`judge` of rule.h).
Finding judge(const Rule& rule, const Case& with, const std::string& division_code,
              std::optional<Date> date);

/// `all` is False when a part is, else Unknown when a part is, else True; `any` the other way
/// round; `not` keeps Unknown; `ref` is the condition of another rule, not its dates or regions.
/// Leaves met on the way are appended to `trace` when it is given.
Judgement judge_condition(const Condition& condition, const Case& with,
                          std::vector<ConditionTrace>* trace);

/// Whole fen, or nothing when a fact is missing (its name goes to `missing`), a table has no such
/// row, or a figure is negative or beyond 10^12. Each node that divides rounds half up, once.
std::optional<Money> amount_of(const Amount& amount, const Case& with,
                               std::vector<std::string>& missing);

/// `amount` by the weights: every payer but the first gets the floor of its part, the first the
/// rest, so that the shares add up to the amount exactly.
std::vector<Share> shares_of(Money amount, const std::vector<std::pair<std::string, int>>& weights);

/// The bounds that hold for the case; no bounds when a fact is missing or no row matches.
LimitCheck check_limit(const LimitTable& limit, const Facts& facts,
                       std::vector<std::string>& missing);

/// A fact or wanted value as text: `true`, `C`, `92.5`.
std::string text_of(const FactValue& value);

}  // namespace longju::subsidy
