// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

/// Where the words for codes of the clauses stand in assets/strings: what a screen or a sheet asks
/// `Strings` for.
namespace longju::subsidy {

/// Of a paper that a clause asks for: `evidence.hukou` → 户口簿复印件.
inline std::string evidence_key(std::string_view code) { return "evidence." + std::string(code); }

/// Of a fact in `Finding::missing` or a condition: `fact.house.danger_grade` → 房屋鉴定等级.
inline std::string fact_key(std::string_view attribute) { return "fact." + std::string(attribute); }

/// Of a value in `ConditionTrace` that is a code: `fact_value.dibao` → 低保户. Numbers, grades and
/// dates have no key and are shown as they are.
inline std::string fact_value_key(std::string_view value) {
    return "fact_value." + std::string(value);
}

}  // namespace longju::subsidy
