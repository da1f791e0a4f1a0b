// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/csv.h"

#include <catch2/catch_test_macros.hpp>

using namespace longju;

TEST_CASE("a table is read by column name") {
    const auto table = parse_csv(
        "# comment\nid,price,source,confidence\na,12.5,\"GB, table \"\"1\"\"\",verified\n",
        "t.csv");

    REQUIRE(table);
    REQUIRE(table->rows.size() == 1);
    const CsvRow& row = table->rows.front();
    CHECK(row.required("id") == "a");
    CHECK(row.number("price", 0, 100) == 12.5);
    CHECK(row.provenance()->source == "GB, table \"1\"");
    CHECK(row.provenance()->confidence == Confidence::Verified);
    CHECK(row.line() == 3);
}

TEST_CASE("a table survives being moved") {
    auto table = parse_csv("id,name\na,甲\nb,乙\n", "t.csv");
    REQUIRE(table);

    const CsvTable moved = std::move(*table);

    CHECK(moved.rows[1].required("name") == "乙");
}

TEST_CASE("refusals name file, line and column") {
    const auto table =
        parse_csv("id,price,source,confidence\na,x,s,sure\n,150,s,verified\n", "t.csv");
    REQUIRE(table);

    CHECK(table->rows[0].number("price", 0, 100).error().sentence() ==
          "t.csv:2: field price: \"x\" is not a number");
    CHECK(table->rows[1].number("price", 0, 100).error().sentence() ==
          "t.csv:3: field price: 150 is outside 0 to 100");
    CHECK(table->rows[1].required("id").error().sentence() ==
          "t.csv:3: field id: is empty; fill it in");
    CHECK(table->rows[0].provenance().error().field == "confidence");
    CHECK(table->rows[0].text("colour").error().field == "colour");
}

TEST_CASE("broken tables are refused whole") {
    struct Case {
        const char* content;
        int line;
    };
    const Case cases[] = {{"id,name\na\n", 2},        {"id,id\na,b\n", 1}, {"id,\na,b\n", 1},
                          {"id,name\na,\"open\n", 2}, {"\xFF,b\n", 0},     {"", 0}};
    for (const Case& c : cases) {
        INFO(c.content);
        const auto table = parse_csv(c.content, "t.csv");
        REQUIRE_FALSE(table);
        CHECK(table.error().file == "t.csv");
        CHECK(table.error().line == c.line);
    }
}
