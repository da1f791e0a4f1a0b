// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/audit_log.h"

#include <fmt/format.h>

#include "core/hash.h"
#include "core/long_numbers.h"

namespace longju::storage {

namespace {

constexpr std::size_t hash_digits = 64;
/// A telephone's has seven digits and more; no date or size in a row of the log has.
constexpr std::size_t longest_number = 6;

std::string first_previous() { return std::string(hash_digits, '0'); }

AuditRow row_of(const SqliteQuery& query) {
    return {.seq = query.integer(0),
            .at = query.text(1),
            .entry = {.actor = query.text(2),
                      .action = query.text(3),
                      .subject = query.text(4),
                      .detail = query.text(5)},
            .previous = query.text(6),
            .hash = query.text(7)};
}

struct Last {
    std::int64_t seq = 0;
    std::string hash;
};

Result<Last> last_row(const SqliteFile& file) {
    auto query = SqliteQuery::prepare(file, "last_audit");
    if (!query) return std::unexpected(query.error());
    const auto row = query->next();
    if (!row) return std::unexpected(row.error());
    if (!*row) return Last{0, first_previous()};
    return Last{query->integer(0), query->text(1)};
}

}  // namespace

std::string hash_of(const AuditRow& row) {
    std::string all = fmt::format("longju audit 1 {} ", row.seq);
    for (const std::string* part : {&row.at, &row.entry.actor, &row.entry.action,
                                    &row.entry.subject, &row.entry.detail, &row.previous}) {
        all += fmt::format("{}:{},", part->size(), *part);
    }
    return sha256_hex(all);
}

Result<std::string> AuditLog::add(const AuditEntry& entry) {
    const auto last = last_row(*file_);
    if (!last) return std::unexpected(last.error());
    AuditRow row{
        .seq = last->seq + 1, .at = clock_(), .entry = entry, .previous = last->hash, .hash = {}};
    row.entry.detail = without_long_numbers(row.entry.detail, longest_number);
    row.hash = hash_of(row);
    auto query = SqliteQuery::prepare(*file_, "add_audit");
    if (!query) return std::unexpected(query.error());
    const auto added = query->bind(row.seq)
                           .bind(row.at)
                           .bind(row.entry.actor)
                           .bind(row.entry.action)
                           .bind(row.entry.subject)
                           .bind(row.entry.detail)
                           .bind(row.previous)
                           .bind(row.hash)
                           .finish();
    if (!added) return std::unexpected(added.error());
    return row.hash;
}

Result<std::vector<AuditRow>> AuditLog::newest(int limit) {
    auto query = SqliteQuery::prepare(*file_, "newest_audit");
    if (!query) return std::unexpected(query.error());
    query->bind(static_cast<std::int64_t>(limit));
    std::vector<AuditRow> rows;
    while (true) {
        const auto row = query->next();
        if (!row) return std::unexpected(row.error());
        if (!*row) return rows;
        rows.push_back(row_of(*query));
    }
}

Result<std::string> AuditLog::head() {
    const auto last = last_row(*file_);
    if (!last) return std::unexpected(last.error());
    return last->hash;
}

Result<bool> AuditLog::holds(std::string_view hash) {
    auto query = SqliteQuery::prepare(*file_, "has_audit_hash");
    if (!query) return std::unexpected(query.error());
    return query->bind(hash).next();
}

Result<AuditCheck> AuditLog::verify() {
    auto query = SqliteQuery::prepare(*file_, "all_audit");
    if (!query) return std::unexpected(query.error());
    AuditCheck check{.rows = 0, .head = first_previous(), .first_bad = {}};
    while (true) {
        const auto next = query->next();
        if (!next) return std::unexpected(next.error());
        if (!*next) return check;
        const AuditRow row = row_of(*query);
        ++check.rows;
        const bool fits =
            row.seq == check.rows && row.previous == check.head && row.hash == hash_of(row);
        if (!fits) {
            check.first_bad = row.seq;
            return check;
        }
        check.head = row.hash;
    }
}

}  // namespace longju::storage
