// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>

#include "drawing/house_mesh.h"
#include "drawing/image.h"

/// A small software rasteriser: orthographic, depth buffer, flat colours, drawn lines. The same
/// pixels in the window, on paper and in golden files, with any graphics card or none.
namespace longju::drawing {

/// Looks from the south-east at rest: south and east faces in view.
struct Camera {
    double yaw_deg = 32.0;
    double pitch_deg = 24.0;
};

/// What the polygons are coloured by.
enum class Colouring { Material, HeatLoss };

/// Transmittances for `Colouring::HeatLoss`, W/m²K.
struct PartU {
    double wall = 1.5;
    double roof = 1.0;
    double window = 2.5;
    double door = 2.7;
    double floor = 0.6;
};

/// Where the sun stands in the house's own frame, degrees: azimuth from its south side, positive to
/// the west.
struct Sun {
    double azimuth_deg = 0.0, altitude_deg = 0.0;
};

struct SceneStyle {
    Colouring colouring = Colouring::Material;
    PartU u;
    bool high_contrast = false;  ///< White ground, no shadow, heat as four hatches.
    bool surroundings = true;    ///< Sky, furrows, birches and shadow.
    bool transparent = false;    ///< Nothing behind the house, for pages.
    std::optional<Sun> sun;      ///< Casts the shadow; nothing: a winter afternoon.
    bool snow = false;           ///< On the roof, unless the heat is shown.
    double line_px = 1.1;        ///< Width of edges at 1× scale.
    double fill_share = 0.82;    ///< Of the picture that the house takes up.
};

/// The house in a picture of `width` × `height` pixels, centred. Two renders of the same size and
/// camera show the same house at the same place, whatever its colours: `frame` sets the scale.
Image render(const Mesh& mesh, const Mesh& frame, const Camera& camera, const SceneStyle& style,
             int width, int height);
Image render(const Mesh& mesh, const Camera& camera, const SceneStyle& style, int width,
             int height);

/// Where a point of the house lies in such a picture, pixels from the top left.
struct Pixel {
    double x = 0.0, y = 0.0;
};
Pixel project(const Point3& point, const Mesh& frame, const Camera& camera, const SceneStyle& style,
              int width, int height);

/// The face that is seen at a point of such a picture; nothing where the house is not.
const Face* face_at(const Mesh& mesh, const Camera& camera, const SceneStyle& style, int width,
                    int height, Pixel at);

}  // namespace longju::drawing
