// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>

#include "kiosk/ui.h"

namespace longju::kiosk {

inline constexpr float pin_pad_width = 300;
inline constexpr float pin_pad_height = 36 + 4 * 60;

/// Six dots and the keys 0 to 9, for fingers, and for the keyboard unless a field is being typed.
/// Answers the digits after each key; never shows one.
std::optional<std::string> pin_pad(Ui& ui, const std::string& id, Rect rect,
                                   const std::string& digits, bool enabled = true);

}  // namespace longju::kiosk
