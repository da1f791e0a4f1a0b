// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// A description has areas and directions but no corners; EnergyPlus wants corners.
namespace longju::cli {

/// In metres; x is east, y north, z up.
struct Corner {
    double x = 0.0, y = 0.0, z = 0.0;
};

/// From the upper left, counter-clockwise as seen from outside.
using Corners = std::array<Corner, 4>;

/// A pane in a face. Its size gives way when the face is smaller than that; its area does not.
struct PlacedPane {
    std::string name;
    double area_m2 = 0.0;
    double height_m = 2.0;
    double sill_m = 0.0;
    Corners corners{};
};

/// A rectangle with at most one pane in it.
struct PlacedFace {
    std::string name;
    std::size_t zone = 0;
    double area_m2 = 0.0;  ///< With its pane.
    double tilt_deg = 90.0;
    double azimuth_deg = 0.0;  ///< From south, positive to the west.
    std::optional<PlacedPane> pane;
    Corners corners{};
};

/// Gives every face of one zone its corners. Faces that close to a box of the zone's volume (four
/// walls at right angles, flat roof and floor, all within 2 %) become that box, side by side in
/// strips of full height; the answer is then true. Otherwise each stands for itself, so far from
/// the next that neither throws a shadow on the other. `zone` keeps zones as far apart.
bool place_faces(std::vector<PlacedFace*>& faces, std::size_t zone, double volume_m3);

}  // namespace longju::cli
