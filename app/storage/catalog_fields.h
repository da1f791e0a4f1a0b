// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/csv.h"
#include "core/money.h"
#include "core/provenance.h"
#include "core/range.h"
#include "core/result.h"
#include "storage/catalog_words.h"

/// Reading the fields of catalog entries so that one run names every mistake: a field that is not
/// what it must be leaves an error behind and yields a harmless value.
namespace longju::storage {

/// The errors of one file, with the lines its fields stand on.
class Complaints {
public:
    Complaints(std::vector<Error>& errors, std::string file)
        : errors_(&errors), file_(std::move(file)) {}

    void add(Error error);
    /// An error at a dotted path; the line is that of the path or of what holds it.
    void add(const std::string& path, std::string what);
    /// An error the path of which was written by another reader; keeps its kind and words.
    void add_under(const std::string& path, const Error& error);

    int line_of(std::string path) const;
    void set_lines(std::map<std::string, int> lines) { lines_ = std::move(lines); }
    const std::string& file() const { return file_; }

private:
    std::vector<Error>* errors_;
    std::string file_;
    std::map<std::string, int> lines_;
};

/// The cells of one CSV row.
class RowFields {
public:
    RowFields(const CsvRow& row, Complaints& complaints) : row_(&row), complaints_(&complaints) {}

    std::string text(std::string_view column) { return kept(row_->required(column)); }
    std::string optional_text(std::string_view column) { return kept(row_->text(column)); }
    double number(std::string_view column, double low, double high) {
        return kept(row_->number(column, low, high));
    }
    int integer(std::string_view column, int low, int high) {
        return static_cast<int>(kept(row_->integer(column, low, high)));
    }
    bool flag(std::string_view column);
    Provenance provenance() { return kept(row_->provenance()); }
    std::optional<Confidence> confidence(std::string_view column) {
        return from_word<Confidence>(word_cell<Confidence>(column));
    }
    /// Columns `low_yuan`, `typical_yuan`, `high_yuan`, in order, whole fen.
    Range<Money> money_range(double high_yuan);
    template <class E>
    E word(std::string_view column) {
        return from_word<E>(word_cell<E>(column)).value_or(E{});
    }
    /// A lower-case ASCII name, the key of an entry.
    std::string id(std::string_view column);
    void refuse(std::string_view column, std::string what) {
        complaints_->add(row_->refuse(column, std::move(what)).error());
    }

private:
    template <class T>
    T kept(Result<T> result) {
        if (result) return std::move(*result);
        complaints_->add(std::move(result.error()));
        return {};
    }
    template <class E>
    std::string word_cell(std::string_view column) {
        std::string cell = text(column);
        if (!cell.empty() && !from_word<E>(cell)) {
            refuse(column, "\"" + cell + "\" is none of " + all_words<E>());
        }
        return cell;
    }

    const CsvRow* row_;
    Complaints* complaints_;
};

/// The keys of one table of a tree (TOML, or JSON out of reference.db). Keys nobody asked for are
/// mistakes too: `finish()` names them.
class TreeFields {
public:
    TreeFields(const nlohmann::json& tree, std::string path, Complaints& complaints);

    std::string text(const std::string& key);
    std::string optional_text(const std::string& key);
    std::string id(const std::string& key = "id");
    double number(const std::string& key, double low, double high);
    std::optional<double> optional_number(const std::string& key, double low, double high);
    int integer(const std::string& key, int low, int high);
    bool flag(const std::string& key);
    Provenance provenance();
    /// A table of low ≤ typical ≤ high.
    Range<double> range(const std::string& key, double low, double high);
    template <class E>
    E word(const std::string& key) {
        const std::string name = text(key);
        const auto value = from_word<E>(name);
        if (!value && !name.empty()) refuse(key, "\"" + name + "\" is none of " + all_words<E>());
        return value.value_or(E{});
    }
    /// The tables of an array; empty and refused when it is not an array of tables.
    std::vector<TreeFields> list(const std::string& key, bool may_miss = false);
    /// The table at `key`, empty and refused when there is none.
    TreeFields table(const std::string& key);

    bool has(const std::string& key) const { return tree_->is_object() && tree_->contains(key); }
    /// The raw value, for a reader of its own; null when missing.
    const nlohmann::json& raw(const std::string& key);
    void refuse(const std::string& key, std::string what);
    /// Refuses the keys that were not asked for.
    void finish();
    std::string path_to(const std::string& key) const;
    const std::string& path() const { return path_; }

private:
    /// The value, or null after a complaint that it is missing.
    const nlohmann::json& wanted(const std::string& key);

    const nlohmann::json* tree_;
    std::string path_;
    Complaints* complaints_;
    std::set<std::string> asked_;
};

/// Whether `text` can be an id: lower-case ASCII letters, digits, `_` and `-`, a letter first.
bool is_id(std::string_view text);

}  // namespace longju::storage
