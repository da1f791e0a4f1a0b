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
void draw_result(Ui& ui, const AppState& state, const Layout& layout);
void draw_sheets(Ui& ui, const AppState& state, const Layout& layout);

void draw_dialog(Ui& ui, const AppState& state, const Layout& layout);

}  // namespace longju::kiosk
