// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "subsidy/finding.h"

namespace longju::subsidy {

/// What a fact is, so that a clause cannot compare a grade with a number.
enum class AttributeKind {
    YesNo,
    Number,
    Fen,   ///< Money; whole fen.
    Text,  ///< A code such as `dibao` or `C`.
    Day,   ///< ISO date as text.
};

/// One fact that a clause may ask for.
struct Attribute {
    std::string_view name;  ///< `house.danger_grade`
    AttributeKind kind = AttributeKind::Text;
};

/// Every fact the clauses may name, sorted by name. A clause that asks for anything else is
/// refused when it is read: a misspelt fact would be unknown for ever.
std::span<const Attribute> attributes();

const Attribute* find_attribute(std::string_view name);

/// Whether `value` can be a value of that kind.
bool fits(AttributeKind kind, const FactValue& value);

/// The kind of a clause or the status as written in the rules; nothing for an unknown word.
std::optional<RuleStatus> status_from(std::string_view word);
std::string_view name(RuleStatus status);

}  // namespace longju::subsidy
