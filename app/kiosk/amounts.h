// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "core/money.h"
#include "core/range.h"
#include "core/units.h"
#include "kiosk/state.h"

/// Figures as people read them, rounded for the reader (kiosk.md section 3): yuan to 10 above 1,000
/// and to 100 for the farmer, coal to 0.1 t, temperatures to 1 ℃. Ranges have an en dash.
namespace longju::kiosk {

std::string yuan(Money amount, Depth depth);
std::string yuan_range(const Range<Money>& range, Depth depth);
/// Tonnes with one decimal.
std::string tonnes(Kilograms mass);
std::string tonnes_range(const Range<Kilograms>& range);
std::string whole_degrees(Celsius temperature);
/// `34%`
std::string percent(double share);

}  // namespace longju::kiosk
