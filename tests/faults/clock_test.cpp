// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

// Laptops whose clock is years off, jumps or is set to another zone: the order of saves, the
// versions and what is shown do not follow it.

#include <array>
#include <map>
#include <set>
#include <tuple>

#include <catch2/catch_test_macros.hpp>

#include "faults/scale.h"
#include "faults/sites.h"

namespace longju::faults {

namespace {

/// When the two laptops believe it is: one after the other while the history goes on.
struct Clocks {
    const char* what;
    std::array<const char*, 3> first;
    std::array<const char*, 3> second;
};

constexpr std::array right{"2026-11-25T10:00:00+08:00", "2026-11-25T11:00:00+08:00",
                           "2026-11-25T12:00:00+08:00"};
constexpr std::array ten_years_ago{"2016-11-25T10:00:00+08:00", "2016-11-25T11:00:00+08:00",
                                   "2016-11-25T12:00:00+08:00"};
constexpr std::array in_ten_years{"2036-11-25T10:00:00+08:00", "2036-11-25T11:00:00+08:00",
                                  "2036-11-25T12:00:00+08:00"};
constexpr std::array jumping_back{"2026-11-25T10:00:00+08:00", "2026-11-24T09:00:00+08:00",
                                  "1970-01-01T00:00:00+08:00"};
constexpr std::array other_zone{"2026-11-25T10:00:00+08:00", "2026-11-24T22:00:00-05:00",
                                "2026-11-25T03:00:00+00:00"};

constexpr std::array cases{
    Clocks{"both right", right, right},
    Clocks{"the first ten years behind", ten_years_ago, right},
    Clocks{"the first ten years ahead", in_ten_years, right},
    Clocks{"the second ten years behind", right, ten_years_ago},
    Clocks{"the second ten years ahead", right, in_ten_years},
    Clocks{"the first jumping back", jumping_back, right},
    Clocks{"the second jumping back", right, jumping_back},
    Clocks{"the first in another zone", other_zone, right},
    Clocks{"one ahead, the other behind", in_ten_years, ten_years_ago},
};

const std::string house(32, 'a');
const std::string neighbour(32, 'b');

/// A revision by who made it, so that it is the same whatever its clock: place and number.
using Maker = std::pair<std::size_t, std::uint64_t>;

/// What must not depend on clocks.
struct Outcome {
    /// Of each revision: its number in the order of time, and its parents.
    std::map<Maker, std::pair<std::uint64_t, std::set<Maker>>> family;
    std::vector<std::tuple<std::string, std::string, int>> shown;  ///< Visit, notes, versions.
    std::set<std::string> versions;                                ///< Notes of the house's.

    bool operator==(const Outcome&) const = default;
};

Outcome outcome_of(Site& site, const std::vector<std::string>& devices) {
    Outcome outcome;
    const auto revisions = site.store().unconfirmed(false);
    REQUIRE(revisions);
    std::map<std::string, Maker> makers;
    for (const visit::Revision& revision : *revisions) {
        const auto at = std::ranges::find(devices, revision.device_id) - devices.begin();
        makers[revision.hash] = {static_cast<std::size_t>(at), revision.device_seq};
    }
    for (const visit::Revision& revision : *revisions) {
        auto& [lamport, parents] = outcome.family[makers.at(revision.hash)];
        lamport = revision.lamport;
        for (const std::string& parent : revision.parents) parents.insert(makers.at(parent));
    }
    const auto rows = site.store().recent(10);
    REQUIRE(rows);
    for (const storage::VisitRow& row : *rows) {
        outcome.shown.emplace_back(row.visit_id, site.store().load(row.visit_id)->notes, row.heads);
    }
    const auto versions = site.store().versions(house);
    REQUIRE(versions);
    for (const visit::Visit& version : *versions) outcome.versions.insert(version.notes);
    return outcome;
}

/// Both write the same house without knowing of each other, the first once more often; they meet;
/// one decides; both write again. What the first shows while there are versions, and at the end.
std::pair<Outcome, Outcome> lived_with(const Clocks& clocks, const std::vector<DiskImage>& images) {
    Site first(images[0], clocks.first[0]);
    Site second(images[1], clocks.second[0]);
    const std::vector devices{first.store().device_id(), second.store().device_id()};
    write_notes(first, house, "begun");
    deliver(second, *first.store().unconfirmed(false));
    write_notes(second, house, "by the second");
    first.set_clock(clocks.first[1]);
    second.set_clock(clocks.second[1]);
    write_notes(first, neighbour, "by the first");
    write_notes(first, house, "by the first, later");
    deliver(first, *second.store().unconfirmed(false));
    const Outcome apart = outcome_of(first, devices);

    first.set_clock(clocks.first[2]);
    second.set_clock(clocks.second[2]);
    deliver(second, *first.store().unconfirmed(false));
    write_notes(second, house, "decided by the second", true);
    deliver(first, *second.store().unconfirmed(false));
    write_notes(first, house, "the last word");
    deliver(second, *first.store().unconfirmed(false));
    REQUIRE(*first.store().state_hash() == *second.store().state_hash());
    return {apart, outcome_of(second, devices)};
}

}  // namespace

TEST_CASE("no clock changes the order of saves, the versions or what is shown") {
    const auto images = new_stores(2);
    const auto expected = lived_with(cases.front(), images);
    REQUIRE(expected.first.versions.size() == 2);
    REQUIRE(std::get<1>(expected.first.shown.front()) == "by the first, later");
    REQUIRE(std::get<1>(expected.second.shown.front()) == "the last word");
    REQUIRE(expected.second.versions.size() == 1);
    int changed = 0;

    for (const Clocks& clocks : cases) {
        CAPTURE(clocks.what);
        const auto lived = lived_with(clocks, images);
        const bool same = lived == expected;
        CHECK(same);
        changed += same ? 0 : 1;
    }

    report("clocks: {} settings, changed results: {}", cases.size(), changed);
}

TEST_CASE("the clock of who takes parcels in does not change what becomes of them") {
    const auto images = new_stores(3);
    Site first(images[0]);
    Site second(images[1]);
    write_notes(first, house, "begun");
    deliver(second, *first.store().unconfirmed(false));
    // Versions of the same rank: only their names decide which is shown.
    write_notes(first, house, "by the first");
    write_notes(second, house, "by the second");
    std::set<std::string> states;

    for (const char* clock :
         {right[0], ten_years_ago[0], in_ten_years[0], jumping_back[2], other_zone[1]}) {
        Site site(images[2], clock);
        deliver(site, *second.store().unconfirmed(false));
        site.set_clock(ten_years_ago[1]);
        deliver(site, *first.store().unconfirmed(false));
        CHECK(site.store().versions(house)->size() == 2);
        states.insert(*site.store().state_hash());
    }

    CHECK(states.size() == 1);
}

}  // namespace longju::faults
