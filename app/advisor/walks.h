// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <vector>

#include "advisor/search.h"

/// Every envelope of a space through the hourly model, and what each heater makes of it.
namespace longju::advisor {

/// An envelope with a heater in its heating season.
struct Walked {
    float heat_kwh = 0.0F;   ///< Kangs and fire walls left out.
    float coldest_c = 0.0F;  ///< Of the kept rooms.
    float design_load_kw = 0.0F;
    float holds_c = 0.0F;
};

struct AllWalked {
    std::vector<Walked> walked;  ///< By envelope, then heater.
    std::size_t simulated = 0;   ///< Heating seasons that were walked.
};

/// Every envelope is walked hour by hour with one heater, and with each one that has masonry of its
/// own to warm (kangs, fire walls); all other heaters are walked in some sixty envelopes spread
/// over the space. What they make of the rest follows from there: the difference from the walked
/// heater, by what leaks through their flue and by a line through those sixty in load, heat and
/// mass (least squares). Design loads of heaters sold by the kilowatt are exact, those of the
/// others, and so what is held in the coldest hour, within half a per cent. `lived` is the house as
/// its bill says. Nothing when stopped.
std::optional<AllWalked> walk_all(const house::House& lived, const SearchInputs& in,
                                  const Space& space);

}  // namespace longju::advisor
