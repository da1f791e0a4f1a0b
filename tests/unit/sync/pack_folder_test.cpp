// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/pack_folder.h"

#include <catch2/catch_test_macros.hpp>

#include "sync/pack_install.h"
#include "unit/sync/sample_packs.h"
#include "unit/sync/stations.h"

using namespace longju;
using namespace longju::sync;
using namespace longju::sync::sample;

namespace {

/// A county's desk and a laptop that believes it.
struct CountyAndLaptop {
    Station county, laptop;
    PackFolder folder = PackFolder::beside(laptop.store.folder());

    CountyAndLaptop() { introduce(county, {&laptop}); }

    std::string signed_bytes(const DataPack& pack) {
        return data_pack_bytes(pack, *county.store.signing_key(), shipped()).value();
    }
    Result<ShelvedPack> install(const DataPack& pack) {
        return install_pack(laptop.store, folder, signed_bytes(pack), "sent.ljd", shipped());
    }
    /// Of EPS 100 mm outside, as a new visit has it.
    int wall_yuan() const {
        const auto data = folder.data(shipped());
        REQUIRE(data);
        return static_cast<int>(data->prices.find("wall_eps100")->per_unit.typical.in_yuan());
    }
    int packs_on_disk() const {
        int count = 0;
        for (const auto& entry : fs::directory_iterator(laptop.data / "packs")) {
            count += entry.path().extension() == ".ljd" ? 1 : 0;
        }
        return count;
    }
};

}  // namespace

TEST_CASE("without packs a laptop computes with what the program brings") {
    const CountyAndLaptop here;
    CHECK(here.folder.shelf()->empty());
    CHECK(here.folder.data(shipped())->data_hash == shipped().data_hash);
}

TEST_CASE("a newer pack takes the place of an older one, which can be gone back to") {
    CountyAndLaptop here;
    REQUIRE(here.install(price_pack(1, 141)));
    const std::string first = here.folder.data(shipped())->data_hash;
    CHECK(first != shipped().data_hash);
    REQUIRE(here.install(price_pack(2, 142)));
    REQUIRE(here.install(price_pack(3, 143)));
    CHECK(here.wall_yuan() == 143);
    CHECK(here.folder.shelf()->size() == 2);
    CHECK(here.packs_on_disk() == 2);

    REQUIRE(here.folder.swap("prices/wangkui-2026", shipped()));
    CHECK(here.wall_yuan() == 142);
    REQUIRE(here.folder.swap("prices/wangkui-2026", shipped()));
    CHECK(here.wall_yuan() == 143);
    REQUIRE(here.folder.take_off("prices/wangkui-2026", shipped()));
    CHECK(here.folder.data(shipped())->data_hash == shipped().data_hash);
    REQUIRE(here.folder.swap("prices/wangkui-2026", shipped()));
    CHECK(here.wall_yuan() == 143);
    CHECK_FALSE(here.folder.swap("prices/wangkui-2026", shipped()));
    CHECK_FALSE(here.folder.take_off("prices/no-such", shipped()));

    SECTION("what a visit was once computed with is there for ever") {
        const auto older = here.folder.data_of(first);
        REQUIRE(older);
        CHECK(older->prices.find("wall_eps100")->per_unit.typical == Money::yuan(141));
        CHECK(here.folder.data_of(shipped().data_hash));
        CHECK(here.folder.data_of(std::string(64, 'a')).error().kind == ErrorKind::NotFound);
    }
}

TEST_CASE("packs of all kinds lie over one another") {
    CountyAndLaptop here;
    REQUIRE(here.install(rule_pack()));
    REQUIRE(here.install(price_pack(1, 144)));
    REQUIRE(here.install(climate_pack()));
    REQUIRE(here.install(catalog_pack()));
    const auto data = here.folder.data(shipped());
    REQUIRE(data);
    CHECK(here.wall_yuan() == 144);
    CHECK(data->rules.size() == shipped().rules.size() + 1);
    CHECK(data->find_station("509530")->site.latitude.value ==
          shipped().find_station("509530")->site.latitude.value + 1.0);
    // The compiled data and those that are put together anew are the same.
    fs::remove(here.laptop.data / "packs" / ("data-" + data->data_hash.substr(0, 16) + ".db"));
    const auto again = here.folder.data(shipped());
    REQUIRE(again);
    CHECK(again->data_hash == data->data_hash);
    CHECK(again->rules_version == data->rules_version);
    CHECK(again->prices.find("wall_eps100")->provenance.source == "望奎县住建局 信息价");
}

