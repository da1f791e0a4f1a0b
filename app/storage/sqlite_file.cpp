// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/sqlite_file.h"

#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "core/assert.h"
#include "core/embedded.h"

/// Of ext/recover in SQLite's own source, which has no header for it.
extern "C" int sqlite3_dbdata_init(sqlite3* handle, char** message, const void* unused);

namespace longju::storage {

namespace {

ErrorKind kind_of(int code) {
    switch (code & 0xff) {
        case SQLITE_FULL:
            return ErrorKind::NoSpace;
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            return ErrorKind::ReadOnly;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return ErrorKind::Busy;
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT:
            return ErrorKind::Damaged;
        default:
            return ErrorKind::Io;
    }
}

std::string advice(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::NoSpace:
            return "the disk is full; nothing of this save was written: free some space and try "
                   "again";
        case ErrorKind::ReadOnly:
            return "the folder or file cannot be written: choose a folder you may write to";
        case ErrorKind::Busy:
            return "another Longju has it open: close that one first";
        case ErrorKind::Damaged:
            return "the database is damaged";
        default:
            return "the system refused";
    }
}

}  // namespace

Result<SqliteFile> SqliteFile::open(const std::filesystem::path& file, int busy_ms,
                                    const std::string& vfs) {
    const std::u8string wide = file.u8string();
    std::string name(wide.begin(), wide.end());
    sqlite3* handle = nullptr;
    const int code =
        sqlite3_open_v2(name.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                        vfs.empty() ? nullptr : vfs.c_str());
    SqliteFile opened(handle, name);
    if (code != SQLITE_OK) return std::unexpected(opened.last_error());
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, busy_ms);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    if (sqlite3_db_readonly(handle, "main") == 1) {
        return std::unexpected(Error{.kind = ErrorKind::ReadOnly,
                                     .what = advice(ErrorKind::ReadOnly),
                                     .file = std::move(name)});
    }
    return opened;
}

Result<SqliteFile> SqliteFile::open_to_read(const std::filesystem::path& file) {
    const std::u8string wide = file.u8string();
    sqlite3* handle = nullptr;
    std::string name(wide.begin(), wide.end());
    const int code = sqlite3_open_v2(name.c_str(), &handle, SQLITE_OPEN_READONLY, nullptr);
    SqliteFile opened(handle, std::move(name));
    if (code != SQLITE_OK) return std::unexpected(opened.last_error());
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return opened;
}

Result<SqliteFile> SqliteFile::open_bytes(std::string& bytes, std::string name) {
    sqlite3* handle = nullptr;
    int code =
        sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    SqliteFile opened(handle, std::move(name));
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    auto* const start = reinterpret_cast<unsigned char*>(bytes.data());
    if (code == SQLITE_OK) {
        code = sqlite3_deserialize(handle, "main", start, size, size, SQLITE_DESERIALIZE_READONLY);
    }
    if (code == SQLITE_OK) code = sqlite3_dbdata_init(handle, nullptr, nullptr);
    if (code != SQLITE_OK) return std::unexpected(opened.last_error());
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return opened;
}

SqliteFile::SqliteFile(SqliteFile&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)), name_(std::move(other.name_)) {}

SqliteFile& SqliteFile::operator=(SqliteFile&& other) noexcept {
    std::swap(handle_, other.handle_);
    std::swap(name_, other.name_);
    return *this;
}

SqliteFile::~SqliteFile() { sqlite3_close(handle_); }

