// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "subsidy/finding.h"

namespace longju::subsidy {

/// Whether the office that decides has said yes to what the clause leaves open.
enum class Confirmation { Pending, Confirmed, Closed };

/// 政策条款 as data. Immutable once shipped: a new version is a new row. The condition tree, the
/// amount formula and the limit table stay in their JSON form (`body`), which `judge()` evaluates.
struct Rule {
    std::string id;
    int version = 1;
    /// Ids of the clauses it takes the place of, where and when it holds: a county's own document
    /// in place of the general clause that waits for it.
    std::vector<std::string> supersedes;
    std::string title_zh;
    std::string plain_zh;
    std::string kind;  ///< eligibility, capital_grant, operating_grant, limit, statement.
    RuleStatus status = RuleStatus::SamplePendingCounty;
    std::string level;  ///< central, province, prefecture, county.
    std::string doc_title;
    std::string doc_no;  ///< Empty prints 文号待核.
    std::string source_grade;
    std::optional<Date> effective_from;
    std::optional<Date> effective_to;
    std::string date_basis;
    std::vector<std::string> regions;  ///< Code prefixes.
    std::vector<std::string> excluded_regions;
    std::vector<std::string> measures;
    std::vector<std::string> evidence;
    std::string stack_group;
    std::string stack_policy;  ///< gate, one_of_group, per_item, sum_capped_by_cost.
    Confirmation confirmation = Confirmation::Pending;
    std::string confirmed_by;  ///< Level that decides: county, province; empty when nobody has to.
    std::vector<std::string> excludes_groups;
    std::vector<std::pair<std::string, int>> shares;
    std::string body;  ///< JSON object with `condition`, `amount`, `limit`; checked when parsed.
};

/// Only money of a clause that was read in its text or in a report of it, and that the deciding
/// office has confirmed, may be counted on; everything else waits or is history.
bool can_be_counted(const Rule& rule);

/// Reads the rules of one JSON document (schema `hlj-rules/1`); refuses unknown operators and
/// facts, bad dates, amounts that are not whole fen and ids that are there twice, naming rule and
/// field.
Result<std::vector<Rule>> parse_rules(const std::string& json, const std::string& file);

/// Refuses ids that are there twice, and a `ref` to a rule that is not there or that leads back to
/// itself; for all documents together, since a county's rule may refer to one of the province.
Result<void> check_refs(const std::vector<Rule>& rules);

/// Those that are not superseded in that place on that day, in the same order. Without a day a
/// clause with dates takes no other's place.
std::vector<const Rule*> in_force(const std::vector<Rule>& rules, std::string_view division_code,
                                  std::optional<Date> date);

/// One clause, one case. `rules` resolves `ref`.
Finding judge(const Rule& rule, const std::vector<Rule>& rules, const Facts& facts,
              const std::string& division_code, std::optional<Date> date);

/// One measure of a scheme as the rules see it.
struct Item {
    std::string type;  ///< `measure.type`; facts of the item override those of the case.
    Facts facts;       ///< `measure.cost_fen`, `measure.insulated_area_m2`, …
    /// The works as a whole (dilapidated_rebuild): its cost holds that of every other item.
    bool whole = false;
};

/// Every clause against a case with several measures, then stacking: within `one_of_group` the
/// largest is kept, excluded groups are tried both ways, no item is paid above its cost. Losing
/// candidates stay in the list with `excluded_by`.
SubsidyResult judge_all(const std::vector<Rule>& rules, const Facts& facts,
                        const std::vector<Item>& items, const std::string& division_code,
                        std::optional<Date> date);

}  // namespace longju::subsidy
