// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/warehouse.h"

#include <algorithm>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>

#include "report/annual_grid.h"
#include "unit/report/postgres_server.h"
#include "unit/report/sample_records.h"

// Against a real server that the test starts for itself.

namespace longju::report {

namespace {

const Versions versions{"2026.11", "rules-7", "prices-3", "data"};

/// A county's records, some figures unknown, without what is not published.
std::vector<Record> county(const std::string& code, int households) {
    std::vector<Record> records;
    for (int i = 0; i < households; ++i) {
        Record record =
            sample::accepted(fmt::format("{}-{}", code, i), code, i % 2 == 0 ? "临江镇" : "榆林镇");
        sample::set(record, Figure::Retrofit, 1);
        sample::set(record, Figure::RetrofitArea, 7956 + i);
        sample::set(record, Figure::PowerSaved, -1200);
        sample::set(record, Figure::GreenMaterial, std::nullopt);
        records.push_back(record);
    }
    return records;
}

std::unique_ptr<test::PostgresServer> started() {
#ifndef LONGJU_POSTGRESQL
    SKIP("built without libpq: nothing can be published");
#endif
    const auto programs = test::postgres_programs();
    if (!programs) SKIP("no PostgreSQL server here: install Debian's package postgresql");
    auto server = std::make_unique<test::PostgresServer>(*programs);
    REQUIRE(server->runs());
    return server;
}

Warehouse open(const test::PostgresServer& server) {
    auto warehouse = Warehouse::open(server.address());
    if (!warehouse) FAIL(warehouse.error().sentence());
    return *std::move(warehouse);
}

std::vector<Record> sorted(std::vector<Record> records) {
    std::ranges::sort(records, {}, &Record::visit_id);
    return records;
}

}  // namespace

TEST_CASE("what is published comes back as it was, and the second time nothing is written") {
    const auto server = started();
    Warehouse warehouse = open(*server);
    std::vector<Record> records = county("231222", 25);
    records[3].standing = Standing::Withdrawn;
    records[4].standing = Standing::Double;
    records[5].accepted.reset();
    std::vector<std::size_t> progress;
    const PublishOptions options{
        .batch = 10, .progress = [&](std::size_t done, std::size_t) { progress.push_back(done); }};

    const auto first = warehouse.publish(records, versions, options);
    const auto second = open(*server).publish(records, versions, options);

    REQUIRE(first);
    CHECK(first->fresh == 25);
    CHECK(progress == std::vector<std::size_t>{10, 20, 25});
    REQUIRE(second);
    CHECK(second->fresh == 0);
    CHECK(second->changed == 0);
    CHECK(second->unchanged == 25);
    // No row was written again: each row still has the one version it was made with.
    CHECK(
        server->run("DO 'BEGIN ASSERT (SELECT count(DISTINCT xmin::text) FROM longju.record) "
                    "= 3; END'"));
    const auto held = warehouse.holdings();
    REQUIRE(held);
    CHECK(held->records == sorted(records));
    CHECK(held->versions == versions);
    CHECK(held->not_whole.empty());
}

TEST_CASE("a change of figures or of the visit takes the place of what was published") {
    const auto server = started();
    Warehouse warehouse = open(*server);
    std::vector<Record> records = county("231222", 4);
    REQUIRE(warehouse.publish(records, versions));

    sample::set(records[0], Figure::RetrofitArea, 9000);
    records[1].head_hash = sha256_hex("later");
    records[1].lamport += 1;
    const auto done = warehouse.publish(records, versions);

    REQUIRE(done);
    CHECK(done->changed == 2);
    CHECK(done->unchanged == 2);
    CHECK(warehouse.holdings()->records == sorted(records));

    // A county that has an earlier state of the visit does not bring it back.
    std::vector<Record> earlier{records[1]};
    earlier[0].head_hash = sha256_hex("earlier");
    earlier[0].lamport -= 1;
    const auto refused = warehouse.publish(earlier, versions);
    REQUIRE(refused);
    CHECK(refused->older == 1);
    CHECK(warehouse.holdings()->records == sorted(records));
}

TEST_CASE("publishing that is broken off goes on from what was sent") {
    const auto server = started();
    const std::vector<Record> records = county("231222", 30);
    {
        Warehouse warehouse = open(*server);
        const PublishOptions options{.batch = 10, .progress = [&](std::size_t done, std::size_t) {
                                         if (done == 20) CHECK(server->stop());
                                     }};

        const auto broken = warehouse.publish(records, versions, options);

        REQUIRE(!broken);
        CHECK(broken.error().kind == ErrorKind::Busy);
        INFO(broken.error().sentence());
        CHECK(broken.error().sentence().find("try again") != std::string::npos);
    }
    REQUIRE(server->start());
    Warehouse warehouse = open(*server);
    CHECK(warehouse.holdings()->not_whole == std::vector<std::string>{"231222"});

    const auto rest = warehouse.publish(records, versions);

    REQUIRE(rest);
    CHECK(rest->unchanged == 20);
    CHECK(rest->fresh == 10);
    const auto held = warehouse.holdings();
    CHECK(held->records == sorted(records));
    CHECK(held->not_whole.empty());
}

TEST_CASE("several counties on one server make the table that their files make together") {
    const auto server = started();
    Warehouse warehouse = open(*server);
    const std::vector<Record> lanxi = county("231222", 12), wangkui = county("231221", 7);
    REQUIRE(warehouse.publish(lanxi, versions));
    REQUIRE(warehouse.publish(wangkui, {"2026.11", "rules-8", "prices-3", "data"}));
    const std::vector<estimate::Division> divisions{{.code = "231222", .name_zh = "兰西县"},
                                                    {.code = "231221", .name_zh = "望奎县"}};

    const auto held = warehouse.holdings();

    REQUIRE(held);
    CHECK(held->versions.rules == "rules-8、rules-7");
    std::vector<Record> both = lanxi;
    both.insert(both.end(), wangkui.begin(), wangkui.end());
    const AnnualTable theirs = annual_table(held->records, 2026, versions, divisions);
    const AnnualTable ours = annual_table(both, 2026, versions, divisions);
    CHECK(csv_of(annual_grid(theirs)) == csv_of(annual_grid(ours)));
    CHECK(sample::cell(theirs.total, "4a").amount == 19);
}

TEST_CASE("no name, no village and no record code leaves the county, and practice stays at home") {
    const auto server = started();
    Warehouse warehouse = open(*server);
    std::vector<Record> records = county("231222", 3);
    records[0].village = "荣胜村";
    records[0].code = "231222-26-8f3a91c2-K";
    records[1].standing = Standing::Sample;
    records[2].county_code.clear();

    const auto done = warehouse.publish(records, versions);

    REQUIRE(done);
    CHECK(done->fresh == 1);
    CHECK(done->no_county == 1);
    CHECK(
        server->run("DO 'BEGIN ASSERT (SELECT count(*) FROM longju.record AS r WHERE "
                    "row_to_json(r)::text ~ ''荣胜|8f3a91c2'') = 0; END'"));
    const auto held = warehouse.holdings();
    REQUIRE(held->records.size() == 1);
    CHECK(held->records[0].visit_id == records[0].visit_id);
    CHECK(held->records[0].village.empty());
}

TEST_CASE("tables of a newer version and a server that is not there are told apart") {
    const auto server = started();
    CHECK(Warehouse::open(server->address()));
    REQUIRE(server->run("UPDATE longju.meta SET value = '2'"));

    const auto newer = Warehouse::open(server->address());
    REQUIRE(!newer);
    CHECK(newer.error().kind == ErrorKind::TooNew);

    REQUIRE(server->stop());
    const auto away = Warehouse::open(server->address());
    REQUIRE(!away);
    CHECK(away.error().kind == ErrorKind::Busy);
}

}  // namespace longju::report
