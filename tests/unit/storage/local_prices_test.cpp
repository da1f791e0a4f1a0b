// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/local_prices.h"

#include "catch2/catch_test_macros.hpp"
#include "unit/estimate/small_reference.h"

using namespace longju;

namespace {

const estimate::Reference reference = estimate::sample::reference();

Result<std::vector<cost::LocalPrice>> parsed(const std::string& rows) {
    return storage::parse_local_prices(
        "id,name_zh,unit_zh,low_yuan,typical_yuan,high_yuan,date,source\n" + rows, "prices.csv",
        reference);
}

}  // namespace

TEST_CASE("local prices are read for works and for fuels") {
    const auto prices = parsed(
        "wall_eps,,,100,120,140,2026-11,镇建材店报价\n"
        "straw,,,0,0,0,2026-11,自家秸秆\n");
    REQUIRE(prices.has_value());
    REQUIRE(prices->size() == 2);
    CHECK(prices->front().per_unit.typical == Money::yuan(120));
    CHECK(prices->back().per_unit.high == Money{});
    CHECK(prices->back().source == "自家秸秆");
}

TEST_CASE("a bad local price is refused at its line and column") {
    const auto refused = [](const std::string& row) {
        const auto prices = parsed("wall_eps,,,100,120,140,2026-11,报价\n" + row);
        REQUIRE_FALSE(prices.has_value());
        return prices.error().sentence();
    };
    CHECK(refused("no_such,,,1,2,3,2026-11,报价\n").find("prices.csv:3") != std::string::npos);
    CHECK(refused("no_such,,,1,2,3,2026-11,报价\n").find("longju prices") != std::string::npos);
    CHECK(refused("pv,,,3,2,3,2026-11,报价\n").find("low_yuan") != std::string::npos);
    CHECK(refused("pv,,,1,2,3,11月,报价\n").find("date") != std::string::npos);
    CHECK(refused("pv,,,1,2,3,2026-11,\n").find("source") != std::string::npos);
    CHECK(refused("wall_eps,,,1,2,3,2026-11,报价\n").find("twice") != std::string::npos);
    CHECK(refused("pv,,,一,2,3,2026-11,报价\n").find("low_yuan") != std::string::npos);
}

TEST_CASE("what is written is read back the same, commas and quotes in the source too") {
    std::vector<cost::LocalPrice> prices = storage::catalog_as_local(reference);
    prices.front().source = "老张说 \"先付\", 再干";
    const auto back = storage::parse_local_prices(storage::local_prices_text(prices, reference),
                                                  "prices.csv", reference);
    REQUIRE(back.has_value());
    CHECK(*back == prices);
}

TEST_CASE("without a file there are no local prices") {
    const auto prices = storage::read_local_prices("/no/such/folder/prices.csv", reference);
    REQUIRE(prices.has_value());
    CHECK(prices->empty());
}
