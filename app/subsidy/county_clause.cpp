// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "subsidy/county_clause.h"

#include <algorithm>
#include <utility>

#include "core/assert.h"
#include "core/date.h"
#include "subsidy/attributes.h"

namespace longju::subsidy {

namespace {

using ClauseJson = nlohmann::ordered_json;

constexpr int basis_points_per_cent = 100;

ClauseJson fact(const char* name) { return {{"op", "attr"}, {"attr", name}}; }

/// The power a measure is counted by.
const char* power_fact(const Rule& general) {
    const bool sun = std::ranges::any_of(
        general.measures, [](const std::string& measure) { return measure.starts_with("pv"); });
    return sun ? "measure.pv_w" : "measure.heat_w";
}

ClauseJson uncapped(const CountyClause& clause, const Rule& general) {
    const std::int64_t fen = clause.each.in_fen();
    switch (clause.basis) {
        case GrantBasis::Fixed:
            return {{"op", "const"}, {"fen", fen}};
        case GrantBasis::SquareMetre:
            return {{"op", "per_m2"}, {"fen", fen}, {"area", fact("measure.insulated_area_m2")}};
        case GrantBasis::Kilowatt:
            return {{"op", "per_w"}, {"fen_per_kw", fen}, {"w", fact(power_fact(general))}};
        case GrantBasis::ShareOfCost:
            return {{"op", "pct"},
                    {"bp", clause.per_cent * basis_points_per_cent},
                    {"of", fact("measure.cost_fen")}};
    }
    return {};
}

ClauseJson amount_of(const CountyClause& clause, const Rule& general) {
    ClauseJson amount = uncapped(clause, general);
    if (!clause.cap) return amount;
    return {{"op", "min"},
            {"args", {std::move(amount), {{"op", "const"}, {"fen", clause.cap->in_fen()}}}}};
}

const char* word_of(Confirmation confirmation) {
    switch (confirmation) {
        case Confirmation::Pending:
            return "pending";
        case Confirmation::Confirmed:
            return "confirmed";
        case Confirmation::Closed:
            return "closed";
    }
    return "";
}

ClauseJson text_or_null(const std::string& text) {
    return text.empty() ? ClauseJson() : ClauseJson(text);
}
ClauseJson day(const std::optional<Date>& date) {
    return date ? ClauseJson(iso(*date)) : ClauseJson();
}

std::string document(ClauseJson rule) {
    return ClauseJson{{"schema", "hlj-rules/1"}, {"rules", ClauseJson::array({std::move(rule)})}}
               .dump(2) +
           "\n";
}

}  // namespace

std::string id_of(const CountyClause& clause) {
    return clause.general_id + "-" + clause.division_code;
}

std::string_view open_field(const CountyClause& clause) {
    const auto from = date_from(clause.from);
    const auto to = date_from(clause.to);
    if (clause.doc_title.empty()) return "clause.doc_title";
    if (clause.doc_no.empty()) return "clause.doc_no";
    if (!from) return "clause.from";
    if (!clause.to.empty() && (!to || *to < *from)) return "clause.to";
    const bool by_share = clause.basis == GrantBasis::ShareOfCost;
    if (by_share && (clause.per_cent < 1 || clause.per_cent > 100)) return "clause.per_cent";
    if (!by_share && clause.each <= Money{}) return "clause.each";
    if (!clause.by_hand) return "clause.by_hand";
    return "";
}

ClauseJson json_of(const Rule& rule) {
    ClauseJson out{
        {"id", rule.id},
        {"version", rule.version},
        {"supersedes", rule.supersedes},
        {"kind", rule.kind},
        {"status", name(rule.status)},
        {"level", rule.level},
        {"title_zh", rule.title_zh},
        {"plain_zh", rule.plain_zh},
        {"doc_title", rule.doc_title},
        {"doc_no", text_or_null(rule.doc_no)},
        {"source_grade", rule.source_grade},
        {"effective_from", day(rule.effective_from)},
        {"effective_to", day(rule.effective_to)},
        {"date_basis", rule.date_basis},
        {"region", {{"include", rule.regions}, {"exclude", rule.excluded_regions}}},
        {"measures", rule.measures},
        {"evidence", rule.evidence},
        {"stack",
         {{"group", rule.stack_group},
          {"policy", rule.stack_policy},
          {"excludes_groups", rule.excludes_groups}}},
        {"confirm",
         {{"by", text_or_null(rule.confirmed_by)}, {"state", word_of(rule.confirmation)}}}};
    ClauseJson shares = ClauseJson::array();
    for (const auto& [payer, parts] : rule.shares) {
        shares.push_back({{"payer", payer}, {"num", parts}});
    }
    if (!shares.empty()) out["shares"] = std::move(shares);
    const ClauseJson body = ClauseJson::parse(rule.body);
    for (const auto& [key, part] : body.items()) out[key] = part;
    return out;
}

std::string rules_document(const CountyClause& clause, const Rule& general) {
    ClauseJson rule = json_of(general);
    rule["id"] = id_of(clause);
    rule["supersedes"] = {general.id};
    rule["status"] = name(RuleStatus::VerifiedText);
    rule["level"] = "county";
    rule["title_zh"] = clause.doc_title;
    rule["plain_zh"] = clause.doc_title;
    rule["doc_title"] = clause.doc_title;
    rule["doc_no"] = clause.doc_no;
    rule["source_grade"] = "A";
    rule["effective_from"] = day(date_from(clause.from));
    rule["effective_to"] = day(date_from(clause.to));
    rule["region"] = {{"include", {clause.division_code}}, {"exclude", ClauseJson::array()}};
    rule["amount"] = amount_of(clause, general);
    rule["confirm"] = {{"by", "county"}, {"state", "confirmed"}};
    return document(std::move(rule));
}

std::string cases_document(const CountyClause& clause, const Rule& general,
                           const Example& example) {
    const std::string asks = rules_document(clause, general);
    ClauseJson facts = ClauseJson::object();
    for (const auto& [key, value] : example.facts) {
        if (asks.find('"' + key + '"') == std::string::npos) continue;
        std::visit([&, name = key](const auto& v) { facts[name] = v; }, value);
    }
    const ClauseJson one{{"name", clause.doc_no + " 手算的一户"},
                         {"rule", id_of(clause)},
                         {"region", clause.division_code},
                         {"date", day(example.date)},
                         {"facts", std::move(facts)},
                         {"state", name(State::Eligible)},
                         {"fen", clause.by_hand.value_or(Money{}).in_fen()}};
    return ClauseJson{{"cases", ClauseJson::array({one})}}.dump(2) + "\n";
}

Finding tried(const CountyClause& clause, const Rule& general, std::vector<Rule> rules,
              const Example& example) {
    auto own = parse_rules(rules_document(clause, general), id_of(clause));
    LONGJU_ASSERT(own.has_value(), "what the fields say is a sound clause");
    rules.push_back(std::move(own->front()));
    return judge(rules.back(), rules, example.facts, clause.division_code, example.date);
}

}  // namespace longju::subsidy
