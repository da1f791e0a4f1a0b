// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "subsidy/clause.h"

namespace longju::subsidy {

/// One node of a condition tree; `path` names it in errors: `condition.all[0]`.
Result<Condition> parse_condition(const nlohmann::json& node, const std::string& path);

/// Bad input at `path` inside a clause.
std::unexpected<Error> refuse(const std::string& path, std::string what);

/// The string member `key` of an object, not empty.
Result<std::string> text_member(const nlohmann::json& node, const std::string& key,
                                const std::string& path);

/// The member `attr`, which must name a known attribute.
Result<std::string> attribute_member(const nlohmann::json& node, const std::string& key,
                                     const std::string& path);

}  // namespace longju::subsidy
