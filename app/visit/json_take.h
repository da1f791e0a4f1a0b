// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

#include <nlohmann/json.hpp>

namespace longju::visit {

/// A field of an object into `value`: a text, or a whole number that is not negative. False when it
/// is not there or something else.
template <class T>
bool take(const nlohmann::json& tree, const char* name, T& value) {
    const auto found = tree.find(name);
    if (found == tree.end()) return false;
    if constexpr (std::is_same_v<T, std::string>) {
        if (!found->is_string()) return false;
    } else if (!found->is_number_unsigned() ||
               !std::in_range<T>(found->template get<std::uint64_t>())) {
        return false;
    }
    value = found->template get<T>();
    return true;
}

}  // namespace longju::visit
