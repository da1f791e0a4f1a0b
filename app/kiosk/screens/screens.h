// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "kiosk/frame.h"
#include "kiosk/layout.h"
#include "kiosk/state.h"
#include "kiosk/ui.h"

/// One function per screen: it reads the state, draws through the Ui layer and emits actions. None
/// keeps anything between frames.
namespace longju::kiosk {

void draw_home(Ui& ui, const AppState& state, const Layout& layout);
void draw_household(Ui& ui, const AppState& state, const Layout& layout);
void draw_house(Ui& ui, const AppState& state, const Layout& layout);
void draw_configure(Ui& ui, const AppState& state, const Layout& layout);
void draw_compare(Ui& ui, const AppState& state, const Layout& layout);
void draw_result(Ui& ui, const AppState& state, const Layout& layout);
void draw_subsidy(Ui& ui, const AppState& state, const Layout& layout);
void draw_sheets(Ui& ui, const AppState& state, const Layout& layout);
void draw_handover(Ui& ui, const AppState& state, const Layout& layout);

/// Bars at the top of `body` with what stays wrong; answers their height.
float draw_notices(Ui& ui, const AppState& state, Rect body);
/// The bar that says 练习, at the top of the body; answers its height, 0 outside practice.
float draw_practice(Ui& ui, const AppState& state, const Layout& layout);
/// The card of the first visit, at the foot of the body; answers its height, 0 when there is none.
float draw_tour(Ui& ui, const AppState& state, const Layout& layout);
/// What goes on at the store, how far it is, and the way to stop it; on a layer of its own.
void draw_work(Ui& ui, const AppState& state);
inline constexpr int work_layer = 2;
/// Instead of every screen: who it is, and six digits.
void draw_lock(Ui& ui, const AppState& state, const Layout& layout);

void draw_dialog(Ui& ui, const AppState& state, const Layout& layout);

}  // namespace longju::kiosk
