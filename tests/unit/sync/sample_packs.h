// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "storage/catalog_source.h"
#include "storage/platform.h"
#include "sync/data_pack.h"

/// One data pack of each kind, over the catalog that ships.
namespace longju::sync::sample {

inline const std::filesystem::path catalog_folder =
    std::filesystem::path(LONGJU_SOURCE_DIR) / "catalog";

inline const estimate::Reference& shipped() {
    static const estimate::Reference reference = *storage::read_catalog(catalog_folder);
    return reference;
}

inline DataPack pack_of(PackKind kind, std::map<std::string, std::string> files, int version = 1) {
    return {.kind = kind,
            .id = "wangkui-2026",
            .version = version,
            .issuer_zh = "望奎县住建局",
            .date = "2026-11-26",
            .valid_to = {},
            .files = std::move(files)};
}

/// EPS 100 mm outside at so many yuan a square metre, and raw coal.
inline DataPack price_pack(int version = 1, int wall_yuan = 150) {
    const std::string wall = std::to_string(wall_yuan);
    return pack_of(
        PackKind::Prices,
        {{"prices.csv",
          "id,name_zh,unit_zh,low_yuan,typical_yuan,high_yuan,date,source\n"
          "wall_eps100,墙,平方米,120," +
              wall + ",190,2026-11,信息价\nraw_coal,煤,吨,800,850,950,2026-11,信息价\n"}},
        version);
}

inline constexpr const char* county_rules = R"({"schema": "hlj-rules/1", "rules": [{
  "id": "WANGKUI-WALL", "kind": "capital_grant",
  "status": "verified_text", "level": "county", "title_zh": "望奎县外墙保温补助",
  "doc_title": "望奎县农房节能改造补助办法", "doc_no": "望建〔2026〕8号", "source_grade": "A",
  "effective_from": "2026-01-01", "effective_to": "2027-12-31", "date_basis": "application_date",
  "region": {"include": ["231221"]}, "measures": ["wall_insulation"],
  "amount": {"op": "const", "fen": 300000},
  "stack": {"group": "wall", "policy": "one_of_group"}, "confirm": {"state": "confirmed"}}]})";

inline constexpr const char* county_cases = R"({"cases": [{"name": "外墙补 3000 元",
  "rule": "WANGKUI-WALL", "region": "231221", "date": "2026-11-26",
  "facts": {"measure.type": "wall_insulation"}, "state": "eligible", "fen": 300000}]})";

inline DataPack rule_pack(int version = 1) {
    return pack_of(PackKind::Rules, {{"rules.json", county_rules}, {"cases.json", county_cases}},
                   version);
}

/// The whole catalog, as it ships.
inline DataPack catalog_pack(int version = 1) {
    return pack_of(PackKind::Catalog, storage::read_catalog_text(catalog_folder)->files, version);
}

/// The stations that ship, one of them half a degree to the north.
inline DataPack climate_pack(int version = 1) {
    auto files = storage::read_catalog_text(catalog_folder)->files;
    std::string stations = files.at("stations.csv");
    const auto line = stations.find("\n509530,");
    REQUIRE(line != std::string::npos);
    const auto at = stations.find(",45.", line);
    REQUIRE(at != std::string::npos);
    stations.replace(at, 4, ",46.");
    return pack_of(PackKind::Climate,
                   {{"stations.csv", stations}, {"normals.csv", files.at("normals.csv")}}, version);
}

}  // namespace longju::sync::sample
