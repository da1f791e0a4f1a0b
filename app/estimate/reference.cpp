// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/reference.h"

#include <algorithm>

namespace longju::estimate {

namespace {

/// Tens of entries, or sorted by nothing we rely on: a straight search.
template <class Item, class Member>
const Item* found(const std::vector<Item>& items, std::string_view name, Member member) {
    const auto at = std::ranges::find(items, name, member);
    return at == items.end() ? nullptr : &*at;
}

}  // namespace

const house::Design* Reference::find_design(std::string_view id) const {
    return found(designs, id, &house::Design::id);
}

const climate::Station* Reference::find_station(std::string_view id) const {
    return found(stations, id, &climate::Station::id);
}

const Division* Reference::find_division(std::string_view code) const {
    return found(divisions, code, &Division::code);
}

const climate::Station* Reference::station_for(const Place& place) const {
    if (const climate::Station* chosen = find_station(place.station_id)) return chosen;
    const Division* division = find_division(place.division_code);
    return division == nullptr ? nullptr : find_station(division->station_id);
}

}  // namespace longju::estimate
