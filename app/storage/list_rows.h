// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "house/household.h"
#include "storage/list_columns.h"

/// A list's rows as households, each checked by itself and against the rows above it.
namespace longju::storage {

/// One household of a list. Texts are trimmed, full-width letters and digits made plain.
struct ListedRow {
    int line = 0;
    std::string township, village, group, head;
    std::optional<house::HouseholdCategory> category;
    std::string grade;           ///< A to D; empty when the list does not say.
    std::optional<int> members;  ///< 1 to 30.
    std::string phone;           ///< Digits.
    std::string id_number;       ///< 18 characters, checked; or empty.
    std::string note;            ///< With what was written as category or grade and is none.

    /// Village, group and head: whom it is about where there is no ID number.
    std::string place_key() const;
    bool operator==(const ListedRow&) const = default;
};

/// Why a row is not taken, in the words of who made the list.
struct RefusedRow {
    int line = 0;
    std::string reason;
    std::string place_key;  ///< As of `ListedRow`.

    /// `第 12 行：身份证号校验位不对`
    std::string sentence() const;
    bool operator==(const RefusedRow&) const = default;
};

struct ListRows {
    std::vector<ListedRow> rows;
    std::vector<RefusedRow> refused;
};

ListRows rows_of(const ListTable& table, const ListColumns& columns);

/// What is wrong with an 18-digit ID number (GB 11643-1999), in Chinese; empty when nothing is.
std::string id_number_fault(std::string_view id_number);

/// 低保户 as a category; nothing for a word that is not known.
std::optional<house::HouseholdCategory> category_from(std::string_view word);

}  // namespace longju::storage
