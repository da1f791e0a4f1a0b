// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/restore.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include <catch2/catch_test_macros.hpp>

#include "storage/backup_job.h"
#include "unit/storage/temporary_folder.h"
#include "unit/visit/random_visits.h"

namespace longju::storage {

namespace {

namespace fs = std::filesystem;

const VisitsOptions options{.busy_ms = 0, .fixed_time = "2026-11-25T10:00:00+08:00"};

visit::Visit named(char id, const char* household, int members = 1) {
    visit::Visit visit;
    visit.id = std::string(32, id);
    visit.inputs.household.head = household;
    visit.inputs.household.members = members;
    return visit;
}

/// Steps until it is done, at most ten seconds.
Result<bool> finish(BackupJob& job) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (std::chrono::steady_clock::now() < end) {
        auto done = job.step(4);
        if (!done || *done) return done;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return false;
}

}  // namespace

TEST_CASE("going back to a copy saves each visit as it was there and loses nothing") {
    const test::TemporaryFolder folder;
    auto store = VisitsStore::open(folder.path(), options);
    REQUIRE(store->save(named('a', "王桂兰", 2), {}));
    REQUIRE(store->save(named('b', "李𠅤", 4), {}));
    const std::string device = store->device_id();
    const fs::path copy = *store->back_up();
    REQUIRE(store->save(named('a', "王桂兰", 7), {}));
    REQUIRE(store->save(named('c', "后来的"), {}));
    const auto revisions = store->unconfirmed(true);

    const auto done = restore_from(*store, copy, "李雪梅");

    REQUIRE(done);
    CHECK(done->changed == 1);
    CHECK(done->same == 1);
    CHECK(done->added == 0);
    CHECK(done->not_in_it == std::vector<std::string>{"后来的"});
    CHECK(store->load(std::string(32, 'a'))->inputs.household.members == 2);
    CHECK(store->load(std::string(32, 'c'))->inputs.household.head == "后来的");
    const auto after = store->unconfirmed(true);
    REQUIRE(after->size() == revisions->size() + 1);
    CHECK(after->back().actor == "李雪梅");
    CHECK(after->back().parents.size() == 1);
    CHECK(store->device_id() == device);

    // And back again, from the copy that was made before.
    const auto undone = restore_from(*store, done->before, "李雪梅");
    REQUIRE(undone);
    CHECK(store->load(std::string(32, 'a'))->inputs.household.members == 7);
    CHECK(store->unconfirmed(true)->size() == revisions->size() + 2);
}

TEST_CASE("a copy with visits that the store lost brings them back with their history") {
    const test::TemporaryFolder folder;
    const test::TemporaryFolder other;
    fs::path copy;
    {
        auto store = VisitsStore::open(folder.path(), options);
        REQUIRE(store->save(named('a', "王桂兰", 2), {}));
        REQUIRE(store->save(named('a', "王桂兰", 3), {}));
        copy = *store->back_up();
    }
    auto store = VisitsStore::open(other.path(), options);
    REQUIRE(store->save(named('b', "李𠅤"), {}));

    const auto done = restore_from(*store, copy, "");

    REQUIRE(done);
    CHECK(done->added == 2);
    CHECK(done->same == 1);
    CHECK(done->changed == 0);
    CHECK(store->count() == 2);
    CHECK(store->revisions(std::string(32, 'a'))->size() == 2);
}

TEST_CASE("a damaged copy is refused and changes nothing") {
    const test::TemporaryFolder folder;
    auto store = VisitsStore::open(folder.path(), options);
    REQUIRE(store->save(named('a', "王桂兰"), {}));
    const fs::path copy = *store->back_up();
    std::string bytes = test::bytes_of(copy);
    bytes.replace(4096, bytes.size() - 4096, bytes.size() - 4096, 'x');
    test::put(copy, bytes);
    const auto state = store->state_hash();

    const auto done = restore_from(*store, copy, "");

    REQUIRE_FALSE(done);
    CHECK(done.error().kind == ErrorKind::Damaged);
    CHECK(*store->state_hash() == *state);
    CHECK_FALSE(restore_from(*store, folder / "none", ""));
    for (const auto& entry : fs::directory_iterator(folder / "backups")) {
        CHECK_FALSE(entry.path().filename().string().starts_with("~"));
    }
}

TEST_CASE("copies are listed with the number of visits in each, and are not touched") {
    const test::TemporaryFolder folder;
    auto store = VisitsStore::open(folder.path(), options);
    REQUIRE(store->save(named('a', "王桂兰"), {}));
    const fs::path first = *store->back_up();
    REQUIRE(store->save(named('b', "李𠅤"), {}));
    REQUIRE(store->back_up());
    test::put(folder / "backups/visits-0000000000000001.db", "no database");
    const std::string bytes = test::bytes_of(first);

    const auto copies = copies_to_choose(*store);

    REQUIRE(copies);
    REQUIRE(copies->size() == 3);
    CHECK(copies->at(0).visits == 2);
    CHECK(copies->at(1).visits == 1);
    CHECK_FALSE(copies->at(2).visits);
    CHECK(copies->at(0).bytes > 4096);
    CHECK(test::bytes_of(first) == bytes);
    CHECK(std::distance(fs::directory_iterator(folder / "backups"), {}) == 3);
}

TEST_CASE("a copy made bit by bit holds the saves that came meanwhile") {
    const test::TemporaryFolder folder;
    auto store = VisitsStore::open(folder.path(), options);
    visit::sample::RandomVisits random(8);
    for (int i = 0; i < 30; ++i) REQUIRE(store->save(random.visit(), {}));
    auto job = BackupJob::begin(store->database(), CopyReason::Regular, options.fixed_time);
    REQUIRE(job);
    REQUIRE(*job);
    REQUIRE((*job)->step(4) == false);
    REQUIRE(store->save(named('a', "王桂兰"), {}));

    REQUIRE(finish(**job) == true);

    auto copy = SqliteFile::open_to_read((*job)->file());
    REQUIRE(copy);
    CHECK(copy->check_whole());
    const auto copies = copies_to_choose(*store);
    REQUIRE(copies->size() == 1);
    CHECK(copies->front().visits == store->count());
    CHECK(copies->front().copy.lamport == 31);
    // The next one has nothing to do.
    CHECK(*BackupJob::begin(store->database(), CopyReason::Regular, options.fixed_time) == nullptr);
    const auto entries = std::distance(fs::directory_iterator(folder / "backups"), {});
    CHECK(entries == 1);
}

TEST_CASE("a copy that is given up leaves nothing behind") {
    const test::TemporaryFolder folder;
    auto store = VisitsStore::open(folder.path(), options);
    REQUIRE(store->save(named('a', "王桂兰"), {}));
    {
        auto job = BackupJob::begin(store->database(), CopyReason::Regular, options.fixed_time);
        REQUIRE(job);
        REQUIRE((*job)->step(1) == false);
    }

    CHECK(fs::is_empty(folder / "backups"));
    CHECK(store->save(named('b', "李𠅤"), {}));
}

}  // namespace longju::storage
