// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "core/text.h"
#include "storage/roster.h"

/// Lists on their way into the roster: their columns, and what was kept of them.
namespace longju::storage {

Result<ListMapping> Roster::kept_mapping(const ListColumns& columns) {
    auto query = SqliteQuery::prepare(*file_, "list_mapping");
    if (!query) return std::unexpected(query.error());
    const auto row = query->bind(columns.headers_hash()).next();
    if (!row) return std::unexpected(row.error());
    ListMapping mapping;
    const std::string text = *row ? query->text(0) : std::string();
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        const auto tab = line.rfind('\t');
        if (tab == std::string_view::npos) continue;
        mapping[std::string(line.substr(0, tab))] = list_field_from(line.substr(tab + 1));
    }
    return mapping;
}

Result<void> Roster::keep_mapping(const ListColumns& columns) {
    std::string text;
    for (const auto& [header, field] : columns.mapping()) {
        // Headers of several lines are known by their words.
        if (header.find_first_of("\n\t") != std::string::npos) continue;
        text += fmt::format("{}\t{}\n", header, field ? key_of(*field) : "");
    }
    auto query = SqliteQuery::prepare(*file_, "put_list_mapping");
    if (!query) return std::unexpected(query.error());
    const auto done = query->bind(columns.headers_hash()).bind(text).finish();
    if (!done) return std::unexpected(done.error());
    return {};
}

Result<ListColumns> Roster::columns(const ListTable& table, const ListMapping& chosen) {
    const auto by_words = columns_of(table, chosen);
    if (!by_words) return by_words;
    auto mapping = kept_mapping(*by_words);
    if (!mapping) return std::unexpected(mapping.error());
    for (const auto& [header, field] : chosen) {
        // What was kept gives way to what is chosen now.
        std::erase_if(*mapping, [&](const auto& kept) { return field && kept.second == field; });
        (*mapping)[header] = field;
    }
    return columns_of(table, *mapping);
}

Result<ListProposal> Roster::propose(ListTable table, const ListMapping& chosen,
                                     std::string_view list_name, Progress* progress) {
    auto columns = this->columns(table, chosen);
    if (!columns) return std::unexpected(columns.error());
    if (auto good = check_columns(table, *columns); !good) return std::unexpected(good.error());
    std::string_view name = trimmed(list_name);
    if (name.empty()) name = std::string_view(table.file).substr(0, table.file.rfind('.'));
    auto plan = this->plan(rows_of(table, *columns), std::string(name), progress);
    if (!plan) return std::unexpected(plan.error());
    return ListProposal{std::move(table), std::move(*columns), std::move(*plan)};
}

Result<std::vector<VillageCount>> Roster::villages() {
    auto query = SqliteQuery::prepare(*file_, "listed_villages");
    if (!query) return std::unexpected(query.error());
    std::vector<VillageCount> villages;
    while (true) {
        const auto row = query->next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return villages;
        villages.push_back({query->text(0), query->text(1), static_cast<int>(query->integer(2)),
                            static_cast<int>(query->integer(3))});
    }
}

}  // namespace longju::storage
