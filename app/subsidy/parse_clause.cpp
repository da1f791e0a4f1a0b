// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <utility>

#include <fmt/format.h>
#include "subsidy/attributes.h"
#include "subsidy/parse_condition.h"

namespace longju::subsidy {

using nlohmann::json;

namespace {

Result<Amount> parse_amount(const json& node, const std::string& path);

Result<std::int64_t> whole_member(const json& node, const std::string& key,
                                  const std::string& path) {
    const std::string at = path + "." + key;
    if (!node.contains(key)) return refuse(at, "is missing");
    if (!node[key].is_number_integer() || node[key].get<std::int64_t>() < 0) {
        return refuse(at, "must be a whole number, not negative");
    }
    return node[key].get<std::int64_t>();
}

Result<Amount> quantity(const json& node, const std::string& path) {
    if (node.is_number()) {
        return Amount{.kind = Amount::Kind::Quantity, .number = node.get<double>()};
    }
    const auto op = text_member(node, "op", path);
    if (!op) return std::unexpected(op.error());
    if (*op != "attr") return refuse(path + ".op", "only 'attr' or a number may be multiplied");
    auto attribute = attribute_member(node, "attr", path);
    if (!attribute) return std::unexpected(attribute.error());
    if (find_attribute(*attribute)->kind != AttributeKind::Number) {
        return refuse(path + ".attr", fmt::format("{} is not a quantity", *attribute));
    }
    return Amount{.kind = Amount::Kind::Quantity, .attribute = std::move(*attribute)};
}

Result<Amount> multiplied(Amount::Kind kind, const json& node, const std::string& path,
                          const std::string& factor_key, const std::string& quantity_key) {
    const auto factor = whole_member(node, factor_key, path);
    if (!factor) return std::unexpected(factor.error());
    const std::string at = path + "." + quantity_key;
    if (!node.contains(quantity_key)) return refuse(at, "is missing");
    auto part = quantity(node[quantity_key], at);
    if (!part) return part;
    Amount amount{.kind = kind, .factor = *factor};
    amount.parts.push_back(std::move(*part));
    return amount;
}

Result<Amount> combined(Amount::Kind kind, const json& node, const std::string& path) {
    const std::string at = path + ".args";
    if (!node.contains("args") || !node["args"].is_array() || node["args"].empty()) {
        return refuse(at, "must be a list with an amount");
    }
    Amount amount{.kind = kind};
    for (std::size_t i = 0; i < node["args"].size(); ++i) {
        auto part = parse_amount(node["args"][i], fmt::format("{}[{}]", at, i));
        if (!part) return part;
        amount.parts.push_back(std::move(*part));
    }
    return amount;
}

Result<Amount> percent(const json& node, const std::string& path) {
    const auto basis_points = whole_member(node, "bp", path);
    if (!basis_points) return std::unexpected(basis_points.error());
    if (!node.contains("of")) return refuse(path + ".of", "is missing");
    auto of = parse_amount(node["of"], path + ".of");
    if (!of) return of;
    Amount amount{.kind = Amount::Kind::Percent, .factor = *basis_points};
    amount.parts.push_back(std::move(*of));
    return amount;
}

Result<Amount> table(const json& node, const std::string& path) {
    auto attribute = attribute_member(node, "attr", path);
    if (!attribute) return std::unexpected(attribute.error());
    const std::string at = path + ".rows";
    if (!node.contains("rows") || !node["rows"].is_object() || node["rows"].empty()) {
        return refuse(at, "must be an object of whole fen by value");
    }
    Amount amount{.kind = Amount::Kind::Table, .attribute = std::move(*attribute)};
    for (const auto& [value, fen] : node["rows"].items()) {
        const auto row = whole_member(node["rows"], value, at);
        if (!row) return std::unexpected(row.error());
        amount.rows[value] = *row;
    }
    return amount;
}

Result<Amount> choice(const json& node, const std::string& path) {
    if (!node.contains("cond")) return refuse(path + ".cond", "is missing");
    auto condition = parse_condition(node["cond"], path + ".cond");
    if (!condition) return std::unexpected(condition.error());
    Amount amount{.kind = Amount::Kind::If};
    amount.condition.push_back(std::move(*condition));
    for (const char* const key : {"then", "else"}) {
        const std::string at = path + "." + key;
        if (!node.contains(key)) return refuse(at, "is missing");
        auto part = parse_amount(node[key], at);
        if (!part) return part;
        amount.parts.push_back(std::move(*part));
    }
    return amount;
}

Result<Amount> parse_amount(const json& node, const std::string& path) {
    if (node.is_number()) {
        if (!node.is_number_integer() || node.get<std::int64_t>() < 0) {
            return refuse(path, "must be whole fen, not negative");
        }
        return Amount{.kind = Amount::Kind::Constant, .factor = node.get<std::int64_t>()};
    }
    const auto op = text_member(node, "op", path);
    if (!op) return std::unexpected(op.error());
    using Kind = Amount::Kind;
    if (*op == "const") {
        const auto fen = whole_member(node, "fen", path);
        if (!fen) return std::unexpected(fen.error());
        return Amount{.kind = Kind::Constant, .factor = *fen};
    }
    if (*op == "attr") {
        auto attribute = attribute_member(node, "attr", path);
        if (!attribute) return std::unexpected(attribute.error());
        if (find_attribute(*attribute)->kind != AttributeKind::Fen) {
            return refuse(path + ".attr", fmt::format("{} is not money", *attribute));
        }
        return Amount{.kind = Kind::MoneyFact, .attribute = std::move(*attribute)};
    }
    if (*op == "min") return combined(Kind::Min, node, path);
    if (*op == "max") return combined(Kind::Max, node, path);
    if (*op == "sum") return combined(Kind::Sum, node, path);
    if (*op == "pct") return percent(node, path);
    if (*op == "per_m2") return multiplied(Kind::PerSquareMetre, node, path, "fen", "area");
    if (*op == "per_w") return multiplied(Kind::PerWatt, node, path, "fen_per_kw", "w");
    if (*op == "per_kwh") {
        return multiplied(Kind::PerKilowattHour, node, path, "rate_milli_yuan", "kwh");
    }
    if (*op == "table") return table(node, path);
    if (*op == "if") return choice(node, path);
    return refuse(path + ".op", fmt::format("'{}' is none of const, attr, min, max, sum, pct, "
                                            "per_m2, per_w, per_kwh, table, if",
                                            *op));
}

Result<LimitTable::Row> limit_row(const json& node, const std::string& path) {
    LimitTable::Row row;
    const bool open = node.contains("size_ge");
    const auto size = whole_member(node, open ? "size_ge" : "size", path);
    if (!size) return std::unexpected(size.error());
    row.size = static_cast<int>(*size);
    row.and_above = open;
    row.per_person = node.contains("min_per_person") || node.contains("max_per_person");
    for (const auto& [key, bound] :
         {std::pair("min", &row.min), std::pair("max", &row.max),
          std::pair("min_per_person", &row.min), std::pair("max_per_person", &row.max)}) {
        if (!node.contains(key)) continue;
        if (!node[key].is_number()) return refuse(path + "." + key, "must be a number");
        *bound = node[key].get<double>();
    }
    if (row.min && row.max && *row.min > *row.max) return refuse(path, "min is above max");
    return row;
}

Result<LimitTable> parse_limit(const json& node) {
    const std::string path = "limit";
    auto attribute = attribute_member(node, "attr", path);
    if (!attribute) return std::unexpected(attribute.error());
    auto by = attribute_member(node, "by", path);
    if (!by) return std::unexpected(by.error());
    if (!node.contains("rows") || !node["rows"].is_array() || node["rows"].empty()) {
        return refuse("limit.rows", "must be a list of rows");
    }
    LimitTable limit{.attribute = std::move(*attribute), .by = std::move(*by)};
    for (std::size_t i = 0; i < node["rows"].size(); ++i) {
        const auto row = limit_row(node["rows"][i], fmt::format("limit.rows[{}]", i));
        if (!row) return std::unexpected(row.error());
        limit.rows.push_back(*row);
    }
    const auto violation = text_member(node, "on_violation", path);
    if (!violation) return std::unexpected(violation.error());
    if (*violation != "warn" && *violation != "block") {
        return refuse("limit.on_violation", "must be warn or block");
    }
    limit.blocks = *violation == "block";
    return limit;
}

bool present(const json& body, const char* key) {
    return body.contains(key) && !body[key].is_null();
}

}  // namespace

Result<Clause> parse_clause(const std::string& body) {
    if (body.empty()) return Clause{};
    const json root = json::parse(body, nullptr, /*allow_exceptions=*/false);
    if (!root.is_object()) return refuse("body", "is not a JSON object");

    Clause clause;
    if (present(root, "condition")) {
        auto condition = parse_condition(root["condition"], "condition");
        if (!condition) return std::unexpected(condition.error());
        clause.condition = std::move(*condition);
    }
    if (present(root, "amount")) {
        auto amount = parse_amount(root["amount"], "amount");
        if (!amount) return std::unexpected(amount.error());
        clause.amount = std::move(*amount);
    }
    if (present(root, "limit")) {
        auto limit = parse_limit(root["limit"]);
        if (!limit) return std::unexpected(limit.error());
        clause.limit = std::move(*limit);
    }
    return clause;
}

}  // namespace longju::subsidy
