// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/keyed_list.h"

#include <algorithm>
#include <array>

namespace longju::visit {

namespace {

using nlohmann::json;

/// The fields that name an item of the list at a path.
struct Names {
    std::string_view path;
    std::array<const char*, 2> fields;
};
constexpr std::array names_of_lists{
    Names{"inputs.house.plan.rooms", {"id", nullptr}},
    Names{"inputs.house.plan.openings", {"id", nullptr}},
    Names{"inputs.household.bought", {"fuel_id", nullptr}},
    Names{"inputs.scheme.choices", {"measure_id", nullptr}},
    Names{"alternatives.others.A.choices", {"measure_id", nullptr}},
    Names{"alternatives.others.B.choices", {"measure_id", nullptr}},
    Names{"alternatives.others.C.choices", {"measure_id", nullptr}},
    Names{"alternatives.others.D.choices", {"measure_id", nullptr}},
    Names{"inputs.prices", {"id", nullptr}},
    // One photo may show two papers.
    Names{"procedure.photos", {"paper", "sha256"}},
};

std::optional<std::string> key_of(const Names& names, const json& item) {
    std::string key;
    for (const char* field : names.fields) {
        if (field == nullptr) continue;
        const auto found = item.find(field);
        if (found == item.end() || !found->is_string()) return std::nullopt;
        if (!key.empty()) key += ':';
        key += found->get_ref<const std::string&>();
    }
    return key;
}

}  // namespace

std::optional<KeyedList> keyed_list(std::string_view path, const json* list) {
    const auto* const names = std::ranges::find(names_of_lists, path, &Names::path);
    if (names == names_of_lists.end() || list == nullptr || !list->is_array()) return std::nullopt;
    KeyedList keyed;
    for (const json& item : *list) {
        auto key = item.is_object() ? key_of(*names, item) : std::nullopt;
        if (!key || !keyed.items.emplace(*key, item).second) return std::nullopt;
        keyed.order.push_back(std::move(*key));
    }
    return keyed;
}

std::vector<std::string> woven(const std::vector<std::string>& first,
                               const std::vector<std::string>& second) {
    std::vector<std::string> all = first;
    auto after = all.begin();
    for (const std::string& key : second) {
        const auto found = std::ranges::find(all, key);
        after = (found == all.end() ? all.insert(after, key) : found) + 1;
    }
    return all;
}

}  // namespace longju::visit
