// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <vector>

#include "advisor/search.h"

/// Pareto fronts: schemes of which none is beaten by another in one thing without losing in the
/// other.
namespace longju::advisor {

/// What is weighed against what.
enum class Trade {
    OwnMoneyForBill,      ///< Own money against the yearly bill.
    OwnMoneyForWarmth,    ///< Own money against what is held in the coldest hour.
    PublicMoneyForCarbon  ///< Verified subsidy against the CO2 saved a year.
};

/// Indices into `schemes`, cheapest first, each dearer than the one before and better. Of equal
/// ones the first. The house as it is stands at the beginning where nothing beats it.
std::vector<std::size_t> front(std::span<const Scored> schemes, Trade trade);

/// Of a front of money against the bill, the steps that a picture can hold: first and last, and
/// between them what is a sixteenth of the whole way from the step before.
std::vector<std::size_t> thinned(std::span<const Scored> schemes,
                                 std::span<const std::size_t> front);

}  // namespace longju::advisor
