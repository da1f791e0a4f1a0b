// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "estimate/place.h"

namespace longju::kiosk {

/// Counties (divisions with a climate station) that fit: by a piece of the Chinese name, the start
/// of the pinyin, or the start of its initials. An empty query fits all.
std::vector<const estimate::Division*> find_counties(
    const std::vector<estimate::Division>& divisions, std::string_view query);

/// Townships found the same way; none for an empty query or a single letter, at most `most`.
std::vector<const estimate::Township*> find_townships(
    const std::vector<estimate::Township>& townships, std::string_view query, std::size_t most);

/// Prefectures that have counties, in table order.
std::vector<std::string> prefectures(const std::vector<estimate::Division>& divisions);

}  // namespace longju::kiosk
