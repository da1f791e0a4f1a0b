// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

// What other programs, the system and the power switch do to a store while it is at work.

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "faults/scale.h"
#include "faults/store_rows.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"
#include "unit/visit/random_visits.h"

namespace longju::storage {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t hash_digits = 64;

/// Saves for ever and writes the hash of every save into the pipe once it was acknowledged.
[[noreturn]] void save_for_ever(const fs::path& folder, unsigned seed, int acknowledged) {
    auto store = VisitsStore::open(folder);
    if (!store) ::_exit(1);
    visit::sample::RandomVisits random(seed);
    std::vector<visit::Visit> visits;
    for (int i = 0; i < 3; ++i) visits.push_back(random.visit());
    for (std::size_t i = 0;; ++i) {
        visit::Visit& visit = visits[i % visits.size()];
        visit.inputs = random.inputs();
        const auto hash = store->save(visit, {"writer", "data"});
        if (!hash) ::_exit(2);
        if (::write(acknowledged, hash->data(), hash_digits) != ssize_t{hash_digits}) ::_exit(3);
    }
}

/// Reads until `count` hashes came, kills the writer, then reads what is still in the pipe.
std::vector<std::string> acknowledged_before_kill(pid_t writer, int pipe, int count) {
    std::string text;
    std::array<char, 4096> buffer{};
    bool killed = false;
    while (true) {
        const ssize_t got = ::read(pipe, buffer.data(), buffer.size());
        if (got <= 0) break;
        text.append(buffer.data(), static_cast<std::size_t>(got));
        if (!killed && text.size() >= static_cast<std::size_t>(count) * hash_digits) {
            ::kill(writer, SIGKILL);
            killed = true;
        }
    }
    std::vector<std::string> hashes;
    for (std::size_t at = 0; at + hash_digits <= text.size(); at += hash_digits) {
        hashes.push_back(text.substr(at, hash_digits));
    }
    return hashes;
}

/// The exit code of `work` in a process of its own.
template <class Work>
int in_a_process(Work work) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(work());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int code_of(const Result<VisitsStore>& store) {
    return store ? 100 : static_cast<int>(store.error().kind);
}

}  // namespace

TEST_CASE("a writer killed hundreds of times loses nothing that it had acknowledged") {
    const test::TemporaryFolder folder;
    std::mt19937 dice(41);
    std::set<std::string> acknowledged;

    const int kills = faults::scaled(300);
    for (int kill = 0; kill < kills; ++kill) {
        std::array<int, 2> ends{};
        REQUIRE(::pipe(ends.data()) == 0);
        const pid_t writer = ::fork();
        if (writer == 0) {
            ::close(ends[0]);
            save_for_ever(folder.path(), static_cast<unsigned>(kill), ends[1]);
        }
        ::close(ends[1]);
        const auto hashes =
            acknowledged_before_kill(writer, ends[0], static_cast<int>(dice() % 12 + 1));
        ::close(ends[0]);
        int status = 0;
        ::waitpid(writer, &status, 0);
        REQUIRE(WIFSIGNALED(status));
        REQUIRE_FALSE(hashes.empty());
        acknowledged.insert(hashes.begin(), hashes.end());
    }

    auto store = VisitsStore::open(folder.path());
    REQUIRE(store);
    CHECK_FALSE(store->set_aside());
    std::set<std::string> kept;
    const auto revisions = store->unconfirmed(true);
    REQUIRE(revisions);
    for (const visit::Revision& revision : *revisions) {
        kept.insert(revision.hash);
    }
    std::size_t lost = 0;
    for (const std::string& hash : acknowledged) lost += kept.contains(hash) ? 0 : 1;
    faults::report("writers killed: {}, saves acknowledged: {}, lost: {}", kills,
                   acknowledged.size(), lost);
    CHECK(lost == 0);
    CHECK(acknowledged.size() >= static_cast<std::size_t>(kills));
    CHECK(faults::gap_in_chain(*revisions, store->device_id()).empty());
    CHECK(faults::integrity_of(*store) == "ok");
    const auto state = store->state_hash();
    REQUIRE(store->rebuild());
    CHECK(*store->state_hash() == *state);
}

TEST_CASE("another process that opens the store is told that it is in use") {
    const test::TemporaryFolder folder;
    auto store = VisitsStore::open(folder.path());
    REQUIRE(store);

    const int busy =
        in_a_process([&] { return code_of(VisitsStore::open(folder.path(), {.busy_ms = 0})); });

    CHECK(busy == static_cast<int>(ErrorKind::Busy));
    CHECK(store->save(visit::sample::RandomVisits(42).visit(), {}));
}

TEST_CASE("a folder that cannot be written is told as such") {
    const test::TemporaryFolder folder;
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec |
                                       fs::perms::others_read | fs::perms::others_exec);
    const auto open_as_user = [](const fs::path& place) {
        return in_a_process([&] {
            constexpr uid_t nobody = 65534;
            // The superuser may write anywhere, so the child stops being it.
            if (::getuid() == 0 && ::setuid(nobody) != 0) return 101;
            return code_of(VisitsStore::open(place));
        });
    };

    CHECK(open_as_user(folder.path()) == static_cast<int>(ErrorKind::ReadOnly));
    CHECK(open_as_user(folder / "deeper") == static_cast<int>(ErrorKind::ReadOnly));
    fs::permissions(folder.path(), fs::perms::owner_all);
}

}  // namespace longju::storage
