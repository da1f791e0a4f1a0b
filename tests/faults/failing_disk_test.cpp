// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

// Every call that an operation of the store makes to the disk fails once, fails with all after it,
// or finds no space. The operation then reports it and the state is as before, or it is done.

#include "faults/failing_disk.h"

#include <array>
#include <functional>

#include <catch2/catch_test_macros.hpp>

#include "faults/scale.h"
#include "faults/store_rows.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"

namespace longju::faults {

namespace {

namespace fs = std::filesystem;
using storage::VisitsStore;

const storage::VisitsOptions options{.busy_ms = 0, .fixed_time = "2026-11-25T10:00:00+08:00"};
const storage::SavedBy technician{"李雪梅", "data"};

visit::Visit visit_of(char id, const std::string& head) {
    visit::Visit visit;
    visit.id = std::string(32, id);
    visit.inputs.household.head = head;
    visit.notes = std::string(3000, id);
    return visit;
}

/// What an operation is given to work on.
struct Scene {
    fs::path folder;  ///< With a store as a crash left it: its WAL is beside it.
    std::vector<visit::Revision> parcel;  ///< Of a neighbour.
    std::string hash;                     ///< Of the revision of visit `a` that is shown.
};

/// Two versions of visit `b`, a setting, a paper and a neighbour's parcel.
Scene arrange(const fs::path& folder) {
    Scene scene{folder / "store", {}, ""};
    auto store = VisitsStore::open(folder / "open", options);
    auto neighbour = VisitsStore::open(folder / "neighbour", options);
    REQUIRE(store);
    REQUIRE(neighbour);
    scene.hash = *store->save(visit_of('a', "王桂兰"), technician);
    REQUIRE(store->save(visit_of('b', "李𠅤"), technician));
    REQUIRE(neighbour->merge(*store->unconfirmed(true), {"p1", "us", "hash"}));
    REQUIRE(store->save(visit_of('b', "李"), technician));
    REQUIRE(neighbour->save(visit_of('b', "李梅"), technician));
    REQUIRE(store->merge(*neighbour->unconfirmed(true), {"p2", "them", "hash"}));
    REQUIRE(neighbour->save(visit_of('c', "赵"), technician));
    REQUIRE(neighbour->save(visit_of('a', "王"), technician));
    scene.parcel = *neighbour->unconfirmed(true);
    REQUIRE(store->keep_setting("kiosk.language", "zh"));
    REQUIRE(store->keep_evidence(visit_of('a', "").id, scene.hash, "notice.pdf", "%PDF"));
    fs::copy(folder / "open", scene.folder, fs::copy_options::recursive);
    return scene;
}

/// One thing a store does. It says what went wrong.
struct Operation {
    const char* name;
    std::function<Result<void>(VisitsStore&, const Scene&)> run;
};

template <class T>
Result<void> only_error(const Result<T>& result) {
    return result ? Result<void>{} : std::unexpected(result.error());
}

const std::array<Operation, 11> operations{{
    {"save first",
     [](VisitsStore& store, const Scene& /*scene*/) {
         return only_error(store.save(visit_of('d', "孙"), technician));
     }},
    {"save next",
     [](VisitsStore& store, const Scene& /*scene*/) {
         return only_error(store.save(visit_of('a', "王兰"), technician));
     }},
    {"resolve",
     [](VisitsStore& store, const Scene& /*scene*/) {
         return only_error(store.resolve(visit_of('b', "李梅"), technician));
     }},
    {"begin_practice",
     [](VisitsStore& store, const Scene& /*scene*/) {
         return only_error(store.begin_practice(visit_of('e', "练习").inputs, technician));
     }},
    {"merge",
     [](VisitsStore& store, const Scene& scene) {
         return only_error(store.merge(scene.parcel, {"p3", "them", "hash"}));
     }},
    {"keep_evidence",
     [](VisitsStore& store, const Scene& scene) {
         return store.keep_evidence(visit_of('a', "").id, scene.hash, "notice.pdf",
                                    std::string(20000, 'x'));
     }},
    {"mark_exported",
     [](VisitsStore& store, const Scene& /*scene*/) {
         return store.mark_exported({"p4", "longju-p4.ljp", std::string(64, '0'), 3, 1, 3});
     }},
    {"keep_setting", [](VisitsStore& store,
                        const Scene& /*scene*/) { return store.keep_setting("kiosk.size", "2"); }},
    {"rebuild", [](VisitsStore& store, const Scene& /*scene*/) { return store.rebuild(); }},
    {"back_up",
     [](VisitsStore& store, const Scene& /*scene*/) { return only_error(store.back_up()); }},
    {"back_up_to",
     [](VisitsStore& store, const Scene& /*scene*/) {
         const auto beside = fs::path(store.database().name()).parent_path() / "copy.db";
         auto done = store.back_up_to(beside);
         if (!done) CHECK_FALSE(fs::exists(beside));
         return done;
     }},
}};

VisitsStore open_store(const fs::path& folder) {
    auto store = VisitsStore::open(folder, options);
    INFO((store ? "" : store.error().sentence()));
    REQUIRE(store);
    REQUIRE_FALSE(store->set_aside());
    return std::move(*store);
}

/// The disk and what is counted on it.
struct Bench {
    FailingDisk disk;
    int points = 0, refused = 0;
    int lost = 0;    ///< Neither the state before nor the state after.
    int silent = 0;  ///< Not done, and no word of it or the wrong one.

