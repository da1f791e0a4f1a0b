// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "subsidy/parse_condition.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include "subsidy/attributes.h"

namespace longju::subsidy {

using nlohmann::json;

namespace {

constexpr std::array operators = std::to_array<std::pair<std::string_view, Operator>>({
    {"eq", Operator::Eq},
    {"ne", Operator::Ne},
    {"in", Operator::In},
    {"gt", Operator::Gt},
    {"ge", Operator::Ge},
    {"lt", Operator::Lt},
    {"le", Operator::Le},
    {"between", Operator::Between},
    {"exists", Operator::Exists},
});

Result<FactValue> fact_value(const json& node, const Attribute& attribute,
                             const std::string& path) {
    FactValue value;
    if (node.is_boolean()) {
        value = node.get<bool>();
    } else if (node.is_number()) {
        value = node.get<double>();
    } else if (node.is_string()) {
        value = node.get<std::string>();
    } else {
        return refuse(path, "must be true, false, a number or a text");
    }
    if (!fits(attribute.kind, value)) {
        return refuse(path, fmt::format("is not a value that {} can have", attribute.name));
    }
    return value;
}

Result<std::vector<FactValue>> leaf_values(const json& node, Operator op,
                                           const Attribute& attribute, const std::string& path) {
    const std::string at = path + ".value";
    if (op == Operator::Exists) {
        if (!node.contains("value")) return std::vector<FactValue>{true};
        if (!node["value"].is_boolean()) return refuse(at, "must be true or false");
        return std::vector<FactValue>{node["value"].get<bool>()};
    }
    if (!node.contains("value")) return refuse(at, "is missing");

    const bool wants_list = op == Operator::In || op == Operator::Between;
    const json list = wants_list ? node["value"] : json::array({node["value"]});
    if (!list.is_array() || list.empty()) return refuse(at, "must be a list with a value");
    if (op == Operator::Between && list.size() != 2) return refuse(at, "must be [low, high]");

    std::vector<FactValue> values;
    for (const json& entry : list) {
        auto value = fact_value(entry, attribute, at);
        if (!value) return std::unexpected(value.error());
        values.push_back(std::move(*value));
    }
    return values;
}

Result<Condition> leaf(const json& node, const std::string& path) {
    auto attribute = attribute_member(node, "attr", path);
    if (!attribute) return std::unexpected(attribute.error());
    const auto word = text_member(node, "op", path);
    if (!word) return std::unexpected(word.error());
    const auto op = operator_from(*word);
    if (!op) {
        return refuse(path + ".op", fmt::format("'{}' is none of eq, ne, in, gt, ge, lt, le, "
                                                "between, exists",
                                                *word));
    }
    const AttributeKind kind = find_attribute(*attribute)->kind;
    const bool ordered = *op == Operator::Gt || *op == Operator::Ge || *op == Operator::Lt ||
                         *op == Operator::Le || *op == Operator::Between;
    if (ordered && (kind == AttributeKind::Text || kind == AttributeKind::YesNo)) {
        return refuse(path + ".op", fmt::format("{} has no order: use eq, ne or in", *attribute));
    }
    auto values = leaf_values(node, *op, *find_attribute(*attribute), path);
    if (!values) return std::unexpected(values.error());
    return Condition{.kind = Condition::Kind::Leaf,
                     .name = std::move(*attribute),
                     .op = *op,
                     .values = std::move(*values)};
}

Result<Condition> list_of(Condition::Kind kind, const json& parts, const std::string& path) {
    if (!parts.is_array() || parts.empty()) return refuse(path, "must be a list with a condition");
    Condition condition{.kind = kind};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto part = parse_condition(parts[i], fmt::format("{}[{}]", path, i));
        if (!part) return part;
        condition.parts.push_back(std::move(*part));
    }
    return condition;
}

}  // namespace

std::unexpected<Error> refuse(const std::string& path, std::string what) {
    return fail_at("", 0, path, std::move(what));
}

Result<std::string> text_member(const json& node, const std::string& key, const std::string& path) {
    const std::string at = path.empty() ? key : path + "." + key;
    if (!node.is_object() || !node.contains(key)) return refuse(at, "is missing");
    if (!node[key].is_string() || node[key].get_ref<const std::string&>().empty()) {
        return refuse(at, "must be a text");
    }
    return node[key].get<std::string>();
}

Result<std::string> attribute_member(const json& node, const std::string& key,
                                     const std::string& path) {
    auto name = text_member(node, key, path);
    if (name && find_attribute(*name) == nullptr) {
        return refuse(path + "." + key, fmt::format("'{}' is not a fact the program knows", *name));
    }
    return name;
}

std::optional<Operator> operator_from(const std::string& word) {
    const auto found =
        std::ranges::find(operators, word, [](const auto& row) { return row.first; });
    if (found == operators.end()) return std::nullopt;
    return found->second;
}

std::string_view name(Operator op) {
    return std::ranges::find(operators, op, [](const auto& row) { return row.second; })->first;
}

Result<Condition> parse_condition(const json& node, const std::string& path) {
    if (!node.is_object()) return refuse(path, "must be an object");
    if (node.contains("all")) {
        return list_of(Condition::Kind::All, node["all"], path + ".all");
    }
    if (node.contains("any")) {
        return list_of(Condition::Kind::Any, node["any"], path + ".any");
    }
    if (node.contains("not")) {
        auto part = parse_condition(node["not"], path + ".not");
        if (!part) return part;
        Condition condition{.kind = Condition::Kind::Not};
        condition.parts.push_back(std::move(*part));
        return condition;
    }
    if (node.contains("ref")) {
        auto id = text_member(node, "ref", path);
        if (!id) return std::unexpected(id.error());
        return Condition{.kind = Condition::Kind::Ref, .name = std::move(*id)};
    }
    return leaf(node, path);
}

}  // namespace longju::subsidy
