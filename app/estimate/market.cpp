// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/market.h"

namespace longju::estimate {

Market::Market(const EstimateInputs& inputs, const Reference& reference) : reference_(reference) {
    if (inputs.prices.empty()) return;
    energy_ = cost::with_local(reference.energy, inputs.prices);
    prices_ = cost::with_local(reference.prices, inputs.prices);
}

}  // namespace longju::estimate
