// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include <fmt/format.h>
#include "core/text.h"
#include "subsidy/attributes.h"
#include "subsidy/clause.h"
#include "subsidy/rule.h"

namespace longju::subsidy {

using nlohmann::json;

namespace {

constexpr std::array kinds = std::to_array<std::string_view>(
    {"eligibility", "capital_grant", "operating_grant", "limit", "statement"});
constexpr std::array levels =
    std::to_array<std::string_view>({"central", "province", "prefecture", "county"});
constexpr std::array policies =
    std::to_array<std::string_view>({"gate", "one_of_group", "per_item", "sum_capped_by_cost"});
constexpr std::array date_bases =
    std::to_array<std::string_view>({"approval_date", "application_date", "purchase_date",
                                     "completion_date", "grid_connection_date"});

int line_of(const std::string& text, std::size_t position) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(position, text.size()));
    return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

/// Reads the members of one rule; the first slip is kept and everything after it is skipped.
class RuleReader {
public:
    explicit RuleReader(const json& node) : node_(node) {}

    std::string text(const std::string& key) {
        if (!node_.contains(key) || !node_[key].is_string() ||
            node_[key].get_ref<const std::string&>().empty()) {
            refuse(key, "must be a text");
            return "";
        }
        return node_[key].get<std::string>();
    }

    std::string optional_text(const std::string& key) {
        if (!node_.contains(key) || node_[key].is_null()) return "";
        return text(key);
    }

    template <std::size_t N>
    std::string word(const std::string& key, const std::array<std::string_view, N>& allowed) {
        std::string value = text(key);
        if (std::ranges::find(allowed, value) == allowed.end()) {
            refuse(key, fmt::format("'{}' is none of {}", value, fmt::join(allowed, ", ")));
        }
        return value;
    }

    /// At least 1; `usual` when it is not there.
    int whole(const std::string& key, int usual) {
        if (!node_.contains(key)) return usual;
        const bool sound = node_[key].is_number_integer() && node_[key].get<long>() >= 1 &&
                           node_[key].get<long>() <= 1000000;
        if (sound) return node_[key].get<int>();
        refuse(key, "must be a whole number from 1 on");
        return usual;
    }

    std::optional<Date> date(const std::string& key) {
        const std::string value = optional_text(key);
        if (value.empty()) return std::nullopt;
        const auto day = date_from(value);
        if (!day) refuse(key, fmt::format("'{}' is not a date: write 2026-12-31", value));
        return day;
    }

    std::vector<std::string> text_list(const std::string& key) {
        std::vector<std::string> values;
        if (!node_.contains(key) || node_[key].is_null()) return values;
        if (!node_[key].is_array()) {
            refuse(key, "must be a list of texts");
            return values;
        }
        for (const json& entry : node_[key]) {
            if (!entry.is_string()) {
                refuse(key, "must be a list of texts");
                return values;
            }
            values.push_back(entry.get<std::string>());
        }
        return values;
    }

    /// A reader of the object under `key`; of an empty object when it is not there.
    RuleReader member(const std::string& key) {
        static const json none = json::object();
        if (!node_.contains(key) || node_[key].is_null()) return RuleReader(none);
        if (!node_[key].is_object()) {
            refuse(key, "must be an object");
            return RuleReader(none);
        }
        return RuleReader(node_[key]);
    }

    void refuse(const std::string& field, std::string what) {
        if (!error_) error_ = Error{ErrorKind::BadInput, std::move(what), "", 0, field};
    }

    /// Takes over a slip of a reader of the object under `prefix`.
    void merge(const RuleReader& inner, const std::string& prefix) {
        if (inner.error_) refuse(prefix + "." + inner.error_->field, inner.error_->what);
    }

