// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/visits_store.h"

#include <catch2/catch_test_macros.hpp>

#include "storage/search_index.h"
#include "unit/storage/temporary_folder.h"
#include "unit/visit/random_visits.h"

namespace longju::storage {

namespace {

const VisitsOptions options{.busy_ms = 0, .fixed_time = "2026-11-25T10:00:00+08:00"};
const SavedBy technician{"李雪梅", "datahash"};

visit::Visit named(const char* id_start, const char* household, const char* village) {
    visit::Visit visit;
    visit.id = id_start + std::string(32 - std::string(id_start).size(), '0');
    visit.inputs.household.head = household;
    visit.inputs.household.phone = "13904550001";
    visit.inputs.place = {"231222", "榆林镇", village, ""};
    return visit;
}

}  // namespace

TEST_CASE("a visit that was saved is there after the store was opened again") {
    const test::TemporaryFolder folder;
    visit::sample::RandomVisits random(11);
    std::vector<visit::Visit> visits;
    std::string device;
    {
        auto store = VisitsStore::open(folder.path(), options);
        REQUIRE(store);
        device = store->device_id();
        for (int i = 0; i < 20; ++i) {
            visits.push_back(random.visit());
            REQUIRE(store->save(visits.back(), technician));
        }
    }

    auto store = VisitsStore::open(folder.path(), options);

    REQUIRE(store);
    CHECK(store->device_id() == device);
    CHECK(store->count() == 20);
    for (const visit::Visit& visit : visits) CHECK(store->load(visit.id) == visit);
}

TEST_CASE("every save is a revision on top of the one before, numbered without gaps") {
    const test::TemporaryFolder folder;
    auto store = VisitsStore::open(folder.path(), options);
    visit::Visit visit = named("a1", "王桂兰", "新发村");

    const auto first = store->save(visit, technician);
    const auto same = store->save(visit, technician);
    visit.step = visit::Step::Survey;
    const auto second = store->save(visit, technician);

    const auto revisions = store->revisions(visit.id);
    CHECK(*first == *same);
    CHECK(*first != *second);
    REQUIRE(revisions->size() == 2);
    CHECK(revisions->at(0).parents.empty());
    CHECK(revisions->at(1).parents == std::vector{*first});
    CHECK(revisions->at(1).device_seq == 2);
    CHECK(revisions->at(1).previous_on_device == *first);
    CHECK(revisions->at(1).lamport == 2);
    CHECK(revisions->at(1).actor == "李雪梅");
    CHECK(revisions->at(1).saved_at == options.fixed_time);
    CHECK(revisions->at(0).hash == visit::hash_of(revisions->at(0)));
}

TEST_CASE("visits are found by a part of name, code, township or village, or the tail of a phone") {
    const test::TemporaryFolder folder;
    auto store = VisitsStore::open(folder.path(), options);
    REQUIRE(store->save(named("a1", "王桂兰", "新发村"), technician));
    REQUIRE(store->save(named("b2", "李𠅤", "前进村"), technician));
    REQUIRE(store->save(named("c3", "100%_赵", "前进村"), technician));

    const auto found = [&](const char* text) {
        std::string heads;
        const auto index = SearchIndex::load(store->database());
        for (const Found& one : index->find(text, 10)) {
            heads += store->row(one.id)->household + " ";
        }
        return heads;
    };

    CHECK(found("桂") == "王桂兰 ");
    CHECK(found("𠅤") == "李𠅤 ");
    CHECK(found("前进") == "100%_赵 李𠅤 ");
    CHECK(found("%_") == "100%_赵 ");
    CHECK(found(" B20000 ") == "李𠅤 ");
    CHECK(found("0001").size() == found("").size());
    CHECK(found("1390455").empty());
    CHECK(found("没有").empty());
    CHECK(store->recent(1)->front().household == "100%_赵");
    CHECK(store->recent(1)->front().code.starts_with("231222-26-c3000000-"));
}

TEST_CASE("the projection made anew is the projection that grew") {
    const test::TemporaryFolder folder;
    auto store = VisitsStore::open(folder.path(), options);
    visit::sample::RandomVisits random(12);
    for (int i = 0; i < 10; ++i) {
        visit::Visit visit = random.visit();
        for (int save = 0; save < 3; ++save) {
            visit.inputs = random.inputs();
            REQUIRE(store->save(visit, technician));
        }
    }
    const auto rows = store->recent(100);
    const auto state = store->state_hash();

    REQUIRE(store->rebuild());

    CHECK(*store->recent(100) == *rows);
    CHECK(*store->state_hash() == *state);
}

TEST_CASE("a paper is kept byte for byte, once") {
    const test::TemporaryFolder folder;
    auto store = VisitsStore::open(folder.path(), options);
    const visit::Visit visit = named("a1", "王桂兰", "新发村");
    const auto hash = store->save(visit, technician);
    const std::string pdf("%PDF\0\xff binary", 13);

    REQUIRE(store->keep_evidence(visit.id, *hash, "notice.pdf", pdf));
    REQUIRE(store->keep_evidence(visit.id, *hash, "notice.pdf", pdf));

    const auto kept = store->evidence(visit.id);
    REQUIRE(kept->size() == 1);
    CHECK(kept->front().kind == "notice.pdf");
    CHECK(kept->front().size == 13);
    CHECK(store->evidence_bytes(kept->front().sha256) == pdf);
    CHECK_FALSE(store->keep_evidence(visit.id, "no such revision", "notice.pdf", pdf));
    CHECK(store->evidence_bytes("none").error().kind == ErrorKind::NotFound);
}

TEST_CASE("practice visits have a chain of their own and stay at home") {
    const test::TemporaryFolder folder;
    auto store = VisitsStore::open(folder.path(), options);
    visit::Visit practice = named("a1", "练习", "新发村");
    practice.sample = true;
    REQUIRE(store->save(practice, technician));
    REQUIRE(store->save(named("b2", "王桂兰", "新发村"), technician));

    const auto real = store->unconfirmed(false);
    const auto all = store->unconfirmed(true);

    REQUIRE(real->size() == 1);
    CHECK(real->front().device_seq == 1);
    CHECK(real->front().previous_on_device.empty());
    CHECK(all->size() == 2);
}

TEST_CASE("a new store begins with one practice visit, once") {
    const test::TemporaryFolder folder;
    const estimate::EstimateInputs inputs = named("a1", "练习", "新发村").inputs;
    auto store = VisitsStore::open(folder.path(), options);

    CHECK(*store->begin_practice(inputs, technician));
    CHECK_FALSE(*store->begin_practice(inputs, technician));

    REQUIRE(store->count() == 1);
    CHECK(store->recent(1)->front().sample);
    CHECK(store->unconfirmed(false)->empty());
}

TEST_CASE("a setting stays until it is changed") {
    const test::TemporaryFolder folder;
    {
        auto store = VisitsStore::open(folder.path(), options);
        CHECK(store->setting("kiosk.language")->empty());
        REQUIRE(store->keep_setting("kiosk.language", "zh"));
        REQUIRE(store->keep_setting("kiosk.language", "en"));
    }

    CHECK(VisitsStore::open(folder.path(), options)->setting("kiosk.language") == "en");
}

TEST_CASE("a second program that opens the store is told that it is in use") {
    const test::TemporaryFolder folder;
    auto first = VisitsStore::open(folder.path(), options);
    REQUIRE(first);

    const auto second = VisitsStore::open(folder.path(), options);

    REQUIRE_FALSE(second);
    CHECK(second.error().kind == ErrorKind::Busy);
    CHECK(first->save(named("a1", "王桂兰", "新发村"), technician));
}

TEST_CASE("a store of a newer version is refused and stays as it is") {
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "visits.db";
    {
        auto store = VisitsStore::open(folder.path(), options);
        REQUIRE(store->save(named("a1", "王桂兰", "新发村"), technician));
    }
    std::string bytes = test::bytes_of(file);
    bytes[63] = visits_schema + 1;  // user_version, big endian at 60 (SQLite file format 1.3).
    test::put(file, bytes);

    const auto store = VisitsStore::open(folder.path(), options);

    REQUIRE_FALSE(store);
    CHECK(store.error().kind == ErrorKind::TooNew);
    CHECK(test::bytes_of(file) == bytes);
}

TEST_CASE("a damaged store is moved aside, never erased, and a new one begun") {
    const test::TemporaryFolder folder;
    const std::string junk(5000, 'x');
    test::put(folder.path() / "visits.db", junk);

    auto store = VisitsStore::open(folder.path(), options);

    REQUIRE(store);
    REQUIRE(store->set_aside());
    CHECK(store->set_aside()->filename() == "visits.damaged-1.db");
    CHECK(test::bytes_of(*store->set_aside()) == junk);
    CHECK(store->save(named("a1", "王桂兰", "新发村"), technician));
}

TEST_CASE("the newest good copy takes the place of a damaged store, as a new device") {
    const test::TemporaryFolder folder;
    std::string device;
    {
        auto store = VisitsStore::open(folder.path(), options);
        device = store->device_id();
        REQUIRE(store->save(named("a1", "王桂兰", "新发村"), technician));
        REQUIRE(store->back_up());
        REQUIRE(store->save(named("b2", "李𠅤", "前进村"), technician));
        REQUIRE(store->back_up());
        CHECK(*store->back_up() == *store->back_up());
    }
    test::put(folder / "backups/visits-0000000000000009.db", "a copy that is itself damaged");
    test::put(folder / "visits.db", std::string(9000, 'x'));

    auto store = VisitsStore::open(folder.path(), options);

    REQUIRE(store);
    CHECK(store->set_aside());
    CHECK(store->restored());
    CHECK(store->device_id() != device);
    CHECK(store->count() == 2);
}

TEST_CASE("another program's database is left alone") {
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "visits.db";
    { REQUIRE(VisitsStore::open(folder.path(), options)); }
    std::string bytes = test::bytes_of(file);
    bytes[71] = 1;  // application_id, big endian at 68.
    test::put(file, bytes);

    const auto store = VisitsStore::open(folder.path(), options);

    REQUIRE_FALSE(store);
    CHECK(store.error().kind == ErrorKind::BadInput);
    CHECK(test::bytes_of(file) == bytes);
}

TEST_CASE("a copy of the store opens and holds the same state") {
    const test::TemporaryFolder folder;
    const test::TemporaryFolder copies;
    auto store = VisitsStore::open(folder.path(), options);
    REQUIRE(store->save(named("a1", "王桂兰", "新发村"), technician));
    const std::filesystem::path copy = copies.path() / "visits.db";

    REQUIRE(store->back_up_to(copy));

    CHECK_FALSE(store->back_up_to(copy));
    auto copied = VisitsStore::open(copies.path(), options);
    REQUIRE(copied);
    CHECK(*copied->state_hash() == *store->state_hash());
}

}  // namespace longju::storage
