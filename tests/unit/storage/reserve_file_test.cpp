// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/reserve_file.h"

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>

#include <catch2/catch_test_macros.hpp>

#include "storage/platform.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"
#include "unit/visit/random_visits.h"

namespace longju::storage {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t small_reserve = 1ULL << 20;
constexpr int no_mount = 77;

/// Blocks of 512 bytes that are really taken.
std::int64_t blocks_of(const fs::path& file) {
    struct stat facts {};
    return ::stat(file.c_str(), &facts) == 0 ? facts.st_blocks : -1;
}

/// The exit code of `work` in a process that has a disk of `options` at `place`, which no other
/// process sees; `no_mount` when the system does not let us.
template <class Work>
int on_a_small_disk(const fs::path& place, const char* options, Work work) {
    const pid_t child = ::fork();
    if (child == 0) {
        const bool alone = ::unshare(CLONE_NEWNS) == 0 &&
                           ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        if (!alone || ::mount("longju", place.c_str(), "tmpfs", 0, options) != 0) ::_exit(no_mount);
        ::_exit(work());
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Saves until the disk is full, gives the reserve back and saves once more: 0 when every step came
/// out as it must, else the number of the one that did not.
int fill_and_finish(const fs::path& place) {
    const ReserveFile reserve(place, small_reserve);
    auto store = VisitsStore::open(place);
    if (!store || !reserve.make().value_or(false)) return 1;
    visit::sample::RandomVisits random(5);
    Result<std::string> last;
    int saved = 0;
    visit::Visit open;
    while (saved < 100000) {
        open = random.visit();
        last = store->save(open, {});
        if (!last) break;
        ++saved;
    }
    if (last || last.error().kind != ErrorKind::NoSpace) return 2;
    if (store->back_up()) return 3;  // No copy may eat what is left.
    if (!reserve.give_back() || reserve.there()) return 4;
    if (!store->save(open, {})) return 5;
    if (store->count().value_or(0) != saved + 1) return 6;
    if (reserve.make().value_or(true)) return 7;  // There is no room for it.
    return 0;
}

}  // namespace

TEST_CASE("the reserve takes real space, once, and gives it back") {
    const test::TemporaryFolder folder;
    const ReserveFile reserve(folder.path(), small_reserve);

    CHECK_FALSE(reserve.there());
    CHECK_FALSE(reserve.give_back());
    REQUIRE(reserve.make() == true);
    CHECK(reserve.there());
    CHECK(blocks_of(folder / "reserve.bin") * 512 >= std::int64_t{small_reserve});
    CHECK(reserve.make() == true);
    CHECK(reserve.give_back());
    CHECK_FALSE(fs::exists(folder / "reserve.bin"));
}

TEST_CASE("a reserve that was not written to its end is made anew") {
    const test::TemporaryFolder folder;
    test::put(folder / "reserve.bin", "torn");
    const ReserveFile reserve(folder.path(), small_reserve);

    CHECK_FALSE(reserve.there());
    CHECK(reserve.make() == true);
    CHECK(fs::file_size(folder / "reserve.bin") == small_reserve);
}

TEST_CASE("on a disk that is full the reserve lets the visit be finished") {
    const test::TemporaryFolder folder;

    const int step =
        on_a_small_disk(folder.path(), "size=12m", [&] { return fill_and_finish(folder.path()); });

    if (step == no_mount) SKIP("a disk of its own needs the rights to mount one");
    CHECK(step == 0);
}

TEST_CASE("a disk that is small keeps its space") {
    const test::TemporaryFolder folder;

    const int step = on_a_small_disk(folder.path(), "size=4m", [&] {
        const auto made = ReserveFile(folder.path(), small_reserve).make();
        return made && !*made && !fs::exists(folder / "reserve.bin") ? 0 : 1;
    });

    if (step == no_mount) SKIP("a disk of its own needs the rights to mount one");
    CHECK(step == 0);
}

}  // namespace longju::storage
