// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>
#include "core/assert.h"
#include "subsidy/evaluate.h"
#include "subsidy/rule.h"

namespace longju::subsidy {

namespace {

/// Length of the longest prefix of `code` in `prefixes`; 0 when none is one.
std::size_t longest_prefix(const std::vector<std::string>& prefixes, const std::string& code) {
    std::size_t longest = 0;
    for (const std::string& prefix : prefixes) {
        if (code.starts_with(prefix)) longest = std::max(longest, prefix.size());
    }
    return longest;
}

Truth in_region(const Rule& rule, const std::string& division_code) {
    if (division_code.empty()) return Truth::Unknown;
    const std::size_t included = longest_prefix(rule.regions, division_code);
    const std::size_t excluded = longest_prefix(rule.excluded_regions, division_code);
    return included > excluded ? Truth::True : Truth::False;
}

Truth in_date(const Rule& rule, std::optional<Date> date) {
    if (!rule.effective_from && !rule.effective_to) return Truth::True;
    if (!date) return Truth::Unknown;
    const bool early = rule.effective_from && *date < *rule.effective_from;
    const bool late = rule.effective_to && *date > *rule.effective_to;
    return early || late ? Truth::False : Truth::True;
}

bool is_history(RuleStatus status) {
    switch (status) {
        case RuleStatus::ReferenceExpired:
        case RuleStatus::Superseded:
        case RuleStatus::Withdrawn:
            return true;
        case RuleStatus::VerifiedText:
        case RuleStatus::VerifiedSecondary:
        case RuleStatus::KnownMemory:
        case RuleStatus::SamplePendingCounty:
            return false;
    }
    return true;
}

Box box_of(const Rule& rule, const Finding& finding, std::optional<Date> date) {
    switch (finding.state) {
        case State::NotEligible:
        case State::NotInRegion:
            return Box::NotMet;
        case State::OutOfDate: {
            const bool yet_to_come = rule.effective_from && date && *date < *rule.effective_from;
            return yet_to_come ? Box::NotMet : Box::Historical;
        }
        case State::Eligible:
        case State::NeedMoreInfo:
            break;
    }
    if (is_history(rule.status)) return Box::Historical;
    const bool grants_nothing = finding.amount == Money{};
    if (rule.kind == "statement" && grants_nothing) return Box::NotMet;
    const bool certain =
        finding.state == State::Eligible && finding.amount.has_value() && can_be_counted(rule);
    return certain ? Box::Verified : Box::PendingCounty;
}

std::string document_of(const Rule& rule) {
    std::string text = rule.doc_title;
    text += rule.doc_no.empty() ? "（文号待核）" : " " + rule.doc_no;
    if (rule.effective_from) {
        text += fmt::format("，{}年", static_cast<int>(rule.effective_from->year()));
    }
    return text;
}

/// Region, date and condition in one three-valued answer: False beats Unknown, so that a missing
/// date never hides a clear no.
State state_of(Truth region, Truth dates, Truth condition) {
    if (region == Truth::False) return State::NotInRegion;
    if (dates == Truth::False) return State::OutOfDate;
    if (condition == Truth::False) return State::NotEligible;
    const bool all_true = region == Truth::True && dates == Truth::True && condition == Truth::True;
    return all_true ? State::Eligible : State::NeedMoreInfo;
}

void judge_limit(const LimitTable& table, const Facts& facts, Finding& finding) {
    std::vector<std::string> missing;
    finding.limit = check_limit(table, facts, missing);
    if (finding.limit->truth == Truth::Unknown) {
        finding.state = State::NeedMoreInfo;
        finding.missing = std::move(missing);
    }
    if (finding.limit->truth == Truth::False && table.blocks) finding.state = State::NotEligible;
}

}  // namespace

bool can_be_counted(const Rule& rule) {
    const bool read =
        rule.status == RuleStatus::VerifiedText || rule.status == RuleStatus::VerifiedSecondary;
    return read && rule.confirmation == Confirmation::Confirmed;
}

std::vector<const Rule*> in_force(const std::vector<Rule>& rules, std::string_view division_code,
                                  std::optional<Date> date) {
    const auto holds = [&](const Rule& rule) {
        return in_region(rule, std::string(division_code)) == Truth::True &&
               in_date(rule, date) == Truth::True;
    };
    std::vector<const Rule*> left;
    for (const Rule& rule : rules) {
        const bool superseded = std::ranges::any_of(rules, [&](const Rule& other) {
            const auto& ids = other.supersedes;
            return std::ranges::find(ids, rule.id) != ids.end() && holds(other);
        });
        if (!superseded) left.push_back(&rule);
    }
    return left;
}

const Clause* Clauses::of(const Rule& rule) {
    const auto [place, is_new] = read_.try_emplace(&rule);
    if (is_new) {
        if (auto clause = parse_clause(rule.body)) place->second = *std::move(clause);
    }
    return place->second ? &*place->second : nullptr;
}

Finding judge(const Rule& rule, const std::vector<Rule>& rules, const Facts& facts,
              const std::string& division_code, std::optional<Date> date) {
    Clauses clauses;
    return judge(rule, Case{.rules = rules, .facts = facts, .clauses = clauses}, division_code,
                 date);
}

Finding judge(const Rule& rule, const Case& with, const std::string& division_code,
              std::optional<Date> date) {
    Finding finding{.rule_id = rule.id,
                    .title_zh = rule.title_zh,
                    .plain_zh = rule.plain_zh.empty() ? rule.title_zh : rule.plain_zh,
                    .status = rule.status,
                    .yearly = rule.kind == "operating_grant",
                    .evidence = rule.evidence,
                    .document = document_of(rule)};
    const auto type = with.facts.find("measure.type");
    if (type != with.facts.end()) finding.measure_type = text_of(type->second);

    const Clause* const clause = with.clauses.of(rule);
    LONGJU_ASSERT(clause != nullptr, "the body of a rule was checked when it was read");
    Judgement condition{Truth::True, {}};
    if (clause->condition) {
        condition = judge_condition(*clause->condition, with, &finding.conditions);
    }
    const Truth region = in_region(rule, division_code);
    const Truth dates = in_date(rule, date);
    finding.state = state_of(region, dates, condition.truth);

    if (finding.state == State::NeedMoreInfo) {
        finding.missing = std::move(condition.missing);
        if (region == Truth::Unknown) finding.missing.push_back("place.division_code");
        if (dates == Truth::Unknown) finding.missing.push_back(rule.date_basis);
    } else if (finding.state != State::Eligible) {
        finding.amount = Money{};
    } else if (clause->limit) {
        judge_limit(*clause->limit, with.facts, finding);
    } else if (clause->amount) {
        finding.amount = amount_of(*clause->amount, with, finding.missing);
    }
    if (finding.state == State::NotEligible) finding.amount = Money{};
    if (finding.amount) finding.shares = shares_of(*finding.amount, rule.shares);
    finding.box = box_of(rule, finding, date);
    return finding;
}

}  // namespace longju::subsidy
