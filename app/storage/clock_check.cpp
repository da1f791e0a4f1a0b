// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/clock_check.h"

#include <cmath>

#include "core/instant.h"

namespace longju::storage {

namespace {

constexpr std::int64_t tolerance_s = 600;
constexpr double day_s = 86400;

std::optional<std::int64_t> moment_of(std::string text) {
    constexpr std::size_t month_only = 7;
    if (text.size() == month_only) {
        text[4] = '-';
        text += "-01";
    }
    if (text.ends_with('?')) return std::nullopt;
    const auto moment = unix_seconds(text);
    return moment ? moment : unix_seconds(text + "T00:00:00+00:00");
}

}  // namespace

std::optional<std::int64_t> trusted_floor(const ClockFloor& floor) {
    std::optional<std::int64_t> latest;
    for (const std::string& text : {floor.built, floor.revision, floor.data}) {
        const auto moment = moment_of(text);
        if (moment && (!latest || *moment > *latest)) latest = moment;
    }
    return latest;
}

ClockState ClockWatch::read(std::string_view wall_time, double steady_s) {
    const auto now = unix_seconds(wall_time);
    if (!now) return ClockState::Behind;
    if (floor_ && *now < *floor_ - tolerance_s) return ClockState::Behind;
    const double offset_s = static_cast<double>(*now) - steady_s;
    if (offset_s_ && std::abs(offset_s - *offset_s_) > day_s) return ClockState::Jumped;
    // Small steps, as of a clock that is set right, are followed.
    offset_s_ = offset_s;
    return ClockState::Plausible;
}

std::string_view build_date() { return LONGJU_BUILD_DATE; }

}  // namespace longju::storage
