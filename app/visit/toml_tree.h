// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <string>

#include <nlohmann/json.hpp>

#include "core/result.h"

namespace longju::visit {

/// TOML text as a JSON tree (dates become ISO texts) with the line of every field by its dotted
/// path: `house.plan.rooms[2].width_mm`.
struct TomlTree {
    nlohmann::json tree;
    std::map<std::string, int> lines;

    /// The line of the field, or of the nearest table around it; 0 when it is nowhere.
    int line_of(std::string field) const;
};

/// Bad input with the line for text that is not TOML; `file` is only used in messages.
Result<TomlTree> parse_toml(const std::string& text, const std::string& file);

/// A JSON object as TOML that reads back equal: plain fields first, then tables. `comments` are
/// put before the table of that path, without the leading `# `.
std::string toml_text(const nlohmann::json& tree,
                      const std::map<std::string, std::string>& comments = {});

}  // namespace longju::visit