    /// An error must say what happened, in a kind that leads to the right advice.
    void take(const Error& error, Fault::Kind kind, bool copies) {
        ++refused;
        const bool full = kind == Fault::Kind::Full;
        // A file that cannot be opened is told as a place that cannot be written, a copy that
        // cannot be read back as damaged.
        const bool right = full
                               ? error.kind == ErrorKind::NoSpace
                               : error.kind == ErrorKind::Io || error.kind == ErrorKind::ReadOnly ||
                                     (copies && error.kind == ErrorKind::Damaged);
        CAPTURE(error.sentence());
        CHECK_FALSE(error.what.empty());
        CHECK(right);
        silent += right && !error.what.empty() ? 0 : 1;
    }
    void keep(bool there) {
        CHECK(there);
        lost += there ? 0 : 1;
    }
};

/// Whether the copies that have their final name are whole and hold `state`.
bool copies_hold(const fs::path& folder, const std::string& state) {
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder / "backups", none)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with("visits-")) continue;
        const test::TemporaryFolder opened;
        fs::copy_file(entry.path(), opened / "visits.db");
        VisitsStore copy = open_store(opened.path());
        if (state_of(copy) != state) return false;
    }
    return true;
}

struct Expected {
    std::string before, after;
};

/// True when the fault was met: there may be a later call to try.
bool survives(Bench& bench, const Scene& scene, const Operation& operation, Fault fault,
              const Expected& expected) {
    const test::TemporaryFolder folder;
    fs::copy(scene.folder, folder.path(), fs::copy_options::recursive);
    bool met = false;
    bool refused = false;
    {
        VisitsStore store = open_store(folder.path());
        sqlite3_wal_autocheckpoint(store.database().handle(), 1);  // Its calls may fail, too.
        bench.disk.fail(fault);
        const auto done = operation.run(store, scene);
        met = bench.disk.failed();
        bench.disk.heal();
        refused = !done;
        const bool copies = std::string_view(operation.name).starts_with("back_up");
        if (refused) bench.take(done.error(), fault.kind, copies);
        bench.keep(state_of(store) == (refused ? expected.before : expected.after));
        bench.keep(copies_hold(folder.path(), expected.before));
        // One time in two the technician tries again, else the program is left as it is.
        if (refused && fault.call % 2 == 0) {
            CHECK(operation.run(store, scene));
            bench.keep(state_of(store) == expected.after);
            refused = false;
        }
    }
    VisitsStore again = open_store(folder.path());
    // A commit whose sync failed was refused, yet may be on the disk: whole or not at all.
    const std::string state = state_of(again);
    bench.keep(state == expected.after || (refused && state == expected.before));
    bench.points += met ? 1 : 0;
    return met;
}

/// As above for opening itself: an error, then the store opens as if nothing had been.
bool opens_after(Bench& bench, const fs::path& original, Fault fault, const std::string& state) {
    const test::TemporaryFolder folder;
    if (!original.empty()) fs::copy(original, folder.path(), fs::copy_options::recursive);
    bench.disk.fail(fault);
    bool met = false;
    {
        auto store = VisitsStore::open(folder.path(), options);
        met = bench.disk.failed();
        bench.disk.heal();
        if (!store) bench.take(store.error(), fault.kind, false);
        if (store) bench.keep(!store->set_aside() && state_of(*store) == state);
    }
    VisitsStore again = open_store(folder.path());
    bench.keep(state_of(again) == state);
    bench.points += met ? 1 : 0;
    return met;
}

constexpr std::array kinds{Fault::Kind::Error, Fault::Kind::ErrorForGood, Fault::Kind::Full};

}  // namespace

TEST_CASE("whatever call to the disk fails, an operation is done or refused with a word") {
    const test::TemporaryFolder folder;
    const Scene scene = arrange(folder.path());
    Bench bench;
    for (const Operation& operation : operations) {
        Expected expected;
        {
            const test::TemporaryFolder whole;
            fs::copy(scene.folder, whole.path(), fs::copy_options::recursive);
            VisitsStore store = open_store(whole.path());
            expected.before = state_of(store);
            REQUIRE(operation.run(store, scene));
            expected.after = state_of(store);
        }
        const int before = bench.points;
        for (const Fault::Kind kind : kinds) {
            CAPTURE(operation.name, static_cast<int>(kind));
            Fault fault{kind, 1};
            while (survives(bench, scene, operation, fault, expected)) ++fault.call;
        }
        CHECK(bench.points > before + 10);
    }
    report("failing calls inside {} operations: {} points, {} refused, {} lost, {} silent",
           operations.size(), bench.points, bench.refused, bench.lost, bench.silent);
}

TEST_CASE("whatever call to the disk fails, a store opens later with all that was in it") {
    const test::TemporaryFolder folder;
    const Scene scene = arrange(folder.path());
    Bench bench;
    for (const fs::path& original : {fs::path(), scene.folder}) {
        std::string state;
        {
            const test::TemporaryFolder whole;
            if (!original.empty()) {
                fs::copy(original, whole.path(), fs::copy_options::recursive);
            }
            VisitsStore store = open_store(whole.path());
            state = state_of(store);
        }
        for (const Fault::Kind kind : kinds) {
            CAPTURE(original, static_cast<int>(kind));
            Fault fault{kind, 1};
            while (opens_after(bench, original, fault, state)) ++fault.call;
        }
    }
    report(
        "failing calls while a new and an existing store open: {} points, {} refused, {} lost, "
        "{} silent",
        bench.points, bench.refused, bench.lost, bench.silent);
    CHECK(bench.points > 100);
}

}  // namespace longju::faults
