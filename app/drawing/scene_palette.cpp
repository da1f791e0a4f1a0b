// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "drawing/scene_palette.h"

#include <algorithm>
#include <cmath>

namespace longju::drawing::scene {

namespace {

std::uint8_t channel(double value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

}  // namespace

Colour shaded(Colour c, double factor) {
    return {channel(c.r * factor), channel(c.g * factor), channel(c.b * factor), c.a};
}

Colour blended(Colour from, Colour to, double part) {
    const auto mix = [&](std::uint8_t a, std::uint8_t b) { return channel(a + (b - a) * part); };
    return {mix(from.r, to.r), mix(from.g, to.g), mix(from.b, to.b), mix(from.a, to.a)};
}

Colour heat_colour(double u) {
    if (u <= heat_ramp.front().u_w_per_m2k) return heat_ramp.front().colour;
    for (std::size_t i = 1; i < heat_ramp.size(); ++i) {
        const HeatStep& low = heat_ramp.at(i - 1);
        const HeatStep& high = heat_ramp.at(i);
        if (u > high.u_w_per_m2k) continue;
        return blended(low.colour, high.colour,
                       (u - low.u_w_per_m2k) / (high.u_w_per_m2k - low.u_w_per_m2k));
    }
    return heat_ramp.back().colour;
}

}  // namespace longju::drawing::scene
