// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/assert.h"
#include "core/date.h"
#include "visit/fields.h"
#include "visit/words.h"

namespace longju::visit {

/// Makes JSON of anything `describe` knows. Optional values that are empty are left out; a number
/// that is whole is written as an integer, so that equal values are equal text.
class JsonWriter {
public:
    template <class T>
    static nlohmann::json write(T& value) {
        nlohmann::json object = nlohmann::json::object();
        FieldWriter field{object};
        describe(field, value);
        return object;
    }

private:
    struct FieldWriter {
        nlohmann::json& object;

        template <class T>
        void operator()(std::string_view name, T& value, Within = {}) {
            put(std::string(name) + std::string(suffix_of<T>), value);
        }
        template <class T>
        void put(const std::string& name, T& value) {
            object[name] = json_of_value(value);
        }
        template <class T>
        void put(const std::string& name, std::optional<T>& value) {
            if (value) object[name] = json_of_value(*value);
        }
    };

    static nlohmann::json json_of_value(bool value) { return value; }
    static nlohmann::json json_of_value(int value) { return value; }
    static nlohmann::json json_of_value(std::string& value) { return value; }
    static nlohmann::json json_of_value(Money value) { return value.in_fen(); }
    static nlohmann::json json_of_value(Date value) { return iso(value); }
    static nlohmann::json json_of_value(double value) {
        LONGJU_ASSERT(std::isfinite(value), "a number that is saved is finite");
        constexpr double whole_up_to = 9007199254740992.0;  // 2^53
        if (std::trunc(value) == value && std::abs(value) < whole_up_to) {
            return static_cast<std::int64_t>(value);
        }
        return value;
    }
    template <class Unit>
    static nlohmann::json json_of_value(Quantity<Unit> value) {
        return json_of_value(value.value);
    }
    template <class E>
    requires std::is_enum_v<E>
    static nlohmann::json json_of_value(E value) { return std::string(word_of(value)); }
    template <class T>
    static nlohmann::json json_of_value(std::vector<T>& items) {
        nlohmann::json array = nlohmann::json::array();
        for (T& item : items) array.push_back(write(item));
        return array;
    }
    template <class E>
    static nlohmann::json json_of_value(std::map<std::string, E>& words) {
        nlohmann::json object = nlohmann::json::object();
        for (auto& [key, value] : words) object[key] = json_of_value(value);
        return object;
    }
    template <class T>
    requires std::is_class_v<T>
    static nlohmann::json json_of_value(T& value) { return write(value); }
};

}  // namespace longju::visit
