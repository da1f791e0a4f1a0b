// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/meta.h"

namespace longju::storage {

Result<std::string> meta_value(const SqliteFile& file, std::string_view name) {
    auto query = SqliteQuery::prepare(file, "meta");
    if (!query) return std::unexpected(query.error());
    const auto row = query->bind(name).next();
    if (!row) return std::unexpected(row.error());
    return *row ? query->text(0) : std::string();
}

Result<void> set_meta_value(SqliteFile& file, std::string_view name, std::string_view value) {
    auto query = SqliteQuery::prepare(file, "set_meta");
    if (!query) return std::unexpected(query.error());
    const auto done = query->bind(name).bind(value).finish();
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<void> drop_meta_value(SqliteFile& file, std::string_view name) {
    auto query = SqliteQuery::prepare(file, "drop_meta");
    if (!query) return std::unexpected(query.error());
    const auto done = query->bind(name).finish();
    if (!done) return std::unexpected(done.error());
    return {};
}

}  // namespace longju::storage
