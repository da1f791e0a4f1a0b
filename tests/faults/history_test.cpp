// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

// Three laptops and the county exchange what they know, by parcels that are lost, doubled, late and
// shuffled.

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "core/hash.h"
#include "faults/scale.h"
#include "faults/sites.h"
#include "faults/store_rows.h"

namespace longju::faults {

namespace {

constexpr std::size_t county = 3;  ///< Only takes in, decides and hands on.

std::string visit_id(std::uint64_t number) {
    return sha256_hex(std::to_string(number)).substr(0, 32);
}

std::set<std::string> hashes_in(Site& site) {
    const auto rows = rows_of(site.store().database().handle(), "SELECT hash FROM revision");
    return {rows.begin(), rows.end()};
}

class History {
public:
    History(const std::vector<DiskImage>& images, unsigned seed) : dice_(seed) {
        for (const DiskImage& image : images) sites_.emplace_back(image);
    }

    void step() {
        const auto kind = dice_() % 12;
        const std::size_t place = dice_() % sites_.size();
        if (kind < 5 && place != county) {
            change(sites_[place]);
        } else if (kind < 6) {
            decide(sites_[place]);
        } else if (kind < 8) {
            hand_over(sites_[place]);
        } else if (!road_.empty()) {
            // Any parcel that was ever written: some come twice, some late, some never.
            Revisions parcel = road_[dice_() % road_.size()];
            std::ranges::shuffle(parcel, dice_);
            deliver(sites_[place], parcel);
        }
    }

    /// Everything that was ever on the road arrives everywhere, in any order.
    void deliver_all() {
        for (Site& site : sites_) hand_over(site);
        Revisions all;
        std::set<std::string> taken;
        for (const Revisions& parcel : road_) {
            for (const visit::Revision& revision : parcel) {
                // A second copy changes nothing; now and then one is sent all the same.
                if (taken.insert(revision.hash).second || dice_() % 16 == 0) {
                    all.push_back(revision);
                }
            }
        }
        for (Site& site : sites_) {
            std::ranges::shuffle(all, dice_);
            const auto cut = all.begin() + static_cast<std::ptrdiff_t>(dice_() % (all.size() + 1));
            deliver(site, {all.begin(), cut});
            deliver(site, {cut, all.end()});
        }
    }

    bool converged() {
        const auto state = sites_.front().store().state_hash();
        return std::ranges::all_of(sites_, [&](Site& site) {
            const auto here = site.store().state_hash();
            return state && here && *here == *state;
        });
    }
    /// Revisions that were saved or exported and are not at every site.
    std::size_t missing() {
        std::size_t count = 0;
        for (Site& site : sites_) {
            const auto here = hashes_in(site);
            count += static_cast<std::size_t>(std::ranges::count_if(
                known_, [&](const std::string& hash) { return !here.contains(hash); }));
        }
        return count;
    }
    /// Whether the list shows what follows from the revisions alone.
    bool shows_the_heads() {
        storage::VisitsStore& store = sites_[county].store();
        const auto rows = store.recent(1000);
        return rows && std::ranges::all_of(*rows, [&](const storage::VisitRow& row) {
                   const auto revisions = store.revisions(row.visit_id);
                   if (!revisions || row.waiting != 0) return false;
                   const auto heads = visit::heads(*revisions);
                   return static_cast<int>(heads.size()) == row.heads &&
                          heads.front()->hash == row.head_hash;
               });
    }
    std::size_t revisions() const { return known_.size(); }
    const std::vector<Revisions>& road() const { return road_; }

private:
    void change(Site& site) {
        known_.insert(write_notes(site, visit_id(dice_() % 3), std::to_string(dice_())));
    }
    void decide(Site& site) {
        const auto rows = site.store().recent(100);
        REQUIRE(rows);
        for (const storage::VisitRow& row : *rows) {
            if (row.heads < 2) continue;
            known_.insert(write_notes(site, row.visit_id, "decided", true));
            return;
        }
    }
    void hand_over(Site& site) {
        auto parcel = site.store().unconfirmed(false);
        REQUIRE(parcel);
        for (const visit::Revision& revision : *parcel) known_.insert(revision.hash);
        if (parcel->size() > 2 && dice_() % 3 == 0) {
            // In two parts, which travel apart.
            const auto half = parcel->begin() + static_cast<std::ptrdiff_t>(parcel->size() / 2);
            road_.emplace_back(half, parcel->end());
            parcel->erase(half, parcel->end());
        }
        road_.push_back(std::move(*parcel));
    }

