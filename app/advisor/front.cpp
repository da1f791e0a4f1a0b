// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "advisor/front.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace longju::advisor {

namespace {

double price(const Scored& s, Trade trade) {
    const Money money = trade == Trade::PublicMoneyForCarbon ? s.subsidy : s.own();
    return static_cast<double>(money.in_fen());
}

/// The larger the better.
double worth(const Scored& s, Trade trade) {
    switch (trade) {
        case Trade::OwnMoneyForBill:
            return -static_cast<double>(s.bill.in_fen());
        case Trade::OwnMoneyForWarmth:
            return static_cast<double>(s.holds_c);
        case Trade::PublicMoneyForCarbon:
            return static_cast<double>(s.co2_saved_kg);
    }
    return 0.0;
}

}  // namespace

std::vector<std::size_t> front(std::span<const Scored> schemes, Trade trade) {
    struct Place {
        double price = 0.0, worth = 0.0;
        std::size_t index = 0;
    };
    std::vector<Place> places;
    places.reserve(schemes.size());
    for (std::size_t i = 0; i < schemes.size(); ++i) {
        places.push_back({price(schemes[i], trade), worth(schemes[i], trade), i});
    }
    std::ranges::sort(places, [](const Place& a, const Place& b) {
        if (a.price != b.price) return a.price < b.price;
        if (a.worth != b.worth) return a.worth > b.worth;
        return a.index < b.index;
    });
    std::vector<std::size_t> best;
    double reached = -std::numeric_limits<double>::infinity();
    for (const Place& place : places) {
        if (place.worth <= reached) continue;
        reached = place.worth;
        best.push_back(place.index);
    }
    return best;
}

std::vector<std::size_t> thinned(std::span<const Scored> schemes,
                                 std::span<const std::size_t> front) {
    constexpr double least = 1.0 / 16.0;
    if (front.size() < 3) return {front.begin(), front.end()};
    const Scored& first = schemes[front.front()];
    const Scored& last = schemes[front.back()];
    const auto share = [](Money part, Money whole) {
        return whole > Money{} ? part.in_yuan() / whole.in_yuan() : 0.0;
    };
    std::vector<std::size_t> kept{front.front()};
    for (const std::size_t i : front.subspan(1, front.size() - 2)) {
        const Scored& before = schemes[kept.back()];
        const double dearer = share(schemes[i].own() - before.own(), last.own() - first.own());
        const double better = share(before.bill - schemes[i].bill, first.bill - last.bill);
        if (std::hypot(dearer, better) >= least) kept.push_back(i);
    }
    kept.push_back(front.back());
    return kept;
}

}  // namespace longju::advisor
