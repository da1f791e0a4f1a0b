// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/handover.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "core/hash.h"
#include "storage/photo_files.h"
#include "storage/search_index.h"
#include "unit/sync/stations.h"

namespace longju::sync {

using namespace sample;

TEST_CASE("what a laptop hands over arrives at the county, once however often it is taken in") {
    Station laptop;
    Station county;
    introduce(county, {&laptop});
    visit::sample::RandomVisits random(21);
    std::vector<visit::Visit> visits;
    for (int i = 0; i < 5; ++i) {
        visits.push_back(random.visit());
        visits.back().sample = false;
        visits.back().inputs.household.id_number = "230102190001010018";
        REQUIRE(laptop.store.save(visits.back(), technician));
    }

    const auto parcel = export_parcel(laptop.store, laptop.stick.path(), {});
    REQUIRE(parcel);
    const auto first = county.take(parcel->files.front());
    const std::string state = county.state();

    REQUIRE(first);
    CHECK(first->merged.fresh == 5);
    CHECK(first->merged.visits == 5);
    CHECK(first->merged.conflicts == 0);
    CHECK(first->sender_zh == "技术员");
    CHECK(parcel->seq_from == 1);
    CHECK(parcel->seq_to == 5);
    CHECK(parcel->check_code.size() == 9);
    int counted = 0;
    for (const storage::MergeGroup& group : first->merged.groups) {
        CHECK(group.actor == "李雪梅");
        counted += group.fresh;
    }
    CHECK(counted == 5);
    for (int again = 0; again < 100; ++again) {
        const auto taken = county.take(parcel->files.front());
        REQUIRE(taken);
        CHECK(taken->merged.known == 5);
    }
    CHECK(county.state() == state);
    for (const visit::Visit& visit : visits) CHECK(county.store.load(visit.id) == visit);
}

TEST_CASE("numbers of a person lie sealed in the file and travel with the visit") {
    Station laptop;
    Station county;
    introduce(county, {&laptop});
    visit::Visit visit = real_visit(31);
    visit.inputs.household.phone = "13904551234";
    visit.inputs.household.id_number = "230102190001010018";
    visit.inputs.household.bank_card = "6217000000000000123";
    REQUIRE(laptop.store.save(visit, technician));
    REQUIRE(laptop.store.save(visit, technician));

    const auto revisions = laptop.store.revisions(visit.id);
    REQUIRE(county.take(laptop.give()));

    CHECK(revisions->size() == 1);
    CHECK(revisions->front().body.find("1390455") == std::string::npos);
    CHECK(laptop.store.load(visit.id) == visit);
    CHECK(county.store.load(visit.id) == visit);
    const auto index = storage::SearchIndex::load(county.store.database());
    REQUIRE(index);
    CHECK(index->find("1234", 9).size() == 1);
    CHECK(index->find("0018", 9).size() == 1);
    CHECK(index->find("1390455", 9).empty());
    for (const Station* station : {&laptop, &county}) {
        for (const auto& entry : fs::recursive_directory_iterator(station->data.path())) {
            if (!entry.is_regular_file()) continue;
            const std::string bytes = test::bytes_of(entry.path());
            CHECK(bytes.find("13904551234") == std::string::npos);
            CHECK(bytes.find("230102190001010018") == std::string::npos);
            CHECK(bytes.find("6217000000000000123") == std::string::npos);
        }
    }
    // The county saves on; what it does not touch keeps its reference.
    visit.inputs.household.members = 9;
    REQUIRE(county.store.save(visit, technician));
    const auto later = county.store.revisions(visit.id)->back();
    const std::string reference = "sealed:";
    CHECK(later.body.substr(later.body.find(reference), 71) ==
          revisions->front().body.substr(revisions->front().body.find(reference), 71));
}

TEST_CASE("a lost stick heals: the next parcel holds everything that has no receipt") {
    Station laptop;
    Station county;
    introduce(county, {&laptop});
    visit::Visit visit = real_visit(22);
    REQUIRE(laptop.store.save(visit, technician));
    laptop.give();
    visit.inputs.household.members = 7;
    REQUIRE(laptop.store.save(visit, technician));

    const auto taken = county.take(laptop.give());

    CHECK(taken->merged.fresh == 2);
    CHECK(county.state() == laptop.state());
}

TEST_CASE("a parcel that is too large for one part goes in several, in any order") {
    Station laptop;
    Station county;
    introduce(county, {&laptop});
    for (unsigned i = 0; i < 9; ++i) REQUIRE(laptop.store.save(real_visit(40 + i), technician));

    auto exported = export_parcel(laptop.store, laptop.stick.path(), {.most_part_bytes = 6000});

    REQUIRE(exported);
    CHECK(exported->files.size() > 3);
    std::ranges::reverse(exported->files);
    for (const fs::path& file : exported->files) REQUIRE(county.take(file));
    CHECK(county.state() == laptop.state());
    // A part ends after the item that fills it, and must still be one that is read again.
    CHECK(ExportOptions{}.most_part_bytes + most_item_bytes < most_parcel_bytes);
}

TEST_CASE("practice visits are handed over only when asked for, and nothing else is an error") {
    Station laptop;
    Station county;
    introduce(county, {&laptop});
    visit::Visit practice = visit::sample::RandomVisits(23).visit();
    practice.sample = true;
    REQUIRE(laptop.store.save(practice, technician));

    const auto without = export_parcel(laptop.store, laptop.stick.path(), {});
    const auto with = export_parcel(laptop.store, laptop.stick.path(), {.include_samples = true});

    REQUIRE_FALSE(without);
    CHECK(without.error().kind == ErrorKind::NotFound);
    REQUIRE(with);
    CHECK(with->revisions == 1);
    CHECK(files_in(laptop.stick.path()) == 1);
}

TEST_CASE("without a county's keys nothing is written, and the county says whom it does not know") {
    Station laptop;
    Station county;
    REQUIRE(laptop.store.save(real_visit(33), technician));

    const auto unsealed = export_parcel(laptop.store, laptop.stick.path(), {});
    CHECK(unsealed.error().kind == ErrorKind::Missing);
    CHECK(files_in(laptop.stick.path()) == 0);

    REQUIRE(laptop.parties().put(known(county, storage::PartyKind::County, "望奎县")));
    const fs::path parcel = laptop.give();
    const auto stranger = county.take(parcel);
    CHECK(stranger.error().what.find(access::fingerprint(laptop.store.signer())) !=
          std::string::npos);
    CHECK(files_in(county.data / "quarantine") == 1);

    const std::string print = access::fingerprint(laptop.store.signer());
    CHECK(enrol(county.store, parcel, {"李雪梅的笔记本", "兰西镇", ""}).error().what.find(print) !=
          std::string::npos);
    REQUIRE(enrol(county.store, parcel, {"李雪梅的笔记本", "兰西镇", print}));
    CHECK(county.take(parcel)->sender_zh == "李雪梅的笔记本");
    REQUIRE(county.parties().revoke(laptop.store.signer(), "2026-11-26"));
    CHECK(county.take(laptop.give()).error().kind == ErrorKind::BadInput);
    // Struck off is for good, and nothing is sealed to it any more.
    CHECK_FALSE(enrol(county.store, parcel, {"李雪梅的笔记本", "兰西镇", print}));
    CHECK(export_receipt(county.store, known(laptop, storage::PartyKind::Device, "技术员"),
                         county.stick.path(), {})
              .error()
              .kind == ErrorKind::BadInput);
    Station third;
    CHECK(third.take(parcel).error().kind == ErrorKind::BadInput);
}

TEST_CASE("revisions that come before their parents wait and are not lost") {
    Station county;
    Station laptop;
    introduce(county, {&laptop});
    const auto revisions = sample::chain(25, 3);
    const auto write = [&](const char* name, std::vector<visit::Revision> some) {
        Parcel parcel = sample::parcel(std::move(some));
        parcel.header.recipients = {county.store.signer()};
        test::put(county.stick / name, *parcel_bytes(parcel, *laptop.store.signing_key()));
        return county.stick / name;
    };

    const auto late = county.take(write("late.ljp", {revisions[2]}));
    CHECK(late->merged.waiting == 1);
    CHECK(county.store.count() == 0);
    const auto early = county.take(write("early.ljp", {revisions[0]}));
    CHECK(early->merged.waiting == 1);
    CHECK(county.store.recent(1)->front().waiting == 1);
    CHECK(county.store.recent(1)->front().head_hash == revisions[0].hash);
    CHECK(county.store.chains()->at("device25") == 1);
    const auto middle = county.take(write("middle.ljp", {revisions[1]}));

    CHECK(middle->merged.waiting == 0);
    CHECK(county.store.recent(1)->front().head_hash == revisions[2].hash);
    CHECK(county.store.chains()->at("device25") == 3);
}

TEST_CASE("a refused parcel changes nothing and stays on the stick") {
    Station laptop;
    Station county;
    introduce(county, {&laptop});
    REQUIRE(laptop.store.save(real_visit(28), technician));
    const fs::path parcel = laptop.give();
    const std::string whole = test::bytes_of(parcel);
    test::put(parcel, whole.substr(0, whole.size() - 50));
    const std::string state = county.state();

    const auto half = county.take(parcel);

    REQUIRE_FALSE(half);
    CHECK(half.error().kind == ErrorKind::Damaged);
    CHECK_FALSE(half.error().file.empty());
    CHECK(county.state() == state);
    CHECK(fs::exists(parcel));
    CHECK(county.take(county.stick / "none.ljp").error().kind == ErrorKind::NotFound);
    const auto saved =
        import_parcel(county.store, parcel, county.data / "quarantine", {.salvage = true});
    REQUIRE(saved);
    CHECK(saved->salvaged);
    CHECK(saved->merged.fresh == 1);
    CHECK(files_in(county.data / "quarantine") == 1);
}

TEST_CASE("an unfinished file of this device is swept up, those of others are not touched") {
    Station laptop;
    Station county;
    introduce(county, {&laptop});
    REQUIRE(laptop.store.save(real_visit(29), technician));
    const std::string own = "~tmp-" + laptop.store.device_id().substr(0, 8) + "-00000000.part";
    test::put(laptop.stick / own, "half");
    test::put(laptop.stick / "~tmp-ffffffff-00000000.part", "of another");

    const auto done = export_parcel(laptop.store, laptop.stick.path(), {});

    REQUIRE(done);
    CHECK_FALSE(fs::exists(laptop.stick / own));
    CHECK(fs::exists(laptop.stick / "~tmp-ffffffff-00000000.part"));
    CHECK(done->files.front().extension() == ".ljp");
    CHECK(files_in(laptop.stick.path()) == 2);
    CHECK(export_parcel(laptop.store, laptop.stick / "no folder", {}).error().kind ==
          ErrorKind::NotFound);
}

}  // namespace longju::sync
