// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/layout.h"

#include <algorithm>

namespace longju::energy {

namespace {

const float* hours(const Column* column) {
    return column == nullptr || column->hours.empty() ? nullptr : column->data();
}

std::vector<ChainKind> chain_kinds(const Condensed& c) {
    std::vector<ChainKind> kinds;
    for (const CondensedChain& chain : c.chains) {
        kinds.push_back({.course = static_cast<kernel::Course>(chain.course),
                         .zone = static_cast<int>(c.room.faces[chain.face].zone),
                         .sun = hours(chain.sun),
                         .far_sun = hours(chain.between.far_sun),
                         .heat_node = chain.heated ? static_cast<int>(chain.heat_node) : -1,
                         .outer_wall = chain.outer_wall});
    }
    return kinds;
}

SourceKind kind_of(const LightSource& s) {
    const int zone = static_cast<int>(s.zone);
    if (s.reflected_wall) return {.diffuse = hours(&s.sun->wall), .zone = zone};
    return {.beam = hours(&s.sun->beam),
            .diffuse = hours(&s.sun->diffuse),
            .inward = hours(&s.sun->inward),
            .zone = zone};
}

/// Each once, zone by zone.
std::vector<SourceKind> source_kinds(const Condensed& c) {
    std::vector<SourceKind> kinds;
    for (const LightSource& s : c.room.sources) {
        const SourceKind kind = kind_of(s);
        if (std::ranges::find(kinds, kind) == kinds.end()) kinds.push_back(kind);
    }
    std::ranges::stable_sort(kinds, {}, &SourceKind::zone);
    return kinds;
}

/// Makes `row` hold `own` in its order, group by group.
template <class Kind>
void merge_into(std::vector<Kind>& row, const std::vector<Kind>& own) {
    auto at = row.begin();
    for (const Kind& kind : own) {
        while (at != row.end() && at->group() < kind.group()) ++at;
        const auto end = std::find_if(
            at, row.end(), [&](const Kind& other) { return other.group() > kind.group(); });
        const auto found = std::find(at, end, kind);
        at = std::next(found == end ? row.insert(at, kind) : found);
    }
}

/// Where the kinds of `own` stand in `row`, each after the one before.
template <class Kind>
std::vector<std::size_t> slots_in(const std::vector<Kind>& row, const std::vector<Kind>& own) {
    std::vector<std::size_t> slots;
    auto at = row.begin();
    for (const Kind& kind : own) {
        const auto found = std::find(at, row.end(), kind);
        slots.push_back(static_cast<std::size_t>(found - row.begin()));
        at = std::next(found);
    }
    return slots;
}

template <class Kind>
int count(const std::vector<Kind>& row, int group) {
    return static_cast<int>(
        std::ranges::count_if(row, [&](const Kind& k) { return k.group() == group; }));
}

}  // namespace

Layout::Layout(std::span<const Condensed> buildings) {
    for (const Condensed& c : buildings) {
        merge_into(chains, chain_kinds(c));
        merge_into(sources, source_kinds(c));
    }
    for (const Condensed& c : buildings) {
        chain_slot.push_back(slots_in(chains, chain_kinds(c)));
        std::vector<std::size_t>& slots = source_slot.emplace_back();
        for (const LightSource& s : c.room.sources) {
            const auto found = std::ranges::find(sources, kind_of(s));
            slots.push_back(static_cast<std::size_t>(found - sources.begin()));
        }
    }
}

int Layout::chains_of(int zone) const { return count(chains, zone); }
int Layout::sources_of(int zone) const { return count(sources, zone); }

}  // namespace longju::energy
