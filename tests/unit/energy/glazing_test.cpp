// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/glazing.h"

#include <numeric>

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"

using namespace longju::energy;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

/// Transmittance, reflectance and what each pane absorbs, outer first, at an angle; 90 stands for
/// diffuse light.
struct Optics {
    int panes;
    double angle_deg;
    double transmitted;
    double reflected;
    std::vector<double> absorbed;
};

// EnergyPlus 8.1, pane 3.048 mm with 0.834 and 0.075 at normal incidence: reference runs of the
// farmhouse archetype.
const std::vector<Optics> reference = {
    {1, 0, 0.8340, 0.0750, {0.0910}},
    {1, 40, 0.8176, 0.0826, {0.0998}},
    {1, 60, 0.7483, 0.1430, {0.1087}},
    {1, 80, 0.3874, 0.5039, {0.1087}},
    {1, 90, 0.7572, 0.1411, {0.1018}},
    {2, 0, 0.6995, 0.1275, {0.0967, 0.0763}},
    {2, 10, 0.6986, 0.1274, {0.0973, 0.0767}},
    {2, 20, 0.6953, 0.1275, {0.0991, 0.0780}},
    {2, 30, 0.6882, 0.1297, {0.1022, 0.0799}},
    {2, 40, 0.6730, 0.1382, {0.1066, 0.0822}},
    {2, 50, 0.6407, 0.1629, {0.1126, 0.0839}},
    {2, 60, 0.5717, 0.2247, {0.1206, 0.0830}},
    {2, 70, 0.4321, 0.3612, {0.1308, 0.0759}},
    {2, 80, 0.2011, 0.6052, {0.1372, 0.0565}},
    {2, 90, 0.5998, 0.2093, {0.1120, 0.0788}},
    {3, 0, 0.5890, 0.1645, {0.1008, 0.0814, 0.0643}},
    {3, 40, 0.5566, 0.1761, {0.1112, 0.0882, 0.0679}},
    {3, 60, 0.4420, 0.2730, {0.1276, 0.0932, 0.0642}},
    {3, 80, 0.1121, 0.6346, {0.1454, 0.0765, 0.0315}},
    {3, 90, 0.4826, 0.2499, {0.1177, 0.0873, 0.0625}},
};

double u_with_standard_films(const Glazing& glazing) {
    return 1.0 / (resistance(glazing).total_m2k_per_w + 0.17);  // ISO 6946: 0.13 + 0.04.
}

}  // namespace

TEST_CASE("panes transmit, reflect and absorb by angle as the reference tables say") {
    for (const Optics& row : reference) {
        const Glazing glazing{.panes = row.panes};

        const GlazingOptics found =
            row.angle_deg < 90 ? optics(glazing, row.angle_deg) : diffuse_optics(glazing);

        INFO(row.panes << " panes at " << row.angle_deg << " degrees");
        CHECK_THAT(found.transmitted, WithinAbs(row.transmitted, 0.002));
        CHECK_THAT(found.reflected, WithinAbs(row.reflected, 0.002));
        REQUIRE(found.absorbed.size() == row.absorbed.size());
        for (std::size_t p = 0; p < row.absorbed.size(); ++p) {
            CHECK_THAT(found.absorbed[p], WithinAbs(row.absorbed[p], 0.002));
        }
    }
}

TEST_CASE("no light is lost or made between panes") {
    for (int panes = 1; panes <= 4; ++panes) {
        for (double angle_deg = 0; angle_deg <= 90; angle_deg += 5) {
            const GlazingOptics o = optics({.panes = panes}, angle_deg);

            const double sum =
                std::accumulate(o.absorbed.begin(), o.absorbed.end(), o.transmitted + o.reflected);
            CHECK_THAT(sum, WithinAbs(1.0, 1e-12));
            CHECK(o.transmitted >= 0.0);
        }
    }
}

TEST_CASE("every further pane, coating and argon filling keeps more heat in") {
    const double single = u_with_standard_films({.panes = 1});
    const double two = u_with_standard_films({.panes = 2});
    const double three = u_with_standard_films({.panes = 3});
    const double coated = u_with_standard_films({.panes = 2, .low_e_coatings = 1});
    const double filled = u_with_standard_films({.panes = 2, .low_e_coatings = 1, .argon = true});

    // Handbook glazing U, 3 mm clear and 12 mm air: 5.8, 2.8 to 2.9, 1.9 (EN 673 conditions).
    CHECK_THAT(single, WithinRel(5.8, 0.02));
    CHECK_THAT(two, WithinRel(2.85, 0.05));
    CHECK_THAT(three, WithinRel(1.9, 0.05));
    CHECK(coated < 0.75 * two);
    CHECK(filled < coated);
}

TEST_CASE("a measured solar factor scales what comes through and what is absorbed") {
    const Glazing clear{.panes = 2};
    Glazing coated = clear;
    coated.solar_factor = 0.40;
    constexpr double outer_film = 23.0;

    const GlazingTable a(clear, outer_film);
    const GlazingTable b(coated, outer_film);

    CHECK_THAT(b.transmitted(1.0) + b.inward(1.0), WithinAbs(0.40, 1e-9));
    CHECK_THAT(b.transmitted(0.5) / a.transmitted(0.5), WithinRel(b.inward(0.5) / a.inward(0.5)));
    CHECK(a.transmitted(0.0) == 0.0);
}
