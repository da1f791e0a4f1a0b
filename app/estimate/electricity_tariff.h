// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <string_view>

#include "core/money.h"
#include "core/units.h"
#include "energy/fuel.h"

namespace longju::estimate {

/// The catalog's id of electricity, the one fuel that is priced by tiers.
inline constexpr std::string_view electricity_id = "electricity";

/// 居民阶梯电价: the price of a kWh by how much the household has used in the year.
struct Tariff {
    /// Upper ends of tiers 1 and 2, kWh a year: 170 and 260 kWh a month (Heilongjiang, 一户一表;
    /// from memory, to be checked on a bill).
    std::array<double, 2> tier_ends_kwh{2040.0, 3120.0};
    /// Per kWh in tiers 1, 2 and 3: 0.51, 0.56 and 0.81 yuan (from memory).
    std::array<Money, 3> per_kwh{Money::fen(51), Money::fen(56), Money::fen(81)};
};

/// The tariff of the price book: its low, typical and high price of electricity are the tiers.
Tariff tariff_of(const energy::Fuel& electricity);

/// 电费 of a year in which `kwh` were used.
Money electricity_bill(double kwh, const Tariff& tariff);

/// Electricity of a household beside heating in a year (engineering estimate: light, refrigerator,
/// television, pump, rice cooker).
inline constexpr KilowattHours other_use{1500.0};

/// What `kwh` for heating cost on top of the household's `other_use` of a year.
Money heating_electricity(double kwh, const Tariff& tariff);

}  // namespace longju::estimate
