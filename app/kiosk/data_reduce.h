// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "kiosk/effects.h"

/// The part of `reduce` that is about the data estimates are made with.
namespace longju::kiosk {

void reduce_data(AppState& state, std::vector<Effect>& effects, const AskPacks& action);
void reduce_data(AppState& state, std::vector<Effect>& effects, const DataKnown& action);
void reduce_data(AppState& state, std::vector<Effect>& effects, const RepriceShown& action);
void reduce_data(AppState& state, std::vector<Effect>& effects, const UseNewData& action);
void reduce_data(AppState& state, std::vector<Effect>& effects, const DataTurned& action);

/// What was changed in the dialog of prices holds for the next visit, too; an old visit knows less
/// than the laptop, so that nothing else is touched.
void keep_new_prices(const AppState& state, std::vector<Effect>& effects);

/// The county's answer to a clause that waits for it; what was filled in for it stays.
void begin_clause(AppState& state, const std::string& general_id);

/// Whether both have the same answer for sure: they differ in who the household is at most.
bool answers_alike(const Inputs& a, const Inputs& b);

/// Whether the visit that is open is computed with older data than there are.
bool has_older_data(const AppState& state);

}  // namespace longju::kiosk
