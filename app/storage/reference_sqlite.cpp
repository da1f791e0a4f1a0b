// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/reference_sqlite.h"

#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "core/assert.h"
#include "core/embedded.h"

namespace longju::storage {

namespace {

std::string utf8_name(const std::filesystem::path& path) {
    const std::u8string text = path.generic_u8string();
    return {text.begin(), text.end()};
}

ErrorKind kind_of(int code) {
    switch (code & 0xFF) {
        case SQLITE_FULL:
            return ErrorKind::NoSpace;
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return ErrorKind::ReadOnly;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_ERROR:  // A table or column that is not there.
            return ErrorKind::Damaged;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return ErrorKind::Busy;
        default:
            return ErrorKind::Io;
    }
}

Result<sqlite3*> open(const std::string& name, int flags) {
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    if (code == SQLITE_OK) return handle;
    Error error{
        kind_of(code), std::string("cannot be opened: ") + sqlite3_errstr(code), name, 0, {}};
    sqlite3_close(handle);
    return std::unexpected(std::move(error));
}

}  // namespace

Result<ReferenceFile> ReferenceFile::create(const std::filesystem::path& path) {
    const std::string name = utf8_name(path);
    const auto handle = open(name, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    if (!handle) {
        Error error = handle.error();
        error.kind = ErrorKind::ReadOnly;
        error.what = "cannot be created here; choose a folder that can be written";
        return std::unexpected(std::move(error));
    }
    return ReferenceFile(*handle, name);
}

Result<ReferenceFile> ReferenceFile::open_read_only(const std::filesystem::path& path) {
    const std::string name = utf8_name(path);
    const auto handle = open(name, SQLITE_OPEN_READONLY);
    if (!handle) return std::unexpected(handle.error());
    return ReferenceFile(*handle, name);
}

ReferenceFile::ReferenceFile(ReferenceFile&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)), name_(std::move(other.name_)) {}

ReferenceFile::~ReferenceFile() { sqlite3_close(handle_); }

Result<void> ReferenceFile::run(std::string_view embedded_path) {
    const std::string sql(embedded(embedded_path));
    LONGJU_ASSERT(!sql.empty(), "the statements of reference.db are part of the program");
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
    return std::unexpected(last_error());
}

Error ReferenceFile::last_error() const {
    return {kind_of(sqlite3_errcode(handle_)), sqlite3_errmsg(handle_), name_, 0, {}};
}

Result<ReferenceQuery> ReferenceQuery::prepare(ReferenceFile& file, std::string_view name,
                                               int index) {
    const std::string_view sql = embedded(fmt::format("db/queries/reference/{}.sql", name));
    LONGJU_ASSERT(!sql.empty(), "the statements of reference.db are part of the program");
    const char* at = sql.data();
    const char* end = sql.data() + sql.size();
    for (int i = 0;; ++i) {
        sqlite3_stmt* statement = nullptr;
        const char* rest = nullptr;
        if (sqlite3_prepare_v2(file.handle(), at, static_cast<int>(end - at), &statement, &rest) !=
            SQLITE_OK) {
            return std::unexpected(file.last_error());
        }
        if (i == index) return ReferenceQuery(file, statement);
        sqlite3_finalize(statement);
        at = rest;
    }
}

Result<ReferenceQuery> ReferenceQuery::insert_into(ReferenceFile& file, std::string_view name) {
    return prepare(file, name, 0);
}

Result<ReferenceQuery> ReferenceQuery::select_from(ReferenceFile& file, std::string_view name) {
    return prepare(file, name, 1);
}

ReferenceQuery::ReferenceQuery(ReferenceQuery&& other) noexcept
    : file_(other.file_), statement_(std::exchange(other.statement_, nullptr)), at_(other.at_) {}

ReferenceQuery::~ReferenceQuery() { sqlite3_finalize(statement_); }

void ReferenceQuery::bind(std::string_view text) {
    sqlite3_bind_text64(statement_, ++at_, text.data() == nullptr ? "" : text.data(), text.size(),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}

void ReferenceQuery::bind(double number) { sqlite3_bind_double(statement_, ++at_, number); }

void ReferenceQuery::bind(std::int64_t number) { sqlite3_bind_int64(statement_, ++at_, number); }

void ReferenceQuery::bind_null() { sqlite3_bind_null(statement_, ++at_); }

Result<void> ReferenceQuery::insert() {
    LONGJU_ASSERT(at_ == sqlite3_bind_parameter_count(statement_), "a row fills every column");
    const bool done = sqlite3_step(statement_) == SQLITE_DONE;
    if (!done) return std::unexpected(file_->last_error());
    sqlite3_reset(statement_);
    at_ = 0;
    return {};
}

Result<bool> ReferenceQuery::next() {
    at_ = 0;
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return std::unexpected(file_->last_error());
}

std::string ReferenceQuery::text() {
    const auto* bytes = sqlite3_column_text(statement_, at_);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, at_));
    ++at_;
    if (bytes == nullptr) return {};
    return {reinterpret_cast<const char*>(bytes), size};
}

double ReferenceQuery::number() { return sqlite3_column_double(statement_, at_++); }

std::int64_t ReferenceQuery::integer() { return sqlite3_column_int64(statement_, at_++); }

bool ReferenceQuery::skip_null() {
    if (sqlite3_column_type(statement_, at_) != SQLITE_NULL) return false;
    ++at_;
    return true;
}

}  // namespace longju::storage
