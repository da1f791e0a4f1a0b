// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>

#include "cost/quote.h"
#include "energy/fuel.h"
#include "estimate/estimate.h"

namespace longju::estimate {

/// What works and fuels cost in a case: the catalog's books with the case's local prices in them.
/// Refers to the reference, which outlives it.
class Market {
public:
    Market(const EstimateInputs& inputs, const Reference& reference);

    const energy::EnergyLibrary& energy() const { return energy_ ? *energy_ : reference_.energy; }
    const cost::PriceBook& prices() const { return prices_ ? *prices_ : reference_.prices; }

private:
    const Reference& reference_;
    std::optional<energy::EnergyLibrary> energy_;
    std::optional<cost::PriceBook> prices_;
};

}  // namespace longju::estimate
