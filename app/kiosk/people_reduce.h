// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <vector>

#include "kiosk/effects.h"

/// The part of `reduce` that is about people: signing in, locking, and what a role may do.
namespace longju::kiosk {

/// kiosk.md and field.md 3.5: locked after five minutes without a touch.
inline constexpr double lock_after_s = 300;

/// In a store without users everybody may do everything; while locked nobody anything.
bool allowed(const AppState& state, access::Action action);

/// What the work of handing over needs, and is called in the audit log; nothing for looking.
std::optional<access::Action> right_for(DeskWork::Kind kind);
std::optional<access::Action> right_for(PackWork::Kind kind);

/// True when the action is not done: the screen is locked, or the role may not; then a toast says
/// so.
bool refuses(AppState& state, const Action& action);

/// Whether nobody touched anything for `lock_after_s` and there is somebody to sign in again.
bool is_idle(const AppState& state);

/// Takes key and person away. What is open stays open, the field being typed too.
void lock(AppState& state, std::vector<Effect>& effects);

void reduce_people(AppState& state, std::vector<Effect>& effects, const PersonActive& action);
void reduce_people(AppState& state, std::vector<Effect>& effects, const SetSignIn& action);
void reduce_people(AppState& state, std::vector<Effect>& effects, const ShowNumbers& action);
void reduce_people(AppState& state, std::vector<Effect>& effects, const KeepUser& action);
void reduce_people(AppState& state, std::vector<Effect>& effects, const UsersListed& action);
void reduce_people(AppState& state, std::vector<Effect>& effects, const SignedInAs& action);
void reduce_people(AppState& state, std::vector<Effect>& effects, const PinRefused& action);
void reduce_people(AppState& state, std::vector<Effect>& effects, const NumbersShown& action);

}  // namespace longju::kiosk
