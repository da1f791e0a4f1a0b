// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/snow_loss.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

using namespace longju;
using namespace longju::energy;
using Catch::Matchers::WithinAbs;

namespace {

/// A sample winter of the north-east.
constexpr std::array<SnowMonth, 12> months{{{6, 4, 0.72, -18, 115},
                                            {5, 3, 0.68, -13, 135},
                                            {9, 4, 0.58, -3, 170},
                                            {7, 2, 0.52, 7.5, 165},
                                            {2, 1, 0.52, 15, 165},
                                            {0, 0, 0.66, 21, 155},
                                            {0, 0, 0.78, 23.5, 150},
                                            {0, 0, 0.78, 21.5, 150},
                                            {0, 0, 0.70, 15, 155},
                                            {3, 1, 0.62, 6, 140},
                                            {9, 4, 0.66, -6, 110},
                                            {8, 5, 0.72, -16, 98}}};

}  // namespace

TEST_CASE("snow takes what pvlib's Townsend model says, month by month") {
    struct Case {
        SnowMount mount;
        std::array<double, 12> lost;
    };
    // pvlib 0.16.1: snow.loss_townsend(snow_total, snow_events, tilt, RH in %, t, plane in Wh/m²,
    // slant_height=2.3, lower_edge_height) with the months above.
    const Case cases[] = {{{Degrees{40}, 2.3, 0.5},
                           {0.01707507, 0.0113773, 0.01164525, 0.01117775, 0.00537132, 0.00120651,
                            0, 0, 0, 0.00456866, 0.01762884, 0.02433937}},
                          {{Degrees{60}, 2.3, 0.3},
                           {0.00838409, 0.00556243, 0.00572888, 0.00549747, 0.00261484, 0.00054248,
                            0, 0, 0, 0.00217733, 0.0086717, 0.01197402}},
                          {{Degrees{25}, 2.3, 3.0},
                           {0.0173275, 0.01194407, 0.01139522, 0.0106998, 0.0057705, 0.00156946, 0,
                            0, 0, 0.00528586, 0.01733708, 0.02359423}}};

    for (const Case& c : cases) {
        const std::array<double, 12> lost = townsend_snow_loss(months, c.mount);

        for (std::size_t m = 0; m < lost.size(); ++m) {
            INFO("tilt " << c.mount.tilt.value << ", month " << m + 1);
            CHECK_THAT(lost[m], WithinAbs(c.lost[m], 1e-7));
        }
    }
}

TEST_CASE("upright modules lose nothing to snow, and a buried edge no more than everything") {
    std::array<SnowMonth, 12> deep = months;
    for (SnowMonth& month : deep) month.snowfall_cm = 5000.0;

    const auto upright = townsend_snow_loss(deep, {Degrees{90}, 2.3, 0.5});
    const auto buried = townsend_snow_loss(deep, {Degrees{10}, 2.3, 0.0});

    for (const double share : upright) CHECK_THAT(share, WithinAbs(0.0, 1e-9));
    CHECK(buried[0] == 1.0);
}
