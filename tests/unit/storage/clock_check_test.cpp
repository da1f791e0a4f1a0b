// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/clock_check.h"

#include <catch2/catch_test_macros.hpp>

#include "core/date.h"
#include "core/instant.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"

namespace longju::storage {

namespace {

const ClockFloor floor_of_november{
    .built = "2026-11-01", .revision = "2026-11-25T10:00:00+08:00", .data = "2026-10-15"};

}  // namespace

TEST_CASE("the floor is the latest of what has certainly passed") {
    CHECK(trusted_floor(floor_of_november) == unix_seconds("2026-11-25T10:00:00+08:00"));
    CHECK(trusted_floor({.built = "2026-11-01", .revision = {}, .data = "2026-12-01"}) ==
          unix_seconds("2026-12-01T00:00:00+00:00"));
    CHECK(trusted_floor(
              {.built = "2026-11-01", .revision = "2036-11-25T10:00:00+08:00?", .data = {}}) ==
          unix_seconds("2026-11-01T00:00:00+00:00"));
    CHECK(trusted_floor({.built = {}, .revision = {}, .data = "2026.11"}) ==
          unix_seconds("2026-11-01T00:00:00+00:00"));
    CHECK_FALSE(trusted_floor({}));
}

TEST_CASE("a clock more than ten minutes before the floor is behind, in any zone") {
    const auto state = [](const char* now) { return ClockWatch(floor_of_november).read(now, 0); };

    CHECK(state("2026-11-25T10:00:00+08:00") == ClockState::Plausible);
    CHECK(state("2026-11-25T09:50:00+08:00") == ClockState::Plausible);
    CHECK(state("2026-11-25T09:49:59+08:00") == ClockState::Behind);
    CHECK(state("2026-11-25T01:55:00+00:00") == ClockState::Plausible);
    CHECK(state("2016-11-25T10:00:00+08:00") == ClockState::Behind);
    CHECK(state("2036-11-25T10:00:00+08:00") == ClockState::Plausible);
    CHECK(state("no time") == ClockState::Behind);
}

TEST_CASE("a jump of more than a day is told until the clock is back") {
    ClockWatch watch(floor_of_november);

    CHECK(watch.read("2026-11-26T10:00:00+08:00", 100) == ClockState::Plausible);
    CHECK(watch.read("2026-11-26T10:30:00+08:00", 110) == ClockState::Plausible);
    CHECK(watch.read("2026-11-28T10:30:00+08:00", 120) == ClockState::Jumped);
    CHECK(watch.read("2036-11-26T10:30:00+08:00", 130) == ClockState::Jumped);
    CHECK(watch.read("2026-11-26T10:31:00+08:00", 150) == ClockState::Plausible);
    CHECK(watch.read("2026-11-29T10:31:00+08:00", 150 + 3 * 86400.0) == ClockState::Plausible);
}

TEST_CASE("saves of a clock that is doubted carry its mark, and raise no floor") {
    const test::TemporaryFolder folder;
    auto store =
        VisitsStore::open(folder.path(), {.busy_ms = 0, .fixed_time = "2036-11-25T10:00:00+08:00"});
    visit::Visit visit;
    visit.id = std::string(32, 'a');
    store->distrust_clock(true);

    REQUIRE(store->save(visit, {}));

    CHECK(store->recent(1)->front().saved_at == "2036-11-25T10:00:00+08:00?");
    CHECK(store->newest_saved_at()->empty());
    store->distrust_clock(false);
    visit.id = std::string(32, 'b');
    REQUIRE(store->save(visit, {}));
    CHECK(store->newest_saved_at() == "2036-11-25T10:00:00+08:00");
}

TEST_CASE("the day of the build is a day that has begun") {
    REQUIRE(date_from(build_date()));
    CHECK(build_date() >= "2026-11-01");
}

}  // namespace longju::storage
