// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include "advisor/search.h"
#include "estimate/market.h"

/// What a scheme of the space costs and which verified money it gets, without an estimate.
namespace longju::advisor {

class Pricing {
public:
    /// `now` is the estimate of the house as it is.
    Pricing(const SearchInputs& in, const Space& space, const estimate::Estimate& now,
            energy::Weather& weather);

    /// As `Quote::total`, typical: what a measure is counted by does not depend on the others, but
    /// for heaters sold by the kilowatt.
    Money cost(std::size_t envelope, std::size_t heater, std::size_t array,
               Kilowatts design_load) const;

    /// As `SubsidyResult::verified`. Judged only where some clause could be verified at all.
    Money subsidy(std::size_t envelope, std::size_t heater, std::size_t array,
                  Kilowatts design_load) const;

    /// A year, in the low scenario of what PV is worth, beside this heater in a house half
    /// insulated: electric heating uses some of it at home.
    Money array_saves(std::size_t heater, std::size_t array) const {
        return array_saves_.at(heater * space_.arrays() + array);
    }

private:
    cost::Quote quote_of(const measure::Scheme& scheme, Kilowatts design_load) const;
    Money lines_of(const Slot& slot, std::size_t option) const;
    Money by_kilowatt(std::size_t heater, Kilowatts design_load) const;

    const SearchInputs& in_;
    const Space& space_;
    const estimate::Estimate& now_;
    estimate::Market market_;
    std::vector<std::vector<Money>> thermal_;  ///< Lines of each slot's options.
    std::vector<Money> heater_, array_;
    std::vector<Money> array_saves_;  ///< By heater, then array.
    std::vector<std::optional<KilowattHours>> array_yield_;
    bool any_verified_ = false;  ///< Whether any clause's money can be verified at all.
};

}  // namespace longju::advisor
