// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/date.h"
#include "core/result.h"
#include "core/units.h"

/// Two archives with one face: a type lists its fields once, in `fields(archive, value)`, and is
/// written and read by it.
namespace longju::visit {

template <class E>
struct CodecWord {
    E value;
    std::string_view name;
};

/// Makes a JSON object. Fields are added even when they have their default.
class FieldWriter {
public:
    void text(const char* key, const std::string& value) { tree_[key] = value; }
    void flag(const char* key, bool value) { tree_[key] = value; }
    void integer(const char* key, int value) { tree_[key] = value; }
    void number(const char* key, double value) { tree_[key] = tidy(value); }
    template <class Unit>
    void number(const char* key, Quantity<Unit> value) {
        number(key, value.value);
    }
    template <class E>
    void word(const char* key, E value, std::span<const CodecWord<E>> words) {
        for (const auto& word : words) {
            if (word.value == value) tree_[key] = word.name;
        }
    }
    void date(const char* key, const std::optional<Date>& value) {
        if (value) tree_[key] = iso(*value);
    }
    void optional_flag(const char* key, const std::optional<bool>& value) {
        if (value) tree_[key] = *value;
    }
    void optional_integer(const char* key, const std::optional<int>& value) {
        if (value) tree_[key] = *value;
    }
    template <class T>
    void object(const char* key, const T& value) {
        FieldWriter inner;
        fields(inner, value);
        tree_[key] = std::move(inner.tree_);
    }
    template <class T>
    void optional_object(const char* key, const std::optional<T>& value) {
        if (value) object(key, *value);
    }
    template <class T>
    void list(const char* key, const std::vector<T>& values) {
        nlohmann::json items = nlohmann::json::array();
        for (const T& value : values) {
            FieldWriter inner;
            fields(inner, value);
            items.push_back(std::move(inner.tree_));
        }
        tree_[key] = std::move(items);
    }
    template <class E>
    void word_map(const char* key, const std::map<std::string, E>& values,
                  std::span<const CodecWord<E>> words) {
        FieldWriter inner;
        for (const auto& [name, value] : values) inner.word(name.c_str(), value, words);
        if (!values.empty()) tree_[key] = std::move(inner.tree_);
    }

    nlohmann::json take() { return std::move(tree_); }

private:
    /// Whole numbers as integers: they are what people type, and the text is the same everywhere.
    static nlohmann::json tidy(double value) {
        constexpr double exact_in_double = 9007199254740992.0;  // 2^53
        if (std::trunc(value) == value && std::abs(value) < exact_in_double) {
            return static_cast<std::int64_t>(value);
        }
        return value;
    }

    nlohmann::json tree_ = nlohmann::json::object();
};

/// Fills fields from a JSON object. The first mistake is kept and the rest is passed over.
class FieldReader {
public:
    FieldReader(const nlohmann::json& tree, std::string path, std::optional<Error>& error)
        : tree_(&tree), path_(std::move(path)), error_(&error) {
        if (!tree.is_object()) refuse_here("is not a table");
    }

    void text(const char* key, std::string& value);
    void flag(const char* key, bool& value);
    void integer(const char* key, int& value);
    void number(const char* key, double& value);
    template <class Unit>
    void number(const char* key, Quantity<Unit>& value) {
        number(key, value.value);
    }
    template <class E>
    void word(const char* key, E& value, std::span<const CodecWord<E>> words) {
        const nlohmann::json* found = at(key);
        if (found != nullptr) read_word(key, *found, value, words);
    }
    void date(const char* key, std::optional<Date>& value);
    void optional_flag(const char* key, std::optional<bool>& value);
    void optional_integer(const char* key, std::optional<int>& value);
    /// A table that is there changes only the fields it names.
    template <class T>
    void object(const char* key, T& value) {
        const nlohmann::json* found = at(key);
        if (found != nullptr) read_object(*found, path_to(key), value);
    }
    template <class T>
    void optional_object(const char* key, std::optional<T>& value) {
        const nlohmann::json* found = at(key);
        if (found == nullptr) return;
        T read = value.value_or(T{});
        read_object(*found, path_to(key), read);
        value = std::move(read);
    }
    template <class T>
    void list(const char* key, std::vector<T>& values) {
        const nlohmann::json* found = at(key);
        if (found == nullptr) return;
        if (!found->is_array()) return refuse(key, "is not a list");
        values.clear();
        for (std::size_t i = 0; i < found->size(); ++i) {
            read_object((*found)[i], path_to(key) + "[" + std::to_string(i) + "]",
                        values.emplace_back());
        }
    }
    template <class E>
    void word_map(const char* key, std::map<std::string, E>& values,
                  std::span<const CodecWord<E>> words) {
        const nlohmann::json* found = at(key);
        if (found == nullptr) return;
        if (!found->is_object()) return refuse(key, "is not a table");
        values.clear();
        for (const auto& [name, value] : found->items()) {
            read_word((std::string(key) + "." + name).c_str(), value, values[name], words);
        }
    }

    /// Refuses keys that no field asked for.
    void finish();
    void refuse(const std::string& key, std::string what);

private:
    /// The value of a key; nullptr when it is missing or after a mistake.
    const nlohmann::json* at(const char* key);
    void refuse_here(std::string what);
    std::string path_to(const std::string& key) const {
        return path_.empty() ? key : path_ + "." + key;
    }
    template <class T>
    void read_object(const nlohmann::json& tree, std::string path, T& value) {
        FieldReader inner(tree, std::move(path), *error_);
        fields(inner, value);
        inner.finish();
    }
    template <class E>
    void read_word(const char* key, const nlohmann::json& tree, E& value,
                   std::span<const CodecWord<E>> words) {
        std::string all;
        for (const auto& word : words) {
            if (tree.is_string() && tree.get_ref<const std::string&>() == word.name) {
                value = word.value;
                return;
            }
            all += (all.empty() ? "" : ", ") + std::string(word.name);
        }
        refuse(key, "is none of " + all);
    }

    const nlohmann::json* tree_;
    std::string path_;
    std::optional<Error>* error_;
    std::set<std::string, std::less<>> asked_;
};

}  // namespace longju::visit
