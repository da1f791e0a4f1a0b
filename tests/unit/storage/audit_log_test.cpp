// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <sqlite3.h>
#include <catch2/catch_test_macros.hpp>

#include "storage/audit_log.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"

namespace longju::storage {

namespace {

struct Desk {
    Desk() : store(VisitsStore::open(folder.path()).value()), log(store.database()) {}

    void fill(int rows) {
        for (int i = 0; i < rows; ++i) {
            REQUIRE(log.add({"李长河", "visit.record", std::string(32, 'a'), std::to_string(i)}));
        }
    }
    /// As somebody with a tool for databases: false when the store refuses.
    bool forge(const std::string& sql) {
        return sqlite3_exec(store.database().handle(), sql.c_str(), nullptr, nullptr, nullptr) ==
               SQLITE_OK;
    }
    void take_triggers_away() {
        REQUIRE(forge("DROP TRIGGER audit_is_never_changed"));
        REQUIRE(forge("DROP TRIGGER audit_is_never_deleted"));
        REQUIRE(forge("DROP TRIGGER audit_goes_on"));
    }

    test::TemporaryFolder folder;
    VisitsStore store;
    AuditLog log;
};

}  // namespace

TEST_CASE("an empty log is whole") {
    Desk desk;

    const auto check = desk.log.verify().value();

    CHECK(check.rows == 0);
    CHECK_FALSE(check.first_bad);
    CHECK(check.head == std::string(64, '0'));
    CHECK(desk.log.head().value() == check.head);
}

TEST_CASE("rows follow each other and the head is the last") {
    Desk desk;
    desk.fill(3);
    const std::string head = desk.log.head().value();

    const auto rows = desk.log.newest(2).value();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].seq == 3);
    CHECK(rows[0].hash == head);
    CHECK(rows[0].previous == rows[1].hash);
    CHECK(rows[0].entry.detail == "2");
    CHECK(desk.log.verify().value().head == head);
    CHECK(desk.log.holds(rows[1].hash).value());
    CHECK_FALSE(desk.log.holds(std::string(64, '1')).value());
}

TEST_CASE("the store itself refuses to change or delete a row") {
    Desk desk;
    desk.fill(2);

    CHECK_FALSE(desk.forge("UPDATE audit SET actor = 'x'"));
    CHECK_FALSE(desk.forge("DELETE FROM audit"));
    CHECK_FALSE(desk.forge("REPLACE INTO audit SELECT * FROM audit WHERE seq = 1"));
    CHECK_FALSE(
        desk.forge("INSERT INTO audit SELECT seq + 3, at, actor, action, subject, detail,"
                   " previous, hash FROM audit WHERE seq = 1"));
    CHECK(desk.log.verify().value().rows == 2);
}

TEST_CASE("whatever field of a row is changed, the row is named") {
    for (const char* change : {"at = 'x'", "actor = 'x'", "action = 'x'", "subject = 'x'",
                               "detail = 'x'", "previous = hash", "hash = previous", "seq = 9"}) {
        INFO(change);
        Desk desk;
        desk.fill(4);
        desk.take_triggers_away();
        REQUIRE(desk.forge("UPDATE audit SET " + std::string(change) + " WHERE seq = 3"));

        const auto check = desk.log.verify().value();
        // A row that moved to the end leaves a gap before the one that followed it.
        CHECK(check.first_bad == (std::string(change) == "seq = 9" ? 4 : 3));
    }
}

TEST_CASE("a row that is gone is missed at the next one, from the end by the receipt") {
    Desk desk;
    desk.fill(4);
    const std::string on_the_receipt = desk.log.head().value();
    desk.take_triggers_away();
    REQUIRE(desk.forge("DELETE FROM audit WHERE seq = 4"));

    CHECK_FALSE(desk.log.verify().value().first_bad);
    CHECK_FALSE(desk.log.holds(on_the_receipt).value());
    REQUIRE(desk.forge("DELETE FROM audit WHERE seq = 2"));
    CHECK(desk.log.verify().value().first_bad == 3);
}

TEST_CASE("fields do not run into each other in the hash") {
    AuditRow one;
    one.entry = {.actor = "ab", .action = "c", .subject = {}, .detail = {}};
    AuditRow two;
    two.entry = {.actor = "a", .action = "bc", .subject = {}, .detail = {}};

    CHECK(hash_of(one) != hash_of(two));
}

TEST_CASE("no number of a person gets into the log") {
    Desk desk;
    REQUIRE(
        desk.log.add({"李长河", "parcel.import", "",
                      "a.ljp: 230102190001010018, 13812345678 and 6228480011223344556 of 2026"}));

    const std::string detail = desk.log.newest(1).value().front().entry.detail;
    CHECK(detail == "a.ljp: ******************, *********** and ******************* of 2026");
}

TEST_CASE("a row within a transaction that is taken back is taken back with it") {
    Desk desk;
    desk.fill(1);
    {
        auto transaction = SqliteTransaction::begin(desk.store.database());
        REQUIRE(transaction);
        desk.fill(1);
    }

    CHECK(desk.log.verify().value().rows == 1);
    desk.fill(1);
    CHECK_FALSE(desk.log.verify().value().first_bad);
}

}  // namespace longju::storage
