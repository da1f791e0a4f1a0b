// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

// Known numbers of a person go through everything the programs do; then every file they left is
// searched for them.

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>

#include "cli/command_line.h"
#include "core/memory.h"
#include "core/text.h"
#include "kiosk/services.h"
#include "sheet/painter.h"
#include "sheet/paper.h"
#include "storage/platform.h"
#include "storage/reference_store.h"
#include "unit/storage/temporary_folder.h"
#include "visit/case_file.h"

namespace longju {

namespace {

namespace fs = std::filesystem;

constexpr const char* id_number = "232701195006309001";
constexpr const char* phone = "13845509172";
constexpr const char* bank_card = "6228480011223344556";

/// A text as the files of other systems hold it: UTF-16, either byte order.
std::string utf16(std::string_view text, bool big) {
    std::string wide;
    for (const char c : text) {
        if (big) wide += '\0';
        wide += c;
        if (!big) wide += '\0';
    }
    return wide;
}

/// The names of what `bytes` gives away.
std::vector<std::string> found_in(const std::string& bytes) {
    std::vector<std::string> found;
    for (const char* canary : {id_number, phone, bank_card}) {
        for (const std::string& text :
             {std::string(canary), utf16(canary, false), utf16(canary, true)}) {
            if (bytes.contains(text)) found.emplace_back(canary);
        }
    }
    return found;
}

/// A machine whose every folder lies under one: data, papers, stick, temporary files.
struct Machine {
    Machine() {
        for (const char* name : {"data", "stick", "tmp", "home"}) fs::create_directory(root / name);
        set("LONGJU_DATA_DIR", root / "data");
        set("LONGJU_REFERENCE", reference_file);
        set("TMPDIR", root / "tmp");
    }
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;
    ~Machine() { ::unsetenv("TMPDIR"); }

    static void set(const char* name, const fs::path& value) {
        REQUIRE(::setenv(name, value.c_str(), 1) == 0);
    }
    /// What the program printed, kept as a log would.
    cli::Outcome run(const std::vector<std::string>& arguments) {
        const cli::Outcome outcome = cli::run(arguments, "0.0");
        std::ofstream log(root / "home" / "log.txt", std::ios::app);
        log << outcome.out << outcome.err;
        return outcome;
    }
    std::string at(std::string_view name) const { return storage::utf8_path(root / name); }

