// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/money.h"
#include "core/range.h"
#include "cost/quote.h"
#include "energy/fuel.h"

/// 本地价: what is asked and paid here, in place of the catalog's estimates.
namespace longju::cost {

struct LocalPrice {
    std::string id;         ///< Of a price of the book or of a fuel; the two share no id.
    Range<Money> per_unit;  ///< low ≤ typical ≤ high, of electricity the three tiers; may be 0.
    std::string date;       ///< Year and month: `2026-11`.
    std::string source;     ///< Who asked whom: 望奎镇 建材店报价.

    bool operator==(const LocalPrice&) const = default;
};

/// The price of that id becomes `price`; nothing takes it away.
void replace(std::vector<LocalPrice>& prices, std::string_view id,
             const std::optional<LocalPrice>& price);

/// The book with the local prices in it, marked `local`; their label is `secondary`: somebody
/// here said so, no office confirmed it. Ids the book does not have change nothing.
PriceBook with_local(PriceBook book, std::span<const LocalPrice> prices);
energy::EnergyLibrary with_local(energy::EnergyLibrary library, std::span<const LocalPrice> prices);

}  // namespace longju::cost
