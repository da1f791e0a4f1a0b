// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "climate/year.h"

#include "climate/sun.h"
#include "core/assert.h"

namespace longju::climate {

int month_of(int hour) {
    LONGJU_ASSERT(hour >= 0 && hour < hours_per_year, "an hour of the year is 0 to 8759");
    int month = 0;
    for (int day = hour / 24; day >= days_of_month[static_cast<std::size_t>(month)]; ++month) {
        day -= days_of_month[static_cast<std::size_t>(month)];
    }
    return month;
}

}  // namespace longju::climate
