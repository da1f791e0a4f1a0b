// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "storage/list_file.h"

/// Which column of a list holds what.
namespace longju::storage {

enum class ListField {
    Head,
    IdNumber,
    Phone,
    Township,
    Village,
    Group,
    Category,
    Grade,
    Members,
    Note
};
constexpr std::size_t list_fields = 10;

/// `id_number`: as it is named on a command line and kept.
std::string_view key_of(ListField field);
std::optional<ListField> list_field_from(std::string_view key);

/// What a header word says: 户主姓名 is the head; nothing when it is not known.
std::optional<ListField> field_of_header(std::string_view header);

/// A person's choice by header; nothing: that column is not wanted.
using ListMapping = std::map<std::string, std::optional<ListField>>;

struct ListColumns {
    std::size_t header_row = 0;                    ///< Of the table's rows; data follows.
    std::vector<std::string> headers;              ///< As they stand.
    std::vector<std::optional<ListField>> fields;  ///< One for each header; no field twice.

    std::optional<std::size_t> column_of(ListField field) const;
    /// SHA-256 of the set of headers: lists with the same ones are read the same way.
    std::string headers_hash() const;
    /// Every header with its choice.
    ListMapping mapping() const;
};

/// Finds the line of headers among the first lines of a list and says what each stands for: as
/// `chosen` says, else by its word. Two columns of one word: the first. BadInput when `chosen`
/// names a column that is not there, or one field twice.
Result<ListColumns> columns_of(const ListTable& table, const ListMapping& chosen = {});

/// BadInput when no column holds the head: then nothing can be read.
Result<void> check_columns(const ListTable& table, const ListColumns& columns);

}  // namespace longju::storage
