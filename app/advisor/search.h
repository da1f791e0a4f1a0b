// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

#include "advisor/space.h"
#include "climate/year.h"

/// Every scheme computed: each envelope with each heater through the hourly model, money on top.
namespace longju::advisor {

/// More warmth than this is worth nothing to anybody.
inline constexpr double warm_enough_c = 22.0;
/// JGJ 26-2018: of dwellings in winter.
inline constexpr double comfort_c = 18.0;

/// One scheme and what it comes to, typical values.
struct Scored {
    std::uint32_t envelope = 0;
    std::uint16_t heater = 0, array = 0;
    float coldest_c = 0.0F;  ///< Lowest hourly room temperature from October to April, as the
                             ///< household heats: often the set point of the night.
    /// What the heater could hold in the rooms in the coldest hour, the site's design temperature
    /// outdoors; kangs and fire walls left out. At most `warm_enough_c`.
    float holds_c = 0.0F;
    float co2_saved_kg = 0.0F;  ///< A year, of heating; the array's is left out.
    Money cost;                 ///< As `Quote::total`.
    Money subsidy;              ///< Verified amounts only, as `SubsidyResult::verified`.
    Money bill;                 ///< Heating a year, less what the array surely saves (its low
                                ///< scenario).

    Money own() const { return cost > subsidy ? cost - subsidy : Money{}; }
};

struct SearchInputs {
    const estimate::EstimateInputs& inputs;  ///< Its scheme is not looked at.
    const estimate::Reference& reference;
    const climate::Year& year;
    unsigned threads = 0;  ///< 0: as many as the machine has.
    /// Called now and then with the share done, 0 to 1, from any thread, never two at once.
    std::function<void(double)> progress;
    std::stop_token stop;
};

struct Search {
    std::vector<Scored> schemes;        ///< By envelope, then heater, then array.
    estimate::Calibration calibration;  ///< Of the house's bill.
    std::size_t simulated = 0;          ///< Heating seasons that were walked.
    Money bill_now;                     ///< Of the house as it is.
    float coldest_now_c = 0.0F;
};

/// Nothing when it was stopped, or when the house cannot be computed.
///
/// What is exact: every combination is there; every envelope is walked hour by hour, in single
/// precision (within 1e-4 of an estimate); cost and subsidy are those of an estimate to the fen.
/// What is composed: the heat of a new heater (walks.h), a heat pump's seasonal COP, and what of an
/// array's electricity an electric heater uses at home, from the house as it is, half done and
/// done. Bills are within 1.5 % of an estimate's, of electric heaters beside an array 4 %.
std::optional<Search> search(const SearchInputs& in, const Space& space);

}  // namespace longju::advisor
