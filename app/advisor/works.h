// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <vector>

#include "estimate/estimate.h"

/// 先做哪样: a scheme taken apart into works that can be done one after the other, each year one.
namespace longju::advisor {

/// One work, with what it costs and changes after those before it.
struct WorkStep {
    measure::Choice choice;
    Money cost;                 ///< Typical, its part of the contingency in.
    Money saved_per_year;       ///< Of heating, typical; what it adds to the steps before.
    Kilograms co2_saved;        ///< Likewise.
    Celsius warmer;             ///< Of the coldest hour; likewise.
    double mould_hours = 0.0;   ///< Of the heating season, after this step.
    bool raises_mould = false;  ///< More of them than before it: no order avoids it.
};

struct Works {
    std::vector<WorkStep> steps;
    bool without_risk = true;  ///< No step raises the hours of mould risk.
};

/// The order in which
/// - no step makes surfaces damper than they were (hours above 80 % relative humidity, ISO 13788),
///   where any order allows that: windows are not made tight before walls are warm; where none
///   does, what makes them damper comes as late as it can;
/// - nothing is done twice: the heater comes after what changes the load it is sized for;
/// and then the step that saves most for its money comes first. Effects are those of estimates of
/// each state, so that the steps add up exactly to the whole scheme. At most 8 measures: nothing
/// for more, and for a house that cannot be computed.
std::optional<Works> order_of_works(const estimate::EstimateInputs& inputs,
                                    const estimate::Reference& reference, energy::Weather& weather);

}  // namespace longju::advisor
