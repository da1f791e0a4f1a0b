// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <vector>

#include "energy/demand.h"
#include "energy/fuel.h"
#include "estimate/calibration.h"
#include "estimate/estimate.h"
#include "estimate/fuel_price.h"

namespace longju::estimate {

/// What a comparison is made from: two computed years and how to read them.
struct ComparisonInputs {
    const energy::Demand& before;
    const energy::Demand& after;
    const energy::Heater& heater_before;
    const energy::Heater& heater_after;
    const energy::EnergyLibrary& library;
    const house::Household& household;
    PowerTerms power;
};

/// At today's habits: scaled to the fuel bought where there is a bill, in the fuels that were
/// bought, with the share of the saving that is really seen. A heater that stays goes on burning
/// the same mix; a new one burns its own fuel only.
Comparison compare_habit(const ComparisonInputs& inputs, const Calibration& calibration);

/// At the comfort standard: the main heater's fuel, as computed; only the model's own error, the
/// winter, the heater and prices are uncertain.
Comparison compare_comfort(const ComparisonInputs& inputs);

}  // namespace longju::estimate
