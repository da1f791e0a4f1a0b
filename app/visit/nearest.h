// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace longju::visit {

/// The one of `names` that a person who typed `word` most likely meant: fewest letters to add, drop
/// or change, at most a third of the word. Empty when none is near.
std::string nearest_name(std::string_view word, const std::vector<std::string>& names);

/// `; did you mean width_mm?`, or nothing when no name is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& names);

}  // namespace longju::visit
