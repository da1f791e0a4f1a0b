// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/toml_table.h"

#include <cmath>

namespace longju::cli {

double TomlTable::number(const char* key, double fallback, double low, double high) {
    const toml::node* node = take(key);
    if (node == nullptr) return fallback;
    const auto value = node->value<double>();
    if (!value) return refuse_at(*node, key, "must be a number"), fallback;
    if (!(*value >= low && *value <= high)) {
        refuse_at(*node, key, fmt::format("{} is outside {} to {}", *value, low, high));
        return fallback;
    }
    return *value;
}

double TomlTable::required(const char* key, double low, double high) {
    if (!has(key)) refuse(key, "is missing");
    return number(key, low, low, high);
}

std::optional<double> TomlTable::maybe(const char* key, double low, double high) {
    if (!has(key)) return std::nullopt;
    return number(key, low, low, high);
}

int TomlTable::whole(const char* key, int fallback, int low, int high) {
    const double value = number(key, fallback, low, high);
    if (value != std::floor(value)) return refuse(key, "must be a whole number"), fallback;
    return static_cast<int>(value);
}

bool TomlTable::flag(const char* key, bool fallback) {
    const toml::node* node = take(key);
    if (node == nullptr) return fallback;
    const auto value = node->value<bool>();
    if (!value || !node->is_boolean()) {
        return refuse_at(*node, key, "must be true or false"), fallback;
    }
    return *value;
}

std::string TomlTable::text(const char* key, const std::string& fallback) {
    const toml::node* node = take(key);
    if (node == nullptr) return fallback;
    const auto value = node->value<std::string>();
    if (!value) return refuse_at(*node, key, "must be a text"), fallback;
    return *value;
}

std::array<bool, 24> TomlTable::hours(const char* key) {
    std::array<bool, 24> flags{};
    const toml::array* found = list(key);
    if (found == nullptr) return flags;
    for (const toml::node& node : *found) {
        const auto hour = node.value<double>();
        if (!hour || !(*hour >= 0 && *hour <= 23) || *hour != std::floor(*hour)) {
            return refuse_at(node, key, "must be hours from 0 to 23"), flags;
        }
        flags.at(static_cast<std::size_t>(*hour)) = true;
    }
    return flags;
}

TomlTable TomlTable::section(const char* key) {
    static const toml::table empty;
    const toml::node* node = take(key);
    if (node != nullptr && !node->is_table()) refuse_at(*node, key, "must be a table");
    const toml::table* found = node != nullptr ? node->as_table() : nullptr;
    return {found != nullptr ? *found : empty,
            name_.empty() ? std::string(key) : fmt::format("{}.{}", name_, key), file_, error_};
}

void TomlTable::each(const char* key, const std::function<void(TomlTable)>& use) {
    const toml::array* found = list(key);
    if (found == nullptr) return;
    for (std::size_t i = 0; i < found->size(); ++i) {
        const toml::node& node = (*found)[i];
        if (!node.is_table()) {
            return refuse_at(node, key, fmt::format("must be tables; write [[{}]]", key));
        }
        use({*node.as_table(), fmt::format("{}[{}]", key, i), file_, error_});
    }
}

void TomlTable::finish() {
    for (const auto& [key, node] : table_) {
        if (!asked_.contains(std::string(key.str()))) {
            refuse_at(node, key.str(), "is not known here");
        }
    }
}

void TomlTable::refuse(std::string_view key, std::string what) {
    const toml::node* node = table_.get(key);
    refuse_at(node != nullptr ? *node : table_, key, std::move(what));
}

const toml::node* TomlTable::take(const char* key) {
    asked_.insert(key);
    return table_.get(key);
}

void TomlTable::refuse_at(const toml::node& node, std::string_view key, std::string what) {
    if (error_) return;
    const toml::source_region& source = node.source();
    const std::string field = name_.empty() ? std::string(key) : fmt::format("{}.{}", name_, key);
    error_ = fail_at(source.path ? *source.path : file_, static_cast<int>(source.begin.line), field,
                     std::move(what))
                 .error();
}

double TomlTable::item(const toml::node& node, const char* key, double low, double high) {
    const auto value = node.value<double>();
    if (value && *value >= low && *value <= high) return *value;
    return refuse_at(node, key, fmt::format("must be a number from {} to {}", low, high)), low;
}

const toml::array* TomlTable::list(const char* key) {
    const toml::node* node = take(key);
    if (node == nullptr) return nullptr;
    if (!node->is_array()) refuse_at(*node, key, "must be a list");
    return node->as_array();
}

}  // namespace longju::cli
