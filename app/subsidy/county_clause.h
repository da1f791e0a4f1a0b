// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "subsidy/rule_case.h"

/// 县里的条款: what a county's document says, as its clerk reads it, in place of a general clause
/// that waits for it. The clerk works one household out by hand; it becomes the case that proves
/// the clause.
namespace longju::subsidy {

/// What a county counts by.
enum class GrantBasis { Fixed, SquareMetre, Kilowatt, ShareOfCost };

struct CountyClause {
    std::string general_id;     ///< The clause whose place it takes.
    std::string division_code;  ///< Of the county, 6 digits.
    std::string doc_title, doc_no;
    std::string from, to;  ///< `2026-01-01`; `to` may be empty.
    GrantBasis basis = GrantBasis::Fixed;
    Money each;        ///< In all, by m² or by kW.
    int per_cent = 0;  ///< Of the cost, for `ShareOfCost`.
    std::optional<Money> cap;
    std::optional<Money> by_hand;  ///< What one household gets, as the clerk works it out.

    bool operator==(const CountyClause&) const = default;
};

/// `HLJ-COUNTY-ENV-231221`
std::string id_of(const CountyClause& clause);

/// The field that is still missing or wrong, as a key of the words (`clause.doc_no`); empty when
/// the clause is whole.
std::string_view open_field(const CountyClause& clause);

/// One household that the clause is tried on: its facts, those of one measure among them.
struct Example {
    Facts facts;
    std::optional<Date> date;
};

/// What the clause says of it; `rules` are those that the general one may refer to.
Finding tried(const CountyClause& clause, const Rule& general, std::vector<Rule> rules,
              const Example& example);

/// The clause as a document of rules, for the measures and with the condition, papers and shares
/// of the general one; confirmed by the county, its text read.
std::string rules_document(const CountyClause& clause, const Rule& general);
/// The example as a document of cases, granting what was worked out by hand; without the name of
/// anybody, and without a fact that the clause does not ask for.
std::string cases_document(const CountyClause& clause, const Rule& general, const Example& example);

/// A rule as in the files; `parse_rules` reads the same rule back.
nlohmann::ordered_json json_of(const Rule& rule);

}  // namespace longju::subsidy
