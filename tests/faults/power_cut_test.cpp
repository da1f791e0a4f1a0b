// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

// Power cuts through the whole store, on a simulated disk.

#include <sqlite3.h>

#include <catch2/catch_test_macros.hpp>

#include "faults/scale.h"
#include "faults/visits_life.h"

namespace longju::faults {

namespace {

using Honesty = SimulatedDisk::Honesty;

struct Tally {
    int cuts = 0, lost = 0, cuts_that_lost = 0, broken = 0;
    std::string first;  ///< What was wrong first, and where.

    void add(const Verdict& verdict, unsigned seed, std::size_t step) {
        ++cuts;
        lost += verdict.lost;
        cuts_that_lost += verdict.lost > 0 ? 1 : 0;
        broken += verdict.broken.empty() ? 0 : 1;
        if (first.empty() && (verdict.lost > 0 || !verdict.broken.empty())) {
            first = fmt::format("seed {} step {}: {} lost; {}", seed, step, verdict.lost,
                                verdict.broken);
        }
    }
};

/// Sessions of a store's life, each cut `cuts` times at random steps, then at its end for good.
void cut_a_life(Tally& tally, unsigned seed, const char* pragma, Honesty honesty) {
    constexpr int sessions = 4;
    constexpr int cuts = 10;
    VisitsLife life(seed);
    std::mt19937 dice(seed);
    for (int session = 0; session < sessions; ++session) {
        const auto arrange = [&](storage::VisitsStore& store) {
            // Often enough that cuts fall into checkpoints, too; some lives as they are shipped.
            constexpr int pages = 12;
            if (seed % 4 != 0) sqlite3_wal_autocheckpoint(store.database().handle(), pages);
            sqlite3_exec(store.database().handle(), pragma, nullptr, nullptr, nullptr);
        };
        const auto lived = life.session(6, arrange);
        INFO(seed << ": " << (lived ? "" : lived.error().sentence()));
        REQUIRE(lived);
        const std::size_t steps = life.disk().steps();
        for (int cut = 0; cut < cuts; ++cut) {
            const std::size_t step = cut + 1 == cuts ? steps : dice() % (steps + 1);
            auto left = life.disk().after_power_cut(step, dice, honesty);
            const Verdict verdict = life.examine(left, step);
            tally.add(verdict, seed, step);
            if (step == steps && cut + 1 == cuts) {
                if (verdict.lost > 0 || !verdict.broken.empty()) return;
                life.go_on_from(std::move(left));
            }
        }
    }
}

Tally cut_lives(int count, const char* pragma, Honesty honesty = Honesty::Honest) {
    Tally tally;
    for (int life = 0; life < count; ++life) {
        cut_a_life(tally, static_cast<unsigned>(life), pragma, honesty);
    }
    return tally;
}

}  // namespace

TEST_CASE("power cuts at any step lose nothing that was acknowledged") {
    const Tally tally = cut_lives(scaled(50), "");

    report("power cuts: {}, acknowledged saves lost: {}, broken stores: {}", tally.cuts, tally.lost,
           tally.broken);
    INFO(tally.first);
    CHECK(tally.cuts == scaled(2000));
    CHECK(tally.lost == 0);
    CHECK(tally.broken == 0);
}

TEST_CASE("the same cuts do lose saves when a commit does not wait for the disk") {
    const Tally normal = cut_lives(4, "PRAGMA synchronous = NORMAL");
    const Tally off = cut_lives(4, "PRAGMA synchronous = OFF");
    const Tally lying = cut_lives(4, "", Honesty::IgnoresHalfTheSyncs);

    report("with synchronous=NORMAL: {} of {} cuts lost saves, {} broke the store",
           normal.cuts_that_lost, normal.cuts, normal.broken);
    report("with synchronous=OFF: {} of {} cuts lost saves, {} broke the store", off.cuts_that_lost,
           off.cuts, off.broken);
    report("on a disk that ignores half the syncs: {} of {} cuts lost saves, {} broke the store",
           lying.cuts_that_lost, lying.cuts, lying.broken);
    CHECK(normal.cuts_that_lost > normal.cuts / 10);
    CHECK(normal.broken == 0);
    CHECK(off.cuts_that_lost + off.broken > off.cuts / 3);
    CHECK(lying.cuts_that_lost + lying.broken > lying.cuts / 10);
}

}  // namespace longju::faults
