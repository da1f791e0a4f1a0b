// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/backup_copies.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <catch2/catch_test_macros.hpp>

#include "core/embedded.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"
#include "unit/visit/random_visits.h"

namespace longju::storage {

namespace {

const VisitsOptions options{.busy_ms = 0, .fixed_time = "2026-11-25T10:00:00+08:00"};

/// `minutes` after 2026-01-01T00:00, within that year.
std::string minutes_into_2026(int minutes) {
    const std::chrono::sys_days first = std::chrono::year(2026) / 1 / 1;
    const std::chrono::year_month_day date(first + std::chrono::days(minutes / 1440));
    return fmt::format("{}-{:02}-{:02}T{:02}:{:02}:00+08:00", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       minutes / 60 % 24, minutes % 60);
}

/// What stays of copies that were made one after the other, thinned each time as the store does.
std::vector<BackupCopy> after_thinning(const std::vector<BackupCopy>& made) {
    std::vector<BackupCopy> kept;
    for (const BackupCopy& copy : made) {
        kept.insert(kept.begin(), copy);
        for (BackupCopy& one : kept) one.verified = one.lamport == copy.lamport;
        const std::vector<bool> keep = which_to_keep(kept);
        std::vector<BackupCopy> next;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            if (keep[i]) next.push_back(kept[i]);
        }
        kept = next;
    }
    return kept;
}

/// A copy each half hour from 8 to 18 o'clock, for so many days.
std::vector<BackupCopy> working_days(int days) {
    std::vector<BackupCopy> made;
    for (int day = 0; day < days; ++day) {
        for (int half = 16; half < 36; ++half) {
            made.push_back({.file = {},
                            .lamport = made.size() + 1,
                            .made_at = minutes_into_2026(day * 1440 + half * 30)});
        }
    }
    return made;
}

std::set<std::string> days_of(const std::vector<BackupCopy>& copies) {
    std::set<std::string> days;
    for (const BackupCopy& copy : copies) days.insert(copy.made_at.substr(0, 10));
    return days;
}

}  // namespace

TEST_CASE("a copy's name tells what is in it, when and why it was made") {
    const BackupCopy copy{.file = {},
                          .lamport = 12,
                          .rows = 31,
                          .made_at = "2026-11-25T10:00:00+08:00",
                          .reason = CopyReason::Import};

    CHECK(copy_name(copy) == "visits-0000000000000012-00000031-20261125T100000+0800-import.db");

    const auto read = copy_from_name(copy_name(copy));
    REQUIRE(read);
    CHECK(read->lamport == 12);
    CHECK(read->rows == 31);
    CHECK(read->made_at == copy.made_at);
    CHECK(read->reason == CopyReason::Import);
    CHECK(copy_from_name("visits-0000000000000012.db")->lamport == 12);
    BackupCopy timeless = copy;
    timeless.made_at = "yesterday";
    CHECK(copy_from_name(copy_name(timeless))->made_at.empty());
    for (const char* other :
         {"visits-12.db", "visits.db", "visits-000000000000001x.db", "prices.csv",
          "visits-0000000000000012-00000031-20261125T100000+0800-whim.db",
          "damaged-visits-0000000000000012.db", "visits-0000000000000012-.db"}) {
        CAPTURE(other);
        CHECK_FALSE(copy_from_name(other));
    }
}

TEST_CASE("of a year's copies half hours, days, weeks and months stay") {
    const auto kept = after_thinning(working_days(365));

    REQUIRE(kept.size() <= 12 + 7 + 4 + 6);
    CHECK(kept.front().lamport == 365 * 20);
    for (std::size_t i = 0; i < 12; ++i) CHECK(kept[i].lamport == 365 * 20 - i);
    const std::set<std::string> days = days_of(kept);
    for (const char* day : {"2026-12-31", "2026-12-30", "2026-12-29", "2026-12-28", "2026-12-27",
                            "2026-12-26", "2026-12-25"}) {
        CAPTURE(day);
        CHECK(days.contains(day));
    }
    for (const char* last_of_week : {"2026-12-20", "2026-12-13"}) {
        CHECK(days.contains(last_of_week));
    }
    for (const char* last_of_month :
         {"2026-11-30", "2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31"}) {
        CAPTURE(last_of_month);
        CHECK(days.contains(last_of_month));
    }
}

