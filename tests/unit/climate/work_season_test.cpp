// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "climate/work_season.h"

#include "catch2/catch_test_macros.hpp"

using namespace longju::climate;
using std::chrono::April;
using std::chrono::October;

namespace {

/// `cold_c` but from 20 April to 10 October, where it is `warm_c`.
Year year_of(double cold_c, double warm_c) {
    constexpr int april_20 = 109, october_10 = 282;
    Year year;
    for (int day = 0; day < 365; ++day) {
        const bool warm = day >= april_20 && day <= october_10;
        year.t_out_c.insert(year.t_out_c.end(), 24, warm ? warm_c : cold_c);
    }
    return year;
}

void set_day(Year& year, int day, double t_c) {
    for (int hour = 0; hour < 24; ++hour)
        year.t_out_c[static_cast<std::size_t>(day * 24 + hour)] = t_c;
}

}  // namespace

TEST_CASE("work outdoors goes on from the first five days of 5 degrees to the first five below") {
    Year year = year_of(4.9, 5.0);
    CHECK(work_season(year) == WorkSeason{April / 20, October / 10});
    // Four warm days in March and four cold ones in September are weather, no season.
    for (int day = 80; day < 84; ++day) set_day(year, day, 12.0);
    for (int day = 250; day < 254; ++day) set_day(year, day, 0.0);
    CHECK(work_season(year) == WorkSeason{April / 20, October / 10});
    set_day(year, 84, 12.0);
    CHECK(work_season(year)->first == std::chrono::March / 22);
}

TEST_CASE("where it is never warm there is no season, and where it always is, all year") {
    CHECK_FALSE(work_season(year_of(-10.0, 4.0)));
    CHECK(work_season(year_of(20.0, 25.0)) ==
          WorkSeason{std::chrono::January / 1, std::chrono::December / 31});
}
