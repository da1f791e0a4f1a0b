// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/codec_archive.h"

#include <limits>

namespace longju::visit {

void FieldReader::refuse_here(std::string what) {
    if (!*error_) *error_ = Error{ErrorKind::BadInput, std::move(what), {}, 0, path_};
}

void FieldReader::refuse(const std::string& key, std::string what) {
    if (!*error_) *error_ = Error{ErrorKind::BadInput, std::move(what), {}, 0, path_to(key)};
}

const nlohmann::json* FieldReader::at(const char* key) {
    asked_.insert(key);
    if (*error_ || !tree_->is_object()) return nullptr;
    const auto found = tree_->find(key);
    return found == tree_->end() ? nullptr : &*found;
}

void FieldReader::text(const char* key, std::string& value) {
    const nlohmann::json* found = at(key);
    if (found == nullptr) return;
    if (!found->is_string()) return refuse(key, "is not a text; put it in quotes");
    value = found->get<std::string>();
}

void FieldReader::flag(const char* key, bool& value) {
    const nlohmann::json* found = at(key);
    if (found == nullptr) return;
    if (!found->is_boolean()) return refuse(key, "is neither true nor false");
    value = found->get<bool>();
}

void FieldReader::integer(const char* key, int& value) {
    const nlohmann::json* found = at(key);
    if (found == nullptr) return;
    if (!found->is_number_integer()) return refuse(key, "is not a whole number");
    const auto number = found->get<std::int64_t>();
    if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max()) {
        return refuse(key, "is too large");
    }
    value = static_cast<int>(number);
}

void FieldReader::number(const char* key, double& value) {
    const nlohmann::json* found = at(key);
    if (found == nullptr) return;
    if (!found->is_number()) return refuse(key, "is not a number");
    const auto number = found->get<double>();
    if (!std::isfinite(number)) return refuse(key, "is not a finite number");
    value = number;
}

void FieldReader::date(const char* key, std::optional<Date>& value) {
    const nlohmann::json* found = at(key);
    if (found == nullptr) return;
    const auto date =
        found->is_string() ? date_from(found->get_ref<const std::string&>()) : std::nullopt;
    if (!date) return refuse(key, "is not a date like 2026-10-01");
    value = date;
}

void FieldReader::optional_flag(const char* key, std::optional<bool>& value) {
    bool read = false;
    if (at(key) == nullptr) return;
    flag(key, read);
    value = read;
}

void FieldReader::optional_integer(const char* key, std::optional<int>& value) {
    int read = 0;
    if (at(key) == nullptr) return;
    integer(key, read);
    value = read;
}

void FieldReader::finish() {
    if (*error_ || !tree_->is_object()) return;
    for (const auto& [key, value] : tree_->items()) {
        if (!asked_.contains(key)) refuse(key, "is not a field here; correct its name");
    }
}

}  // namespace longju::visit
