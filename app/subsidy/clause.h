// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/result.h"
#include "subsidy/finding.h"

/// The body of a rule as a tree of nodes, read from its JSON form once and then evaluated.
namespace longju::subsidy {

enum class Operator { Eq, Ne, In, Gt, Ge, Lt, Le, Between, Exists };

/// The operator as written in the rules: eq, ne, in, gt, ge, lt, le, between, exists.
std::optional<Operator> operator_from(const std::string& word);
std::string_view name(Operator op);

/// A node of the condition tree.
struct Condition {
    enum class Kind { All, Any, Not, Ref, Leaf };

    Kind kind = Kind::Leaf;
    std::vector<Condition> parts;   ///< Of all, any; one of not.
    std::string name;               ///< Attribute of a leaf, rule id of a ref.
    Operator op = Operator::Eq;     ///< Of a leaf.
    std::vector<FactValue> values;  ///< One; two of between; any number of in.
};

/// A node of the amount formula. Money nodes answer in whole fen; quantities (areas, watts, kWh)
/// stand only where a `per_` node multiplies them.
struct Amount {
    enum class Kind {
        Constant,         ///< `factor` fen.
        MoneyFact,        ///< `attribute`, in fen.
        Quantity,         ///< `attribute` or `number`.
        Min,              ///< Of `parts`.
        Max,              ///< Of `parts`.
        Sum,              ///< Of `parts`.
        Percent,          ///< `factor` basis points of the part.
        PerSquareMetre,   ///< `factor` fen times the part.
        PerWatt,          ///< `factor` fen per kW times the part, in W.
        PerKilowattHour,  ///< `factor` milli-yuan times the part: the amount of one year.
        Table,            ///< The row named by `attribute`.
        If,               ///< parts[0] when `condition` holds, else parts[1].
    };

    Kind kind = Kind::Constant;
    std::int64_t factor = 0;
    double number = 0.0;
    std::string attribute;
    std::vector<Amount> parts;
    std::map<std::string, std::int64_t> rows;  ///< Fen.
    std::vector<Condition> condition;          ///< Exactly one in an If.
};

/// Bounds of a fact that depend on another one, for a clause of kind `limit`.
struct LimitTable {
    struct Row {
        int size = 0;             ///< Holds for this value of `by` …
        bool and_above = false;   ///< … and for larger ones.
        bool per_person = false;  ///< The bounds are multiplied by `by`.
        std::optional<double> min;
        std::optional<double> max;
    };

    std::string attribute;  ///< What is bounded.
    std::string by;         ///< What picks the row: `household.size`.
    std::vector<Row> rows;
    bool blocks = false;  ///< on_violation: block; otherwise warn.
};

struct Clause {
    std::optional<Condition> condition;  ///< Nothing: it always holds.
    std::optional<Amount> amount;        ///< Nothing: the amount is not known.
    std::optional<LimitTable> limit;
};

/// Reads `Rule::body`. Refuses unknown nodes, operators and attributes, values of the wrong kind
/// and amounts that are not whole fen; `Error::field` is the path inside the body.
Result<Clause> parse_clause(const std::string& body);

}  // namespace longju::subsidy
