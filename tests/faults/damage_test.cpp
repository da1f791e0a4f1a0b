// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

// What a bad disk does to a file that lies there: pages of zeros, other bits, an end cut off.

#include <array>
#include <map>
#include <random>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "core/hash.h"
#include "faults/failing_disk.h"
#include "faults/scale.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"

namespace longju::faults {

namespace {

namespace fs = std::filesystem;
using storage::VisitsStore;

const storage::VisitsOptions options{.busy_ms = 0, .fixed_time = "2026-11-25T10:00:00+08:00"};

constexpr std::size_t page_bytes = 4096;

/// A folder to damage copies of, and what is true of it.
struct Original {
    fs::path folder;
    std::map<std::string, std::set<std::string>> states;  ///< Canonical, every one of each visit.
    std::string paper;                                    ///< The hash of one that was kept.
    int in_backup = 0;                                    ///< Visits.
};

void write_visits(VisitsStore& store, int from, int to, Original& made) {
    for (int i = from; i < to; ++i) {
        visit::Visit visit;
        visit.id = sha256_hex(std::to_string(i)).substr(0, 32);
        for (const char* head : {"王桂兰", "李雪梅"}) {
            visit.inputs.household.head = head;
            visit.notes = std::string(static_cast<std::size_t>(i) * 300, 'n');
            const auto hash = store.save(visit, {"", ""});
            REQUIRE(hash);
            made.states[visit.id].insert(visit::canonical(visit));
            const std::string paper(9000, 'p');
            made.paper = sha256_hex(paper);
            if (i == 0) REQUIRE(store.keep_evidence(visit.id, *hash, "notice.pdf", paper));
        }
    }
}

/// Twelve visits of two saves each; the copy in `backups` has eight. Left as a crash leaves it,
/// with the last two only in its WAL, or closed.
Original original(const fs::path& folder, bool crashed) {
    Original made{folder / "left", {}, "", 8};
    const auto leave = [&] { fs::copy(folder / "open", made.folder, fs::copy_options::recursive); };
    {
        auto store = VisitsStore::open(folder / "open", options);
        REQUIRE(store);
        write_visits(*store, 0, made.in_backup, made);
        REQUIRE(store->back_up());
        write_visits(*store, made.in_backup, 10, made);
    }
    {
        auto store = VisitsStore::open(folder / "open", options);
        REQUIRE(store);
        write_visits(*store, 10, 12, made);
        if (crashed) leave();
    }
    if (!crashed) leave();
    return made;
}

void zero_pages(std::string& bytes, std::mt19937& dice) {
    for (auto count = dice() % 3 + 1; count > 0; --count) {
        const std::size_t at = dice() % (bytes.size() / page_bytes) * page_bytes;
        std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(at), page_bytes, '\0');
    }
}

void flip_bits(std::string& bytes, std::mt19937& dice, std::size_t within) {
    for (auto count = dice() % 8 + 1; count > 0; --count) {
        char& byte = bytes[dice() % std::min(within, bytes.size())];
        byte = static_cast<char>(byte ^ (1 << dice() % 8));
    }
}

/// What was found after how many openings.
struct Tally {
    int damaged = 0;
    int set_aside = 0;  ///< The damaged file, byte for byte; a copy stands in its place.
    int refused = 0;    ///< As of another program or a newer one; left byte for byte.
    int told = 0;       ///< Opened, and the damage was told when the visit or paper was read.
    int unharmed = 0;
    int failed = 0;  ///< Not started without such a reason.
    int erased = 0;  ///< Bytes of what was found are gone.
    int lies = 0;    ///< Something was shown that nobody had saved.
};

class Damage {
public:
    Damage(const Original& original, unsigned seed) : original_(original), dice_(seed) {
        fs::copy(original.folder, folder_.path(), fs::copy_options::recursive);
    }

    void strike() {
        const bool in_journal = fs::exists(folder_ / "visits.db-wal") && dice_() % 8 == 0;
        const fs::path file = folder_ / (in_journal ? "visits.db-wal" : "visits.db");
        std::string bytes = test::bytes_of(file);
        const auto kind = dice_() % 10;
        constexpr std::size_t header_bytes = 100;
        if (kind < 5) {
            zero_pages(bytes, dice_);
        } else if (kind < 8) {
            flip_bits(bytes, dice_, bytes.size());
        } else if (kind < 9) {
            flip_bits(bytes, dice_, header_bytes);
        } else {
            bytes.resize(dice_() % bytes.size());
        }
        test::put(file, bytes);
        file_ = test::bytes_of(folder_ / "visits.db");
        journal_ = test::bytes_of(folder_ / "visits.db-wal");
        journal_struck_ = in_journal;
    }

    void open(Tally& tally) {
        ++tally.damaged;
        auto store = VisitsStore::open(folder_.path(), options);
        if (!store) {
            const ErrorKind kind = store.error().kind;
            const bool foreign = kind == ErrorKind::TooNew || kind == ErrorKind::BadInput;
            UNSCOPED_INFO(store.error().sentence());
            CHECK(foreign);
            ++(foreign ? tally.refused : tally.failed);
            tally.erased += is_kept_as(folder_ / "visits.db") ? 0 : 1;
            return;
        }
        if (store->set_aside()) {
            ++tally.set_aside;
            tally.erased += is_kept_as(*store->set_aside()) ? 0 : 1;
            CHECK(is_kept_as(*store->set_aside()));
            CHECK(store->restored());
            // What the copy had, and what could be read out of the damaged file.
            const auto count = store->count();
            CHECK(count.value_or(0) >= original_.in_backup);
            visit::Visit fresh;
            fresh.id = std::string(32, 'f');
            CHECK(store->save(fresh, {}));
        }
        read(*store, tally);
    }

private:
    bool is_kept_as(const fs::path& aside) const {
        fs::path journal = aside;
        journal += "-wal";
        return test::bytes_of(aside) == file_ && test::bytes_of(journal) == journal_;
    }