TEST_CASE("an older pack is refused, also after going back and in an emptied folder") {
    CountyAndLaptop here;
    REQUIRE(here.install(price_pack(2)));
    CHECK(here.install(price_pack(1)).error().field == "version");
    REQUIRE(here.install(price_pack(3)));
    REQUIRE(here.folder.swap("prices/wangkui-2026", shipped()));
    CHECK(here.install(price_pack(2)).error().field == "version");
    REQUIRE(here.install(price_pack(3)));
    fs::remove_all(here.laptop.data / "packs");
    CHECK(here.install(price_pack(2)).error().field == "version");
    CHECK(here.install(price_pack(3)));
    // Another pack has numbers of its own.
    DataPack other = price_pack(1);
    other.id = "wangkui-winter";
    CHECK(here.install(other));
}

TEST_CASE("a stolen key that counted up does not shut out the county's new key") {
    CountyAndLaptop here;
    REQUIRE(here.install(price_pack(1000000)));
    Station successor;
    REQUIRE(become_county(successor.store, "望奎县住建局"));
    REQUIRE(
        here.laptop.parties().put(known(successor, storage::PartyKind::County, "望奎县住建局")));
    REQUIRE(here.laptop.parties().revoke(here.county.store.signer(), "2026-11-26"));

    const auto worried = worries(here.laptop.store, *here.folder.shelf(), "2026-11-27");
    REQUIRE(worried);
    REQUIRE(worried->size() == 1);
    CHECK(worried->front().why == PackWorry::Why::StruckOff);
    CHECK_FALSE(here.install(price_pack(1000000)));

    const std::string bytes =
        data_pack_bytes(price_pack(2, 177), *successor.store.signing_key(), shipped()).value();
    REQUIRE(install_pack(here.laptop.store, here.folder, bytes, "new.ljd", shipped()));
    CHECK(here.wall_yuan() == 177);
    CHECK(worries(here.laptop.store, *here.folder.shelf(), "2026-11-27")->empty());
}

TEST_CASE("forged, foreign, half copied and unfit packs are refused and nothing changes") {
    CountyAndLaptop here;
    REQUIRE(here.install(price_pack(1, 141)));
    const auto refused = [&](std::string_view bytes) {
        const auto done =
            install_pack(here.laptop.store, here.folder, bytes, "sent.ljd", shipped());
        REQUIRE_FALSE(done);
        CHECK_FALSE(done.error().what.empty());
        CHECK(here.wall_yuan() == 141);
        CHECK(here.packs_on_disk() == 1);
    };
    const std::string bytes = here.signed_bytes(price_pack(2));
    std::string forged = bytes;
    forged.replace(forged.find("150"), 3, "950");
    refused(forged);
    refused(std::string_view(bytes).substr(0, bytes.size() / 2));
    refused("");
    Station stranger;
    refused(data_pack_bytes(price_pack(2), *stranger.store.signing_key(), shipped()).value());
    // Sound where it was signed, but not here: this program's catalog lacks the price.
    estimate::Reference smaller = shipped();
    std::erase_if(smaller.prices.prices,
                  [](const cost::Price& price) { return price.id == "wall_eps100"; });
    const auto unfit = install_pack(here.laptop.store, here.folder, bytes, "sent.ljd", smaller);
    REQUIRE_FALSE(unfit);
    CHECK(unfit.error().file == "wangkui-2026/prices.csv");
    CHECK(here.wall_yuan() == 141);
}

TEST_CASE("a pack whose validity is over is told and still used") {
    CountyAndLaptop here;
    DataPack pack = price_pack(1, 141);
    pack.valid_to = "2026-12-31";
    REQUIRE(here.install(pack));
    CHECK(worries(here.laptop.store, *here.folder.shelf(), "2026-12-31")->empty());
    const auto worried = worries(here.laptop.store, *here.folder.shelf(), "2027-01-01");
    REQUIRE(worried->size() == 1);
    CHECK(worried->front().why == PackWorry::Why::Expired);
    CHECK(here.wall_yuan() == 141);
}

TEST_CASE("a pack that was changed on the laptop is told and not used") {
    CountyAndLaptop here;
    REQUIRE(here.install(price_pack(1, 141)));
    const auto row = here.folder.shelf()->front();
    const fs::path file = here.laptop.data / "packs" / row.file_name();
    std::string bytes = test::bytes_of(file);
    bytes.replace(bytes.find("141"), 3, "941");
    test::put(file, bytes);
    // The compiled data are of the pack as it was signed.
    CHECK(here.wall_yuan() == 141);
    fs::remove(here.laptop.data / "packs" /
               ("data-" + here.folder.data(shipped())->data_hash.substr(0, 16) + ".db"));
    const auto data = here.folder.data(shipped());
    REQUIRE_FALSE(data);
    CHECK(data.error().kind == ErrorKind::Damaged);
}
