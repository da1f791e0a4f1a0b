// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/action.h"

/// The schemes of a visit, A to D, as edits that undo takes back.
namespace longju::kiosk {

inline constexpr std::array<std::string_view, 4> scheme_letters{"A", "B", "C", "D"};

/// All of them by letter, the one that is worked on among them.
std::map<std::string, measure::Scheme> schemes_of(const visit::Visit& visit);
/// The first letter that no scheme has; nothing when there are four.
std::optional<std::string> free_letter(const visit::Visit& visit);
/// The letter of a scheme with these choices, in whatever order.
std::optional<std::string> letter_of(const visit::Visit& visit, const measure::Scheme& scheme);

/// The work goes on with that scheme; the one of now waits. Bug when there is no such letter.
Edit choose_scheme(const visit::Visit& visit, const std::string& letter);
/// One more, which waits; in place of an older one of that letter.
Edit add_scheme(const visit::Visit& visit, const std::string& letter,
                const measure::Scheme& scheme);
/// Without that one; the one that is worked on cannot go.
Edit drop_scheme(const visit::Visit& visit, const std::string& letter);

}  // namespace longju::kiosk
