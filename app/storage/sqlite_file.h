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
    /// that cannot be written. `vfs` names the layer of SQLite that talks to the disk; empty: the
    /// system's.
    static Result<SqliteFile> open(const std::filesystem::path& file, int busy_ms,
                                   const std::string& vfs = {});

    /// Opens a file that is there, and changes nothing in it or beside it.
    static Result<SqliteFile> open_to_read(const std::filesystem::path& file);

    /// The bytes of a database, which outlive this, to be read cell by cell with `sqlite_dbdata`;
    /// `name` is for messages. The bytes may be damaged and stay as they are.
    static Result<SqliteFile> open_bytes(std::string& bytes, std::string name);

    SqliteFile(SqliteFile&& other) noexcept;
    SqliteFile& operator=(SqliteFile&& other) noexcept;
    SqliteFile(const SqliteFile&) = delete;
    SqliteFile& operator=(const SqliteFile&) = delete;
    ~SqliteFile();

    /// Runs every statement of an embedded file, rows thrown away.
    Result<void> run(std::string_view embedded_path);

    /// Damaged, with what SQLite found, when the file's structure is not whole or a part of it
    /// cannot be read.
    Result<void> check_whole() const;
    /// As `check_whole`, and every index beside its table: as many times slower as there are.
    Result<void> check_fully() const;

    /// Whether closing leaves the file and its WAL byte for byte, or brings the WAL into the file.
    void keep_as_it_is(bool keep);

    /// Whether SQLite last refused a statement as such: the tables are not those it is meant for.
    bool does_not_fit() const;

    /// What SQLite last refused, by what a person can do about it.
    Error last_error() const;
    sqlite3* handle() const { return handle_; }
    const std::string& name() const { return name_; }

private:
    Result<void> check(std::string_view query_name) const;

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
