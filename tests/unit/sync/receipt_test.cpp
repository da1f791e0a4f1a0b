// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/handover.h"

#include <algorithm>
#include <random>

#include <catch2/catch_test_macros.hpp>

#include "core/hash.h"
#include "storage/photo_files.h"
#include "unit/sync/stations.h"

namespace longju::sync {

using namespace sample;

TEST_CASE(
    "after the county's receipt nothing is handed over twice, and photos that were lost come") {
    Station laptop;
    Station county;
    introduce(county, {&laptop});
    visit::Visit visit = real_visit(32);
    const std::string photo = "\x89PNG\r\n\x1A\n of a wall";
    visit.procedure.photos = {{.paper = "certificate",
                               .sha256 = sha256_hex(photo),
                               .name = "wall.png",
                               .bytes = static_cast<int>(photo.size())}};
    REQUIRE(laptop.store.save(visit, technician));
    const auto without = export_parcel(laptop.store, laptop.stick.path(), {});
    REQUIRE(without);
    CHECK(without->missing_photos == 1);
    REQUIRE(county.take(without->files.front()));

    const Imported receipt = answer(county, laptop);
    CHECK(receipt.received.at(laptop.store.device_id()) == 1);
    CHECK(laptop.store.receipts()->at(laptop.store.device_id()) == 1);
    CHECK(laptop.store.wanted_photos()->size() == 1);
    REQUIRE(storage::keep_photo_bytes(laptop.store.folder(), sha256_hex(photo), photo));
    const auto healed = export_parcel(laptop.store, laptop.stick.path(), {});
    REQUIRE(healed);
    CHECK(healed->revisions == 0);
    CHECK(healed->photos == 1);
    REQUIRE(county.take(healed->files.front()));
    CHECK(storage::photo_bytes(county.store.folder(), sha256_hex(photo)) == photo);

    answer(county, laptop);
    CHECK(laptop.store.wanted_photos()->empty());
    CHECK(export_parcel(laptop.store, laptop.stick.path(), {}).error().kind == ErrorKind::NotFound);
}

TEST_CASE("a receipt is believed from the laptop's own county only") {
    Station laptop;
    Station county;
    Station stranger;
    introduce(county, {&laptop});
    REQUIRE(stranger.parties().put(known(laptop, storage::PartyKind::Device, "技术员")));
    visit::Visit visit = real_visit(34);
    REQUIRE(laptop.store.save(visit, technician));
    const auto forged =
        export_receipt(stranger.store, known(laptop, storage::PartyKind::Device, "技术员"),
                       stranger.stick.path(), {});
    REQUIRE(forged);

    const auto refused = laptop.take(forged->files.front());

    CHECK(refused.error().kind == ErrorKind::BadInput);
    CHECK(laptop.store.receipts()->empty());
    CHECK(export_parcel(laptop.store, laptop.stick.path(), {})->revisions == 1);
}

TEST_CASE("two laptops that change one visit leave two versions until a person decides") {
    Station a;
    Station b;
    Station county;
    introduce(county, {&a, &b});
    visit::Visit visit = real_visit(24);
    REQUIRE(a.store.save(visit, technician));
    REQUIRE(county.take(a.give()));
    // The second laptop has the visit on record, as when it was there once.
    REQUIRE(b.store.merge(*a.store.unconfirmed(false), {.package_id = "by hand"}));
    visit.inputs.household.members = 3;
    REQUIRE(a.store.save(visit, technician));
    visit::Visit other = visit;
    other.inputs.household.members = 4;
    other.inputs.household.phone = "13904550000";
    REQUIRE(b.store.save(other, technician));

    REQUIRE(county.take(a.give()));
    const auto report = county.take(b.give());

    CHECK(report->merged.conflicts == 1);
    CHECK(county.store.recent(1)->front().heads == 2);
    CHECK(county.store.versions(visit.id)->size() == 2);

    REQUIRE(county.store.resolve(other, {"县级", "datahash"}));

    CHECK(county.store.recent(1)->front().heads == 1);
    CHECK(county.store.load(visit.id) == other);
    CHECK(answer(county, a).merged.fresh == 2);
    CHECK(a.store.load(visit.id) == other);
    CHECK(a.store.recent(1)->front().heads == 1);
    answer(county, b);
    CHECK(b.store.load(visit.id) == other);
    CHECK(export_parcel(a.store, a.stick.path(), {}).error().kind == ErrorKind::NotFound);
}

TEST_CASE("two machines that write as one are told") {
    Station county;
    Station laptop;
    introduce(county, {&laptop});
    const auto one = sample::chain(35, 2);
    auto twin = one.back();
    twin.actor = "另一台";
    visit::Visit other = *visit::visit_from(twin.body);
    other.notes = "另一台写的";
    twin.body = visit::canonical(other);
    twin.hash = visit::hash_of(twin);
    REQUIRE(county.store.merge(one, {.package_id = "one"}));

    const auto report = county.store.merge(std::vector{twin}, {.package_id = "two"});

    CHECK(report->forks == 1);
    CHECK(report->conflicts == 1);
}

TEST_CASE("random histories on several laptops converge in every order of parcels") {
    std::mt19937 dice(26);
    Station county;
    std::vector<visit::Visit> visits;
    for (unsigned i = 0; i < 3; ++i) visits.push_back(real_visit(50 + i));
    std::vector<Station> laptops(3);
    introduce(county, {&laptops[0], &laptops[1], &laptops[2]});
    std::vector<fs::path> parcels;
    for (int step = 0; step < 40; ++step) {
        Station& laptop = laptops[dice() % laptops.size()];
        visit::Visit visit = visits[dice() % visits.size()];
        visit.inputs.household.members = static_cast<int>(dice() % 30 + 1);
        if (dice() % 4 != 0 || parcels.empty()) {
            REQUIRE(laptop.store.save(visit, technician));
            if (dice() % 2 == 0) parcels.push_back(laptop.give());
        } else {
            REQUIRE(county.take(parcels[dice() % parcels.size()]));
            answer(county, laptop);
        }
    }
    for (Station& laptop : laptops) {
        if (auto last = export_parcel(laptop.store, laptop.stick.path(), {})) {
            parcels.push_back(last->files.front());
        }
    }
    std::ranges::shuffle(parcels, dice);
    for (const fs::path& parcel : parcels) REQUIRE(county.take(parcel));
    for (int round = 0; round < 2; ++round) {
        for (Station& laptop : laptops) answer(county, laptop);
    }
    const std::string state = county.state();
    REQUIRE(county.store.rebuild());
    CHECK(county.state() == state);
    // Every laptop has its own visits as the county has them, and nothing left to bring.
    for (Station& laptop : laptops) {
        const auto rows = laptop.store.recent(9);
        for (const storage::VisitRow& row : *rows) {
            CHECK(*laptop.store.load(row.visit_id) == *county.store.load(row.visit_id));
            CHECK(laptop.store.revisions(row.visit_id)->size() ==
                  county.store.revisions(row.visit_id)->size());
        }
        CHECK(laptop.store.unconfirmed(false)->empty());
    }
}

}  // namespace longju::sync
