// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/chain.h"

#include <numeric>
#include <vector>

#include "catch2/catch_test_macros.hpp"
#include "catch2/matchers/catch_matchers_floating_point.hpp"

using namespace longju::energy;
using Catch::Matchers::WithinRel;

namespace {

const SlabLayer brick{0.37, 0.81, 1800, 1050};
const SlabLayer eps{0.10, 0.035, 20, 1400};
const SlabLayer render{0.02, 0.93, 1800, 1050};

double resistance(const Chain& chain) {
    double sum = 0.0;
    for (const double conductance : chain.conductance_w_per_m2k) sum += 1 / conductance;
    return sum;
}

double capacity(const Chain& chain) {
    return std::accumulate(chain.capacity_j_per_m2k.begin(), chain.capacity_j_per_m2k.end(), 0.0);
}

double capacity(const std::vector<SlabLayer>& layers) {
    double sum = 0.0;
    for (const SlabLayer& l : layers) {
        sum += l.thickness_m * l.density_kg_per_m3 * l.specific_heat_j_per_kgk;
    }
    return sum;
}

}  // namespace

TEST_CASE("a chain keeps the resistance and the heat store of its layers") {
    const std::vector<std::vector<SlabLayer>> walls = {
        {brick},
        {eps, brick, render},
        {render, eps, render, brick, render},
        {render, eps, render, brick, render, eps, render}};

    for (const auto& layers : walls) {
        const Chain chain = chain_of(layers);

        CHECK_THAT(resistance(chain), WithinRel(resistance_of(layers), 1e-12));
        CHECK_THAT(capacity(chain), WithinRel(capacity(layers), 1e-12));
    }
}

TEST_CASE("insulation outside leaves the heat store at the room's face") {
    const Chain outside = chain_of(std::vector{eps, brick});
    const Chain inside = chain_of(std::vector{brick, eps});

    CHECK(outside.capacity_j_per_m2k[4] > 20 * inside.capacity_j_per_m2k[4]);
}

TEST_CASE("a layer of no thickness or no layer at all is a small resistance, not infinity") {
    const Chain none = chain_of({});
    const Chain sheet = chain_of(std::vector{SlabLayer{0.0005, 50, 7850, 480}});

    CHECK(resistance(none) > 0.0);
    CHECK(resistance(none) < 1e-3);
    CHECK(resistance(sheet) > 0.0);
}
