// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cstdlib>

#include <catch2/catch_test_macros.hpp>

#include "access/signature.h"
#include "cli/command_line.h"
#include "storage/platform.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"

namespace longju::cli {

namespace {

constexpr const char* pin = "402917";
constexpr const char* other_pin = "918273";

/// A user's machine whose people are named by the environment.
struct Machine {
    Machine() { set("LONGJU_DATA_DIR", storage::utf8_path(folder / "data")); }
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;
    ~Machine() {
        for (const char* name : {"LONGJU_USER", "LONGJU_PIN", "LONGJU_NEW_PIN"}) ::unsetenv(name);
    }

    static void set(const char* name, const std::string& value) {
        REQUIRE(::setenv(name, value.c_str(), 1) == 0);
    }
    static void be(const std::string& name, const std::string& with_pin) {
        set("LONGJU_USER", name);
        set("LONGJU_PIN", with_pin);
    }
    static Outcome run(const std::vector<std::string>& arguments) {
        return cli::run(arguments, "0.0");
    }
    /// 周玉梅 the supervisor and 李长河 the technician.
    static void two_people() {
        set("LONGJU_PIN", pin);
        set("LONGJU_NEW_PIN", other_pin);
        REQUIRE(run({"users", "add", "周玉梅"}).code == Outcome::Good);
        REQUIRE(run({"users", "add", "李长河", "--role", "technician"}).code == Outcome::Good);
    }

    test::TemporaryFolder folder;
};

}  // namespace

TEST_CASE("a store without users asks nobody") {
    const Machine machine;

    CHECK(Machine::run({"users", "list"}).out.starts_with("no users"));
    CHECK(Machine::run({"audit"}).out.starts_with("0 rows, whole"));
    CHECK(Machine::run({"users", "pin"}).code == Outcome::BadInput);
}

TEST_CASE("the first user is a supervisor and the store opens with a PIN from then on") {
    const Machine machine;
    Machine::set("LONGJU_PIN", pin);

    CHECK(Machine::run({"users", "add", "李长河", "--role", "technician"}).code ==
          Outcome::BadInput);
    const Outcome first = Machine::run({"users", "add", "周玉梅"});
    CHECK(first.code == Outcome::Good);
    CHECK(first.out.contains("no recovery key"));
    CHECK(Machine::run({"users", "list"}).out.contains("周玉梅\tsupervisor"));
    CHECK(Machine::run({"audit"}).code == Outcome::Good);
    Machine::set("LONGJU_PIN", other_pin);
    const Outcome refused = Machine::run({"audit"});
    CHECK(refused.code == Outcome::BadInput);
    CHECK(refused.err == "that is not the PIN of 周玉梅\n");
}

TEST_CASE("a verb asks whose hands it is in, and what they may do") {
    const Machine machine;
    Machine::two_people();

    CHECK(Machine::run({"audit"}).err.contains("LONGJU_USER"));
    Machine::be("李长河", other_pin);
    const Outcome refused = Machine::run({"audit"});
    CHECK(refused.code == Outcome::BadInput);
    CHECK(refused.err == "李长河 is technician and may not do that (audit.read)\n");
    CHECK(Machine::run({"users", "add", "赵德厚", "--role", "auditor"}).code == Outcome::BadInput);
    CHECK(Machine::run({"users", "retire", "周玉梅"}).code == Outcome::BadInput);
    Machine::be("周玉梅", pin);
    CHECK(Machine::run({"users", "add", "赵德厚", "--role", "boss"}).code == Outcome::BadInput);
    CHECK(Machine::run({"users", "retire", "周玉梅"}).err.contains("last supervisor"));
    CHECK(Machine::run({"users", "retire", "李长河"}).code == Outcome::Good);
    CHECK(Machine::run({"users", "list"}).out.contains("retired"));
}

TEST_CASE("a PIN is changed by its owner and by a supervisor") {
    const Machine machine;
    Machine::two_people();
    Machine::be("李长河", other_pin);
    Machine::set("LONGJU_NEW_PIN", "135790");

    CHECK(Machine::run({"users", "pin"}).code == Outcome::Good);
    CHECK(Machine::run({"users", "pin"}).code == Outcome::BadInput);
    CHECK(Machine::run({"users", "pin", "周玉梅"}).code == Outcome::BadInput);
    Machine::be("周玉梅", pin);
    Machine::set("LONGJU_NEW_PIN", "123456");
    CHECK(Machine::run({"users", "pin", "李长河"}).err.contains("no 123456"));
    Machine::set("LONGJU_NEW_PIN", "246801");
    CHECK(Machine::run({"users", "pin", "李长河"}).code == Outcome::Good);
}

TEST_CASE("the county's key file gives a forgotten PIN's store back") {
    const Machine machine;
    const access::SigningKey county = access::new_signing_key();
    test::put(machine.folder / "county.key", county.seed + "\n");
    const std::string key = storage::utf8_path(machine.folder / "county.key");
    Machine::two_people();
    Machine::be("周玉梅", pin);

    CHECK(Machine::run({"users", "recover", "周玉梅", "--key", key}).code == Outcome::BadInput);
    CHECK(Machine::run({"users", "recovery", "nobody"}).code == Outcome::BadInput);
    REQUIRE(Machine::run({"users", "recovery", county.signer}).code == Outcome::Good);
    Machine::set("LONGJU_NEW_PIN", "135790");
    CHECK(Machine::run({"users", "recover", "周玉梅", "--key", key}).code == Outcome::Good);
    CHECK(Machine::run({"audit"}).code == Outcome::BadInput);
    Machine::be("周玉梅", "135790");
    const Outcome log = Machine::run({"audit"});
    CHECK(log.code == Outcome::Good);
    CHECK(log.out.contains("pin.recover"));
}

TEST_CASE("a log that was tampered with is said to be, with the row") {
    const Machine machine;
    Machine::two_people();
    Machine::be("周玉梅", pin);
    const std::filesystem::path file = machine.folder / "data/visits.db";
    std::string bytes = test::bytes_of(file);
    const auto at = bytes.find("user.add");
    REQUIRE(at != std::string::npos);
    bytes.replace(at, 8, "user.odd");
    test::put(file, bytes);

    const Outcome log = Machine::run({"audit"});
    CHECK(log.code == Outcome::BadInput);
    CHECK(log.err.contains("tampered with: row 3"));
}

}  // namespace longju::cli
