// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include "kiosk/action.h"
#include "kiosk/effects.h"

/// 比较: what it asks for when it is looked at, and the answers.
namespace longju::kiosk {

/// Estimates of the other schemes and an advice, unless they are there. What an advice said before
/// is shown until the new one is there: only the order of works depends on the scheme.
void ask_comparison(AppState& state, std::vector<Effect>& effects);
/// What a screen needs to know from outside when it is shown.
void enter_screen(AppState& state, std::vector<Effect>& effects);
/// What is known of another visit's house is nobody's answer.
void end_advice(AppState& state, std::vector<Effect>& effects);

void reduce_comparison(AppState& state, const AdviceAt& action);
void reduce_comparison(AppState& state, const ComparisonMade& action);

}  // namespace longju::kiosk
