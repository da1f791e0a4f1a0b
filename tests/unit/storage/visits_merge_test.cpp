// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/visits_merge.h"

#include <random>
#include <set>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>

#include "unit/storage/temporary_folder.h"
#include "unit/visit/random_visits.h"

namespace longju::storage {

namespace {

const VisitsOptions options{.busy_ms = 0, .fixed_time = "2026-11-25T10:00:00+08:00"};
const SavedBy technician{"李雪梅", "datahash"};
const SavedBy program{"longju", ""};

struct Machine {
    test::TemporaryFolder folder;
    VisitsStore store = *VisitsStore::open(folder.path(), options);

    /// Takes in what the other has of a visit.
    void take(Machine& other, const std::string& visit_id) {
        static int parcels = 0;
        const auto revisions = other.store.revisions(visit_id);
        REQUIRE(store.merge(*revisions, {std::to_string(++parcels), "d", "s"}));
    }
    VisitRow row(const std::string& visit_id) {
        const auto rows = store.recent(100000);
        return *std::ranges::find(*rows, visit_id, &VisitRow::visit_id);
    }
    std::size_t revisions(const std::string& visit_id) { return store.revisions(visit_id)->size(); }
    Settled::Outcome settle_for(const std::string& visit_id) {
        return settle(store, visit_id, program)->outcome;
    }
};

visit::Visit first_state(unsigned seed) {
    visit::Visit visit = visit::sample::RandomVisits(seed).visit();
    visit.sample = false;
    return visit;
}

/// One small change of the many that two technicians make.
void change(visit::Visit& visit, std::mt19937& dice) {
    const std::string word = fmt::format("{}", dice() % 3);
    const auto day = static_cast<unsigned>(dice() % 28 + 1);
    const Date date{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(day)};
    switch (dice() % 8) {
        case 0:
            visit.inputs.household.members = static_cast<int>(dice() % 3 + 1);
            break;
        case 1:
            visit.procedure.reached["step" + word] = date;
            break;
        case 2:
            visit.procedure.photos.push_back(
                {"paper" + word, std::string(64, static_cast<char>('a' + dice() % 6)), {}, 1});
            break;
        case 3:
            visit.procedure.papers["paper" + word] = dice() % 2 == 0;
            break;
        case 4:
            visit.procedure.filed.erase("agreement");
            break;
        case 5:
            visit.notes = "note " + word;
            break;
        default:
            visit.step = static_cast<visit::Step>(dice() % 7);
            break;
    }
}

}  // namespace

TEST_CASE("versions that need nobody become one that holds both") {
    Machine a, b;
    visit::Visit visit = first_state(41);
    REQUIRE(a.store.save(visit, technician));
    b.take(a, visit.id);
    visit::Visit mine = visit;
    mine.notes = "换了门";
    visit::Visit theirs = visit;
    theirs.inputs.household.members = 29;
    REQUIRE(a.store.save(mine, technician));
    REQUIRE(b.store.save(theirs, technician));
    a.take(b, visit.id);
    CHECK(a.row(visit.id).heads == 2);
    CHECK(*visits_in_conflict(a.store) == std::vector{visit.id});

    CHECK(a.settle_for(visit.id) == Settled::Outcome::Merged);

    const auto merged = a.store.load(visit.id);
    CHECK(merged->notes == "换了门");
    CHECK(merged->inputs.household.members == 29);
    CHECK(a.row(visit.id).heads == 1);
    CHECK(visits_in_conflict(a.store)->empty());
    const auto revisions = a.store.revisions(visit.id);
    CHECK(revisions->back().parents.size() == 2);
    CHECK(revisions->back().data_hash == "datahash");
    CHECK(a.settle_for(visit.id) == Settled::Outcome::Single);
}

TEST_CASE("versions of what a subsidy depends on wait for a person") {
    Machine a, b;
    visit::Visit visit = first_state(42);
    visit.inputs.household.members = 2;
    REQUIRE(a.store.save(visit, technician));
    b.take(a, visit.id);
    visit::Visit mine = visit;
    mine.inputs.household.members = 3;
    visit::Visit theirs = visit;
    theirs.inputs.place.village = "另一个屯";
    REQUIRE(a.store.save(mine, technician));
    REQUIRE(b.store.save(theirs, technician));
    a.take(b, visit.id);

    CHECK(a.settle_for(visit.id) == Settled::Outcome::NeedsPerson);
    CHECK(a.revisions(visit.id) == 3);
    CHECK(settle_all(a.store, program)->need_person == 1);

    auto fold = versions_of(a.store, visit.id, true);
    CHECK(fold->version(0).device_id == a.store.device_id());
    CHECK(fold->step({})->doubt == visit::Doubt::Subsidy);
    fold->take(fold->step({})->visit);
    REQUIRE(a.store.resolve(fold->result(), technician));
    CHECK(a.row(visit.id).heads == 1);
    b.take(a, visit.id);
    CHECK(*b.store.load(visit.id) == *a.store.load(visit.id));
    CHECK(b.row(visit.id).heads == 1);
}

TEST_CASE("two machines that settle for each other end, and the next save joins what is equal") {
    Machine a, b;
    visit::Visit visit = first_state(43);
    REQUIRE(a.store.save(visit, technician));
    b.take(a, visit.id);
    visit::Visit mine = visit;
    mine.notes = "a";
    visit::Visit theirs = visit;
    theirs.procedure.papers["b"] = true;
    REQUIRE(a.store.save(mine, technician));
    REQUIRE(b.store.save(theirs, technician));
    a.take(b, visit.id);
    b.take(a, visit.id);
    CHECK(a.settle_for(visit.id) == Settled::Outcome::Merged);
    CHECK(b.settle_for(visit.id) == Settled::Outcome::Merged);
    for (int round = 0; round < 3; ++round) {
        a.take(b, visit.id);
        b.take(a, visit.id);
        CHECK(a.settle_for(visit.id) == Settled::Outcome::Single);
        CHECK(b.settle_for(visit.id) == Settled::Outcome::Single);
    }
    CHECK(a.revisions(visit.id) == 5);
    CHECK(a.row(visit.id).heads == 1);
    CHECK(*a.store.state_hash() == *b.store.state_hash());

    visit::Visit next = *a.store.load(visit.id);
    CHECK(*a.store.save(next, technician) == a.row(visit.id).head_hash);
    CHECK(*a.store.resolve(next, technician) == a.row(visit.id).head_hash);
    next.notes = "后来";
    REQUIRE(a.store.save(next, technician));
    CHECK(a.store.revisions(visit.id)->back().parents.size() == 2);
    b.take(a, visit.id);
    CHECK(*b.store.load(visit.id) == next);
    CHECK(b.row(visit.id).heads == 1);
    REQUIRE(b.store.rebuild());
    CHECK(*a.store.state_hash() == *b.store.state_hash());
}

TEST_CASE("random histories on three machines settle to one state, in a few rounds") {
    std::vector<Machine> machines(3);
    std::mt19937 dice(44);
    int settled = 0, asked = 0, most_rounds = 0;
    for (unsigned history = 0; history < 200; ++history) {
        visit::Visit begin;
        begin.id = fmt::format("{:032x}", history);
        begin.inputs.household.bought = {{"raw_coal", 4, {}}, {"corn_stalk", 3, {}}};
        REQUIRE(machines[0].store.save(begin, technician));
        for (Machine& machine : machines) machine.take(machines[0], begin.id);
        for (int event = 0; event < 8; ++event) {
            Machine& machine = machines[dice() % 3];
            if (dice() % 3 != 0) {
                visit::Visit visit = *machine.store.load(begin.id);
                change(visit, dice);
                REQUIRE(machine.store.save(visit, technician));
            } else {
                machine.take(machines[dice() % 3], begin.id);
                if (dice() % 2 == 0) machine.settle_for(begin.id);
            }
        }
        const auto all_take = [&] {
            for (Machine& to : machines) {
                for (Machine& from : machines) {
                    if (&to != &from) to.take(from, begin.id);
                }
            }
        };
        int rounds = 0;
        for (bool moved = true; moved; ++rounds) {
            REQUIRE(rounds < 5);
            all_take();
            moved = false;
            for (Machine& machine : machines) {
                moved = machine.settle_for(begin.id) == Settled::Outcome::Merged || moved;
            }
        }
        most_rounds = std::max(most_rounds, rounds);
        const VisitRow row = machines[0].row(begin.id);
        for (Machine& machine : machines) CHECK(machine.row(begin.id) == row);
        row.heads == 1 ? ++settled : ++asked;
        // Asking ends it, too: one decision, and all are of one mind.
        if (row.heads == 1) continue;
        const visit::Visit decided = *machines[0].store.load(begin.id);
        REQUIRE(machines[0].store.resolve(decided, technician));
        all_take();
        for (Machine& machine : machines) {
            CHECK(*machine.store.load(begin.id) == decided);
            CHECK(machine.row(begin.id).heads == 1);
        }
    }
    INFO(fmt::format("{} settled, {} asked, {} rounds", settled, asked, most_rounds));
    CHECK(settled > 50);
    CHECK(asked > 20);
    CHECK(most_rounds <= 3);
    CHECK(*machines[0].store.state_hash() == *machines[1].store.state_hash());
    CHECK(*machines[0].store.state_hash() == *machines[2].store.state_hash());
}

}  // namespace longju::storage
