// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/conduction.h"

#include <array>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

namespace longju::energy {

using Catch::Matchers::WithinAbs;

namespace {

AirSpace air(double t_c, double film_r) { return {t_c, film_r, film_r, film_r}; }

}  // namespace

TEST_CASE("Half a square column is as ISO 10211 case 1 has it within 0.1 K") {
    constexpr double no_film = 1e-9;
    Section section(0.005, 0.02);
    section.air({-0.1, -0.1, 1.0, 2.0}, air(0.0, no_film));
    section.air({0.0, 2.0, 1.0, 2.1}, air(20.0, no_film));
    section.solid({0.0, 0.0, 1.0, 2.0}, 1.0);
    const Conduction field = conduct(section);
    // The right edge is the middle of the column; a quarter of its width from point to point.
    constexpr std::array<std::array<double, 4>, 7> expected_c = {{{9.7, 13.4, 14.7, 15.1},
                                                                  {5.3, 8.6, 10.3, 10.8},
                                                                  {3.2, 5.6, 7.0, 7.5},
                                                                  {2.0, 3.6, 4.7, 5.0},
                                                                  {1.3, 2.3, 3.0, 3.2},
                                                                  {0.7, 1.4, 1.8, 1.9},
                                                                  {0.3, 0.6, 0.8, 0.9}}};
    for (std::size_t row = 0; row < expected_c.size(); ++row) {
        for (std::size_t column = 0; column < expected_c[row].size(); ++column) {
            const double x = 0.25 * static_cast<double>(column + 1);
            const double y = 2.0 - 0.25 * static_cast<double>(row + 1);
            CAPTURE(x, y);
            CHECK_THAT(field.at_c(x, y), WithinAbs(expected_c[row][column], 0.1));
        }
    }
}

TEST_CASE("Thin aluminium behind insulation is as ISO 10211 case 2 has it") {
    Section section(0.0005, 0.01);
    section.air({0.0, 0.0475, 0.5, 0.05}, air(0.0, 0.06));
    section.air({0.0, -0.0025, 0.5, 0.0}, air(20.0, 0.11));
    section.solid({0.0, 0.0, 0.5, 0.0475}, 0.029);      // Insulation.
    section.solid({0.0, 0.0415, 0.5, 0.0475}, 1.15);    // Facing.
    section.solid({0.0, 0.0365, 0.015, 0.0415}, 0.12);  // Wood.
    section.solid({0.0, 0.035, 0.015, 0.0365}, 230.0);  // Flange, web and sheet of aluminium.
    section.solid({0.0, 0.0015, 0.0015, 0.035}, 230.0);
    section.solid({0.0, 0.0, 0.5, 0.0015}, 230.0);
    const Conduction field = conduct(section);
    CHECK_THAT(field.heat_from_w_per_m(20.0), WithinAbs(9.5, 0.1));
    CHECK_THAT(field.heat_from_w_per_m(0.0), WithinAbs(-field.heat_from_w_per_m(20.0), 1e-6));
    struct Point {
        double x_mm, y_mm, t_c;
    };
    // The points of the standard, a hair inside the facing (47.5 to 41.5 mm) or the aluminium.
    for (const Point& p :
         {Point{0.1, 47.4, 7.1}, Point{499.9, 47.4, 0.8}, Point{0.1, 41.6, 7.9},
          Point{14.9, 41.6, 6.3}, Point{499.9, 41.6, 0.8}, Point{0.1, 36.4, 16.4},
          Point{14.9, 36.4, 16.3}, Point{0.1, 0.1, 16.8}, Point{499.9, 0.1, 18.3}}) {
        CAPTURE(p.x_mm, p.y_mm);
        CHECK_THAT(field.at_c(p.x_mm / 1000.0, p.y_mm / 1000.0), WithinAbs(p.t_c, 0.1));
    }
}

TEST_CASE("A plain wall loses U in two dimensions too, and its surface is where the film puts it") {
    Section section;
    section.air({-0.1, 0.0, 0.0, 1.0}, air(0.0, 0.04));
    section.air({0.47, 0.0, 0.57, 1.0}, air(1.0, 0.13));
    section.solid({0.0, 0.0, 0.1, 1.0}, 0.039);
    section.solid({0.1, 0.0, 0.47, 1.0}, 0.81);
    const double r = 0.04 + 0.1 / 0.039 + 0.37 / 0.81 + 0.13;
    const Conduction field = conduct(section);
    CHECK_THAT(field.heat_from_w_per_m(1.0), WithinAbs(1.0 / r, 1e-9));
    CHECK_THAT(field.coldest_c(1.0), WithinAbs(1.0 - 0.13 / r, 1e-9));
}

}  // namespace longju::energy
