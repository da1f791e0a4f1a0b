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

/// The little of SQLite that reference.db needs: one file, rows in and rows out in order.
namespace longju::storage {

/// A connection. Closes itself.
class ReferenceFile {
public:
    static Result<ReferenceFile> create(const std::filesystem::path& path);
    static Result<ReferenceFile> open_read_only(const std::filesystem::path& path);

    ReferenceFile(ReferenceFile&& other) noexcept;
    ReferenceFile& operator=(ReferenceFile&&) = delete;
    ReferenceFile(const ReferenceFile&) = delete;
    ReferenceFile& operator=(const ReferenceFile&) = delete;
    ~ReferenceFile();

    /// Runs all statements of an embedded file: `db/reference/schema.sql`.
    Result<void> run(std::string_view embedded_path);
    Error last_error() const;
    sqlite3* handle() const { return handle_; }

private:
    ReferenceFile(sqlite3* handle, std::string name) : handle_(handle), name_(std::move(name)) {}

    sqlite3* handle_;
    std::string name_;
};

/// One statement of `db/queries/reference/<name>.sql`; that of a table holds an INSERT, then a
/// SELECT.
class ReferenceQuery {
public:
    /// The statement at `index` of the file, from 0.
    static Result<ReferenceQuery> prepare(ReferenceFile& file, std::string_view name, int index);
    static Result<ReferenceQuery> insert_into(ReferenceFile& file, std::string_view name);
    static Result<ReferenceQuery> select_from(ReferenceFile& file, std::string_view name);

    ReferenceQuery(ReferenceQuery&& other) noexcept;
    ReferenceQuery& operator=(ReferenceQuery&&) = delete;
    ReferenceQuery(const ReferenceQuery&) = delete;
    ReferenceQuery& operator=(const ReferenceQuery&) = delete;
    ~ReferenceQuery();

    // Values of one row, from the left. After the last one `insert()` writes the row.
    void bind(std::string_view text);
    void bind(double number);
    void bind(std::int64_t number);
    void bind_null();
    Result<void> insert();

    /// The next row; false after the last.
    Result<bool> next();
    // Cells of the present row, from the left.
    std::string text();
    double number();
    std::int64_t integer();
    bool skip_null();  ///< True, and one cell on, when the cell is NULL.

private:
    ReferenceQuery(ReferenceFile& file, sqlite3_stmt* statement)
        : file_(&file), statement_(statement) {}

    ReferenceFile* file_;
    sqlite3_stmt* statement_;
    int at_ = 0;
};

}  // namespace longju::storage
