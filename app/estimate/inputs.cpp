// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "estimate/estimate.h"

namespace longju::estimate {

EstimateInputs inputs_for_design(const house::Design& design, const Reference& reference) {
    EstimateInputs inputs;
    inputs.house = design.house;
    inputs.house.design_id = design.id;
    const bool heated = reference.energy.find_heater(inputs.house.heater_id) != nullptr;
    if (!heated && !reference.energy.heaters.empty()) {
        inputs.house.heater_id = reference.energy.heaters.front().id;
    }
    return inputs;
}

}  // namespace longju::estimate
