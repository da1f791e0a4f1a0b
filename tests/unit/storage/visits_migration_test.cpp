// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <sqlite3.h>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>

#include "storage/search_index.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"

namespace longju::storage {

TEST_CASE("a store of the first layout is searched as before, and forgets whole phones") {
    const test::TemporaryFolder folder;
    visit::Visit visit;
    visit.id = std::string(32, 'a');
    visit.inputs.household.head = "李雪梅";
    visit.inputs.household.phone = "13904550001";
    visit.inputs.household.id_number = "11010519491231002X";
    visit::Revision revision{.visit_id = visit.id,
                             .device_id = "d",
                             .device_seq = 1,
                             .lamport = 1,
                             .body = visit::canonical(visit)};
    revision.hash = visit::hash_of(revision);
    {
        auto file = SqliteFile::open(folder.path() / "visits.db", 0);
        REQUIRE(file);
        REQUIRE(file->run("db/migrations/0001_visits.sql"));
        const std::string rows = fmt::format(
            "INSERT INTO revision VALUES ('{0}', '{1}', 'd', 1, 1, '{2}');"
            "INSERT INTO visit VALUES ('{1}', '{0}', 1, 0, 1, '', '李雪梅', '', '', '新发村', 0, "
            "0, "
            "'', 'phone 13904550001');",
            revision.hash, visit.id, visit::canonical_without_hash(revision));
        REQUIRE(sqlite3_exec(file->handle(), rows.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
    }

    auto store = VisitsStore::open(folder.path(), {.busy_ms = 0});

    REQUIRE(store);
    const auto index = SearchIndex::load(store->database());
    REQUIRE(index);
    for (const char* typed : {"lxm", "0001", "002x", "新发"}) {
        CHECK(index->find(typed, 9) == std::vector<Found>{{visit.id, false}});
    }
    REQUIRE(store->rebuild());
    CHECK(SearchIndex::load(store->database())->find("002x", 9).size() == 1);
}

}  // namespace longju::storage
