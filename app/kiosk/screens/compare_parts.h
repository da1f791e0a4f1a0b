// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include "kiosk/edits.h"
#include "kiosk/widgets.h"

/// The parts of 比较.
namespace longju::kiosk {

/// The visit's schemes side by side, in as many columns as the width bears.
void draw_columns(Ui& ui, const AppState& state, const Rect& area);
/// The height that they need at this width.
float columns_height(const AppState& state, float width);

/// The estimate of one of the visit's schemes; nothing while it is not there.
const estimate::Estimate* estimate_of(const AppState& state, const std::string& letter);
/// What its heating costs a year, less what an array surely saves: as the advisor weighs it.
Money bill_of(const estimate::Estimate& estimate);
/// Its measures, one after the other.
std::string names_of(const Ui& ui, const AppState& state, const measure::Scheme& scheme);

}  // namespace longju::kiosk
