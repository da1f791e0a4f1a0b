// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "catch2/catch_test_macros.hpp"
#include "subsidy/rule.h"

namespace longju::subsidy {

inline std::string read_text(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

inline std::filesystem::path case_folder() {
    return std::filesystem::path(LONGJU_SOURCE_DIR) / "tests" / "cases" / "rules";
}

inline std::vector<Rule> rules_of(const std::filesystem::path& file) {
    const auto rules = parse_rules(read_text(file), file.filename().string());
    INFO((rules ? std::string() : rules.error().sentence()));
    REQUIRE(rules.has_value());
    REQUIRE(check_refs(*rules).has_value());
    return *rules;
}

inline std::vector<Rule> case_rules() { return rules_of(case_folder() / "rules.json"); }

inline const Rule& rule_named(const std::vector<Rule>& rules, const std::string& id) {
    const auto found = std::ranges::find(rules, id, &Rule::id);
    REQUIRE(found != rules.end());
    return *found;
}

/// A JSON object of facts; null stands for unknown and is left out.
inline Facts facts_from(const nlohmann::json& object) {
    Facts facts;
    for (const auto& [name, value] : object.items()) {
        if (value.is_boolean()) facts[name] = value.get<bool>();
        if (value.is_number()) facts[name] = value.get<double>();
        if (value.is_string()) facts[name] = value.get<std::string>();
    }
    return facts;
}

}  // namespace longju::subsidy