    const std::optional<Error>& error() const { return error_; }

private:
    const json& node_;
    std::optional<Error> error_;
};

void read_regions(RuleReader& reader, Rule& rule) {
    RuleReader region = reader.member("region");
    rule.regions = region.text_list("include");
    rule.excluded_regions = region.text_list("exclude");
    reader.merge(region, "region");
    if (rule.regions.empty()) reader.refuse("region.include", "names no region");
    for (const auto* list : {&rule.regions, &rule.excluded_regions}) {
        for (const std::string& code : *list) {
            const bool digits =
                std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
            const bool fits = code.size() == 2 || code.size() == 4 || code.size() == 6;
            if (!digits || !fits) {
                reader.refuse("region", fmt::format("'{}' is not 2, 4 or 6 digits", code));
            }
        }
    }
}

void read_stacking(RuleReader& reader, Rule& rule) {
    RuleReader stack = reader.member("stack");
    rule.stack_group = stack.text("group");
    rule.stack_policy = stack.word("policy", policies);
    rule.excludes_groups = stack.text_list("excludes_groups");
    reader.merge(stack, "stack");
}

void read_confirmation(RuleReader& reader, Rule& rule) {
    RuleReader confirm = reader.member("confirm");
    const std::string state =
        confirm.word("state", std::array<std::string_view, 3>{"pending", "confirmed", "closed"});
    rule.confirmed_by = confirm.optional_text("by");
    reader.merge(confirm, "confirm");
    if (state == "confirmed") rule.confirmation = Confirmation::Confirmed;
    if (state == "closed") rule.confirmation = Confirmation::Closed;
}

void read_shares(const json& node, RuleReader& reader, Rule& rule) {
    if (!node.contains("shares") || node["shares"].is_null()) return;
    if (!node["shares"].is_array()) return reader.refuse("shares", "must be a list");
    for (const json& share : node["shares"]) {
        const bool sound = share.is_object() && share.contains("payer") &&
                           share["payer"].is_string() && share.contains("num") &&
                           share["num"].is_number_integer() && share["num"].get<int>() > 0;
        if (!sound) return reader.refuse("shares", "each needs a payer and a whole num above 0");
        rule.shares.emplace_back(share["payer"].get<std::string>(), share["num"].get<int>());
    }
}

void read_body(const json& node, RuleReader& reader, Rule& rule) {
    json body = json::object();
    for (const char* const key : {"condition", "amount", "limit"}) {
        if (node.contains(key)) body[key] = node[key];
    }
    rule.body = body.dump();
    const auto clause = parse_clause(rule.body);
    if (!clause) return reader.refuse(clause.error().field, clause.error().what);
    if (rule.kind == "limit" && !clause->limit) reader.refuse("limit", "is missing");
}

Result<Rule> read_rule(const json& node) {
    if (!node.is_object()) return fail_at("", 0, "", "a rule must be an object");
    RuleReader reader(node);
    Rule rule;
    rule.id = reader.text("id");
    rule.version = reader.whole("version", 1);
    rule.supersedes = reader.text_list("supersedes");
    if (std::ranges::find(rule.supersedes, rule.id) != rule.supersedes.end()) {
        reader.refuse("supersedes", "names the clause itself");
    }
    rule.title_zh = reader.text("title_zh");
    rule.plain_zh = reader.optional_text("plain_zh");
    if (rule.plain_zh.empty()) rule.plain_zh = rule.title_zh;
    rule.kind = reader.word("kind", kinds);
    const auto status = status_from(reader.text("status"));
    if (!status) reader.refuse("status", "is not a status of the rule format");
    rule.status = status.value_or(RuleStatus::SamplePendingCounty);
    rule.level = reader.word("level", levels);
    rule.doc_title = reader.text("doc_title");
    rule.doc_no = reader.optional_text("doc_no");
    rule.source_grade =
        reader.word("source_grade", std::array<std::string_view, 5>{"A", "B", "C", "D", "S"});
    rule.effective_from = reader.date("effective_from");
    rule.effective_to = reader.date("effective_to");
    if (rule.effective_from && rule.effective_to && *rule.effective_to < *rule.effective_from) {
        reader.refuse("effective_to", "lies before effective_from");
    }
    rule.date_basis = reader.word("date_basis", date_bases);
    read_regions(reader, rule);
    rule.measures = reader.text_list("measures");
    rule.evidence = reader.text_list("evidence");
    read_stacking(reader, rule);
    read_confirmation(reader, rule);
    read_shares(node, reader, rule);
    read_body(node, reader, rule);
    if (reader.error()) return std::unexpected(*reader.error());
    return rule;
}

void collect_refs(const Condition& condition, std::vector<std::string>& refs) {
    if (condition.kind == Condition::Kind::Ref) refs.push_back(condition.name);
    for (const Condition& part : condition.parts) collect_refs(part, refs);
}

void collect_refs(const Amount& amount, std::vector<std::string>& refs) {
    for (const Condition& condition : amount.condition) collect_refs(condition, refs);
    for (const Amount& part : amount.parts) collect_refs(part, refs);
}

std::vector<std::string> refs_of(const Rule& rule) {
    std::vector<std::string> refs;
    const auto clause = parse_clause(rule.body);
    if (clause && clause->condition) collect_refs(*clause->condition, refs);
    if (clause && clause->amount) collect_refs(*clause->amount, refs);
    return refs;
}

/// Why the refs reachable from `rule` cannot be followed; empty when they can.
std::string broken_ref(const Rule& rule, const std::vector<Rule>& rules,
                       std::vector<std::string> path) {
    path.push_back(rule.id);
    for (const std::string& ref : refs_of(rule)) {
        if (std::ranges::find(path, ref) != path.end()) {
            return fmt::format("the ref to '{}' leads back to itself", ref);
        }
        const auto target = std::ranges::find(rules, ref, &Rule::id);
        if (target == rules.end()) return fmt::format("there is no rule '{}'", ref);
        const std::string what = broken_ref(*target, rules, path);
        if (!what.empty()) return what;
    }
    return "";
}

Result<json> parse_document(const std::string& text, const std::string& file) {
    try {
        json document = json::parse(text);
        if (!document.is_object() || document.value("schema", "") != "hlj-rules/1") {
            return fail_at(file, 1, "schema", "must be \"hlj-rules/1\"");
        }
        if (!document.contains("rules") || !document["rules"].is_array()) {
            return fail_at(file, 1, "rules", "must be a list of rules");
        }
        return document;
    } catch (const json::exception& error) {
        const auto* parse = dynamic_cast<const json::parse_error*>(&error);
        const int line = parse == nullptr ? 1 : line_of(text, parse->byte);
        return fail_at(file, line, "", std::string("is not JSON: ") + error.what());
    }
}

}  // namespace

