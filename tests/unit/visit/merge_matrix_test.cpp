// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <catch2/catch_test_macros.hpp>

#include "unit/visit/two_laptops.h"
#include "visit/codec.h"
#include "visit/merge.h"

namespace longju::visit {

namespace {

using namespace sample;

enum class End { Merges, AsksOfFields, AsksOfSubsidy };

struct MergeCase {
    const char* name;
    Edit mine, theirs;
    End end;
};

/// R12 of the field study: what two laptops can do to one household.
std::vector<MergeCase> cases() {
    return {
        {"a scalar on one side", members(4), nothing(), End::Merges},
        {"a scalar on the other side", nothing(), members(4), End::Merges},
        {"a scalar on both sides alike", members(4), members(4), End::Merges},
        {"a scalar on both sides", members(4), members(5), End::AsksOfFields},
        {"two fields of a subsidy", members(4), price(90), End::AsksOfSubsidy},
        {"a field of a subsidy and a note", members(4), notes("换了门"), End::Merges},
        {"a field of a subsidy and a day", reached("agreement", 20), members(4), End::Merges},
        {"the same field and another", both(members(4), price(90)), members(4), End::AsksOfSubsidy},
        {"a note on one side", notes("换了门"), nothing(), End::Merges},
        {"a note on both sides", notes("换了门"), notes("没换门"), End::AsksOfFields},
        {"a note on both sides alike", notes("换了门"), notes("换了门"), End::Merges},
        {"a note emptied and a note changed", notes(""), notes("没换门"), End::AsksOfFields},
        {"an optional value filled differently",
         [](Visit& v) { v.inputs.household.had_housing_support = true; },
         [](Visit& v) { v.inputs.household.had_housing_support = false; }, End::AsksOfFields},
        {"an optional value emptied and changed",
         [](Visit& v) { v.inputs.household.members.reset(); }, members(4), End::AsksOfFields},
        {"an optional value emptied on both sides",
         [](Visit& v) { v.inputs.household.members.reset(); },
         [](Visit& v) { v.inputs.household.members.reset(); }, End::Merges},
        {"an item changed on both sides", coal(4.5), coal(5), End::AsksOfFields},
        {"an item changed in two fields", coal(4.5),
         [](Visit& v) { v.inputs.household.bought[0].paid = Money::yuan(4400); },
         End::AsksOfSubsidy},
        {"two items changed", coal(4.5), [](Visit& v) { v.inputs.household.bought[1].amount = 2; },
         End::AsksOfSubsidy},
        {"an item removed and changed", no_coal(), coal(5), End::AsksOfFields},
        {"an item removed on both sides", no_coal(), no_coal(), End::Merges},
        {"an item removed and another added", no_coal(), buys("pellet", 2), End::AsksOfSubsidy},
        {"two items added", buys("pellet", 2), buys("firewood", 1), End::AsksOfSubsidy},
        {"one item added differently", buys("pellet", 2), buys("pellet", 3), End::AsksOfFields},
        {"one item added alike", buys("pellet", 2), buys("pellet", 2), End::Merges},
        {"a room on each side", room(0, 3300), room(1, 3900), End::AsksOfSubsidy},
        {"one room on both sides", room(0, 3300), room(0, 3900), End::AsksOfFields},
        {"a room removed and changed", no_room(), room(0, 3900), End::AsksOfFields},
        {"one measure, two options", chooses("wall", "eps80"), chooses("wall", "eps120"),
         End::AsksOfFields},
        {"a measure on each side", chooses("pv", "roof"), chooses("window", "pvc3"),
         End::AsksOfSubsidy},
        {"an optional part changed twice", modules(12), modules(14), End::AsksOfFields},
        {"an optional part removed and changed", no_pv(), modules(14), End::AsksOfFields},
        {"an optional part added differently", sunspace(1200), sunspace(1500), End::AsksOfFields},
        {"a list without names on both sides", layer(50), layer(80), End::AsksOfFields},
        {"one price on both sides", price(70), price(90), End::AsksOfFields},
        {"a price each", other_price("door"), other_price("window"), End::AsksOfSubsidy},
        {"two entries of a map", says("shade", true), says("snow", false), End::AsksOfSubsidy},
        {"one entry of a map", says("well", false), says("shade", true), End::AsksOfSubsidy},
        {"a day each", reached("agreement", 20), reached("building", 25), End::Merges},
        {"one day on both sides", reached("appraisal", 10), reached("appraisal", 11),
         End::AsksOfFields},
        {"a day taken back and changed", not_reached("appraisal"), reached("appraisal", 11),
         End::AsksOfFields},
        {"a day taken back and another set", not_reached("appraisal"), reached("agreement", 20),
         End::Merges},
        {"a photo each", photo("after_photo", '2'), photo("after_photo", '3'), End::Merges},
        {"the same photo on both sides", photo("after_photo", '2'), photo("after_photo", '2'),
         End::Merges},
        {"a photo's words on both sides", caption("北墙"), caption("西墙"), End::AsksOfFields},
        {"a photo removed and one added", no_photo(), photo("after_photo", '2'), End::Merges},
        {"a photo removed and described", no_photo(), caption("北墙"), End::AsksOfFields},
        {"how far each came", step(Step::Compare), step(Step::Sheets), End::Merges},
        {"a record withdrawn and changed", withdrawn("户主不同意"), members(4), End::AsksOfSubsidy},
        {"a record withdrawn and a note", withdrawn("户主不同意"), notes("换了门"), End::Merges},
        {"consent asked twice", agreed(2), agreed(3), End::AsksOfFields},
    };
}

nlohmann::json tree(const Visit& visit) { return *parse_json(canonical(visit)); }

/// What a side entered: every leaf that is not as before.
std::vector<nlohmann::json> entered_by(const Visit& side) {
    const auto old = tree(parent()).flatten();
    const auto now = tree(side).flatten();
    std::vector<nlohmann::json> found;
    for (const auto& [pointer, value] : now.items()) {
        if (!old.contains(pointer) || old[pointer] != value) found.push_back(value);
    }
    return found;
}

/// Whether a value that a side entered is in the merged visit or in what is shown to a person.
bool is_kept(const nlohmann::json& value, const Merged& merged) {
    const auto holds = [&](const nlohmann::json& where) {
        if (where == value) return true;
        if (!where.is_structured()) return false;
        const auto flat = where.flatten();
        return std::any_of(flat.begin(), flat.end(), [&](const auto& v) { return v == value; });
    };
    if (holds(tree(merged.visit))) return true;
    return std::ranges::any_of(merged.differences, [&](const Difference& difference) {
        return (difference.mine && holds(*difference.mine)) ||
               (difference.theirs && holds(*difference.theirs));
    });
}

/// What changed from the parent to `visit`, value by value at its place.
std::vector<Difference> changes_to(const Visit& visit) {
    return merge(ancestor_of(parent()), parent(), visit)->differences;
}

bool is_beneath(std::string_view path, std::string_view whole) {
    return decision_for({{std::string(whole), Side::Mine}}, path).has_value();
}

/// Whether one change of a side, be it a removal, was made at its place or is told of there.
bool is_at_its_place(const Difference& change, const Merged& merged, bool of_mine) {
    const auto made = changes_to(merged.visit);
    const bool done = std::ranges::any_of(made, [&](const Difference& other) {
        return other.path == change.path && other.theirs == change.theirs;
    });
    return done || std::ranges::any_of(merged.differences, [&](const Difference& told) {
               const auto& value = of_mine ? told.mine : told.theirs;
               if (told.path == change.path) return value == change.theirs;
               return is_beneath(change.path, told.path) || is_beneath(told.path, change.path);
           });
}

End end_of(const Merged& merged) {
    if (merged.doubt == Doubt::Differ) return End::AsksOfFields;
    return merged.doubt == Doubt::Subsidy ? End::AsksOfSubsidy : End::Merges;
}

}  // namespace

TEST_CASE("the conflict matrix: every case merges or asks, and no value vanishes") {
    const auto all = cases();
    CHECK(all.size() >= 40);
    const Ancestor before = ancestor_of(parent());
    for (const MergeCase& each : all) {
        INFO(each.name);
        const Visit mine = changed(each.mine);
        const Visit theirs = changed(each.theirs);

        const auto merged = merge(before, mine, theirs);
        const auto swapped = merge(before, theirs, mine);

        REQUIRE(merged);
        REQUIRE(swapped);
        CHECK(end_of(*merged) == each.end);
        CHECK(swapped->doubt == merged->doubt);
        for (const Visit& side : {mine, theirs}) {
            for (const nlohmann::json& value : entered_by(side)) {
                INFO(value.dump());
                CHECK(is_kept(value, *merged));
            }
            for (const Difference& change : changes_to(side)) {
                INFO(change.path);
                CHECK(is_at_its_place(change, *merged, side == mine));
            }
        }
        for (const Difference& difference : merged->differences) {
            if (difference.change != Change::Differ) continue;
            CHECK(difference.mine != difference.theirs);
            const auto here = merge(before, mine, theirs, {{difference.path, Side::Mine}});
            const auto there = merge(before, mine, theirs, {{difference.path, Side::Theirs}});
            CHECK(here->visit != there->visit);
            CHECK(here->undecided == merged->undecided - 1);
        }
        CHECK(merge(before, mine, theirs, {{"", Side::Mine}})->visit == mine);
        CHECK(merge(before, mine, theirs, {{"", Side::Theirs}})->visit == theirs);
        CHECK(merge(before, mine, theirs, {{"", Side::Theirs}})->undecided == 0);
    }
}

}  // namespace longju::visit
