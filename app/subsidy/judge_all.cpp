// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "subsidy/evaluate.h"
#include "subsidy/rule.h"
#include "subsidy/stacking.h"

namespace longju::subsidy {

namespace {

/// A finding with what stacking needs of its rule and item.
struct Judged {
    const Rule* rule = nullptr;
    std::optional<std::size_t> item;
    Finding finding;
};

Facts facts_of(const Facts& facts, const Item& item) {
    Facts all = item.facts;
    all.insert(facts.begin(), facts.end());
    all.insert_or_assign("measure.type", item.type);
    return all;
}

/// What says nothing to this household: an example of another region, a limit that is kept.
bool is_silent(const Finding& finding) {
    if (finding.limit && finding.limit->truth == Truth::True) return true;
    return finding.state == State::NotInRegion && finding.status == RuleStatus::SamplePendingCounty;
}

std::vector<Judged> judge_each(const std::vector<Rule>& rules, const Facts& facts,
                               const std::vector<Item>& items, const std::string& division_code,
                               std::optional<Date> date) {
    std::vector<Facts> item_facts;
    for (const Item& item : items) item_facts.push_back(facts_of(facts, item));

    Clauses clauses;
    std::vector<Judged> judged;
    const auto add = [&](const Rule& rule, std::optional<std::size_t> item, const Facts& of_case) {
        Finding finding = judge(rule, {rules, of_case, clauses}, division_code, date);
        if (!is_silent(finding)) judged.push_back({&rule, item, std::move(finding)});
    };
    for (const Rule* const each : in_force(rules, division_code, date)) {
        const Rule& rule = *each;
        if (rule.measures.empty()) add(rule, std::nullopt, facts);
        for (std::size_t i = 0; i < items.size(); ++i) {
            const bool meant =
                std::ranges::find(rule.measures, items[i].type) != rule.measures.end();
            if (meant) add(rule, i, item_facts[i]);
        }
    }
    return judged;
}

bool can_stack(const Judged& judged, Box box) {
    const Finding& finding = judged.finding;
    return finding.box == box && finding.state == State::Eligible && finding.amount &&
           *finding.amount > Money{} && judged.rule->stack_policy != "gate";
}

Candidate candidate_of(const Judged& judged) {
    const Rule& rule = *judged.rule;
    return {.rule_id = rule.id,
            .level = rule.level,
            .group = rule.stack_group,
            .policy = rule.stack_policy,
            .excludes_groups = rule.excludes_groups,
            .amount = *judged.finding.amount,
            .item = judged.item,
            .capital = !judged.finding.yearly};
}

/// Stacks the findings of one box; `costs` shrink by what is kept.
void stack_box(std::vector<Judged>& judged, Box box, std::vector<CostItem>& costs) {
    std::vector<Judged*> members;
    std::vector<Candidate> candidates;
    for (Judged& one : judged) {
        if (!can_stack(one, box) || !one.finding.excluded_by.empty()) continue;
        members.push_back(&one);
        candidates.push_back(candidate_of(one));
    }
    const std::vector<Decision> decisions = stack(candidates, costs);
    for (std::size_t i = 0; i < members.size(); ++i) {
        Finding& finding = members[i]->finding;
        finding.excluded_by = decisions[i].excluded_by;
        if (!decisions[i].kept || finding.yearly) continue;
        finding.amount = decisions[i].amount;
        finding.shares = shares_of(decisions[i].amount, members[i]->rule->shares);
        if (!members[i]->item) continue;
        for (std::size_t c = 0; c < costs.size(); ++c) {
            const bool hit = c == *members[i]->item || costs[c].whole;
            if (hit && costs[c].cost) *costs[c].cost -= decisions[i].amount;
        }
    }
}

/// Unconfirmed money never displaces confirmed money; where both may not be drawn and the
/// unconfirmed grant is no larger, it has lost whatever the county says.
void exclude_by_verified(std::vector<Judged>& judged) {
    for (Judged& open : judged) {
        if (!can_stack(open, Box::PendingCounty)) continue;
        for (const Judged& sure : judged) {
            const bool beats = can_stack(sure, Box::Verified) && sure.finding.excluded_by.empty() &&
                               *sure.finding.amount >= *open.finding.amount &&
                               in_conflict(candidate_of(sure), candidate_of(open));
            if (beats) open.finding.excluded_by = sure.finding.rule_id;
        }
    }
}

std::vector<CostItem> costs_of(const std::vector<Item>& items) {
    std::vector<CostItem> costs;
    for (const Item& item : items) {
        CostItem cost{.cost = std::nullopt, .whole = item.whole};
        const auto fact = item.facts.find("measure.cost_fen");
        if (fact != item.facts.end()) {
            if (const auto* fen = std::get_if<double>(&fact->second)) {
                cost.cost = Money::fen(1).multiply_rounded(std::max(0.0, *fen));
            }
        }
        costs.push_back(cost);
    }
    return costs;
}

/// Whether the clause says the same of two measures and names no sum for either.
bool same_verdict(const Finding& a, const Finding& b) {
    const bool no_sum =
        a.amount.value_or(Money{}) == Money{} && b.amount.value_or(Money{}) == Money{};
    return a.rule_id == b.rule_id && a.state == b.state && a.box == b.box && no_sum &&
           a.missing == b.missing && a.excluded_by == b.excluded_by;
}

/// One finding where the clause says the same of several measures; `findings` are in order.
std::vector<Finding> merged(std::vector<Finding> findings) {
    std::vector<Finding> result;
    for (Finding& finding : findings) {
        if (!result.empty() && same_verdict(result.back(), finding)) {
            result.back().measure_type += "," + finding.measure_type;
        } else {
            result.push_back(std::move(finding));
        }
    }
    return result;
}

int order_of(State state) {
    switch (state) {
        case State::Eligible:
            return 0;
        case State::NeedMoreInfo:
            return 1;
        case State::NotEligible:
            return 2;
        case State::OutOfDate:
            return 3;
        case State::NotInRegion:
            return 4;
    }
    return 5;
}

}  // namespace

SubsidyResult judge_all(const std::vector<Rule>& rules, const Facts& facts,
                        const std::vector<Item>& items, const std::string& division_code,
                        std::optional<Date> date) {
    std::vector<Judged> judged = judge_each(rules, facts, items, division_code, date);
    std::vector<CostItem> costs = costs_of(items);
    stack_box(judged, Box::Verified, costs);
    exclude_by_verified(judged);
    stack_box(judged, Box::PendingCounty, costs);

    SubsidyResult result;
    std::set<std::string> pending;
    for (Judged& one : judged) {
        const Finding& finding = one.finding;
        const bool counts = finding.excluded_by.empty();
        if (finding.box == Box::Verified && counts && !finding.yearly) {
            result.verified += finding.amount.value_or(Money{});
        }
        if (finding.box == Box::PendingCounty && counts) pending.insert(finding.rule_id);
        result.findings.push_back(std::move(one.finding));
    }
    result.pending = static_cast<int>(pending.size());
    std::ranges::stable_sort(result.findings, {}, [](const Finding& f) {
        return std::tuple(order_of(f.state), f.box, !f.excluded_by.empty(),
                          -f.amount.value_or(Money{}), f.rule_id, f.measure_type);
    });
    result.findings = merged(std::move(result.findings));
    return result;
}

}  // namespace longju::subsidy
