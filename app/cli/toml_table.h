// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "core/result.h"

namespace longju::cli {

/// Reads one TOML table key by key. The first refusal is kept in the error that all tables of a
/// document share, and names file, line and field where the value was written; reading goes on
/// with fallbacks, so the caller asks for the error once, at the end. `finish` refuses every key
/// that was not asked for: a misspelt one must not be lost.
///
/// Source positions come from the nodes themselves, so values that were moved in from another file
/// are reported with that file.
class TomlTable {
public:
    /// `name` is the path of the table, empty for the document; `file` is named when a node does
    /// not know its own. All three references must outlive the table.
    TomlTable(const toml::table& table, std::string name, const std::string& file,
              std::optional<Error>& error)
        : table_(table), name_(std::move(name)), file_(file), error_(error) {}

    bool has(std::string_view key) const { return table_.contains(key); }

    double number(const char* key, double fallback, double low, double high);
    double required(const char* key, double low, double high);
    /// Nothing when the key is absent.
    std::optional<double> maybe(const char* key, double low, double high);
    int whole(const char* key, int fallback, int low, int high);
    bool flag(const char* key, bool fallback);
    std::string text(const char* key, const std::string& fallback);
    /// A list of hours of the day, 0 to 23, as 24 flags.
    std::array<bool, 24> hours(const char* key);
    /// A list of rows of `n` numbers, each within its range; `shape` says what a row is.
    template <std::size_t n>
    std::vector<std::array<double, n>> rows(const char* key, const char* shape,
                                            const std::array<std::pair<double, double>, n>& ranges);

    /// The meaning of one of the words.
    template <class T, std::size_t n>
    T word(const char* key, T fallback, const std::array<std::pair<const char*, T>, n>& words);
    /// One number for all, or a list of exactly `n`.
    template <std::size_t n>
    std::array<double, n> series(const char* key, double fallback, double low, double high);

    /// The table under `key`; an empty one when there is none.
    TomlTable section(const char* key);
    /// Calls `use` for each table of `[[key]]`.
    void each(const char* key, const std::function<void(TomlTable)>& use);

    void finish();

    /// Refuses what stands under `key`, or the table itself when nothing does.
    void refuse(std::string_view key, std::string what);

private:
    const toml::node* take(const char* key);
    void refuse_at(const toml::node& node, std::string_view key, std::string what);
    double item(const toml::node& node, const char* key, double low, double high);
    const toml::array* list(const char* key);

    const toml::table& table_;
    std::string name_;
    const std::string& file_;
    std::optional<Error>& error_;
    std::set<std::string> asked_;
};

template <std::size_t n>
std::vector<std::array<double, n>> TomlTable::rows(
    const char* key, const char* shape, const std::array<std::pair<double, double>, n>& ranges) {
    std::vector<std::array<double, n>> result;
    const toml::array* found = list(key);
    if (found == nullptr) return result;
    for (const toml::node& row : *found) {
        const toml::array* cells = row.as_array();
        if (cells == nullptr || cells->size() != n) {
            refuse_at(row, key, fmt::format("needs {}", shape));
            return result;
        }
        std::array<double, n>& values = result.emplace_back();
        for (std::size_t i = 0; i < n; ++i) {
            values.at(i) = item((*cells)[i], key, ranges.at(i).first, ranges.at(i).second);
        }
    }
    return result;
}

template <class T, std::size_t n>
T TomlTable::word(const char* key, T fallback,
                  const std::array<std::pair<const char*, T>, n>& words) {
    const toml::node* node = take(key);
    if (node == nullptr) return fallback;
    const auto value = node->value<std::string>();
    std::string known;
    for (const auto& [name, meaning] : words) {
        if (value && *value == name) return meaning;
        known += known.empty() ? name : std::string(", ") + name;
    }
    return refuse_at(*node, key, "must be one of " + known), fallback;
}

template <std::size_t n>
std::array<double, n> TomlTable::series(const char* key, double fallback, double low, double high) {
    std::array<double, n> values{};
    const toml::node* node = take(key);
    if (node == nullptr || !node->is_array()) {
        values.fill(number(key, fallback, low, high));
        return values;
    }
    const toml::array& found = *node->as_array();
    if (found.size() != n) {
        values.fill(fallback);
        return refuse_at(*node, key, fmt::format("must be one number or {} numbers", n)), values;
    }
    for (std::size_t i = 0; i < n; ++i) values.at(i) = item(found[i], key, low, high);
    return values;
}

}  // namespace longju::cli
