// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

/// The rule format once more, slow and plain: straight on the JSON text, with its own three values
/// and long arithmetic. What it says of a rule and a case must be what `judge()` says. It shares no
/// code with app/subsidy.
namespace longju::subsidy::second {

using nlohmann::json;

/// 'T', 'F' or 'U'.
using Answer = char;

inline Answer leaf(const json& node, const json& facts) {
    const std::string attr = node["attr"];
    const std::string op = node["op"];
    const bool known = facts.contains(attr) && !facts[attr].is_null();
    if (op == "exists") return known == node.value("value", true) ? 'T' : 'F';
    if (!known) return 'U';
    const json& fact = facts[attr];
    const json& wanted = node["value"];
    const auto yes = [](bool b) { return b ? 'T' : 'F'; };
    if (op == "eq") return yes(fact == wanted);
    if (op == "ne") return yes(fact != wanted);
    if (op == "in") return yes(std::find(wanted.begin(), wanted.end(), fact) != wanted.end());
    const double value = fact;
    if (op == "between") return yes(wanted[0] <= value && value <= wanted[1]);
    const double bound = wanted;
    if (op == "gt") return yes(value > bound);
    if (op == "ge") return yes(value >= bound);
    if (op == "lt") return yes(value < bound);
    return yes(value <= bound);
}

inline Answer holds(const json& node, const json& facts) {
    if (node.contains("not")) {
        const Answer inner = holds(node["not"], facts);
        if (inner == 'U') return 'U';
        return inner == 'T' ? 'F' : 'T';
    }
    for (const auto& [key, decisive] : {std::pair{"all", 'F'}, std::pair{"any", 'T'}}) {
        if (!node.contains(key)) continue;
        bool open = false;
        for (const json& part : node[key]) {
            const Answer answer = holds(part, facts);
            if (answer == decisive) return decisive;
            if (answer == 'U') open = true;
        }
        if (open) return 'U';
        return decisive == 'F' ? 'T' : 'F';
    }
    return leaf(node, facts);
}

/// A number that may be unknown, in whatever unit its node has.
inline std::optional<long double> number(const json& node, const json& facts) {
    if (node.is_number()) return node.get<double>();
    if (node["op"] != "attr") return std::nullopt;
    const std::string attr = node["attr"];
    if (!facts.contains(attr) || facts[attr].is_null()) return std::nullopt;
    return facts[attr].get<double>();
}

inline long double half_up(long double value) { return std::floor(value + 0.5L); }

/// Fen; nothing when a fact is missing.
inline std::optional<long double> amount(const json& node, const json& facts) {
    if (node.is_number()) return node.get<double>();
    const std::string op = node["op"];
    if (op == "const") return node["fen"].get<double>();
    if (op == "attr") return number(node, facts);
    if (op == "min" || op == "max" || op == "sum") {
        std::optional<long double> result;
        for (const json& part : node["args"]) {
            const auto value = amount(part, facts);
            if (!value) return std::nullopt;
            if (!result) {
                result = value;
            } else if (op == "min") {
                result = std::min(*result, *value);
            } else if (op == "max") {
                result = std::max(*result, *value);
            } else {
                result = *result + *value;
            }
        }
        return result;
    }
    if (op == "pct") {
        const auto of = amount(node["of"], facts);
        if (!of) return std::nullopt;
        return half_up(*of * node["bp"].get<double>() / 10000.0L);
    }
    if (op == "per_m2") {
        const auto area = number(node["area"], facts);
        if (!area) return std::nullopt;
        return half_up(half_up(*area * 100.0L) * node["fen"].get<double>() / 100.0L);
    }
    if (op == "per_w") {
        const auto watts = number(node["w"], facts);
        if (!watts) return std::nullopt;
        return half_up(half_up(*watts) * node["fen_per_kw"].get<double>() / 1000.0L);
    }
    if (op == "if") {
        const Answer answer = holds(node["cond"], facts);
        if (answer == 'U') return std::nullopt;
        return amount(answer == 'T' ? node["then"] : node["else"], facts);
    }
    return std::nullopt;
}

struct Verdict {
    std::string state;
    std::optional<long long> fen;
};

inline Verdict judge(const json& rule, const json& facts, const std::string& region,
                     const std::string& date) {
    std::size_t in = 0, out = 0;
    for (const std::string code : rule["region"]["include"]) {
        if (region.substr(0, code.size()) == code) in = std::max(in, code.size());
    }
    for (const std::string code : rule["region"]["exclude"]) {
        if (region.substr(0, code.size()) == code) out = std::max(out, code.size());
    }
    if (in <= out) return {"not_in_region", 0};
    // ISO dates are in the order of their letters.
    if (date < rule["effective_from"].get<std::string>()) return {"out_of_date", 0};
    if (date > rule["effective_to"].get<std::string>()) return {"out_of_date", 0};
    const Answer answer = holds(rule["condition"], facts);
    if (answer == 'F') return {"not_eligible", 0};
    if (answer == 'U') return {"need_more_info", std::nullopt};
    const auto money = amount(rule["amount"], facts);
    if (!money) return {"eligible", std::nullopt};
    return {"eligible", static_cast<long long>(*money)};
}

}  // namespace longju::subsidy::second
