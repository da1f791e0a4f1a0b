// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/report_verbs.h"

#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>

#include "storage/catalog_source.h"
#include "storage/platform.h"
#include "storage/visits_store.h"
#include "unit/report/postgres_server.h"
#include "unit/storage/temporary_folder.h"
#include "visit/case_file.h"

namespace longju::cli {

namespace {

const std::string catalog = LONGJU_SOURCE_DIR "/catalog";

/// A county's machine with five households whose works were accepted in 2026.
struct County {
    County() {
        REQUIRE(::setenv("LONGJU_DATA_DIR", at("data").c_str(), 1) == 0);
        REQUIRE(::setenv("LONGJU_REFERENCE", at("reference.db").c_str(), 1) == 0);
        REQUIRE(run({"catalog", "build", catalog, "-o", at("reference.db")}).err.empty());
        const auto reference = storage::read_catalog(storage::path_from_utf8(catalog));
        REQUIRE(reference);
        const auto inputs = visit::read_case(
            storage::path_from_utf8(catalog + "/samples/wang_guilan.toml"), *reference);
        REQUIRE(inputs);
        auto store = storage::VisitsStore::open(storage::path_from_utf8(at("data")));
        REQUIRE(store);
        for (int i = 0; i < 5; ++i) {
            visit::Visit visit;
            visit.id = sha256_hex(std::to_string(i)).substr(0, 32);
            visit.inputs = *inputs;
            visit.inputs.household.head = fmt::format("户主{}", i);
            visit.inputs.household.category = house::HouseholdCategory::Dibao;
            visit.inputs.house.appraisal->grade = house::DangerGrade::C;
            visit.inputs.place.township = i < 4 ? "临江镇" : "榆林镇";
            visit.procedure.reached.insert_or_assign(
                "acceptance", std::chrono::year(2026) / std::chrono::September / (i + 1));
            REQUIRE(store->save(visit, {"李雪梅", reference->data_hash}));
        }
    }
    static Outcome run(const std::vector<std::string>& arguments) {
        return cli::run(arguments, "0.0");
    }
    std::string at(std::string_view name) const { return storage::utf8_path(folder / name); }
    std::string text(std::string_view name) const { return test::bytes_of(folder / name); }

