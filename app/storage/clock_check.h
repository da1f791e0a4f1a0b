// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Whether this machine's clock can be right. Nothing is ordered by it and nothing waits for it; a
/// person is told, and the times of saves carry the mark of doubt (field.md 2.4, R15).
namespace longju::storage {

/// Moments that have certainly passed; empty where nothing is known. Wall times with zone, or dates
/// `2026-11-25` or months `2026.11`, which count from their first second in UTC. A time with `?` at
/// its end came from a clock that was doubted and says nothing.
struct ClockFloor {
    std::string built;     ///< When this program was built.
    std::string revision;  ///< The newest save that was seen, of any machine.
    std::string data;      ///< Of the newest data or clause pack.
};

/// Seconds since 1970 of the latest of them; nothing when none is known.
std::optional<std::int64_t> trusted_floor(const ClockFloor& floor);

enum class ClockState {
    Plausible,
    Behind,  ///< More than 10 minutes before what has certainly passed.
    Jumped,  ///< More than a day away from where it was, in one run of the program.
};

/// What the clock says, from reading to reading.
class ClockWatch {
public:
    explicit ClockWatch(const ClockFloor& floor) : floor_(trusted_floor(floor)) {}

    /// `steady_s` is of a clock that only goes forward. A jump stays told until the clock is back
    /// within a day of where it should be.
    ClockState read(std::string_view wall_time, double steady_s);

private:
    std::optional<std::int64_t> floor_;
    std::optional<double> offset_s_;  ///< Wall minus steady, when last believed.
};

/// The date of this build, `2026-11-25`; SOURCE_DATE_EPOCH fixes it.
std::string_view build_date();

}  // namespace longju::storage
