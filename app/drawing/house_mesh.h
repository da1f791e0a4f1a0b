// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "drawing/image.h"
#include "house/envelope.h"
#include "house/house.h"

/// The outside of a house as polygons in metres: x to the east and y to the north of the house's
/// own frame, z up from the ground. South-west corner of the outer faces at the origin.
namespace longju::drawing {

struct Point3 {
    double x = 0.0, y = 0.0, z = 0.0;
};

/// What a polygon shows; the renderer colours by it.
enum class Part {
    Wall,
    Gable,
    Plinth,
    Step,
    Window,
    Frame,
    Door,
    RoofSouth,
    RoofNorth,
    RoofEnd,
    Fascia,
    Chimney,
    SunspaceGlass,
    SunspaceBase,
    PvModule,
};

/// A flat convex polygon. Bit i of `edges` draws the line from corner i to the next one.
struct Face {
    Part part = Part::Wall;
    house::Side side = house::Side::South;  ///< Where it faces, for shading.
    std::vector<Point3> corners;
    std::uint32_t edges = 0xFFFFFFFFU;
};

/// A line that lies on the house: glazing bars, module cells.
struct Stroke {
    Part part = Part::Frame;
    Point3 from, to;
    house::Side side = house::Side::South;  ///< Of what it lies on.
};

/// What is painted as the house's `Style` says; without one, cream under a red-brown roof.
struct Paint {
    Colour wall, roof, plinth;
};

struct Mesh {
    Paint paint;
    std::vector<Face> faces;
    std::vector<Stroke> strokes;
    std::vector<Point3> roof_outline;  ///< Corners that cast the shadow.
    double width_m = 0.0;              ///< East–west, outer faces.
    double depth_m = 0.0;
    double ridge_m = 0.0;  ///< Top of the roof above ground.
};

/// A house without `Impossible` problems. A plan that is not a rectangle keeps its walls under one
/// roof over its extent.
Mesh house_mesh(const house::House& house, const house::Library& library);

}  // namespace longju::drawing
