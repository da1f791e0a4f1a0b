// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cstdlib>

#include <catch2/catch_test_macros.hpp>

#include "cli/command_line.h"
#include "storage/platform.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"

namespace longju::cli {

namespace {

/// A user's data folder with one visit of so many members.
struct Machine {
    Machine() {
        // The data folder is what the program reads from its environment.
        REQUIRE(::setenv("LONGJU_DATA_DIR", storage::utf8_path(folder.path()).c_str(), 1) == 0);
    }
    void save(int members) const {
        auto store = storage::VisitsStore::open(folder.path());
        REQUIRE(store);
        visit::Visit visit;
        visit.id = std::string(32, 'a');
        visit.inputs.household.head = "王桂兰";
        visit.inputs.household.members = members;
        REQUIRE(store->save(visit, {}));
    }
    int members() const {
        auto store = storage::VisitsStore::open(folder.path());
        const auto visit = store->load(std::string(32, 'a'));
        return visit->inputs.household.members.value_or(0);
    }
    Outcome run(const std::vector<std::string>& arguments) const {
        return cli::run(arguments, "0.0");
    }
    test::TemporaryFolder folder;
};

std::string name_of(const Outcome& made) {
    const std::string path = made.out.substr(0, made.out.find('\n'));
    return path.substr(path.rfind('/') + 1);
}

}  // namespace

TEST_CASE("copies are made, listed and gone back to by name") {
    const Machine machine;
    CHECK(machine.run({"backups", "list"}).out.contains("longju backups make"));
    machine.save(2);
    const Outcome made = machine.run({"backups", "make"});
    REQUIRE(made.code == Outcome::Good);
    machine.save(5);

    const Outcome list = machine.run({"backups", "list"});
    const Outcome done = machine.run({"backups", "restore", name_of(made)});

    CHECK(list.out.contains(name_of(made)));
    CHECK(list.out.contains("1 visits"));
    REQUIRE(done.code == Outcome::Good);
    CHECK(done.out.starts_with("1 visits are again as in"));
    CHECK(machine.members() == 2);
    CHECK(machine.run({"backups", "list"}).out.contains("restore"));
    CHECK(machine.run({"backups", "restore", "none"}).code == Outcome::BadInput);
}

TEST_CASE("a store of a newer version gives way to a copy, and its saves are added") {
    const Machine machine;
    machine.save(2);
    const Outcome made = machine.run({"backups", "make"});
    machine.save(5);
    const std::filesystem::path file = machine.folder / "visits.db";
    std::string bytes = test::bytes_of(file);
    bytes[63] = 99;  // user_version, big endian at 60 (SQLite file format 1.3).
    test::put(file, bytes);
    CHECK(machine.run({"backups", "make"}).code == Outcome::BadInput);

    const std::string copy = "backups/" + name_of(made);
    const Outcome done = machine.run(
        {"backups", "restore", storage::utf8_path(machine.folder / copy), "--replace-file"});

    REQUIRE(done.code == Outcome::Good);
    CHECK(done.out.contains("visits.replaced-1.db"));
    CHECK(machine.members() == 5);
}

TEST_CASE("a damaged store is told with the names of what is missing") {
    const Machine machine;
    machine.save(2);
    test::put(machine.folder / "visits.db", std::string(9000, 'x'));

    const Outcome list = machine.run({"backups", "list"});

    CHECK(list.code == Outcome::Good);
    CHECK(list.err.contains("visits.damaged-1.db"));
    CHECK(list.err.contains("a new one was begun"));
}

TEST_CASE("visits in the folder of a sync program are refused before they are opened") {
    const Machine machine;
    const std::filesystem::path folder = machine.folder / "OneDrive/longju";
    REQUIRE(::setenv("LONGJU_DATA_DIR", storage::utf8_path(folder).c_str(), 1) == 0);

    const Outcome refusal = machine.run({"backups", "list"});

    CHECK(refusal.code == Outcome::OurFault);
    CHECK(refusal.err.contains("OneDrive"));
    CHECK_FALSE(std::filesystem::exists(folder));
}

}  // namespace longju::cli