Result<std::vector<Rule>> parse_rules(const std::string& text, const std::string& file) {
    if (!is_utf8(text)) return fail_at(file, 0, "", "is not UTF-8: save it as UTF-8");
    const auto document = parse_document(text, file);
    if (!document) return std::unexpected(document.error());

    const auto refuse = [&](std::size_t index, const std::string& id, const std::string& field,
                            const std::string& what) {
        const std::size_t position = id.empty() ? 0 : text.find('"' + id + '"');
        const std::string at = fmt::format("rules[{}]{}{}", index, field.empty() ? "" : ".", field);
        return fail_at(file, line_of(text, position), at,
                       id.empty() ? what : fmt::format("rule {}: {}", id, what));
    };

    std::vector<Rule> rules;
    std::set<std::string> ids;
    for (const json& node : (*document)["rules"]) {
        const bool named = node.is_object() && node.contains("id") && node["id"].is_string();
        const std::string id = named ? node["id"].get<std::string>() : "";
        auto rule = read_rule(node);
        if (!rule) return refuse(rules.size(), id, rule.error().field, rule.error().what);
        if (!ids.insert(id).second) return refuse(rules.size(), id, "id", "is there twice");
        rules.push_back(std::move(*rule));
    }
    return rules;
}

Result<void> check_refs(const std::vector<Rule>& rules) {
    std::set<std::string> ids;
    for (const Rule& rule : rules) {
        std::string what = broken_ref(rule, rules, {});
        if (!ids.insert(rule.id).second) what = "is there twice";
        if (!what.empty()) return fail_at("", 0, "", fmt::format("rule {}: {}", rule.id, what));
    }
    return {};
}

}  // namespace longju::subsidy
