// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "storage/platform.h"
#include "storage/sqlite_file.h"

/// The audit log of visits.db: who did what, appended and never changed, each row holding the hash
/// of the one before.
namespace longju::storage {

/// Says the time as `wall_time` does; tests bring their own.
using Clock = std::function<std::string()>;

/// What was done. Written by the service that does it, before it says that it was done.
struct AuditEntry {
    std::string actor;    ///< Name of the user; of the program while there are none.
    std::string action;   ///< A word of `access::word_of`, or `pin.wrong` and the like.
    std::string subject;  ///< Id of the visit, user, parcel or pack it was done to; may be empty.
    /// What else is worth knowing, without anything of a person: runs of seven digits and more
    /// become stars before they are written.
    std::string detail;

    bool operator==(const AuditEntry&) const = default;
};

struct AuditRow {
    std::int64_t seq = 0;  ///< From 1, without gaps.
    std::string at;        ///< Wall time with zone: for people, never for order.
    AuditEntry entry;
    std::string previous;  ///< Hash of the row before; of the first: 64 zeros.
    std::string hash;

    bool operator==(const AuditRow&) const = default;
};

/// SHA-256 over all other fields, each with its length before it.
std::string hash_of(const AuditRow& row);

struct AuditCheck {
    std::int64_t rows = 0;
    std::string head;  ///< Hash of the last row; 64 zeros of an empty log.
    /// The first row that does not fit: changed, out of turn, or after one that is gone.
    std::optional<std::int64_t> first_bad;
};

class AuditLog {
public:
    /// `file` outlives the log.
    explicit AuditLog(SqliteFile& file, Clock clock = wall_time)
        : file_(&file), clock_(std::move(clock)) {}

    /// Appends; within an open transaction as part of it. The hash of the new row.
    Result<std::string> add(const AuditEntry& entry);

    /// Newest first.
    Result<std::vector<AuditRow>> newest(int limit);
    /// Hash of the last row, for a receipt: rows cut off at the end are seen by comparing it.
    Result<std::string> head();
    /// Whether a head that a receipt names is still in the log.
    Result<bool> holds(std::string_view hash);
    /// Walks the whole log.
    Result<AuditCheck> verify();

private:
    SqliteFile* file_;
    Clock clock_;
};

}  // namespace longju::storage
