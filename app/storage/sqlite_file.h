// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "core/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace longju::storage {

/// One connection to a database that is written. All text of SQL comes from embedded files.
class SqliteFile {
public:
    /// Opens or creates; waits up to `busy_ms` when another program holds the file. Refuses a file
    /// that cannot be written.
    static Result<SqliteFile> open(const std::filesystem::path& file, int busy_ms);

    SqliteFile(SqliteFile&& other) noexcept;
    SqliteFile& operator=(SqliteFile&& other) noexcept;
    SqliteFile(const SqliteFile&) = delete;
    SqliteFile& operator=(const SqliteFile&) = delete;
    ~SqliteFile();

    /// Runs every statement of an embedded file, rows thrown away.
    Result<void> run(std::string_view embedded_path);

    /// Damaged, with what SQLite found, when the file's structure is not whole.
    Result<void> check_whole() const;

    /// What SQLite last refused, by what a person can do about it.
    Error last_error() const;
    sqlite3* handle() const { return handle_; }
    const std::string& name() const { return name_; }

private:
    SqliteFile(sqlite3* handle, std::string name) : handle_(handle), name_(std::move(name)) {}

    sqlite3* handle_ = nullptr;
    std::string name_;  ///< Of the file, for messages.
};

/// One statement with its values. Values are bound and columns read from the left, counted by the
/// caller from 0.
class SqliteQuery {
public:
    /// The single statement of the embedded file `db/queries/visits/<name>.sql`.
    static Result<SqliteQuery> prepare(const SqliteFile& file, std::string_view name);

    SqliteQuery(SqliteQuery&& other) noexcept;
    SqliteQuery& operator=(SqliteQuery&&) = delete;
    SqliteQuery(const SqliteQuery&) = delete;
    SqliteQuery& operator=(const SqliteQuery&) = delete;
    ~SqliteQuery();

    SqliteQuery& bind(std::string_view text);
    SqliteQuery& bind(std::int64_t number);
    SqliteQuery& bind_bytes(std::string_view bytes);

    /// The next row; false after the last.
    Result<bool> next();
    /// To the end; then the values may be bound anew. The number of rows that were changed.
    Result<int> finish();

    std::string text(int column) const;
    std::int64_t integer(int column) const;
    std::string bytes(int column) const;

private:
    SqliteQuery(const SqliteFile& file, sqlite3_stmt* statement)
        : file_(&file), statement_(statement) {}

    const SqliteFile* file_;
    sqlite3_stmt* statement_;
    int bound_ = 0;
};

/// Between BEGIN IMMEDIATE and COMMIT: rolled back unless `commit` succeeded.
class SqliteTransaction {
public:
    static Result<SqliteTransaction> begin(SqliteFile& file);

    SqliteTransaction(SqliteTransaction&& other) noexcept;
    SqliteTransaction& operator=(SqliteTransaction&&) = delete;
    SqliteTransaction(const SqliteTransaction&) = delete;
    SqliteTransaction& operator=(const SqliteTransaction&) = delete;
    ~SqliteTransaction();

    Result<void> commit();

private:
    explicit SqliteTransaction(SqliteFile& file) : file_(&file) {}

    SqliteFile* file_;
};

}  // namespace longju::storage
