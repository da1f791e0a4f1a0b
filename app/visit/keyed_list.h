// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

/// Lists of a visit whose items have names: rooms, openings, choices, fuels, prices, photos. They
/// merge by name, not by position.
namespace longju::visit {

struct KeyedList {
    std::vector<std::string> order;
    std::map<std::string, nlohmann::json> items;

    const nlohmann::json* find(const std::string& key) const {
        const auto found = items.find(key);
        return found == items.end() ? nullptr : &found->second;
    }
};

/// Nothing when `list` is no list, the list at `path` has no names, or two items share one.
std::optional<KeyedList> keyed_list(std::string_view path, const nlohmann::json* list);

/// `first` as it is; what only `second` has stands behind what it stood behind there.
std::vector<std::string> woven(const std::vector<std::string>& first,
                               const std::vector<std::string>& second);

}  // namespace longju::visit