    void read(VisitsStore& store, Tally& tally) {
        int refused = 0;
        for (const auto& [id, states] : original_.states) {
            const auto visit = store.load(id);
            if (!visit) {
                ++refused;
                continue;
            }
            const bool true_state = states.contains(visit::canonical(*visit));
            CHECK(true_state);
            tally.lies += true_state ? 0 : 1;
        }
        const auto paper = store.evidence_bytes(original_.paper);
        refused += paper ? 0 : 1;
        tally.lies += !paper || sha256_hex(*paper) == original_.paper ? 0 : 1;
        const std::vector<visit::Revision> none;
        const auto sent = store.unconfirmed(true);
        refused += sent ? 0 : 1;
        for (const visit::Revision& revision : sent ? *sent : none) {
            const auto known = original_.states.find(revision.visit_id);
            const bool was_saved =
                revision.visit_id == std::string(32, 'f') ||
                (known != original_.states.end() && known->second.contains(revision.body));
            CHECK(was_saved);
            tally.lies += was_saved ? 0 : 1;
        }
        if (!store.set_aside()) ++(refused > 0 ? tally.told : tally.unharmed);
        // The end of a WAL that is not whole never was: nobody can tell a save from a torn one.
        if (!store.set_aside() && refused == 0 && !journal_struck_) {
            CHECK(store.count() == static_cast<int>(original_.states.size()));
        }
    }

    const Original& original_;
    std::mt19937 dice_;
    test::TemporaryFolder folder_;
    std::string file_, journal_;
    bool journal_struck_ = false;
};

}  // namespace

TEST_CASE("a damaged store starts, erases nothing and shows nothing that nobody saved") {
    const test::TemporaryFolder folder;
    const FailingDisk unsynced;  // Nothing fails on it; it saves the time of thousands of syncs.
    const std::array originals{original(folder / "closed", false),
                               original(folder / "crashed", true)};
    Tally tally;

    for (int i = 0; i < scaled(300); ++i) {
        CAPTURE(i);
        Damage damage(originals.at(static_cast<std::size_t>(i % 2)), static_cast<unsigned>(i));
        damage.strike();
        damage.open(tally);
    }

    report(
        "damaged stores: {}; set aside and restored: {}, damage told on reading: {}, unharmed: "
        "{}, refused as foreign: {}, not started: {}, bytes erased: {}, shown and never saved: {}",
        tally.damaged, tally.set_aside, tally.told, tally.unharmed, tally.refused, tally.failed,
        tally.erased, tally.lies);
    CHECK(tally.set_aside > tally.damaged / 4);
    CHECK(tally.told > 0);
    CHECK(tally.failed == 0);
    CHECK(tally.erased == 0);
    CHECK(tally.lies == 0);
}

TEST_CASE("a start after a power cut between moving a file aside and restoring takes the copy") {
    const test::TemporaryFolder folder;
    const Original left = original(folder.path(), false);
    fs::rename(left.folder / "visits.db", left.folder / "visits.damaged-1.db");

    auto store = VisitsStore::open(left.folder, options);

    REQUIRE(store);
    CHECK(store->restored());
    // The file that was moved aside is read now, to the end.
    REQUIRE(store->salvage());
    CHECK(store->count().value_or(0) > left.in_backup);
    CHECK(fs::exists(left.folder / "visits.damaged-1.db"));
}

TEST_CASE("a store that lost its file or all in it keeps the WAL beside and takes the copy") {
    for (const bool emptied : {true, false}) {
        CAPTURE(emptied);
        const test::TemporaryFolder folder;
        const Original left = original(folder.path(), true);
        const std::string wal = test::bytes_of(left.folder / "visits.db-wal");
        REQUIRE_FALSE(wal.empty());
        fs::remove(left.folder / "visits.db");
        if (emptied) test::put(left.folder / "visits.db", "");

        auto store = VisitsStore::open(left.folder, options);

        REQUIRE(store);
        CHECK(store->set_aside());
        CHECK(store->restored());
        const auto count = store->count();
        CHECK(count.value_or(0) >= left.in_backup);
        CHECK(test::bytes_of(left.folder / "visits.damaged-1.db-wal") == wal);
    }
}

TEST_CASE("a copy that cannot be used is passed over for the one before it") {
    const test::TemporaryFolder folder;
    const Original left = original(folder.path(), false);
    test::put(left.folder / "visits.db", std::string(9000, 'x'));
    test::put(left.folder / "backups" / "visits-9999999999999999.db", "");
    test::put(left.folder / "backups" / "visits-9999999999999998.db", std::string(9000, 'y'));

    auto store = VisitsStore::open(left.folder, options);

    REQUIRE(store);
    CHECK(store->set_aside());
    CHECK(store->restored());
    CHECK(store->count() == left.in_backup);
}

}  // namespace longju::faults
