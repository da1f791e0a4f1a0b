// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/answered_case.h"
#include "cli/verbs.h"
#include "core/strings.h"
#include "storage/platform.h"
#include "subsidy/attributes.h"
#include "subsidy/rule_case.h"
#include "subsidy/string_keys.h"

namespace longju::cli {

namespace {

using subsidy::Rule;

constexpr std::uint64_t most_bytes = 16U << 20U;

/// The rules of the files, or those of the reference when none is named.
Result<std::vector<Rule>> rules_of(const RulesOptions& options) {
    if (options.files.empty()) {
        const auto reference = open_reference(options.reference);
        if (!reference) return std::unexpected(reference.error());
        return (*reference)->rules;
    }
    std::vector<Rule> rules;
    for (const std::string& file : options.files) {
        const auto text = storage::read_whole_file(storage::path_from_utf8(file), most_bytes);
        if (!text) return std::unexpected(text.error());
        auto some = subsidy::parse_rules(*text, file);
        if (!some) return std::unexpected(some.error());
        std::ranges::move(*some, std::back_inserter(rules));
    }
    if (const auto refs = subsidy::check_refs(rules); !refs) return std::unexpected(refs.error());
    return rules;
}

std::string until(const Rule& rule) {
    return rule.effective_to ? iso(*rule.effective_to) : std::string("no end");
}

std::string list_of(const std::vector<Rule>& rules) {
    std::string out;
    for (const Rule& rule : rules) {
        out += fmt::format("{:<24} {:<16} {:<10} {:<22} until {}  {}\n", rule.id, rule.kind,
                           rule.level, name(rule.status), until(rule), rule.title_zh);
    }
    return out;
}

const char* truth_word(subsidy::Truth truth) {
    switch (truth) {
        case subsidy::Truth::True:
            return "是";
        case subsidy::Truth::False:
            return "否";
        case subsidy::Truth::Unknown:
            break;
    }
    return "不知道";
}

const char* box_word(subsidy::Box box) {
    switch (box) {
        case subsidy::Box::Verified:
            return "已核实";
        case subsidy::Box::PendingCounty:
            return "待县级确认";
        case subsidy::Box::Historical:
            return "历史参考";
        case subsidy::Box::NotMet:
            break;
    }
    return "不符合";
}

/// The farmer's answer to one clause, and every step to it.
std::string explained(const subsidy::Finding& f, const Strings& words) {
    const auto word_of = [&](const std::string& key) { return std::string(words(key)); };
    std::string out =
        fmt::format("{}  [{} · {}]\n  {}\n", f.rule_id, name(f.state), box_word(f.box), f.plain_zh);
    if (!f.measure_type.empty()) out += fmt::format("  for {}\n", f.measure_type);
    for (const subsidy::ConditionTrace& c : f.conditions) {
        out += fmt::format("    {} ({} {} {}): {} → {}\n", word_of(subsidy::fact_key(c.attribute)),
                           c.attribute, c.op, c.wanted, c.actual.empty() ? "—" : c.actual,
                           truth_word(c.truth));
    }
    if (f.amount) out += fmt::format("  {:.2f} yuan\n", f.amount->in_yuan());
    if (!f.amount) out += "  金额待县级确认\n";
    for (const subsidy::Share& s : f.shares) {
        out += fmt::format("    {} {:.2f}\n", s.payer, s.amount.in_yuan());
    }
    for (const std::string& fact : f.missing) {
        out += fmt::format("  ask: {} ({})\n", word_of(subsidy::fact_key(fact)), fact);
    }
    for (const std::string& paper : f.evidence) {
        out += fmt::format("  bring: {}\n", word_of(subsidy::evidence_key(paper)));
    }
    if (!f.excluded_by.empty()) out += fmt::format("  left for {}\n", f.excluded_by);
    return out + fmt::format("  {}\n", f.document);
}

}  // namespace

Outcome rules_check_verb(const RulesOptions& options) {
    const auto rules = rules_of(options);
    if (!rules) return refused(rules.error());
    return {Outcome::Good, list_of(*rules) + fmt::format("{} rules, sound\n", rules->size()), ""};
}

Outcome rules_test_verb(const RulesOptions& options) {
    const auto rules = rules_of(options);
    if (!rules) return refused(rules.error());
    const auto text = storage::read_whole_file(storage::path_from_utf8(options.cases), most_bytes);
    if (!text) return refused(text.error());
    const auto cases = subsidy::parse_rule_cases(*text, options.cases);
    if (!cases) return refused(cases.error());
    std::string out;
    std::size_t failed = 0;
    std::vector<std::string> untested;
    for (const Rule& rule : *rules) untested.push_back(rule.id);
    for (const subsidy::RuleCase& one : *cases) {
        std::erase(untested, one.rule_id);
        const std::string why = subsidy::disagreement(one, *rules);
        if (why.empty()) continue;
        ++failed;
        out += fmt::format("{}: {}\n", one.name, why);
    }
    if (!untested.empty()) out += fmt::format("without a case: {}\n", fmt::join(untested, ", "));
    out += fmt::format("{} cases, {} failed\n", cases->size(), failed);
    return {failed == 0 ? Outcome::Good : Outcome::BadInput, std::move(out), ""};
}

Outcome rules_explain_verb(const RulesOptions& options) {
    const auto answered = answer_case(options.case_file, options.reference);
    if (!answered) return refused(answered.error());
    const Strings words = Strings::embedded_for(Language::Chinese);
    std::string out;
    for (const subsidy::Finding& finding : answered->estimate.subsidy.findings) {
        if (!options.rule.empty() && finding.rule_id != options.rule) continue;
        out += explained(finding, words) + "\n";
    }
    if (out.empty()) {
        return refused({ErrorKind::NotFound,
                        fmt::format("no rule \"{}\" was judged; `longju rules check` lists them",
                                    options.rule),
                        options.case_file, 0, ""});
    }
    const subsidy::SubsidyResult& result = answered->estimate.subsidy;
    out += fmt::format("verified 已核实 {:.2f} yuan; {} clauses wait for the county 待县级确认\n",
                       result.verified.in_yuan(), result.pending);
    return {Outcome::Good, std::move(out), ""};
}

}  // namespace longju::cli
