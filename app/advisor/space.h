// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "estimate/estimate.h"

/// Every scheme there is for one house: the measures that apply, each left out or done in one of
/// its ways.
namespace longju::advisor {

/// A measure with the ways it can be done; the first is not to do it.
struct Slot {
    const measure::Measure* measure = nullptr;
    std::vector<const measure::Option*> options;  ///< The first is nullptr.
};

/// The measures of a case that fit its house and have a price, told apart by what they change: the
/// envelope and its air (`thermal`), the heater, the sun's electricity. Solar hot water is left
/// out: nothing says what its warm water is worth. Options without a price are left out: what
/// costs nobody knows what cannot be ranked. Points into the reference.
class Space {
public:
    Space(const estimate::EstimateInputs& inputs, const estimate::Reference& reference);

    std::size_t envelopes() const { return envelopes_; }
    std::size_t heaters() const { return heater_.options.size(); }  ///< At least 1: as it is.
    std::size_t arrays() const { return pv_.options.size(); }       ///< At least 1: none.
    std::size_t schemes() const { return envelopes_ * heaters() * arrays(); }

    const std::vector<Slot>& thermal() const { return thermal_; }
    const Slot& heater() const { return heater_; }
    const Slot& pv() const { return pv_; }

    /// An envelope in the middle: about half of the measures done, each in a middling way.
    std::size_t half_way() const;

    /// The envelope without its sealing, where it has one: beside new windows that are tighter,
    /// both are the same house.
    std::optional<std::size_t> without_sealing(std::size_t envelope) const;

    /// The option of each thermal slot in an envelope, as indices into `Slot::options`.
    std::vector<std::size_t> options_of(std::size_t envelope) const;
    /// The choices of a scheme, in the order of the catalog.
    measure::Scheme scheme(std::size_t envelope, std::size_t heater, std::size_t array) const;

private:
    std::vector<Slot> thermal_;
    Slot heater_, pv_;
    std::size_t envelopes_ = 1;
};

}  // namespace longju::advisor
