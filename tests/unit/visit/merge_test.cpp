// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/merge.h"

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "unit/visit/random_visits.h"
#include "unit/visit/two_laptops.h"

namespace longju::visit {

namespace {

using namespace sample;
using house::FuelBought;

}  // namespace

TEST_CASE("a merge that asks nobody holds what both entered") {
    const Visit mine = changed(both(notes("换了门"), photo("after_photo", '2')));
    const Visit theirs = changed(both(members(4), photo("after_photo", '3')));

    const auto merged = merge(ancestor_of(parent()), mine, theirs);

    REQUIRE(merged);
    CHECK(merged->doubt == Doubt::None);
    CHECK(merged->visit.notes == "换了门");
    CHECK(merged->visit.inputs.household.members == 4);
    CHECK(merged->visit.procedure.photos.size() == 3);
    CHECK(merge(ancestor_of(parent()), theirs, mine)->visit.procedure.photos.size() == 3);
}

TEST_CASE("items are found by name when the other side moved or removed some") {
    const Visit mine = changed(no_coal());
    const Visit theirs = changed([](Visit& v) {
        std::ranges::reverse(v.inputs.household.bought);
        v.inputs.household.bought[0].amount = 2.5;
    });

    const auto merged = merge(ancestor_of(parent()), mine, theirs);

    REQUIRE(merged);
    CHECK(merged->undecided == 0);
    REQUIRE(merged->visit.inputs.household.bought.size() == 1);
    CHECK(merged->visit.inputs.household.bought[0] == FuelBought{"corn_stalk", 2.5, {}});
}

TEST_CASE("two items of one name make the list one value") {
    const Visit mine = changed([](Visit& v) {
        v.inputs.household.bought.push_back({"raw_coal", 1, {}});
    });
    const Visit theirs = changed(buys("pellet", 2));

    const auto merged = merge(ancestor_of(parent()), mine, theirs);

    REQUIRE(merged);
    CHECK(merged->doubt == Doubt::Differ);
    REQUIRE(merged->differences.size() == 1);
    CHECK(merged->differences[0].path == "inputs.household.bought");
}

TEST_CASE("without an ancestor everything that differs is a person's") {
    const auto merged = merge(no_ancestor(), changed(members(4)), changed(notes("换了门")));

    REQUIRE(merged);
    CHECK(merged->undecided == 2);
    CHECK(merge(no_ancestor(), parent(), parent())->doubt == Doubt::None);
}

TEST_CASE("ancestors that a person had to choose between speak for neither") {
    const Ancestor older = ancestor_of(parent());
    const Visit four = changed(members(4));
    const Visit five = changed(members(5));
    const Ancestor between = joined(older, ancestor_of(four), ancestor_of(five));

    CHECK(merge(between, four, five)->doubt == Doubt::Differ);
    CHECK(merge(between, four, four)->doubt == Doubt::None);

    const Visit dearer = changed(price(90));
    const Ancestor unconfirmed = joined(older, ancestor_of(four), ancestor_of(dearer));
    CHECK(merge(unconfirmed, four, dearer)->undecided == 2);

    const Visit noted = changed(notes("换了门"));
    const Ancestor settled = joined(older, ancestor_of(four), ancestor_of(noted));
    CHECK(settled.tree == ancestor_of(changed(both(members(4), notes("换了门")))).tree);
}

TEST_CASE("two visits are not two versions") {
    Visit other = parent();
    other.id = std::string(32, 'b');
    CHECK(merge(no_ancestor(), parent(), other).error().kind == ErrorKind::BadInput);
}

TEST_CASE("the longest beginning of a path decides") {
    const Decisions decisions{{"inputs.house", Side::Mine},
                              {"inputs.house.plan", Side::Theirs},
                              {"inputs.household.bought[raw_coal]", Side::Theirs}};
    CHECK(decision_for(decisions, "inputs.house.pv.modules") == Side::Mine);
    CHECK(decision_for(decisions, "inputs.house.plan.rooms[r1].width_mm") == Side::Theirs);
    CHECK(decision_for(decisions, "inputs.household.bought[raw_coal].amount") == Side::Theirs);
    CHECK(decision_for(decisions, "inputs.household.bought[pellet].amount") == std::nullopt);
    CHECK(decision_for(decisions, "inputs.houses") == std::nullopt);
}

TEST_CASE("random visits: any of the sides as a whole comes back as it was") {
    RandomVisits random(31);
    for (int i = 0; i < 100; ++i) {
        const Visit before = random.visit();
        Visit mine = random.visit();
        Visit theirs = random.visit();
        mine.id = theirs.id = before.id;
        const Ancestor ancestor = ancestor_of(before);

        CHECK(merge(ancestor, mine, theirs, {{"", Side::Mine}})->visit == mine);
        CHECK(merge(ancestor, mine, theirs, {{"", Side::Theirs}})->visit == theirs);
        CHECK(merge(ancestor, before, theirs)->visit == theirs);
        CHECK(merge(ancestor, mine, before)->visit == mine);
        CHECK(merge(ancestor, mine, mine)->visit == mine);
    }
}

}  // namespace longju::visit
