// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "access/signature.h"
#include "core/hash.h"
#include "core/instant.h"
#include "storage/meta.h"
#include "storage/users.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"

namespace longju::storage {

namespace {

constexpr const char* pin = "402917";
constexpr const char* other_pin = "918273";

/// A store and a clock that stands until the test moves it.
struct Desk {
    Desk() : store(VisitsStore::open(folder.path()).value()) {}

    Users users() {
        return Users(store.database(), [this] { return time; });
    }
    /// Every byte of the store and its journal.
    std::string bytes() const {
        return test::bytes_of(folder / "visits.db") + test::bytes_of(folder / "visits.db-wal");
    }
    std::vector<std::string> actions() {
        const auto rows = AuditLog(store.database()).newest(100).value();
        std::vector<std::string> words;
        for (const AuditRow& row : rows) words.push_back(row.entry.action);
        std::ranges::reverse(words);
        return words;
    }

    test::TemporaryFolder folder;
    VisitsStore store;
    std::string time = "2026-11-26T10:00:00+08:00";
};

}  // namespace

TEST_CASE("a store without users is open and keeps its key") {
    Desk desk;
    const auto key = desk.users().key_without_pin();

    REQUIRE(key);
    CHECK(key->bytes.size() == 32);
    CHECK(desk.users().key_without_pin().value() == *key);
    CHECK(desk.store.setting("open_data_key").value() == hex_from_bytes(key->bytes));
    CHECK_FALSE(desk.users().any().value());
}

TEST_CASE("the first PIN wraps the key and takes the open one away, from the file too") {
    Desk desk;
    const access::DataKey key = desk.users().key_without_pin().value();
    REQUIRE(desk.bytes().contains(hex_from_bytes(key.bytes)));

    const auto session = desk.users().begin("周玉梅", pin);

    REQUIRE(session);
    CHECK(session->role == access::Role::Supervisor);
    CHECK(session->key == key);
    CHECK(desk.store.setting("open_data_key").value().empty());
    CHECK_FALSE(desk.bytes().contains(hex_from_bytes(key.bytes)));
    CHECK_FALSE(desk.bytes().contains(key.bytes));
    CHECK(desk.users().key_without_pin().error().kind == ErrorKind::BadInput);
    CHECK(desk.users().sign_in("周玉梅", pin).value() == *session);
    CHECK(desk.users().begin("孙秀芬", pin).error().kind == ErrorKind::BadInput);
}

TEST_CASE("everybody opens the same key with a PIN of his own") {
    Desk desk;
    const Session boss = desk.users().begin("周玉梅", pin).value();
    REQUIRE(desk.users().add(boss, {"李长河", access::Role::Technician, other_pin}));

    const auto session = desk.users().sign_in("李长河", other_pin);

    REQUIRE(session);
    CHECK(session->key == boss.key);
    CHECK(session->role == access::Role::Technician);
    CHECK_FALSE(desk.users().sign_in("李长河", pin));
    CHECK(desk.users().sign_in("王桂兰", pin).error().kind == ErrorKind::NotFound);
    CHECK(desk.users().list().value().size() == 2);
}

TEST_CASE("after five wrong PINs nothing is tried for half a minute, then longer") {
    Desk desk;
    const Session boss = desk.users().begin("周玉梅", pin).value();
    for (int i = 0; i < 4; ++i) {
        CHECK_FALSE(desk.users().sign_in("周玉梅", other_pin));
        CHECK(desk.users().seconds_to_wait("周玉梅").value() == 0);
    }
    CHECK_FALSE(desk.users().sign_in("周玉梅", other_pin));

    CHECK(desk.users().seconds_to_wait("周玉梅").value() == 30);
    CHECK_FALSE(desk.users().sign_in("周玉梅", pin));  // The right one is not even looked at.
    CHECK(desk.users().find("周玉梅").value().failures == 5);
    desk.time = "2026-11-26T10:00:29+08:00";
    CHECK_FALSE(desk.users().sign_in("周玉梅", pin));
    desk.time = "2026-11-26T10:00:30+08:00";
    CHECK_FALSE(desk.users().sign_in("周玉梅", other_pin));
    CHECK(desk.users().seconds_to_wait("周玉梅").value() == 300);
    desk.time = "2026-11-26T10:05:30+08:00";
    CHECK_FALSE(desk.users().sign_in("周玉梅", other_pin));
    CHECK(desk.users().seconds_to_wait("周玉梅").value() == 3600);
    desk.time = "2026-11-26T11:05:30+08:00";
    CHECK(desk.users().sign_in("周玉梅", pin).value() == boss);
    CHECK(desk.users().find("周玉梅").value().failures == 0);
}

TEST_CASE("waiting outlasts a restart, and a clock that was set back does not prolong it") {
    Desk desk;
    const Session boss = desk.users().begin("周玉梅", pin).value();
    for (int i = 0; i < 5; ++i) CHECK_FALSE(desk.users().sign_in("周玉梅", other_pin));
    { const VisitsStore closed = std::move(desk.store); }
    desk.store = VisitsStore::open(desk.folder.path()).value();
    CHECK(desk.users().seconds_to_wait("周玉梅").value() == 30);

    desk.time = "2016-11-26T10:00:00+08:00";
    CHECK(desk.users().seconds_to_wait("周玉梅").value() == 30);
    desk.time = "2016-11-26T10:00:30+08:00";
    CHECK(desk.users().sign_in("周玉梅", pin).value() == boss);
}

TEST_CASE("what is no PIN costs no try") {
    Desk desk;
    REQUIRE(desk.users().begin("周玉梅", pin));

    CHECK_FALSE(desk.users().sign_in("周玉梅", "12"));
    CHECK(desk.users().find("周玉梅").value().failures == 0);
    CHECK_FALSE(Users(desk.store.database()).begin("", pin));
}

TEST_CASE("only a supervisor manages users, and the last one stays") {
    Desk desk;
    const Session boss = desk.users().begin("周玉梅", pin).value();
    REQUIRE(desk.users().add(boss, {"李长河", access::Role::Technician, other_pin}));
    const Session technician = desk.users().sign_in("李长河", other_pin).value();

    CHECK_FALSE(desk.users().add(technician, {"赵德厚", access::Role::Technician, other_pin}));
    CHECK_FALSE(desk.users().retire(technician, "周玉梅"));
    CHECK_FALSE(desk.users().change_pin(technician, "周玉梅", other_pin));
    CHECK_FALSE(desk.users().set_recovery(&technician, access::new_signing_key().signer));
    const auto last = desk.users().retire(boss, "周玉梅");
    REQUIRE_FALSE(last);
    CHECK(last.error().what.contains("last supervisor"));

    REQUIRE(desk.users().add(boss, {"孙秀芬", access::Role::Supervisor, other_pin}));
    CHECK(desk.users().retire(boss, "周玉梅"));
    CHECK_FALSE(desk.users().sign_in("周玉梅", pin));
    CHECK(desk.users().sign_in("孙秀芬", other_pin).value().key == boss.key);
    CHECK(desk.users().list().value().back().name == "周玉梅");
}

TEST_CASE("a retired name is free again, a name in service is not") {
    Desk desk;
    const Session boss = desk.users().begin("周玉梅", pin).value();
    const NewUser again{"李长河", access::Role::Technician, other_pin};
    REQUIRE(desk.users().add(boss, again));

    CHECK(desk.users().add(boss, again).error().kind == ErrorKind::BadInput);
    REQUIRE(desk.users().retire(boss, "李长河"));
    CHECK(desk.users().add(boss, again));
    CHECK_FALSE(desk.users().add(boss, {"  ", access::Role::Technician, other_pin}));
    CHECK_FALSE(desk.users().add(boss, {"赵德厚", access::Role::Technician, "123456"}));
}

TEST_CASE("a changed PIN opens and the old one no longer does") {
    Desk desk;
    const Session boss = desk.users().begin("周玉梅", pin).value();
    REQUIRE(desk.users().add(boss, {"李长河", access::Role::Technician, other_pin}));
    const Session technician = desk.users().sign_in("李长河", other_pin).value();

    REQUIRE(desk.users().change_pin(technician, "李长河", "135790"));
    CHECK_FALSE(desk.users().sign_in("李长河", other_pin));
    CHECK(desk.users().sign_in("李长河", "135790"));
    // A supervisor helps who is locked out.
    for (int i = 0; i < 5; ++i) CHECK_FALSE(desk.users().sign_in("李长河", "999991"));
    REQUIRE(desk.users().change_pin(boss, "李长河", "246801"));
    CHECK(desk.users().sign_in("李长河", "246801").value().key == boss.key);
}

TEST_CASE("the county's key gives a forgotten PIN's store back") {
    Desk desk;
    const access::SigningKey county = access::new_signing_key();
    const access::SigningKey stranger = access::new_signing_key();
    const bool before = GENERATE(true, false);
    if (before) {
        REQUIRE(desk.users().set_recovery(nullptr, county.signer));
    }
    const Session boss = desk.users().begin("周玉梅", pin).value();
    if (!before) {
        REQUIRE(desk.users().recover("周玉梅", other_pin, county.seed).error().kind ==
                ErrorKind::NotFound);
        CHECK_FALSE(desk.users().set_recovery(nullptr, county.signer));
        REQUIRE(desk.users().set_recovery(&boss, county.signer));
    }

    CHECK(desk.users().recovery_signer().value() == county.signer);
    CHECK(desk.users().recover("周玉梅", other_pin, stranger.seed).error().kind ==
          ErrorKind::Damaged);
    CHECK(desk.users().sign_in("周玉梅", pin));
    const auto recovered = desk.users().recover("周玉梅", other_pin, county.seed);
    REQUIRE(recovered);
    CHECK(recovered->key == boss.key);
    CHECK_FALSE(desk.users().sign_in("周玉梅", pin));
    CHECK(desk.users().sign_in("周玉梅", other_pin).value() == *recovered);
}

TEST_CASE("a recovered key that is not the store's is refused") {
    Desk desk;
    const access::SigningKey county = access::new_signing_key();
    REQUIRE(desk.users().set_recovery(nullptr, county.signer));
    REQUIRE(desk.users().begin("周玉梅", pin));
    const auto forged = access::seal_to(access::new_data_key().bytes, county.signer).value();
    REQUIRE(set_meta_value(desk.store.database(), "recovery_key", hex_from_bytes(forged)));

    CHECK(desk.users().recover("周玉梅", other_pin, county.seed).error().kind ==
          ErrorKind::Damaged);
    CHECK(desk.users().sign_in("周玉梅", pin));
    CHECK(desk.users().set_recovery(nullptr, "no key").error().kind == ErrorKind::BadInput);
}

TEST_CASE("every act of and on users is in the audit log") {
    Desk desk;
    const Session boss = desk.users().begin("周玉梅", pin).value();
    REQUIRE(desk.users().add(boss, {"李长河", access::Role::Technician, other_pin}));
    CHECK_FALSE(desk.users().sign_in("李长河", pin));
    REQUIRE(desk.users().sign_in("李长河", other_pin));
    REQUIRE(desk.users().change_pin(boss, "李长河", "135790"));
    REQUIRE(desk.users().set_recovery(&boss, access::new_signing_key().signer));
    REQUIRE(desk.users().retire(boss, "李长河"));

    CHECK(desk.actions() == std::vector<std::string>{"user.begin", "user.add", "pin.wrong",
                                                     "user.sign_in", "pin.change", "recovery.set",
                                                     "user.retire"});
    CHECK_FALSE(AuditLog(desk.store.database()).verify().value().first_bad);
}

TEST_CASE("a wall time is read with its zone") {
    CHECK(unix_seconds("1970-01-01T00:00:00+00:00") == 0);
    CHECK(unix_seconds("1970-01-01T08:00:00+08:00") == 0);
    CHECK(unix_seconds("1969-12-31T20:30:00-03:30") == 0);
    CHECK(unix_seconds("2026-11-26T10:00:00+08:00") == 1795658400);
    CHECK(unix_seconds(wall_time()).has_value());
    CHECK_FALSE(unix_seconds("2026-11-26"));
    CHECK_FALSE(unix_seconds("2026-11-26Txx:00:00+08:00"));
}

}  // namespace longju::storage
