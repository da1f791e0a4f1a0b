// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/instant.h"

#include "core/date.h"
#include "core/text.h"

namespace longju {

namespace {

/// Two digits in 0 … `most`.
std::optional<std::int64_t> two_digits(std::string_view text, std::size_t at, int most) {
    const std::string_view digits = text.substr(at, 2);
    if (digits[0] < '0' || digits[0] > '9') return std::nullopt;
    const auto number = integer_from(digits);
    if (!number || *number < 0 || *number > most) return std::nullopt;
    return *number;
}

}  // namespace

std::optional<std::int64_t> unix_seconds(std::string_view iso) {
    constexpr std::size_t whole = 25;
    if (iso.ends_with('?')) iso.remove_suffix(1);
    if (iso.size() != whole || iso[10] != 'T' || iso[13] != ':' || iso[16] != ':' ||
        iso[22] != ':') {
        return std::nullopt;
    }
    if (iso[19] != '+' && iso[19] != '-') return std::nullopt;
    const auto date = date_from(iso.substr(0, 10));
    const auto hour = two_digits(iso, 11, 23);
    const auto minute = two_digits(iso, 14, 59);
    const auto second = two_digits(iso, 17, 60);
    const auto zone_hour = two_digits(iso, 20, 15);
    const auto zone_minute = two_digits(iso, 23, 59);
    if (!date || !hour || !minute || !second || !zone_hour || !zone_minute) return std::nullopt;
    const std::int64_t days = std::chrono::sys_days(*date).time_since_epoch().count();
    const std::int64_t local = ((days * 24 + *hour) * 60 + *minute) * 60 + *second;
    const std::int64_t zone = (*zone_hour * 60 + *zone_minute) * 60;
    return iso[19] == '+' ? local - zone : local + zone;
}

}  // namespace longju