TEST_CASE("a clock that stands still or jumps ten years never costs the newest eight copies") {
    auto stopped = working_days(30);
    for (BackupCopy& copy : stopped) copy.made_at = "2016-01-01T00:00:00+08:00";
    auto jumping = working_days(30);
    for (std::size_t i = 0; i < jumping.size(); i += 3) {
        jumping[i].made_at.replace(0, 4, i % 2 == 0 ? "2016" : "2036");
    }

    for (const auto& made : {stopped, jumping}) {
        const auto kept = after_thinning(made);
        REQUIRE(kept.size() >= 8);
        CHECK(kept.size() <= 8 + 12 + 7 + 4 + 6);
        for (std::size_t i = 0; i < 8; ++i) CHECK(kept[i].lamport == made.size() - i);
    }
    // Between the lies the true days are still there.
    CHECK(days_of(after_thinning(jumping)).contains("2026-01-30"));
}

TEST_CASE(
    "copies before something dangerous stay, three of each, and so does the newest good one") {
    std::vector<BackupCopy> copies;
    for (std::uint64_t lamport = 100; lamport > 0; --lamport) {
        copies.push_back({.file = {}, .lamport = lamport, .made_at = "2026-11-25T10:00:00+08:00"});
    }
    for (const std::size_t i : {40, 50, 60, 70}) copies[i].reason = CopyReason::Import;
    copies[80].reason = CopyReason::Migration;
    copies[90].verified = copies[95].verified = true;

    const std::vector<bool> keep = which_to_keep(copies);

    for (const std::size_t i : {0, 7, 40, 50, 60, 80, 90}) CHECK(keep[i]);
    for (const std::size_t i : {8, 39, 70, 95}) CHECK_FALSE(keep[i]);
}

TEST_CASE("a store is copied once for what it holds, and again when only a paper came") {
    const test::TemporaryFolder folder;
    auto store = VisitsStore::open(folder.path(), options);
    REQUIRE(store);
    visit::sample::RandomVisits random(3);
    visit::Visit visit = random.visit();
    const auto hash = store->save(visit, {});

    const auto first = store->back_up();
    const auto again = store->back_up(CopyReason::Import);
    REQUIRE(store->keep_evidence(visit.id, *hash, "notice.pdf", "bytes"));
    const auto third = store->back_up(CopyReason::Exit);

    REQUIRE(third);
    CHECK(*first == *again);
    CHECK(*first != *third);
    const auto copies = copies_in(folder / "backups");
    REQUIRE(copies.size() == 2);
    CHECK(copies[0].file == *third);
    CHECK(copies[0].reason == CopyReason::Exit);
    CHECK(copies[0].made_at == options.fixed_time);
}

TEST_CASE("many copies are thinned as they are made") {
    const test::TemporaryFolder folder;
    auto store = VisitsStore::open(folder.path(), options);
    visit::Visit visit;
    visit.id = std::string(32, 'a');
    for (int i = 1; i <= 12; ++i) {
        visit.inputs.household.members = i;
        REQUIRE(store->save(visit, {}));
        REQUIRE(store->back_up());
    }

    const auto copies = copies_in(folder / "backups");

    CHECK(copies.size() == 8);
    CHECK(copies.front().lamport == 12);
}

TEST_CASE("a store of an older layout is copied before it is brought up to this one") {
    if (visits_schema < 2) SKIP("there is one layout so far");
    const test::TemporaryFolder folder;
    {
        auto old = SqliteFile::open(folder / "visits.db", 0);
        REQUIRE(old);
        REQUIRE(old->run("db/migrations/0001_visits.sql"));
    }

    const auto store = VisitsStore::open(folder.path(), options);

    REQUIRE(store);
    const auto copies = copies_in(folder / "backups");
    REQUIRE(copies.size() == 1);
    CHECK(copies.front().reason == CopyReason::Migration);
    const std::string bytes = test::bytes_of(copies.front().file);
    CHECK(bytes[63] == 1);  // user_version, big endian at 60 (SQLite file format 1.3).
}

}  // namespace longju::storage
