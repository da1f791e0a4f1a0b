// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/result.h"
#include "report/annual_table.h"

/// The records of several counties on a PostgreSQL server, where a prefecture or the province has
/// more than one county's file. db/README.md has the tables.
namespace longju::report {

/// What publishing did.
struct Published {
    int fresh = 0;      ///< Were not there.
    int changed = 0;    ///< Took the place of an earlier state or of other figures.
    int unchanged = 0;  ///< Were there as they are.
    int older = 0;      ///< The server has a later state from elsewhere; it stays.
    int no_county = 0;  ///< Name no county: they are not published.
};

struct PublishOptions {
    std::size_t batch = 200;  ///< Records of a transaction; > 0.
    /// After every batch that is on the server for good: how many of how many.
    std::function<void(std::size_t done, std::size_t all)> progress;
};

/// What the server holds.
struct Holdings {
    std::vector<Record> records;  ///< Without villages and record codes: they are not published.
    Versions versions;            ///< Several are parted by 、.
    /// Counties whose rows are not those they said they published: broken off, or changed since.
    std::vector<std::string> not_whole;
};

class Warehouse {
public:
    /// `postgresql://user@host/database`, or any string of libpq. Makes the tables in a database
    /// that has none. Missing when this program was built without libpq; TooNew for tables of a
    /// newer version.
    static Result<Warehouse> open(const std::string& address);

    Warehouse(Warehouse&&) noexcept;
    Warehouse& operator=(Warehouse&&) noexcept;
    ~Warehouse();

    /// Sends what is not there of the records (each visit once), batch by batch: when it is broken
    /// off, what was sent stays and the next time goes on from there; when nothing changed, nothing
    /// is written. Practice visits stay at home.
    Result<Published> publish(std::span<const Record> records, const Versions& versions,
                              const PublishOptions& options = {});

    Result<Holdings> holdings();

    class Connection;

private:
    explicit Warehouse(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

}  // namespace longju::report
