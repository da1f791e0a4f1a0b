// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/rule_pack.h"

#include <algorithm>
#include <filesystem>

#include "catch2/catch_test_macros.hpp"
#include "core/date.h"
#include "core/hash.h"
#include "storage/platform.h"

using namespace longju;
using namespace longju::sync;

namespace {

constexpr const char* general = R"({"schema": "hlj-rules/1", "rules": [{
  "id": "GENERAL", "kind": "capital_grant", "status": "sample_pending_county", "level": "county",
  "title_zh": "外墙保温补助，等县里定", "doc_title": "县级文件（未见）", "source_grade": "D",
  "date_basis": "application_date", "region": {"include": ["23"]}, "measures": ["wall_insulation"],
  "stack": {"group": "wall", "policy": "one_of_group"}, "confirm": {"state": "pending"}}]})";

constexpr const char* county = R"({"schema": "hlj-rules/1", "rules": [{
  "id": "WANGKUI-WALL", "supersedes": ["GENERAL"], "kind": "capital_grant",
  "status": "verified_text", "level": "county", "title_zh": "望奎县外墙保温补助",
  "doc_title": "望奎县农房节能改造补助办法", "doc_no": "望建〔2026〕8号", "source_grade": "A",
  "effective_from": "2026-01-01", "effective_to": "2027-12-31", "date_basis": "application_date",
  "region": {"include": ["231221"]}, "measures": ["wall_insulation"],
  "amount": {"op": "const", "fen": 300000},
  "stack": {"group": "wall", "policy": "one_of_group"}, "confirm": {"state": "confirmed"}}]})";

constexpr const char* cases = R"({"cases": [{"name": "外墙补 3000 元", "rule": "WANGKUI-WALL",
  "region": "231221", "date": "2026-11-26", "facts": {"measure.type": "wall_insulation"},
  "state": "eligible", "fen": 300000}]})";

std::vector<subsidy::Rule> shipped() { return subsidy::parse_rules(general, "general").value(); }

RulePack pack(int version = 1) {
    return {.id = "wangkui-2026",
            .version = version,
            .issuer_zh = "望奎县住建局",
            .date = "2026-11-26",
            .rules = county,
            .cases = cases};
}

const SigningKey key = new_signing_key();

std::filesystem::path new_folder() {
    return std::filesystem::temp_directory_path() / ("longju-packs-" + random_hex(8));
}

std::filesystem::path written(const std::filesystem::path& folder, const RulePack& pack,
                              const SigningKey& by = key) {
    REQUIRE(storage::make_folder(folder).has_value());
    const auto file = folder / ("sent-" + std::to_string(pack.version) + ".ljd");
    REQUIRE(storage::replace_file(file, signed_bytes(pack, by, shipped()).value()).has_value());
    return file;
}

}  // namespace

TEST_CASE("a signed pack is read back as it was, by its signer") {
    const auto bytes = signed_bytes(pack(), key, shipped());
    REQUIRE(bytes.has_value());
    const auto read = parse_pack(*bytes, "p.ljd");
    REQUIRE(read.has_value());
    CHECK(read->pack == pack());
    CHECK(read->signer == key.signer);
}

TEST_CASE("a pack with any other byte in it is refused") {
    const std::string bytes = signed_bytes(pack(), key, shipped()).value();
    for (std::size_t at = 0; at < bytes.size(); at += 7) {
        CAPTURE(at);
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        CHECK_FALSE(parse_pack(changed, "p.ljd"));
    }
    CHECK_FALSE(parse_pack(bytes.substr(0, bytes.size() - 1), "p.ljd"));
    CHECK_FALSE(parse_pack("", "p.ljd"));
}

