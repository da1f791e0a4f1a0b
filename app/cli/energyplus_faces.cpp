// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/energyplus_faces.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace longju::cli {

namespace {

constexpr double apart_m = 1000.0;  // A shadow of 3 m is this long with the sun at 0.2°.
constexpr double storey_m = 2.8;    // Of faces that close to no box: where the wind meets them.
constexpr double alike = 0.02;

using Faces = std::vector<PlacedFace*>;

Corner operator+(Corner a, Corner b) { return {a.x + b.x, a.y + b.y, a.z + b.z}; }
Corner operator*(double k, Corner p) { return {k * p.x, k * p.y, k * p.z}; }

/// A rectangle as seen from outside, from its lower left corner.
struct Rectangle {
    Corner lower_left, outwards, right, up;
    double width_m = 0.0, height_m = 0.0;

    Corners part(double left_m, double low_m, double wide_m, double high_m) const {
        const auto at = [&](double x, double y) { return lower_left + x * right + y * up; };
        return {at(left_m, low_m + high_m), at(left_m, low_m), at(left_m + wide_m, low_m),
                at(left_m + wide_m, low_m + high_m)};
    }
};

Rectangle centred(Corner centre, double tilt_deg, double azimuth_deg, double width_m,
                  double height_m) {
    const double t = tilt_deg * std::numbers::pi / 180.0;
    const double a = azimuth_deg * std::numbers::pi / 180.0;
    const Corner n{-std::sin(a) * std::sin(t), -std::cos(a) * std::sin(t), std::cos(t)};
    const Corner right{std::cos(a), -std::sin(a), 0.0};
    const Corner up{n.y * right.z - n.z * right.y, n.z * right.x - n.x * right.z,
                    n.x * right.y - n.y * right.x};
    return {
        centre + (-width_m / 2) * right + (-height_m / 2) * up, n, right, up, width_m, height_m};
}

/// The pane in the strip of `frame` that is its face.
void place_pane(PlacedFace& face, const Rectangle& frame, double left_m, double wide_m) {
    if (!face.pane) return;
    PlacedPane& pane = *face.pane;
    constexpr double edge_m = 0.01;
    double high_m = pane.height_m;
    double across_m = pane.area_m2 / high_m;
    const double most_m = frame.height_m - 2 * edge_m;
    if (high_m > most_m || across_m > wide_m - 2 * edge_m) {
        const double scale = std::sqrt(pane.area_m2 / (wide_m * frame.height_m));
        high_m = scale * frame.height_m;
        across_m = scale * wide_m;
    }
    const bool sill_fits = pane.sill_m > 0.0 && pane.sill_m + high_m <= frame.height_m - edge_m;
    const double low_m = sill_fits ? pane.sill_m : (frame.height_m - high_m) / 2;
    pane.corners = frame.part(left_m + (wide_m - across_m) / 2, low_m, across_m, high_m);
}

/// Side by side over the whole rectangle, by area.
void tile(const Faces& faces, const Rectangle& frame) {
    double area_m2 = 0.0;
    for (const PlacedFace* face : faces) area_m2 += face->area_m2;
    double left_m = 0.0;
    for (PlacedFace* face : faces) {
        const double wide_m = frame.width_m * face->area_m2 / area_m2;
        face->corners = frame.part(left_m, 0.0, wide_m, frame.height_m);
        place_pane(*face, frame, left_m, wide_m);
        left_m += wide_m;
    }
}

void place_alone(PlacedFace& face, Corner foot) {
    const bool wall = face.tilt_deg > 60.0 && face.tilt_deg < 120.0;
    double high_m = wall ? storey_m : std::sqrt(face.area_m2);
    if (face.pane) high_m = std::max(high_m, face.pane->height_m + 0.1);
    const double middle_m = wall ? high_m / 2 : storey_m;
    const Corner centre = foot + Corner{.z = face.tilt_deg >= 120.0 ? 0.0 : middle_m};
    tile({&face}, centred(centre, face.tilt_deg, face.azimuth_deg, face.area_m2 / high_m, high_m));
}

/// The six sides of a box: floor, roof, and the walls to the right of each other from the first.
struct Sides {
    Faces floor, roof;
    std::array<Faces, 4> walls;
    double front_deg = 0.0;
};

double area(const Faces& faces) {
    double sum_m2 = 0.0;
    for (const PlacedFace* face : faces) sum_m2 += face->area_m2;
    return sum_m2;
}

bool same(double a, double b) { return std::abs(a - b) <= alike * std::max(a, b); }

std::optional<Sides> sides_of(const Faces& faces) {
    Sides sides;
    const auto wall =
        std::ranges::find_if(faces, [](const PlacedFace* f) { return f->tilt_deg == 90.0; });
    if (wall == faces.end()) return std::nullopt;
    sides.front_deg = (*wall)->azimuth_deg;
    for (PlacedFace* face : faces) {
        if (face->tilt_deg == 0.0) {
            sides.roof.push_back(face);
        } else if (face->tilt_deg == 180.0) {
            sides.floor.push_back(face);
        } else {
            const double quarters = (face->azimuth_deg - sides.front_deg) / 90.0 + 8.0;
            const double nearest = std::round(quarters);
            if (face->tilt_deg != 90.0 || std::abs(quarters - nearest) > 0.001) return std::nullopt;
            sides.walls.at(static_cast<std::size_t>(nearest) % 4).push_back(face);
        }
    }
    return sides;
}

bool place_box(const Faces& faces, Corner foot, double volume_m3) {
    const std::optional<Sides> sides = sides_of(faces);
    if (!sides) return false;
    const double floor_m2 = area(sides->floor);
    if (floor_m2 <= 0.0 || !same(floor_m2, area(sides->roof))) return false;
    const double high_m = volume_m3 / floor_m2;
    const double wide_m = area(sides->walls[0]) / high_m;
    const double deep_m = area(sides->walls[1]) / high_m;
    if (!same(wide_m, area(sides->walls[2]) / high_m) || !same(wide_m * deep_m, floor_m2) ||
        !same(deep_m, area(sides->walls[3]) / high_m)) {
        return false;
    }
    for (std::size_t side = 0; side < 4; ++side) {
        const bool broad = side % 2 == 0;
        Rectangle frame = centred(foot + Corner{.z = high_m / 2}, 90.0,
                                  sides->front_deg + 90.0 * static_cast<double>(side),
                                  broad ? wide_m : deep_m, high_m);
        frame.lower_left = frame.lower_left + ((broad ? deep_m : wide_m) / 2) * frame.outwards;
        tile(sides->walls.at(side), frame);
    }
    tile(sides->roof, centred(foot + Corner{.z = high_m}, 0.0, sides->front_deg, wide_m, deep_m));
    tile(sides->floor, centred(foot, 180.0, sides->front_deg, wide_m, deep_m));
    return true;
}

}  // namespace

bool place_faces(std::vector<PlacedFace*>& faces, std::size_t zone, double volume_m3) {
    const Corner foot{.y = apart_m * static_cast<double>(zone)};
    if (place_box(faces, foot, volume_m3)) return true;
    for (std::size_t i = 0; i < faces.size(); ++i) {
        place_alone(*faces[i], foot + Corner{.x = apart_m * static_cast<double>(i)});
    }
    return false;
}

}  // namespace longju::cli
