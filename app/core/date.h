// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace longju {

/// A calendar date without a clock or zone; always `ok()` when it comes from `date_from`.
using Date = std::chrono::year_month_day;

/// Strict `YYYY-MM-DD`; nothing for anything else, or for days that do not exist.
std::optional<Date> date_from(std::string_view iso);
std::string iso(Date date);
/// `04-24`.
std::string month_and_day(std::chrono::month_day day);

}  // namespace longju
