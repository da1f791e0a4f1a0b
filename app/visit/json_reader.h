// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/date.h"
#include "core/result.h"
#include "core/text.h"
#include "visit/fields.h"
#include "visit/nearest.h"
#include "visit/words.h"

namespace longju::visit {

/// How much a reader insists on.
enum class Strictness {
    Case,    ///< Files that people write: unknown fields and numbers out of range are refused.
    Stored,  ///< What the program saved: fields of a newer minor version are left out, numbers are
             ///< taken as they are, so that a house that is half entered comes back as it was.
};

/// Reads JSON into anything `describe` knows, over what the value holds already: a field that is
/// absent stays, an array or a list of words is replaced. Stops at the first problem, which names
/// its path.
class JsonReader {
public:
    explicit JsonReader(Strictness strictness) : strictness_(strictness) {}

    /// `path` is the dotted path of `node` itself; empty for the root.
    template <class T>
    void read(const nlohmann::json& node, T& value, const std::string& path) {
        if (!node.is_object()) return refuse(path, "is not a table of fields");
        FieldReader field{*this, node, path, {}};
        describe(field, value);
        if (strictness_ == Strictness::Case && !error_) refuse_unknown(node, path, field.known);
    }

    const std::optional<Error>& error() const { return error_; }

private:
    struct FieldReader {
        JsonReader& reader;
        const nlohmann::json& object;
        const std::string& path;
        std::vector<std::string> known;

        template <class T>
        void operator()(std::string_view name, T& value, Within within = {}) {
            std::string full = std::string(name) + std::string(suffix_of<T>);
            const auto found = object.find(full);
            if (found != object.end() && !reader.error_) {
                reader.take(*found, value, path.empty() ? full : fmt::format("{}.{}", path, full),
                            within);
            }
            known.push_back(std::move(full));
        }
    };

    void refuse(const std::string& path, std::string what) {
        if (error_) return;
        error_ =
            Error{.kind = ErrorKind::BadInput, .what = std::move(what), .file = {}, .field = path};
    }

    void refuse_unknown(const nlohmann::json& object, const std::string& path,
                        const std::vector<std::string>& known) {
        for (const auto& [key, value] : object.items()) {
            if (std::ranges::find(known, key) != known.end()) continue;
            std::string field = path;
            if (!field.empty()) field += '.';
            field += key;
            return refuse(field, "is not a known field" + did_you_mean(key, known));
        }
    }

    /// False when the number is refused.
    bool inside(double value, const std::string& path, Within within) {
        if (strictness_ == Strictness::Stored) return true;
        if (value >= within.low && value <= within.high) return true;
        refuse(path, fmt::format("{} is outside {} to {}", exact(value), exact(within.low),
                                 exact(within.high)));
        return false;
    }

    void take(const nlohmann::json& node, bool& value, const std::string& path, Within) {
        if (!node.is_boolean()) return refuse(path, "is not true or false");
        value = node.get<bool>();
    }

    void take(const nlohmann::json& node, std::string& value, const std::string& path, Within) {
        if (!node.is_string()) return refuse(path, "is not a text in quotes");
        value = node.get<std::string>();
    }

    void take(const nlohmann::json& node, double& value, const std::string& path, Within within) {
        if (!node.is_number()) return refuse(path, "is not a number");
        const double number = node.get<double>();
        if (!std::isfinite(number)) return refuse(path, "is not a finite number");
        if (inside(number, path, within)) value = number;
    }

    std::optional<std::int64_t> whole(const nlohmann::json& node, const std::string& path,
                                      Within within) {
        constexpr double whole_up_to = 9007199254740992.0;  // 2^53
        const double number = node.is_number() ? node.get<double>() : 0.5;
        if (std::trunc(number) != number || std::abs(number) > whole_up_to) {
            refuse(path, "is not a whole number");
            return std::nullopt;
        }
        if (!inside(number, path, within)) return std::nullopt;
        return static_cast<std::int64_t>(number);
    }

    void take(const nlohmann::json& node, int& value, const std::string& path, Within within) {
        const auto number = whole(node, path, within);
        if (!number) return;
        if (*number != static_cast<int>(*number)) return refuse(path, "is not a small number");
        value = static_cast<int>(*number);
    }

    void take(const nlohmann::json& node, Money& value, const std::string& path, Within within) {
        if (const auto number = whole(node, path, within)) value = Money::fen(*number);
    }

    void take(const nlohmann::json& node, Date& value, const std::string& path, Within) {
        const auto date =
            node.is_string() ? date_from(node.get_ref<const std::string&>()) : std::nullopt;
        if (!date) return refuse(path, "is not a date like 2026-11-25");
        value = *date;
    }

    template <class Unit>
    void take(const nlohmann::json& node, Quantity<Unit>& value, const std::string& path,
              Within within) {
        take(node, value.value, path, within);
    }

    template <class E>
    requires std::is_enum_v<E>
    void take(const nlohmann::json& node, E& value, const std::string& path, Within) {
        const auto found =
            node.is_string() ? value_of<E>(node.get_ref<const std::string&>()) : std::nullopt;
        if (found) {
            value = *found;
            return;
        }
        const auto& words = Words<E>::list;
        refuse(path, fmt::format("{} is none of {}", node.is_string() ? node.dump() : "it",
                                 fmt::join(words, ", ")));
    }

    template <class T>
    void take(const nlohmann::json& node, std::optional<T>& value, const std::string& path,
              Within within) {
        T inner = value.value_or(T{});
        take(node, inner, path, within);
        if (!error_) value = std::move(inner);
    }

    template <class T>
    void take(const nlohmann::json& node, std::vector<T>& items, const std::string& path, Within) {
        // More than any house or household has; bounds the work on a hostile file.
        constexpr std::size_t most_items = 10000;
        if (!node.is_array()) return refuse(path, "is not a list");
        if (node.size() > most_items) return refuse(path, "is too long a list");
        items.clear();
        for (std::size_t i = 0; i < node.size() && !error_; ++i) {
            read(node[i], items.emplace_back(), fmt::format("{}[{}]", path, i));
        }
    }

    template <class E>
    void take(const nlohmann::json& node, std::map<std::string, E>& words, const std::string& path,
              Within within) {
        if (!node.is_object()) return refuse(path, "is not a table of fields");
        words.clear();
        for (const auto& [key, word] : node.items()) {
            E value{};
            take(word, value, fmt::format("{}.{}", path, key), within);
            if (!error_) words[key] = value;
        }
    }

    template <class T>
    requires std::is_class_v<T>
    void take(const nlohmann::json& node, T& value, const std::string& path, Within) {
        read(node, value, path);
    }

    Strictness strictness_;
    std::optional<Error> error_;
};

}  // namespace longju::visit
