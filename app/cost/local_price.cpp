// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cost/local_price.h"

#include <algorithm>

namespace longju::cost {

void replace(std::vector<LocalPrice>& prices, std::string_view id,
             const std::optional<LocalPrice>& price) {
    const auto found = std::ranges::find(prices, id, &LocalPrice::id);
    if (found == prices.end()) {
        if (price) prices.push_back(*price);
    } else if (price) {
        *found = *price;
    } else {
        prices.erase(found);
    }
}

PriceBook with_local(PriceBook book, std::span<const LocalPrice> prices) {
    for (const LocalPrice& local : prices) {
        const auto found = std::ranges::find(book.prices, local.id, &Price::id);
        if (found == book.prices.end()) continue;
        found->per_unit = local.per_unit;
        found->date = local.date;
        found->provenance = {local.source, Confidence::Secondary};
        found->local = true;
    }
    return book;
}

energy::EnergyLibrary with_local(energy::EnergyLibrary library,
                                 std::span<const LocalPrice> prices) {
    for (const LocalPrice& local : prices) {
        const auto found = std::ranges::find(library.fuels, local.id, &energy::Fuel::id);
        if (found == library.fuels.end()) continue;
        found->price_per_unit = local.per_unit;
        found->price_provenance = {local.source, Confidence::Secondary};
    }
    return library;
}

}  // namespace longju::cost
