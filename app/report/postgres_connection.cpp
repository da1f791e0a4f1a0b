// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/postgres_connection.h"

#ifdef LONGJU_POSTGRESQL

#include <algorithm>

#include <fmt/format.h>

#include "core/embedded.h"
#include "core/text.h"

namespace longju::report {

namespace {

std::string statement(std::string_view name) {
    return std::string(embedded(fmt::format("db/postgresql/{}.sql", name)));
}

void keep_quiet(void* /*nothing*/, const PGresult* /*notice*/) {}

}  // namespace

std::optional<std::string> PostgresRows::text(int row, int column) const {
    if (PQgetisnull(result_.get(), row, column) != 0) return std::nullopt;
    return std::string(PQgetvalue(result_.get(), row, column));
}

bool PostgresRows::good() const {
    const ExecStatusType status = PQresultStatus(result_.get());
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

bool PostgresRows::answered() const {
    const char* state = PQresultErrorField(result_.get(), PG_DIAG_SQLSTATE);
    // Class 08: the connection; 57P: the server is being stopped.
    const std::string_view code = state == nullptr ? "08" : state;
    return !code.starts_with("08") && !code.starts_with("57P");
}

Result<std::unique_ptr<Warehouse::Connection>> Warehouse::Connection::open(
    const std::string& address) {
    std::unique_ptr<Connection> made(new Connection(PQconnectdb(address.c_str())));
    PGconn* handle = made->handle_.get();
    if (PQstatus(handle) != CONNECTION_OK) return std::unexpected(made->refusal(false));
    PQsetNoticeReceiver(handle, keep_quiet, nullptr);
    if (PQsetClientEncoding(handle, "UTF8") != 0) return std::unexpected(made->refusal(false));
    return made;
}

Error Warehouse::Connection::refusal(bool answered) const {
    std::string said(trimmed(PQerrorMessage(handle_.get())));
    std::ranges::replace(said, '\n', ' ');
    std::erase(said, '\t');
    const char* what = answered ? "refused" : "cannot be reached; what was sent stays, try again";
    return {.kind = answered ? ErrorKind::Io : ErrorKind::Busy,
            .what = fmt::format("the PostgreSQL server {}: {}", what, said)};
}

Result<PostgresRows> Warehouse::Connection::run(std::string_view name,
                                                const PostgresValues& values) {
    std::vector<const char*> pointers;
    for (const auto& value : values) pointers.push_back(value ? value->c_str() : nullptr);
    PostgresRows rows(PQexecParams(handle_.get(), statement(name).c_str(),
                                   static_cast<int>(values.size()), nullptr, pointers.data(),
                                   nullptr, nullptr, 0));
    if (!rows.good()) return std::unexpected(refusal(rows.answered()));
    return rows;
}

Result<void> Warehouse::Connection::run_all(std::string_view name) {
    const PostgresRows rows(PQexec(handle_.get(), statement(name).c_str()));
    if (!rows.good()) return std::unexpected(refusal(rows.answered()));
    return {};
}

}  // namespace longju::report

#endif
