// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/data_pack.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "core/date.h"
#include "subsidy/rule.h"
#include "unit/sync/sample_packs.h"

using namespace longju;
using namespace longju::sync;
using namespace longju::sync::sample;

namespace {

const access::SigningKey key = access::new_signing_key();

std::string signed_by_county(const DataPack& pack) {
    const auto bytes = data_pack_bytes(pack, key, shipped());
    INFO((bytes ? std::string() : bytes.error().sentence()));
    REQUIRE(bytes);
    return *bytes;
}

Error refusal(const DataPack& pack) {
    const auto bytes = data_pack_bytes(pack, key, shipped());
    REQUIRE_FALSE(bytes);
    return bytes.error();
}

}  // namespace

TEST_CASE("a data pack of each kind is read back as it was, by its signer") {
    for (const DataPack& pack : {catalog_pack(), climate_pack(), price_pack(), rule_pack()}) {
        CAPTURE(word_of(pack.kind));
        const auto read = parse_data_pack(signed_by_county(pack), "p.ljd");
        REQUIRE(read);
        CHECK(read->pack == pack);
        CHECK(read->signer == key.signer);
    }
}

TEST_CASE("a data pack with any other byte in it is refused, and so is every shorter one") {
    const std::string bytes = signed_by_county(price_pack());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        CAPTURE(at);
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        REQUIRE_FALSE(parse_data_pack(changed, "p.ljd"));
        REQUIRE_FALSE(parse_data_pack(std::string_view(bytes).substr(0, at), "p.ljd"));
    }
}

TEST_CASE("prices of a pack hold for everybody here and name the office that set them") {
    const auto made = with_pack(shipped(), price_pack(3));
    REQUIRE(made);
    const cost::Price* wall = made->prices.find("wall_eps100");
    REQUIRE(wall != nullptr);
    CHECK(wall->per_unit.typical == Money::yuan(150));
    CHECK(wall->provenance.source == "望奎县住建局 信息价");
    CHECK(wall->provenance.confidence == Confidence::Secondary);
    CHECK_FALSE(wall->local);
    CHECK(made->energy.find_fuel("raw_coal")->price_per_unit.typical == Money::yuan(850));
    CHECK(made->prices.version == shipped().prices.version + "+wangkui-2026.3");
    CHECK(made->prices.find("wall_eps150")->per_unit ==
          shipped().prices.find("wall_eps150")->per_unit);
}

TEST_CASE("a climate pack moves a station and leaves the rest") {
    const auto made = with_pack(shipped(), climate_pack());
    REQUIRE(made);
    REQUIRE(made->stations.size() == shipped().stations.size());
    CHECK(made->find_station("509530")->site.latitude.value ==
          shipped().find_station("509530")->site.latitude.value + 1.0);
    CHECK(made->find_station("509530")->normals.t_mean_c ==
          shipped().find_station("509530")->normals.t_mean_c);
}

TEST_CASE("a catalog pack takes the place of the whole catalog") {
    DataPack pack = catalog_pack(2);
    std::string& head = pack.files.at("catalog.toml");
    const auto at = head.find(shipped().version);
    REQUIRE(at != std::string::npos);
    head.replace(at, shipped().version.size(), "2027.03");
    const auto made = with_pack(shipped(), pack);
    REQUIRE(made);
    CHECK(made->version == "2027.03+wangkui-2026.2");
    CHECK(made->designs.size() == shipped().designs.size());
}

TEST_CASE("what does not fit is not signed, and the refusal names file, line and field") {
    DataPack prices = price_pack();
    prices.files["prices.csv"] += "no_such_price,x,x,1,2,3,2026-11,y\n";
    CHECK(refusal(prices).file == "wangkui-2026/prices.csv");
    CHECK(refusal(prices).line == 4);
    CHECK(refusal(prices).field == "id");

    DataPack more = price_pack();
    more.files["stations.csv"] = "id\n";
    CHECK(refusal(more).what == "does not belong into a pack of prices");

    DataPack climate = climate_pack();
    climate.files.erase("normals.csv");
    CHECK(refusal(climate).what == "is missing from the pack");

    DataPack catalog = catalog_pack();
    catalog.files.erase("doors.csv");
    CHECK(refusal(catalog).file == "wangkui-2026/doors.csv");

    for (auto* text : {"", "Wangkui", "-x", "a b", "../x"}) {
        DataPack named = price_pack();
        named.id = text;
        CHECK(refusal(named).field == "id");
    }
}

TEST_CASE("what its own cases do not prove is not signed") {
    DataPack wrong = rule_pack();
    std::string& cases = wrong.files["cases.json"];
    cases.replace(cases.find("\"fen\": 300000"), 13, "\"fen\": 400000");
    CHECK(refusal(wrong).field == "外墙补 3000 元");
    cases = R"({"cases": []})";
    CHECK(refusal(wrong).what == "has no case that proves it");
}

TEST_CASE("a county's clause stands beside the general ones in its county, while it holds") {
    const auto made = with_pack(shipped(), rule_pack());
    REQUIRE(made);
    CHECK(made->rules_version == shipped().rules_version + "+wangkui-2026.1");
    const auto holds = [&](const char* division, const char* date) {
        return std::ranges::any_of(
            subsidy::in_force(made->rules, division, date_from(date)),
            [](const subsidy::Rule* rule) { return rule->id == "WANGKUI-WALL"; });
    };
    CHECK(holds("231221", "2026-11-26"));
    const auto here = subsidy::in_force(made->rules, "231221", date_from("2026-11-26"));
    const auto elsewhere = subsidy::in_force(shipped().rules, "231221", date_from("2026-11-26"));
    CHECK(here.size() == elsewhere.size() + 1);
}

TEST_CASE("a signature holds for its message and its key only") {
    const std::string signature = access::sign("三千元", key);
    CHECK(access::is_signed("三千元", signature, key.signer));
    CHECK_FALSE(access::is_signed("四千元", signature, key.signer));
    CHECK_FALSE(access::is_signed("三千元", signature, access::new_signing_key().signer));
    CHECK_FALSE(access::is_signed("三千元", "no hex", key.signer));
    CHECK(access::signing_key_from(key.seed, "k")->signer == key.signer);
    CHECK_FALSE(access::signing_key_from("abc", "k"));
}