Result<void> SqliteFile::run(std::string_view embedded_path) {
    const auto sql = find_embedded(embedded_path);
    LONGJU_ASSERT(sql.has_value(), "every SQL file that is named is embedded");
    const std::string text(*sql);
    if (sqlite3_exec(handle_, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        return std::unexpected(last_error());
    }
    return {};
}

Result<void> SqliteFile::check_whole() const { return check("quick_check"); }

Result<void> SqliteFile::check_fully() const { return check("integrity_check"); }

Result<void> SqliteFile::check(std::string_view query_name) const {
    std::string found;
    // The check tells a page that could not be read this once as damage: what is, is so twice.
    for (int tries = 0; tries < 2; ++tries) {
        auto query = SqliteQuery::prepare(*this, query_name);
        if (!query) return std::unexpected(query.error());
        const auto row = query->next();
        if (!row) return std::unexpected(row.error());
        found = *row ? query->text(0) : "";
        if (found == "ok") return {};
    }
    return std::unexpected(Error{
        .kind = ErrorKind::Damaged, .what = "the database is damaged: " + found, .file = name_});
}

void SqliteFile::keep_as_it_is(bool keep) {
    sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

bool SqliteFile::does_not_fit() const { return sqlite3_errcode(handle_) == SQLITE_ERROR; }

Error SqliteFile::last_error() const {
    const int code = handle_ == nullptr ? SQLITE_NOMEM : sqlite3_extended_errcode(handle_);
    const ErrorKind kind = kind_of(code);
    const char* detail = handle_ == nullptr ? "out of memory" : sqlite3_errmsg(handle_);
    return {.kind = kind, .what = fmt::format("{} ({})", advice(kind), detail), .file = name_};
}

Result<SqliteQuery> SqliteQuery::prepare(const SqliteFile& file, std::string_view name) {
    const auto sql = find_embedded(fmt::format("db/queries/visits/{}.sql", name));
    LONGJU_ASSERT(sql.has_value(), "every SQL file that is named is embedded");
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v2(file.handle(), sql->data(), static_cast<int>(sql->size()),
                                        &statement, nullptr);
    if (code != SQLITE_OK) return std::unexpected(file.last_error());
    return SqliteQuery(file, statement);
}

SqliteQuery::SqliteQuery(SqliteQuery&& other) noexcept
    : file_(other.file_),
      statement_(std::exchange(other.statement_, nullptr)),
      bound_(other.bound_) {}

SqliteQuery::~SqliteQuery() { sqlite3_finalize(statement_); }

SqliteQuery& SqliteQuery::bind(std::string_view text) {
    sqlite3_bind_text64(statement_, ++bound_, text.data() == nullptr ? "" : text.data(),
                        text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    return *this;
}

SqliteQuery& SqliteQuery::bind(std::int64_t number) {
    sqlite3_bind_int64(statement_, ++bound_, number);
    return *this;
}

SqliteQuery& SqliteQuery::bind_bytes(std::string_view bytes) {
    sqlite3_bind_blob64(statement_, ++bound_, bytes.data() == nullptr ? "" : bytes.data(),
                        bytes.size(), SQLITE_TRANSIENT);
    return *this;
}

Result<bool> SqliteQuery::next() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    Error error = file_->last_error();
    sqlite3_reset(statement_);
    return std::unexpected(std::move(error));
}

Result<int> SqliteQuery::finish() {
    while (true) {
        const auto row = next();
        if (!row) return std::unexpected(row.error());
        if (!*row) break;
    }
    const int changed = sqlite3_changes(file_->handle());
    sqlite3_reset(statement_);
    bound_ = 0;
    return changed;
}

std::string SqliteQuery::text(int column) const { return bytes(column); }

std::int64_t SqliteQuery::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

std::string SqliteQuery::bytes(int column) const {
    const auto* start = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const auto count = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return start == nullptr ? std::string() : std::string(start, count);
}

Result<SqliteTransaction> SqliteTransaction::begin(SqliteFile& file) {
    if (auto begun = file.run("db/queries/visits/begin.sql"); !begun) {
        return std::unexpected(begun.error());
    }
    return SqliteTransaction(file);
}

SqliteTransaction::SqliteTransaction(SqliteTransaction&& other) noexcept
    : file_(std::exchange(other.file_, nullptr)) {}

SqliteTransaction::~SqliteTransaction() {
    // A statement that failed may have rolled back already; then there is nothing left to undo.
    if (file_ != nullptr && sqlite3_get_autocommit(file_->handle()) == 0) {
        (void)file_->run("db/queries/visits/rollback.sql");
    }
}

Result<void> SqliteTransaction::commit() {
    auto committed = file_->run("db/queries/visits/commit.sql");
    if (committed) file_ = nullptr;
    return committed;
}

}  // namespace longju::storage