    std::mt19937 dice_;
    std::vector<Site> sites_;
    std::vector<Revisions> road_;
    std::set<std::string> known_;
};

/// What five parcels held: of one visit and its neighbours, with versions and late parents.
std::vector<Revisions> five_sets(const std::vector<DiskImage>& images) {
    std::vector<Site> sites;
    for (const DiskImage& image : images) sites.emplace_back(image);
    std::vector<Revisions> sets(5);
    write_notes(sites[0], visit_id(1), "first");
    sets[0] = *sites[0].store().unconfirmed(false);
    deliver(sites[1], sets[0]);
    write_notes(sites[0], visit_id(1), "second here");
    write_notes(sites[0], visit_id(2), "another");
    write_notes(sites[1], visit_id(1), "second there");
    sets[1] = *sites[0].store().unconfirmed(false);
    sets[2] = *sites[1].store().unconfirmed(false);
    deliver(sites[2], sets[2]);
    deliver(sites[2], sets[1]);
    write_notes(sites[2], visit_id(1), "decided", true);
    Revisions theirs = *sites[2].store().unconfirmed(false);
    sets[3] = {theirs.end() - 1, theirs.end()};  // Its parents travel in other parcels.
    write_notes(sites[1], visit_id(2), "made there, too");
    sets[4] = *sites[1].store().unconfirmed(false);
    return sets;
}

}  // namespace

TEST_CASE("after any history of lost, doubled, late and shuffled parcels all sites hold the same") {
    const auto images = new_stores(4);
    const int count = scaled(1000);
    int apart = 0;
    std::size_t missing = 0;
    std::size_t revisions = 0;

    for (int i = 0; i < count; ++i) {
        CAPTURE(i);
        History history(images, static_cast<unsigned>(i));
        for (int step = 0; step < 22; ++step) history.step();
        history.deliver_all();
        apart += history.converged() ? 0 : 1;
        missing += history.missing();
        revisions += history.revisions();
        if (i % 10 == 0) CHECK(history.shows_the_heads());
    }

    report("histories: {} with {} revisions; that did not converge: {}, revisions missing: {}",
           count, revisions, apart, missing);
    CHECK(revisions > static_cast<std::size_t>(count) * 2);
    CHECK(apart == 0);
    CHECK(missing == 0);
}

TEST_CASE("the same parcel a hundred times is the same as once") {
    const auto images = new_stores(4);
    const auto sets = five_sets(images);
    Site site(images[county]);
    for (const Revisions& set : sets) deliver(site, set);
    const auto once = site.store().state_hash();
    std::mt19937 dice(61);

    for (int i = 0; i < 100; ++i) {
        deliver(site, sets[dice() % sets.size()]);
        REQUIRE(*site.store().state_hash() == *once);
    }
}

TEST_CASE("five parcels give the same state in each of their 120 orders") {
    const auto images = new_stores(4);
    const auto sets = five_sets(images);
    std::vector<std::size_t> order(sets.size());
    std::iota(order.begin(), order.end(), 0);
    std::set<std::string> states;
    int orders = 0;

    do {
        Site site(images[county]);
        for (const std::size_t next : order) deliver(site, sets[next]);
        states.insert(*site.store().state_hash());
        ++orders;
    } while (std::ranges::next_permutation(order).found);

    report("orders of five parcels: {}, different states: {}", orders, states.size());
    CHECK(orders == 120);
    CHECK(states.size() == 1);
}

}  // namespace longju::faults
