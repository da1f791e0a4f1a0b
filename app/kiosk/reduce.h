// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include "kiosk/action.h"
#include "kiosk/effects.h"
#include "kiosk/state.h"

namespace longju::kiosk {

struct Reduced {
    AppState state;
    std::vector<Effect> effects;  ///< In the order they must be done.
};

/// The state after one action. Pure: the same state and action give the same answer.
Reduced reduce(AppState state, const Action& action);

/// Inputs of a fresh visit. A survey starts from the middle of what stands here: brick walls of
/// 370 mm, three bays, 1980s; everything in it is marked as estimated until somebody looks.
Inputs fresh_inputs(HouseSource source, const estimate::Reference& reference,
                    const std::string& today);
/// The house of a fresh survey.
house::House fresh_survey(const estimate::Reference& reference);

/// What the county's list says of a household, into a new visit.
void put_listed(visit::Visit& visit, const storage::ListedRow& listed);

}  // namespace longju::kiosk
