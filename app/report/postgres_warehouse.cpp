// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <map>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/text.h"
#include "report/postgres_connection.h"
#include "report/warehouse.h"

namespace longju::report {

#ifdef LONGJU_POSTGRESQL

namespace {

constexpr long long schema = 1;
constexpr int fixed_columns = 9;  ///< Of records.sql, before the figures.

std::string_view word(Standing standing) {
    switch (standing) {
        case Standing::Withdrawn:
            return "withdrawn";
        case Standing::Double:
            return "double";
        case Standing::Counts:
        case Standing::Sample:
            break;
    }
    return "counts";
}

Standing standing_from(std::string_view word) {
    if (word == "withdrawn") return Standing::Withdrawn;
    return word == "double" ? Standing::Double : Standing::Counts;
}

/// A row of the table `longju.record`; what is not known is null.
nlohmann::json row_of(const Record& record) {
    nlohmann::json row{{"visit_id", record.visit_id},       {"county_code", record.county_code},
                       {"township", record.township},       {"head_hash", record.head_hash},
                       {"lamport", record.lamport},         {"versions", record.versions},
                       {"standing", word(record.standing)}, {"content_hash", content_hash(record)}};
    if (record.started) row["started"] = iso(*record.started);
    if (record.accepted) row["accepted"] = iso(*record.accepted);
    for (std::size_t i = 0; i < figure_count; ++i) {
        const auto& figure = record.figures.at(i);
        if (figure) row[std::string(report::word(static_cast<Figure>(i)))] = *figure;
    }
    return row;
}

Record record_from(const PostgresRows& rows, int row) {
    const auto text = [&](int column) { return rows.text(row, column).value_or(""); };
    Record record{.visit_id = text(0),
                  .head_hash = text(3),
                  .lamport = static_cast<std::uint64_t>(integer_from(text(4)).value_or(0)),
                  .versions = static_cast<int>(integer_from(text(5)).value_or(1)),
                  .county_code = text(1),
                  .township = text(2),
                  .standing = standing_from(text(6)),
                  .started = date_from(text(7)),
                  .accepted = date_from(text(8))};
    for (std::size_t i = 0; i < figure_count; ++i) {
        const auto figure = rows.text(row, fixed_columns + static_cast<int>(i));
        if (figure) record.figures.at(i) = integer_from(*figure);
    }
    return record;
}

/// By county code, those that name one; practice left out.
std::map<std::string, std::vector<Record>> by_county(std::span<const Record> records) {
    std::map<std::string, std::vector<Record>> counties;
    for (const Record& record : records) {
        if (record.standing == Standing::Sample || record.county_code.empty()) continue;
        counties[record.county_code].push_back(record);
    }
    return counties;
}

/// What the server has, visit by content.
using Known = std::map<std::string, std::string>;

Result<Known> known_records(Warehouse::Connection& connection) {
    const auto rows = connection.run("known");
    if (!rows) return std::unexpected(rows.error());
    Known known;
    for (int i = 0; i < rows->size(); ++i) {
        known[rows->text(i, 0).value_or("")] = rows->text(i, 1).value_or("");
    }
    return known;
}

/// One batch, whole or not at all: one statement is one transaction, and one way there and back.
Result<void> send(Warehouse::Connection& connection, std::span<const Record* const> batch,
                  const Known& known, Published& report) {
    nlohmann::json list = nlohmann::json::array();
    for (const Record* record : batch) list.push_back(row_of(*record));
    const auto rows = connection.run("put_records", {list.dump()});
    if (!rows) return std::unexpected(rows.error());
    for (int i = 0; i < rows->size(); ++i) {
        const bool there = known.contains(rows->text(i, 0).value_or(""));
        ++(there ? report.changed : report.fresh);
    }
    report.older += static_cast<int>(batch.size()) - rows->size();
    return {};
}

Result<void> put_publications(Warehouse::Connection& connection, std::span<const Record> records,
                              const Versions& v) {
    for (const auto& [county, own] : by_county(records)) {
        const auto put = connection.run(
            "put_publication", {county, record_set_hash(own), std::to_string(own.size()), v.catalog,
                                v.rules, v.prices, v.data_hash});
        if (!put) return std::unexpected(put.error());
    }
    return {};
}

void add_version(std::string& to, const std::string& version, std::set<std::string>& seen) {
    if (!seen.insert(version).second) return;
    to += (to.empty() ? "" : "、") + version;
}

Result<void> make_tables(Warehouse::Connection& connection) {
    if (auto begun = connection.run_all("begin"); !begun) return begun;
    if (auto made = connection.run_all("tables"); !made) {
        (void)connection.run_all("rollback");
        return made;
    }
    return connection.run_all("commit");
}

}  // namespace

Result<Warehouse> Warehouse::open(const std::string& address) {
    auto connection = Connection::open(address);
    if (!connection) return std::unexpected(connection.error());
    const auto there = (*connection)->run("is_there");
    if (!there) return std::unexpected(there.error());
    if (there->text(0, 0) != "t") {
        if (auto made = make_tables(**connection); !made) return std::unexpected(made.error());
    }
    const auto version = (*connection)->run("version");
    if (!version) return std::unexpected(version.error());
    const std::string written = version->size() > 0 ? version->text(0, 0).value_or("") : "";
    if (integer_from(written).value_or(0) != schema) {
        return fail(ErrorKind::TooNew,
                    fmt::format("the server's tables have version \"{}\" and this program knows "
                                "{}; use the program they were made with",
                                written, schema));
    }
    return Warehouse(*std::move(connection));
}

Result<Published> Warehouse::publish(std::span<const Record> records, const Versions& versions,
                                     const PublishOptions& options) {
    const auto known = known_records(*connection_);
    if (!known) return std::unexpected(known.error());
    Published report;
    std::vector<const Record*> to_send;
    for (const Record& record : records) {
        if (record.standing == Standing::Sample) continue;
        if (record.county_code.empty()) {
            ++report.no_county;
            continue;
        }
        const auto found = known->find(record.visit_id);
        const bool same = found != known->end() && found->second == content_hash(record);
        if (same) ++report.unchanged;
        if (!same) to_send.push_back(&record);
    }
    for (std::size_t done = 0; done < to_send.size();) {
        const auto batch =
            std::span(to_send).subspan(done, std::min(options.batch, to_send.size() - done));
        if (auto sent = send(*connection_, batch, *known, report); !sent) {
            return std::unexpected(sent.error());
        }
        done += batch.size();
        if (options.progress) options.progress(done, to_send.size());
    }
    if (auto put = put_publications(*connection_, records, versions); !put) {
        return std::unexpected(put.error());
    }
    return report;
}

Result<Holdings> Warehouse::holdings() {
    const auto rows = connection_->run("records");
    if (!rows) return std::unexpected(rows.error());
    Holdings held;
    for (int i = 0; i < rows->size(); ++i) held.records.push_back(record_from(*rows, i));
    auto counties = by_county(held.records);
    const auto said = connection_->run("publications");
    if (!said) return std::unexpected(said.error());
    std::array<std::set<std::string>, 4> seen;
    std::array<std::string*, 4> versions{&held.versions.catalog, &held.versions.rules,
                                         &held.versions.prices, &held.versions.data_hash};
    for (int i = 0; i < said->size(); ++i) {
        const std::string county = said->text(i, 0).value_or("");
        const bool whole = said->text(i, 1) == record_set_hash(counties[county]);
        if (!whole) held.not_whole.push_back(county);
        counties.erase(county);
        for (std::size_t k = 0; k < versions.size(); ++k) {
            const auto version = said->text(i, 2 + static_cast<int>(k));
            add_version(*versions.at(k), version.value_or(""), seen.at(k));
        }
    }
    for (const auto& [county, own] : counties) held.not_whole.push_back(county);
    return held;
}

#else

class Warehouse::Connection {};

namespace {

std::unexpected<Error> left_out() {
    return fail(ErrorKind::Missing,
                "this longju was built without libpq: install libpq-dev and build it again");
}

}  // namespace

Result<Warehouse> Warehouse::open(const std::string& /*address*/) { return left_out(); }

Result<Published> Warehouse::publish(std::span<const Record> /*records*/,
                                     const Versions& /*versions*/,
                                     const PublishOptions& /*options*/) {
    return left_out();
}

Result<Holdings> Warehouse::holdings() { return left_out(); }

#endif

Warehouse::Warehouse(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Warehouse::Warehouse(Warehouse&&) noexcept = default;
Warehouse& Warehouse::operator=(Warehouse&&) noexcept = default;
Warehouse::~Warehouse() = default;

}  // namespace longju::report
