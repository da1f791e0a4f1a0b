// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <string>

namespace longju {

/// Stars for digits in a row, more than `most` of them: what may be a number of a person has no
/// business in a message or a log. Digits within a hex id stay.
std::string without_long_numbers(std::string text, std::size_t most);

}  // namespace longju
