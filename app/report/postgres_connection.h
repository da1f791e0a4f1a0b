// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#ifdef LONGJU_POSTGRESQL

#include <libpq-fe.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/warehouse.h"

namespace longju::report {

/// What a statement gave: rows of texts.
class PostgresRows {
public:
    explicit PostgresRows(PGresult* result) : result_(result, &PQclear) {}

    /// Whether the server did it.
    bool good() const;
    /// Whether there was a server to refuse it.
    bool answered() const;
    int size() const { return PQntuples(result_.get()); }
    /// Nothing for NULL.
    std::optional<std::string> text(int row, int column) const;

private:
    std::unique_ptr<PGresult, decltype(&PQclear)> result_;
};

using PostgresValues = std::vector<std::optional<std::string>>;

/// One connection; all text of SQL comes from `db/postgresql/<name>.sql`.
class Warehouse::Connection {
public:
    static Result<std::unique_ptr<Connection>> open(const std::string& address);

    /// One statement with its values, $1 first.
    Result<PostgresRows> run(std::string_view name, const PostgresValues& values = {});
    /// Several statements without values.
    Result<void> run_all(std::string_view name);

private:
    explicit Connection(PGconn* handle) : handle_(handle, &PQfinish) {}
    Error refusal(bool answered) const;

    std::unique_ptr<PGconn, decltype(&PQfinish)> handle_;
};

}  // namespace longju::report

#endif
