// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sync/handover.h"

#include <algorithm>
#include <random>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "unit/storage/temporary_folder.h"
#include "unit/sync/sample_parcel.h"

namespace longju::sync {

namespace {

namespace fs = std::filesystem;

const storage::VisitsOptions options{.busy_ms = 0, .fixed_time = "2026-11-25T10:00:00+08:00"};
const storage::SavedBy technician{"李雪梅", "datahash"};

/// A laptop or the county's machine, with a stick of its own.
struct Station {
    test::TemporaryFolder data;
    test::TemporaryFolder stick;
    storage::VisitsStore store = *storage::VisitsStore::open(data.path(), options);

    fs::path give() { return export_parcel(store, stick.path(), {})->file; }
    Result<Imported> take(const fs::path& parcel) {
        return import_parcel(store, parcel, data / "quarantine");
    }
    std::string state() { return *store.state_hash(); }
};

int files_in(const fs::path& folder) {
    return static_cast<int>(std::distance(fs::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("what a laptop hands over arrives at the county, once however often it is taken in") {
    Station laptop;
    Station county;
    visit::sample::RandomVisits random(21);
    std::vector<visit::Visit> visits;
    for (int i = 0; i < 5; ++i) {
        visits.push_back(random.visit());
        visits.back().sample = false;
        REQUIRE(laptop.store.save(visits.back(), technician));
    }

    const fs::path parcel = laptop.give();
    const auto first = county.take(parcel);
    const std::string state = county.state();
    const auto second = county.take(parcel);

    REQUIRE(first);
    CHECK(first->merged.fresh == 5);
    CHECK(first->merged.visits == 5);
    CHECK(first->merged.conflicts == 0);
    CHECK(first->header.device_id == laptop.store.device_id());
    CHECK(first->header.seq_from == 1);
    CHECK(first->header.seq_to == 5);
    REQUIRE(second);
    CHECK(second->merged.fresh == 0);
    CHECK(second->merged.known == 5);
    CHECK(county.state() == state);
    for (const visit::Visit& visit : visits) CHECK(county.store.load(visit.id) == visit);
}

TEST_CASE("a lost stick heals: the next parcel holds everything that has no receipt") {
    Station laptop;
    Station county;
    visit::sample::RandomVisits random(22);
    visit::Visit visit = random.visit();
    visit.sample = false;
    REQUIRE(laptop.store.save(visit, technician));
    laptop.give();
    visit.inputs.household.members = 7;
    REQUIRE(laptop.store.save(visit, technician));

    const auto taken = county.take(laptop.give());

    CHECK(taken->merged.fresh == 2);
    CHECK(county.state() == laptop.state());
}

TEST_CASE("practice visits are handed over only when asked for, and nothing else is an error") {
    Station laptop;
    visit::Visit practice = visit::sample::RandomVisits(23).visit();
    practice.sample = true;
    REQUIRE(laptop.store.save(practice, technician));

    const auto without = export_parcel(laptop.store, laptop.stick.path(), {});
    const auto with = export_parcel(laptop.store, laptop.stick.path(), {.include_samples = true});

    REQUIRE_FALSE(without);
    CHECK(without.error().kind == ErrorKind::NotFound);
    REQUIRE(with);
    CHECK(with->header.revisions == 1);
    CHECK(with->check_code.size() == 9);
    CHECK(files_in(laptop.stick.path()) == 1);
}

TEST_CASE("two laptops that change one visit leave two versions until a person decides") {
    Station a;
    Station b;
    Station county;
    visit::Visit visit = visit::sample::RandomVisits(24).visit();
    visit.sample = false;
    REQUIRE(a.store.save(visit, technician));
    REQUIRE(b.take(a.give()));
    visit.inputs.household.members = 3;
    REQUIRE(a.store.save(visit, technician));
    visit::Visit other = visit;
    other.inputs.household.members = 4;
    REQUIRE(b.store.save(other, technician));

    REQUIRE(county.take(a.give()));
    const auto report = county.take(b.give());

    CHECK(report->merged.conflicts == 1);
    CHECK(county.store.recent(1)->front().heads == 2);
    CHECK(county.store.versions(visit.id)->size() == 2);

    REQUIRE(county.store.resolve(other, {"县级", "datahash"}));

    CHECK(county.store.recent(1)->front().heads == 1);
    CHECK(county.store.load(visit.id) == other);
    REQUIRE(a.take(county.give()));
    CHECK(a.store.load(visit.id) == other);
    CHECK(a.store.recent(1)->front().heads == 1);
}

TEST_CASE("revisions that come before their parents wait and are not lost") {
    Station county;
    const auto revisions = sample::chain(25, 3);
    const auto write = [&](const char* name, std::vector<visit::Revision> some) {
        test::put(county.stick / name, *parcel_bytes(sample::header(), some));
        return county.stick / name;
    };

    const auto late = county.take(write("late.ljp", {revisions[2]}));
    CHECK(late->merged.waiting == 1);
    CHECK(county.store.count() == 0);
    const auto early = county.take(write("early.ljp", {revisions[0]}));
    CHECK(early->merged.waiting == 1);
    CHECK(county.store.recent(1)->front().waiting == 1);
    CHECK(county.store.recent(1)->front().head_hash == revisions[0].hash);
    const auto middle = county.take(write("middle.ljp", {revisions[1]}));

    CHECK(middle->merged.waiting == 0);
    CHECK(county.store.recent(1)->front().head_hash == revisions[2].hash);
}

TEST_CASE("random histories on several laptops converge in every order of parcels") {
    std::mt19937 dice(26);
    visit::sample::RandomVisits random(27);
    std::vector<visit::Visit> visits;
    for (int i = 0; i < 3; ++i) {
        visits.push_back(random.visit());
        visits.back().sample = false;
    }
    std::vector<Station> laptops(3);
    std::vector<fs::path> parcels;
    for (int step = 0; step < 40; ++step) {
        Station& laptop = laptops[dice() % laptops.size()];
        visit::Visit visit = visits[dice() % visits.size()];
        visit.inputs.household.members = static_cast<int>(dice() % 30 + 1);
        if (dice() % 4 != 0 || parcels.empty()) {
            REQUIRE(laptop.store.save(visit, technician));
            if (dice() % 2 == 0) parcels.push_back(laptop.give());
        } else {
            REQUIRE(laptop.take(parcels[dice() % parcels.size()]));
        }
    }
    for (Station& laptop : laptops) {
        if (laptop.store.count() != 0) parcels.push_back(laptop.give());
    }
    std::set<std::string> states;
    for (int order = 0; order < 4; ++order) {
        std::ranges::shuffle(parcels, dice);
        Station county;
        for (const fs::path& parcel : parcels) REQUIRE(county.take(parcel));
        states.insert(county.state());
        REQUIRE(county.store.rebuild());
        states.insert(county.state());
    }

    CHECK(states.size() == 1);
}

TEST_CASE("a refused parcel changes nothing and stays on the stick") {
    Station laptop;
    Station county;
    visit::Visit visit = visit::sample::RandomVisits(28).visit();
    visit.sample = false;
    REQUIRE(laptop.store.save(visit, technician));
    const fs::path parcel = laptop.give();
    const std::string whole = test::bytes_of(parcel);
    test::put(parcel, whole.substr(0, whole.size() / 2));
    const std::string state = county.state();

    const auto half = county.take(parcel);

    REQUIRE_FALSE(half);
    CHECK(half.error().kind == ErrorKind::Damaged);
    CHECK_FALSE(half.error().file.empty());
    CHECK(county.state() == state);
    CHECK(fs::exists(parcel));
    CHECK(county.take(county.stick / "none.ljp").error().kind == ErrorKind::NotFound);
}

TEST_CASE("an unfinished file of this device is swept up, those of others are not touched") {
    Station laptop;
    visit::Visit visit = visit::sample::RandomVisits(29).visit();
    visit.sample = false;
    REQUIRE(laptop.store.save(visit, technician));
    const std::string own = "~tmp-" + laptop.store.device_id().substr(0, 8) + "-00000000.part";
    test::put(laptop.stick / own, "half");
    test::put(laptop.stick / "~tmp-ffffffff-00000000.part", "of another");

    const auto done = export_parcel(laptop.store, laptop.stick.path(), {});

    REQUIRE(done);
    CHECK_FALSE(fs::exists(laptop.stick / own));
    CHECK(fs::exists(laptop.stick / "~tmp-ffffffff-00000000.part"));
    CHECK(done->file.extension() == ".ljp");
    CHECK(files_in(laptop.stick.path()) == 2);
    CHECK(export_parcel(laptop.store, laptop.stick / "no folder", {}).error().kind ==
          ErrorKind::NotFound);
}

}  // namespace longju::sync
