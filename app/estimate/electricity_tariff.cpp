// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/electricity_tariff.h"

#include <algorithm>

namespace longju::estimate {

Tariff tariff_of(const energy::Fuel& electricity) {
    const Range<Money>& price = electricity.price_per_unit;
    return {.per_kwh = {price.low, price.typical, price.high}};
}

Money electricity_bill(double kwh, const Tariff& tariff) {
    const auto [end1, end2] = tariff.tier_ends_kwh;
    const double in1 = std::clamp(kwh, 0.0, end1);
    const double in2 = std::clamp(kwh - end1, 0.0, end2 - end1);
    const double in3 = std::max(kwh - end2, 0.0);
    return tariff.per_kwh[0].multiply_rounded(in1) + tariff.per_kwh[1].multiply_rounded(in2) +
           tariff.per_kwh[2].multiply_rounded(in3);
}

Money heating_electricity(double kwh, const Tariff& tariff) {
    return electricity_bill(other_use.value + std::max(kwh, 0.0), tariff) -
           electricity_bill(other_use.value, tariff);
}

}  // namespace longju::estimate