    test::TemporaryFolder folder;
};

}  // namespace

TEST_CASE("the annual table is written as CSV, workbook and pages, inside and outside the county") {
    const County county;

    const Outcome csv =
        County::run({"report", "annual", "--year", "2026", "-o", county.at("t.csv")});
    REQUIRE(csv.err.empty());
    CHECK(csv.out.find("1 counties, 5 records, record set ") != std::string::npos);
    const std::string inside = county.text("t.csv");
    CHECK(inside.find("绥化市兰西县,") != std::string::npos);
    CHECK(inside.find(",397.80,") != std::string::npos);  // 5 houses of 79.56 m².
    CHECK(inside.find("户主0") == std::string::npos);

    for (const char* name : {"t.xlsx", "t.pdf"}) {
        CHECK(County::run({"report", "annual", "--year", "2026", "-o", county.at(name)}).err == "");
    }
    CHECK(county.text("t.xlsx").starts_with("PK"));
    CHECK(county.text("t.pdf").starts_with("%PDF"));

    CHECK(County::run({"report", "annual", "--year", "2026", "--outside", "--gb18030", "-o",
                       county.at("o.csv")})
              .err == "");
    // One household in 榆林镇: its area goes, and that of the other township with it.
    CHECK(county.text("o.csv").find(",79.56,") == std::string::npos);
    CHECK(county.text("o.csv").find(",318.24,") == std::string::npos);
    CHECK(county.text("o.csv").find(",397.80,") != std::string::npos);

    CHECK(County::run({"report", "annual", "--year", "2026", "-o", county.at("t.doc")}).code ==
          Outcome::BadInput);
}

TEST_CASE("every cell opens the records behind it") {
    const County county;

    const Outcome columns = County::run({"report", "cell", "--year", "2026"});
    const Outcome cell =
        County::run({"report", "cell", "--year", "2026", "--row", "榆林镇", "--column", "4b"});

    CHECK(columns.out.find("4b   农房节能改造 建筑面积") != std::string::npos);
    CHECK(columns.out.find("13   污水处理 户用 (户) 手填, no record knows it") !=
          std::string::npos);
    CHECK(cell.out.starts_with("榆林镇 农房节能改造 建筑面积 79.56 m²: 1 records, 0 more"));
    CHECK(cell.out.find(sha256_hex("4").substr(0, 32)) != std::string::npos);
    CHECK(cell.out.find(sha256_hex("3").substr(0, 32)) == std::string::npos);
    CHECK(County::run({"report", "cell", "--year", "2026", "--column", "99"}).code ==
          Outcome::BadInput);
    CHECK(County::run({"report", "cell", "--year", "2026", "--row", "x", "--column", "4b"}).code ==
          Outcome::BadInput);
}

TEST_CASE("what people fill in by hand stands in the county's row, and nowhere records know it") {
    const County county;
    test::put(county.folder / "e.csv", "column,value\n13,12\n17a,40\n");

    CHECK(County::run({"report", "annual", "--year", "2026", "--entries", county.at("e.csv"), "-o",
                       county.at("t.csv")})
              .err == "");
    CHECK(county.text("t.csv").find(",40,") != std::string::npos);

    test::put(county.folder / "e.csv", "column,value\n4b,12\n");
    const Outcome refused = County::run({"report", "annual", "--year", "2026", "--entries",
                                         county.at("e.csv"), "-o", county.at("t.csv")});
    CHECK(refused.code == Outcome::BadInput);
    CHECK(refused.err.find("e.csv:2") != std::string::npos);
}

TEST_CASE("the monthly list names the cases that changed") {
    const County county;
    const std::string month = storage::wall_time().substr(0, 7);

    const Outcome list =
        County::run({"report", "monthly", "--month", month, "-o", county.at("m.csv")});

    CHECK(list.err.empty());
    CHECK(list.out.find("5 changed rows, 5 on the list") != std::string::npos);
    CHECK(county.text("m.csv").find("新增,兰西县,临江镇,荣胜村,户主0,低保户,C,") !=
          std::string::npos);
    CHECK(County::run({"report", "monthly", "--month", "2026-13", "-o", county.at("m.csv")}).code ==
          Outcome::BadInput);
}

TEST_CASE("a table from the server is the county's own, and publishing again changes nothing") {
    const County county;
#ifndef LONGJU_POSTGRESQL
    const Outcome without = County::run({"publish", "--to", "postgresql:///x"});
    CHECK(without.code == Outcome::OurFault);
    CHECK(without.err.find("built without libpq") != std::string::npos);
#else
    const auto programs = test::postgres_programs();
    if (!programs) SKIP("no PostgreSQL server here: install Debian's package postgresql");
    test::PostgresServer server(*programs);
    REQUIRE(server.runs());

    const Outcome first = County::run({"publish", "--to", server.address()});
    const Outcome again = County::run({"publish", "--to", server.address()});
    REQUIRE(first.err.empty());
    CHECK(first.out.starts_with("5 new, 0 changed, 0 unchanged"));
    CHECK(again.out.starts_with("0 new, 0 changed, 5 unchanged"));

    for (const auto& [name, from] :
         {std::pair{"own.csv", std::string()}, std::pair{"server.csv", server.address()}}) {
        std::vector<std::string> arguments{"report", "annual", "--year",
                                           "2026",   "-o",     county.at(name)};
        if (!from.empty()) arguments.insert(arguments.end(), {"--from", from});
        CHECK(County::run(arguments).err.empty());
    }
    CHECK(county.text("own.csv") == county.text("server.csv"));
#endif
}

}  // namespace longju::cli