    test::TemporaryFolder root;
    fs::path reference_file = fs::path(LONGJU_BINARY_DIR) / "share/reference.db";
};

visit::Visit person() {
    const auto reference =
        storage::load_reference(fs::path(LONGJU_BINARY_DIR) / "share/reference.db").value();
    visit::Visit visit;
    visit.id = std::string(32, '5');
    visit.inputs = visit::read_case(
                       fs::path(LONGJU_SOURCE_DIR) / "catalog/samples/wang_guilan.toml", reference)
                       .value();
    visit.inputs.household.head = "王桂兰";
    visit.inputs.household.id_number = id_number;
    visit.inputs.household.phone = phone;
    visit.inputs.household.bank_card = bank_card;
    visit.consent = visit::Consent{};
    return visit;
}

/// The store itself and its copies hold what was entered; everything else must not.
bool is_store(const fs::path& file, const fs::path& root) {
    const std::string path = storage::utf8_path(fs::relative(file, root));
    return path.starts_with("data/visits.db") || path.starts_with("data/backups/");
}

}  // namespace

TEST_CASE("a person's numbers are in the store and nowhere else") {
    const test::TemporaryFolder elsewhere;
    Machine machine;
    const auto reference = storage::load_reference(machine.reference_file).value();
    const visit::Visit visit = person();
    {
        auto store = storage::VisitsStore::open(machine.root / "data").value();
        kiosk::DiskServices services(reference, machine.root / "data/papers",
                                     machine.root / "data/prices.csv", store);
        REQUIRE(services.save(visit));
        REQUIRE(services.write(kiosk::Export::Pdf, visit));
        REQUIRE(services.write(kiosk::Export::Case, visit));
        services.keep({});
        services.note_open(visit.id);
        REQUIRE(services.note_numbers_shown(visit.id));
        REQUIRE(services.change_user({.task = kiosk::UserTask::Add,
                                      .user_id = {},
                                      .name = "周玉梅",
                                      .role = access::Role::Supervisor,
                                      .pin = "402917",
                                      .pin_again = "402917"}));
        REQUIRE(store.back_up());
        std::ofstream log(machine.root / "home" / "kiosk.txt");
        log << services.load("none").error().sentence();
    }
    REQUIRE(::setenv("LONGJU_PIN", "402917", 1) == 0);
    CHECK(machine
              .run({"keys", "county", "--name", "望奎县", "--code", "231221", "-o",
                    machine.at("keys.ljd")})
              .code == cli::Outcome::Good);
    CHECK(machine.run({"case", visit.id}).code == cli::Outcome::Good);
    CHECK(machine.run({"export", "--to", machine.at("stick")}).code == cli::Outcome::Good);
    CHECK(machine.run({"audit"}).code == cli::Outcome::Good);
    // Errors about files that hold them, and a torn parcel.
    for (const std::string& line :
         {fmt::format("id_number = {}", id_number), fmt::format("phone = {}", phone),
          fmt::format("head = {}", bank_card), fmt::format("\"{}\" = 1", phone),
          fmt::format("members = {}", phone), fmt::format("id_number = \"{}", id_number)}) {
        INFO(line);
        test::put(elsewhere / "case.toml", "[household]\n" + line + "\n");
        CHECK(machine.run({"estimate", storage::utf8_path(elsewhere / "case.toml")}).code ==
              cli::Outcome::BadInput);
    }
    for (const auto& entry : fs::directory_iterator(machine.root / "stick")) {
        const std::string bytes = test::bytes_of(entry.path());
        test::put(entry.path(), bytes.substr(0, bytes.size() / 2));
        CHECK(machine.run({"import", storage::utf8_path(entry.path())}).code ==
              cli::Outcome::BadInput);
        test::put(entry.path(), bytes);
    }
    ::unsetenv("LONGJU_PIN");

    int searched = 0;
    for (const auto& entry : fs::recursive_directory_iterator(machine.root.path())) {
        if (!entry.is_regular_file() || is_store(entry.path(), machine.root.path())) continue;
        INFO(entry.path());
        CHECK(found_in(test::bytes_of(entry.path())).empty());
        ++searched;
    }
    CHECK(searched >= 5);  // PDF, case, parcel, two logs.
}

TEST_CASE("the search finds what it looks for") {
    CHECK(found_in("x" + std::string(id_number) + "y").size() == 1);
    CHECK(found_in("x" + utf16(phone, false)).size() == 1);
    CHECK(found_in("x" + utf16(bank_card, true)).size() == 1);
    CHECK(found_in("230102").empty());
}

TEST_CASE("no paper prints a number in full") {
    const auto reference =
        storage::load_reference(fs::path(LONGJU_BINARY_DIR) / "share/reference.db").value();
    kiosk::CaseServices services(reference, person());
    const auto answer = services.estimate(person().inputs);
    REQUIRE(answer);
    std::vector<sheet::Paper> all;
    for (const char letter : std::string_view("ABCDEFGHJKLM")) {
        all.push_back(sheet::paper_of(letter).value());
    }
    const visit::Visit visit = person();
    const sheet::Sheet sheet = sheet::papers(all, {.inputs = visit.inputs,
                                                   .estimate = *answer,
                                                   .reference = reference,
                                                   .record_code = visit::record_code(visit),
                                                   .spread = nullptr,
                                                   .sample = false});
    const std::string words = sheet::text_form(sheet);
    CHECK(words.contains("王*兰"));
    CHECK(found_in(words).empty());
}

TEST_CASE("a crash leaves no memory on the disk") {
    const pid_t child = ::fork();
    if (child == 0) {
        leave_no_core_dump();
        rlimit limit{};
        const bool none = ::getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_max == 0;
        ::_exit(none ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WEXITSTATUS(status) == 0);
}

}  // namespace longju