TEST_CASE("what its own cases do not prove is not signed") {
    RulePack wrong = pack();
    wrong.cases = R"({"cases": [{"name": "多写了", "rule": "WANGKUI-WALL", "region": "231221",
      "date": "2026-11-26", "facts": {"measure.type": "wall_insulation"}, "state": "eligible",
      "fen": 400000}]})";
    REQUIRE_FALSE(signed_bytes(wrong, key, shipped()));
    CHECK(signed_bytes(wrong, key, shipped()).error().field == "多写了");
    wrong.cases = R"({"cases": []})";
    REQUIRE_FALSE(signed_bytes(wrong, key, shipped()));
    CHECK(signed_bytes(wrong, key, shipped()).error().what == "has no case that proves it");
}

TEST_CASE("a signature holds for its message and its key only") {
    const std::string signature = sign("三千元", key);
    CHECK(is_signed("三千元", signature, key.signer));
    CHECK_FALSE(is_signed("四千元", signature, key.signer));
    CHECK_FALSE(is_signed("三千元", signature, new_signing_key().signer));
    CHECK_FALSE(is_signed("三千元", "no hex", key.signer));
    CHECK(signing_key_from(key.seed, "k")->signer == key.signer);
    CHECK_FALSE(signing_key_from("abc", "k"));
}

TEST_CASE("a laptop takes packs of signers it trusts, newer ones in place of older ones") {
    const auto folder = new_folder();
    const PackFolder packs(folder / "rules");
    const auto second = written(folder, pack(2));
    REQUIRE_FALSE(packs.install(second, shipped()));
    CHECK(packs.install(second, shipped()).error().what.find(fingerprint(key.signer)) !=
          std::string::npos);

    REQUIRE(packs.trust(key.signer, "望奎县住建局").has_value());
    REQUIRE(packs.install(second, shipped()).has_value());
    CHECK_FALSE(packs.install(written(folder, pack(1)), shipped()));
    REQUIRE(packs.install(written(folder, pack(3)), shipped()).has_value());
    REQUIRE(packs.installed()->size() == 1);
    CHECK(packs.installed()->front().pack.version == 3);

    estimate::Reference reference;
    reference.rules = shipped();
    reference.rules_version = "2026-11";
    REQUIRE(packs.add_to(reference).has_value());
    CHECK(reference.rules.size() == 2);
    CHECK(reference.rules_version == "2026-11+wangkui-2026.3");
    std::filesystem::remove_all(folder);
}

TEST_CASE("a pack that was changed on the laptop is told and not used") {
    const auto folder = new_folder();
    const PackFolder packs(folder);
    REQUIRE(packs.trust(key.signer, "望奎县住建局").has_value());
    REQUIRE(packs.install(written(folder / "sent", pack()), shipped()).has_value());
    const auto file = folder / "wangkui-2026.ljd";
    auto bytes = storage::read_whole_file(file, 1 << 20).value();
    bytes.replace(bytes.find("300000"), 6, "900000");
    REQUIRE(storage::replace_file(file, bytes).has_value());

    estimate::Reference reference;
    const auto added = packs.add_to(reference);
    REQUIRE_FALSE(added);
    CHECK(added.error().kind == ErrorKind::Damaged);
    std::filesystem::remove_all(folder);
}

TEST_CASE("a county's clause takes the general one's place in its county, while it holds") {
    std::vector<subsidy::Rule> rules =
        with_rules(shipped(), tested_rules(pack(), shipped()).value());
    const auto ids = [&](const char* division, const char* date) {
        std::vector<std::string> found;
        for (const auto* rule : subsidy::in_force(rules, division, date_from(date))) {
            found.push_back(rule->id);
        }
        return found;
    };
    CHECK(ids("231221", "2026-11-26") == std::vector<std::string>{"WANGKUI-WALL"});
    CHECK(ids("231222", "2026-11-26") == std::vector<std::string>{"GENERAL", "WANGKUI-WALL"});
    CHECK(ids("231221", "2028-01-01") == std::vector<std::string>{"GENERAL", "WANGKUI-WALL"});
    CHECK(ids("231221", "") == std::vector<std::string>{"GENERAL", "WANGKUI-WALL"});
}
