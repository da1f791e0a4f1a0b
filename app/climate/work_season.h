// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <chrono>
#include <optional>

#include "climate/year.h"

namespace longju::climate {

/// The part of a year in which wet work outdoors needs no winter measures.
struct WorkSeason {
    std::chrono::month_day first, last;

    bool operator==(const WorkSeason&) const = default;
};

/// Outside of 冬期施工: that ends with the first five days in a row whose means are all 5 °C or
/// more, and begins with the first five in a row below (JGJ/T 104-2011, 1.0.3). Nothing where it
/// is never that warm.
std::optional<WorkSeason> work_season(const Year& year);

}  // namespace longju::climate
