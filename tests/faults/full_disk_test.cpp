// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

// A disk that fills up while the store is at work, and one that is full from the start.

#include <catch2/catch_test_macros.hpp>

#include "faults/failing_disk.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"
#include "unit/visit/random_visits.h"

namespace longju::faults {

namespace {

using storage::VisitsStore;

const storage::VisitsOptions options{.busy_ms = 0, .fixed_time = "2026-11-25T10:00:00+08:00"};

}  // namespace

TEST_CASE("a full disk refuses a save and keeps every save before it") {
    const test::TemporaryFolder folder;
    FailingDisk disk;
    visit::sample::RandomVisits random(31);
    std::vector<visit::Visit> saved;
    {
        auto store = VisitsStore::open(folder.path(), options);
        REQUIRE(store);
        disk.fail({Fault::Kind::Full, 200});
        Result<std::string> last;
        while (saved.size() < 1000) {
            visit::Visit visit = random.visit();
            last = store->save(visit, {});
            if (!last) break;
            saved.push_back(std::move(visit));
        }
        REQUIRE_FALSE(last);
        CHECK(last.error().kind == ErrorKind::NoSpace);
        CHECK(saved.size() > 3);
        // The store goes on: it reads what is there, and saves again when there is room.
        CHECK(store->count() == static_cast<int>(saved.size()));
        disk.heal();
        saved.push_back(random.visit());
        CHECK(store->save(saved.back(), {}));
    }

    auto store = VisitsStore::open(folder.path(), options);

    REQUIRE(store);
    CHECK(store->count() == static_cast<int>(saved.size()));
    for (const visit::Visit& visit : saved) CHECK(store->load(visit.id) == visit);
}

TEST_CASE("a disk that is full from the start is told as such, whenever the space ends") {
    FailingDisk disk;
    for (int call = 1; call < 40; call += 5) {
        const test::TemporaryFolder folder;
        disk.fail({Fault::Kind::Full, call});

        const auto store = VisitsStore::open(folder.path(), options);

        CAPTURE(call);
        REQUIRE_FALSE(store);
        CHECK(store.error().kind == ErrorKind::NoSpace);
        disk.heal();
        CHECK(VisitsStore::open(folder.path(), options));
    }
}

}  // namespace longju::faults
