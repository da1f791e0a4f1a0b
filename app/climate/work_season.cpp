// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "climate/work_season.h"

#include <array>
#include <numeric>

#include "climate/sun.h"

namespace longju::climate {

namespace {

constexpr int in_a_row = 5;
constexpr double cold_c = 5.0;
constexpr int midsummer = 195;  // 15 July.

std::array<bool, days_per_year> warm_days(const Year& year) {
    std::array<bool, days_per_year> warm{};
    for (int day = 0; day < days_per_year; ++day) {
        const auto from = year.t_out_c.begin() + day * 24;
        warm.at(static_cast<std::size_t>(day)) =
            std::accumulate(from, from + 24, 0.0) / 24.0 >= cold_c;
    }
    return warm;
}

std::chrono::month_day date_of(int day) {
    // Any year without a 29 February.
    const std::chrono::sys_days date =
        std::chrono::sys_days{std::chrono::year(2026) / std::chrono::January / 1} +
        std::chrono::days{day};
    const std::chrono::year_month_day ymd{date};
    return ymd.month() / ymd.day();
}

}  // namespace

std::optional<WorkSeason> work_season(const Year& year) {
    const auto warm = warm_days(year);
    const auto row_of = [&](int first, bool wanted) {
        for (int i = 0; i < in_a_row; ++i) {
            const int day = first + i;
            if (day < 0 || day >= days_per_year) return false;
            if (warm.at(static_cast<std::size_t>(day)) != wanted) return false;
        }
        return true;
    };
    int first = 0;
    while (first <= midsummer && !row_of(first, true)) ++first;
    if (first > midsummer) return std::nullopt;
    int end = midsummer;
    while (end < days_per_year && !row_of(end, false)) ++end;
    return WorkSeason{date_of(first), date_of(end - 1)};
}

}  // namespace longju::climate
