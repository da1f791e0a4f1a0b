// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/catalog_fields.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/text.h"

namespace longju::storage {

namespace {

const nlohmann::json& nothing() {
    static const nlohmann::json null;
    return null;
}

bool lower_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

constexpr auto id_rule =
    "is not an id; use lower-case letters, digits and _ or -, beginning with a letter";

}  // namespace

bool is_id(std::string_view text) {
    if (text.empty() || text.front() < 'a' || text.front() > 'z') return false;
    return std::ranges::all_of(text,
                               [](char c) { return lower_or_digit(c) || c == '_' || c == '-'; });
}

int Complaints::line_of(std::string path) const {
    while (true) {
        const auto found = lines_.find(path);
        if (found != lines_.end()) return found->second;
        const auto cut = path.find_last_of(".[");
        if (cut == std::string::npos) return 0;
        path.resize(cut);
    }
}

void Complaints::add(Error error) {
    // A column that is missing is missing in every row: once is enough.
    const bool told = error.what.starts_with("the table has no such column") &&
                      std::ranges::any_of(*errors_, [&](const Error& before) {
                          return before.file == error.file && before.field == error.field &&
                                 before.what == error.what;
                      });
    if (!told) errors_->push_back(std::move(error));
}

void Complaints::add(const std::string& path, std::string what) {
    errors_->push_back({ErrorKind::BadInput, std::move(what), file_, line_of(path), path});
}

void Complaints::add_under(const std::string& path, const Error& error) {
    const std::string& field = error.field.empty() ? path : error.field;
    errors_->push_back({error.kind, error.what, file_, line_of(field), field});
}

bool RowFields::flag(std::string_view column) {
    const std::string cell = text(column);
    if (cell != "true" && cell != "false" && !cell.empty()) {
        refuse(column, fmt::format("\"{}\" is neither true nor false", cell));
    }
    return cell == "true";
}

Range<Money> RowFields::money_range(double high_yuan) {
    const auto fen = [&](std::string_view column) {
        const double yuan = number(column, 0.0, high_yuan);
        const double in_fen = std::round(yuan * 100.0);
        if (std::abs(in_fen - yuan * 100.0) > 1e-6) refuse(column, "is not whole fen");
        return Money::fen(static_cast<std::int64_t>(in_fen));
    };
    const Range<Money> range{fen("low_yuan"), fen("typical_yuan"), fen("high_yuan")};
    if (range.low > range.typical) refuse("low_yuan", "is above typical_yuan; swap them");
    if (range.typical > range.high) refuse("typical_yuan", "is above high_yuan; swap them");
    return range;
}

std::string RowFields::id(std::string_view column) {
    std::string cell = text(column);
    if (!cell.empty() && !is_id(cell)) refuse(column, fmt::format("\"{}\" {}", cell, id_rule));
    return cell;
}

TreeFields::TreeFields(const nlohmann::json& tree, std::string path, Complaints& complaints)
    : tree_(&tree), path_(std::move(path)), complaints_(&complaints) {
    if (!tree.is_object()) {
        if (!tree.is_null()) complaints.add(path_, "is not a table");
        tree_ = &nothing();
    }
}

std::string TreeFields::path_to(const std::string& key) const {
    return path_.empty() ? key : path_ + "." + key;
}

void TreeFields::refuse(const std::string& key, std::string what) {
    complaints_->add(path_to(key), std::move(what));
}

const nlohmann::json& TreeFields::raw(const std::string& key) {
    asked_.insert(key);
    return has(key) ? tree_->at(key) : nothing();
}

const nlohmann::json& TreeFields::wanted(const std::string& key) {
    const nlohmann::json& value = raw(key);
    if (value.is_null()) refuse(key, "is missing; add it");
    return value;
}

std::string TreeFields::text(const std::string& key) {
    const nlohmann::json& value = wanted(key);
    if (value.is_null()) return {};
    if (!value.is_string()) return refuse(key, "is not a text; put it in quotes"), std::string();
    std::string text = value.get<std::string>();
    if (trimmed(text).empty()) refuse(key, "is empty; fill it in");
    return text;
}

std::string TreeFields::optional_text(const std::string& key) {
    const nlohmann::json& value = raw(key);
    if (value.is_null()) return {};
    if (!value.is_string()) return refuse(key, "is not a text; put it in quotes"), std::string();
    return value.get<std::string>();
}

std::string TreeFields::id(const std::string& key) {
    std::string value = text(key);
    if (!value.empty() && !is_id(value)) refuse(key, fmt::format("\"{}\" {}", value, id_rule));
    return value;
}

std::optional<double> TreeFields::optional_number(const std::string& key, double low, double high) {
    const nlohmann::json& value = raw(key);
    if (value.is_null()) return std::nullopt;
    if (!value.is_number()) return refuse(key, "is not a number"), std::nullopt;
    const double number = value.get<double>();
    if (!(number >= low && number <= high)) {
        refuse(key, fmt::format("{} is outside {} to {}", exact(number), exact(low), exact(high)));
        return std::nullopt;
    }
    return number;
}

double TreeFields::number(const std::string& key, double low, double high) {
    if (raw(key).is_null()) refuse(key, "is missing; add it");
    return optional_number(key, low, high).value_or(low);
}

int TreeFields::integer(const std::string& key, int low, int high) {
    const nlohmann::json& value = wanted(key);
    if (value.is_null()) return low;
    if (!value.is_number_integer()) return refuse(key, "is not a whole number"), low;
    const auto number = value.get<std::int64_t>();
    if (number < low || number > high) {
        return refuse(key, fmt::format("{} is outside {} to {}", number, low, high)), low;
    }
    return static_cast<int>(number);
}

bool TreeFields::flag(const std::string& key) {
    const nlohmann::json& value = wanted(key);
    if (value.is_null()) return false;
    if (!value.is_boolean()) return refuse(key, "is neither true nor false"), false;
    return value.get<bool>();
}

Provenance TreeFields::provenance() { return {text("source"), word<Confidence>("confidence")}; }

Range<double> TreeFields::range(const std::string& key, double low, double high) {
    if (wanted(key).is_null()) return {};
    TreeFields fields(raw(key), path_to(key), *complaints_);
    const Range<double> range{fields.number("low", low, high), fields.number("typical", low, high),
                              fields.number("high", low, high)};
    if (range.low > range.typical) fields.refuse("low", "is above typical; swap them");
    if (range.typical > range.high) fields.refuse("typical", "is above high; swap them");
    fields.finish();
    return range;
}

std::vector<TreeFields> TreeFields::list(const std::string& key, bool may_miss) {
    const nlohmann::json& value = may_miss ? raw(key) : wanted(key);
    if (value.is_null()) return {};
    if (!value.is_array()) return refuse(key, "is not a list"), std::vector<TreeFields>();
    std::vector<TreeFields> items;
    items.reserve(value.size());
    for (std::size_t i = 0; i < value.size(); ++i) {
        items.emplace_back(value[i], fmt::format("{}[{}]", path_to(key), i), *complaints_);
    }
    return items;
}

TreeFields TreeFields::table(const std::string& key) {
    return {wanted(key), path_to(key), *complaints_};
}

void TreeFields::finish() {
    if (!tree_->is_object()) return;
    for (const auto& [key, value] : tree_->items()) {
        if (!asked_.contains(key)) refuse(key, "is not a key of this table; see catalog/README.md");
    }
}

}  // namespace longju::storage
