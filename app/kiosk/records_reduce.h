// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include "kiosk/effects.h"

/// The part of `reduce` that is about the records as a whole: versions, doubles, parcels, lists and
/// copies.
namespace longju::kiosk {

/// Asks for the open visit to be saved if it is not.
void save_open(AppState& state, std::vector<Effect>& effects);

void reduce_records(AppState& state, std::vector<Effect>& effects, const ConflictShown& action);
void reduce_records(AppState& state, std::vector<Effect>& effects, const DecideRow& action);
void reduce_records(AppState& state, std::vector<Effect>& effects, const ConfirmConflict& action);
void reduce_records(AppState& state, std::vector<Effect>& effects, const ConflictDecided& action);
void reduce_records(AppState& state, std::vector<Effect>& effects, const LookForDoubles& action);
void reduce_records(AppState& state, std::vector<Effect>& effects, const DoublesFound& action);
void reduce_records(AppState& state, std::vector<Effect>& effects, const DecideDouble& action);
void reduce_records(AppState& state, std::vector<Effect>& effects, const DeskKnown& action);
void reduce_records(AppState& state, std::vector<Effect>& effects, const ListRead& action);
void reduce_records(AppState& state, std::vector<Effect>& effects, const BackupsListed& action);
void reduce_records(AppState& state, std::vector<Effect>& effects, const CopyRestored& action);
void reduce_records(AppState& state, std::vector<Effect>& effects, const StoreSalvaged& action);
void reduce_records(AppState& state, std::vector<Effect>& effects, const StoreNoted& action);

}  // namespace longju::kiosk
