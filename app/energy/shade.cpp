// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/shade.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace longju::energy {

namespace {

/// A spell of heights above the sill that lies in shadow; empty when `low` ≥ `high`.
struct Shadow {
    double low = 0.0;
    double high = 0.0;
};

constexpr double level = 1e-9;  // Rays flatter than this do not meet the plate.

/// On the vertical line at `x` from the left edge. The ray meets the overhang's height after
/// d = (height of the plate − z) / up; it is stopped when that point lies on the plate.
Shadow of_overhang(const Shading& s, double x, double up, double aside) {
    const Shading::Overhang& o = *s.overhang;
    if (up <= level) return {};
    const double plate_m = s.height_m + o.above_m;
    double nearest_m = 0.0;
    double farthest_m = o.depth_m;
    // The point x + d·aside must lie between the plate's ends.
    const double left = -o.left_m - x;
    const double right = s.width_m + o.right_m - x;
    if (std::abs(aside) > level) {
        nearest_m = std::max(nearest_m, std::min(left / aside, right / aside));
        farthest_m = std::min(farthest_m, std::max(left / aside, right / aside));
    }
    if (nearest_m >= farthest_m) return {};
    return {plate_m - farthest_m * up, plate_m - nearest_m * up};
}

/// The ray meets the fin's plane after d = distance / |aside|.
Shadow of_fin(const Shading& s, const Shading::Fin& fin, double distance_m, double up,
              double aside) {
    if (aside <= level) return {};
    const double d_m = distance_m / aside;
    if (d_m > fin.depth_m) return {};
    return {-fin.below_m - d_m * up, s.height_m + fin.above_m - d_m * up};
}

/// Height of the union of three spells within the window.
double shaded_m(std::array<Shadow, 3> shadows, double height_m) {
    for (Shadow& s : shadows) {
        s.low = std::clamp(s.low, 0.0, height_m);
        s.high = std::clamp(s.high, 0.0, height_m);
    }
    std::ranges::sort(shadows, {}, &Shadow::low);
    double sum_m = 0.0;
    double covered_m = 0.0;
    for (const Shadow& s : shadows) {
        sum_m += std::max(0.0, s.high - std::max(s.low, covered_m));
        covered_m = std::max(covered_m, s.high);
    }
    return sum_m;
}

}  // namespace

double sunlit(const Shading& s, double up, double aside) {
    constexpr int columns = 24;
    double shaded = 0.0;
    for (int i = 0; i < columns; ++i) {
        const double x = (i + 0.5) / columns * s.width_m;
        std::array<Shadow, 3> shadows{};
        if (s.overhang) shadows[0] = of_overhang(s, x, up, aside);
        if (s.left_fin) {
            shadows[1] = of_fin(s, *s.left_fin, x + s.left_fin->beside_m, up, -aside);
        }
        if (s.right_fin) {
            const double distance_m = s.width_m - x + s.right_fin->beside_m;
            shadows[2] = of_fin(s, *s.right_fin, distance_m, up, aside);
        }
        shaded += shaded_m(shadows, s.height_m) / columns;
    }
    return 1.0 - shaded / std::max(s.height_m, level);
}

DiffuseView diffuse_view(const Shading& shading) {
    constexpr int steps = 24;
    constexpr double quarter = std::numbers::pi / 2.0;
    DiffuseView view{.sky = 0.0, .ground = 0.0};
    double weights = 0.0;
    for (int i = 0; i < steps; ++i) {
        const double altitude = (i + 0.5) / steps * quarter;
        for (int k = -steps; k < steps; ++k) {
            const double turned = (k + 0.5) / steps * quarter;
            // Solid angle cos(altitude), incidence cos(altitude)·cos(turned).
            const double weight = std::pow(std::cos(altitude), 2) * std::cos(turned);
            const double up = std::tan(altitude) / std::cos(turned);
            view.sky += weight * sunlit(shading, up, std::tan(turned));
            view.ground += weight * sunlit(shading, -up, std::tan(turned));
            weights += weight;
        }
    }
    return {view.sky / weights, view.ground / weights};
}

}  // namespace longju::energy
