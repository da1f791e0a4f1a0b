// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "drawing/canvas.h"
#include "drawing/raster.h"
#include "drawing/scene_palette.h"

namespace longju::drawing {

namespace {

using house::Side;

double radians(double degrees) { return degrees * std::numbers::pi / 180.0; }

/// House coordinates to canvas: rotate, look down, scale so that `frame` fits.
class View {
public:
    View(const Mesh& frame, const Camera& camera, double fill_share, int width, int height)
        : c_(std::cos(radians(camera.yaw_deg))),
          s_(std::sin(radians(camera.yaw_deg))),
          cp_(std::cos(radians(camera.pitch_deg))),
          sp_(std::sin(radians(camera.pitch_deg))) {
        constexpr double margin_m = 0.7;
        double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
        for (const double x : {-margin_m, frame.width_m + margin_m}) {
            for (const double y : {-margin_m - 0.8, frame.depth_m + margin_m}) {
                for (const double z : {0.0, frame.ridge_m + 0.4}) {
                    // Only the ridge reaches the full height; it lies in the middle.
                    const CanvasPoint p = turned({x, z > 0 ? frame.depth_m / 2.0 : y, z});
                    left = std::min(left, p.x), right = std::max(right, p.x);
                    top = std::min(top, p.y), bottom = std::max(bottom, p.y);
                }
            }
        }
        scale_ = std::min(width / (right - left), height / (bottom - top)) * fill_share;
        x_ = width / 2.0 - scale_ * (left + right) / 2.0;
        y_ = height / 2.0 - scale_ * (top + bottom) / 2.0;
    }

    CanvasPoint operator()(const Point3& p) const {
        const CanvasPoint t = turned(p);
        return {x_ + scale_ * t.x, y_ + scale_ * t.y, scale_ * t.z};
    }
    double scale() const { return scale_; }

private:
    CanvasPoint turned(const Point3& p) const {
        const double right = p.x * c_ + p.y * s_;
        const double up = -p.x * s_ * sp_ + p.y * c_ * sp_ + p.z * cp_;
        const double away = -p.x * s_ * cp_ + p.y * c_ * cp_ - p.z * sp_;
        return {right, -up, away};
    }

    double c_, s_, cp_, sp_;
    double scale_ = 1.0, x_ = 0.0, y_ = 0.0;
};

Colour material(Part part, const Paint& paint) {
    switch (part) {
        case Part::Wall:
        case Part::Gable:
            return paint.wall;
        case Part::Plinth:
            return paint.plinth;
        case Part::Step:
        case Part::SunspaceBase:
            return scene::step;
        case Part::Window:
            return scene::glass;
        case Part::Frame:
            return scene::frame;
        case Part::Door:
            return scene::door;
        case Part::RoofSouth:
        case Part::RoofNorth:
        case Part::RoofEnd:
        case Part::Fascia:
            return paint.roof;
        case Part::Chimney:
            return scene::chimney;
        case Part::SunspaceGlass:
            return scene::sunspace_glass;
        case Part::PvModule:
            return scene::pv;
    }
    return paint.wall;
}

/// Transmittance a part shows in the heat picture; negative for parts that keep their material.
double u_of(Part part, const PartU& u) {
    switch (part) {
        case Part::Wall:
        case Part::Gable:
            return u.wall;
        case Part::Plinth:
            return u.floor;
        case Part::Window:
            return u.window;
        case Part::Door:
            return u.door;
        case Part::RoofSouth:
        case Part::RoofNorth:
        case Part::RoofEnd:
        case Part::Fascia:
            return u.roof;
        case Part::Step:
        case Part::SunspaceBase:
        case Part::Frame:
        case Part::Chimney:
        case Part::SunspaceGlass:
        case Part::PvModule:
            return -1.0;
    }
    return -1.0;
}

double brightness(const Face& face) {
    if (face.part == Part::Fascia) return scene::fascia;
    if (face.part == Part::RoofNorth) return scene::far_roof;
    if (face.part == Part::Step && face.side == Side::North) return 1.0;  // Lies flat.
    if (face.part == Part::SunspaceGlass && face.side == Side::North) return 1.0;
    switch (face.side) {
        case Side::South:
            return scene::south_face;
        case Side::East:
        case Side::West:
            return scene::east_face;
        case Side::North:
            return scene::north_face;
    }
    return 1.0;
}

Colour colour_of(const Face& face, const Paint& paint, const SceneStyle& style) {
    const double u = style.colouring == Colouring::HeatLoss ? u_of(face.part, style.u) : -1.0;
    // Where colour is not to be had, a hatch is drawn over white, and blank is the least loss.
    if (style.high_contrast && face.part != Part::PvModule) return scene::white;
    const bool roof =
        face.part == Part::RoofSouth || face.part == Part::RoofNorth || face.part == Part::RoofEnd;
    const Colour as_built = style.snow && roof ? scene::snow : material(face.part, paint);
    Colour c = scene::shaded(u < 0.0 ? as_built : scene::heat_colour(u), brightness(face));
    if (face.part == Part::SunspaceGlass) c.a = 150;
    return c;
}

// Hatches of the heat picture where colour is not to be had, anchored to the picture's pixels.
Colour dots(double x, double y) {
    const double u = x - std::floor(x / 8.0) * 8.0 - 4.0;
    const double v = y - std::floor(y / 8.0) * 8.0 - 4.0;
    return u * u + v * v < 2.2 ? scene::soil : scene::white;
}
Colour diagonal(double x, double y) {
    const double d = x + y - std::floor((x + y) / 9.0) * 9.0;
    return d < 2.0 ? scene::soil : scene::white;
}
Colour crossed(double x, double y) {
    const double d = x - y - std::floor((x - y) / 9.0) * 9.0;
    return d < 2.0 ? scene::soil : diagonal(x, y);
}

using Hatch = Colour (*)(double, double);

Hatch hatch_of(const Face& face, const SceneStyle& style) {
    if (!style.high_contrast || style.colouring != Colouring::HeatLoss) return nullptr;
    const double u = u_of(face.part, style.u);
    if (u <= 0.30) return nullptr;
    if (u <= 0.80) return dots;
    return u <= 1.40 ? diagonal : crossed;
}

/// Where the shadow of a point one metre above the ground falls; nothing without sun.
std::optional<CanvasPoint> shadow_of_a_metre(const std::optional<Sun>& sun) {
    // From the south-west, as the faces are lit.
    if (!sun) return CanvasPoint{0.9, 0.495, 0.0};
    constexpr double least_deg = 2.0, longest_m = 8.0;
    if (sun->altitude_deg < least_deg) return std::nullopt;
    const double length = std::min(longest_m, 1.0 / std::tan(radians(sun->altitude_deg)));
    return CanvasPoint{length * std::sin(radians(sun->azimuth_deg)),
                       length * std::cos(radians(sun->azimuth_deg)), 0.0};
}

void draw_ground(Canvas& canvas, const Mesh& mesh, const View& view, const SceneStyle& style) {
    // Furrows run with the ridge, in front of and behind the house.
    for (int i = -12; i <= 12; ++i) {
        const double y = mesh.depth_m / 2.0 + i * 1.6;
        canvas.line(view({-60.0, y, 0.0}), view({80.0, y, 0.0}), style.line_px * 1.6, scene::furrow,
                    -1e6);
    }
    // A flat shadow of the roof.
    const auto cast = shadow_of_a_metre(style.sun);
    if (!cast) return;
    std::vector<CanvasPoint> shadow;
    for (const Point3& p : mesh.roof_outline) {
        shadow.push_back(view({p.x + p.z * cast->x, p.y + p.z * cast->y, 0.0}));
        shadow.push_back(view({p.x, p.y, 0.0}));
    }
    // Convex hull, so that one polygon covers it evenly.
    std::ranges::sort(shadow, [](const CanvasPoint& a, const CanvasPoint& b) {
        return std::pair(a.x, a.y) < std::pair(b.x, b.y);
    });
    const auto turn = [](const CanvasPoint& o, const CanvasPoint& a, const CanvasPoint& b) {
        return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
    };
    std::vector<CanvasPoint> hull;
    for (int pass = 0; pass < 2; ++pass) {
        const std::size_t start = hull.size();
        for (const CanvasPoint& p : shadow) {
            while (hull.size() >= start + 2 && turn(hull[hull.size() - 2], hull.back(), p) <= 0) {
                hull.pop_back();
            }
            hull.push_back(p);
        }
        hull.pop_back();
        std::ranges::reverse(shadow);
    }
    canvas.polygon(hull, scene::shadow, -1e6);
}

/// Three birches behind the east end: scale and place. Fixed seed, the same trees every time.
void draw_birches(Canvas& canvas, const Mesh& mesh, const View& view, double line_px) {
    struct Tree {
        double x, y, height;
    };
    const std::array<Tree, 3> trees = {{{mesh.width_m + 1.0, mesh.depth_m + 2.6, 5.6},
                                        {mesh.width_m + 2.2, mesh.depth_m + 1.4, 6.2},
                                        {mesh.width_m + 3.0, mesh.depth_m + 2.8, 5.0}}};
    const auto draw = [&](const Point3& a, const Point3& b, double width) {
        canvas.line(view(a), view(b), width * line_px, scene::soil, 0.0);
    };
    for (const Tree& t : trees) {
        constexpr double half = 0.07;
        draw({t.x - half, t.y, 0}, {t.x - half * 0.6, t.y, t.height}, 0.8);
        draw({t.x + half, t.y, 0}, {t.x + half * 0.6, t.y, t.height}, 0.8);
        for (int i = 0; i < 9; ++i) {
            const double z = t.height * (0.08 + 0.1 * i);
            const double side = i % 2 == 0 ? -1.0 : 1.0;
            draw({t.x + side * half, t.y, z}, {t.x + side * half * 0.1, t.y, z + 0.03}, 1.2);
        }
        for (int i = 0; i < 8; ++i) {
            const double z = t.height * (0.42 + 0.07 * i);
            const double side = i % 2 == 0 ? -1.0 : 1.0;
            const double reach = 0.75 - 0.06 * i;
            const Point3 tip{t.x + side * reach, t.y, z + reach * 0.95};
            draw({t.x, t.y, z}, tip, 0.8);
            const Point3 fork{t.x + side * reach * 0.5, t.y, z + reach * 0.47};
            draw(fork, {fork.x + side * 0.12, t.y, fork.z + 0.42}, 0.6);
        }
    }
}

void draw_faces(Canvas& canvas, const Mesh& mesh, const View& view, const SceneStyle& style,
                bool translucent) {
    const double bias = 0.02 * view.scale();
    for (const Face& face : mesh.faces) {
        const Colour colour = colour_of(face, mesh.paint, style);
        if ((colour.a < 255) != translucent) continue;
        std::vector<CanvasPoint> corners;
        for (const Point3& p : face.corners) corners.push_back(view(p));
        const Hatch hatch = hatch_of(face, style);
        if (hatch != nullptr) {
            canvas.patterned(std::span<const CanvasPoint>(corners), hatch);
        } else {
            canvas.polygon(corners, colour);
        }
    }
    for (const Face& face : mesh.faces) {
        if ((colour_of(face, mesh.paint, style).a < 255) != translucent) continue;
        for (std::size_t i = 0; i < face.corners.size(); ++i) {
            if ((face.edges >> i & 1U) == 0U) continue;
            canvas.line(view(face.corners[i]), view(face.corners[(i + 1) % face.corners.size()]),
                        style.line_px, scene::soil, bias);
        }
    }
}

void draw_strokes(Canvas& canvas, const Mesh& mesh, const View& view, const SceneStyle& style,
                  bool sunspace) {
    const double bias = 0.03 * view.scale();
    for (const Stroke& s : mesh.strokes) {
        if ((s.part == Part::SunspaceGlass) != sunspace) continue;
        Colour colour = scene::soil;
        double width = style.line_px;
        if (s.part == Part::PvModule) colour = scene::pv_line, width *= 0.7;
        if (s.part == Part::RoofSouth) {
            const double u = style.colouring == Colouring::HeatLoss ? style.u.roof : -1.0;
            if (style.high_contrast) continue;
            if (u < 0 && style.snow) continue;  // The seams lie under it.
            colour = scene::shaded(u < 0 ? mesh.paint.roof : scene::heat_colour(u), 0.84);
            width *= 0.9;
        }
        canvas.line(view(s.from), view(s.to), width, colour, bias);
    }
}

/// The depth of a convex polygon at a point of the picture; nothing where the point is outside.
std::optional<double> depth_inside(const std::vector<CanvasPoint>& corners, double x, double y) {
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        const CanvasPoint &a = corners[0], &b = corners[i], &c = corners[i + 1];
        const double area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        if (std::abs(area) < 1e-9) continue;
        const double wb = ((x - a.x) * (c.y - a.y) - (y - a.y) * (c.x - a.x)) / area;
        const double wc = ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / area;
        if (wb < 0 || wc < 0 || wb + wc > 1) continue;
        return a.z + wb * (b.z - a.z) + wc * (c.z - a.z);
    }
    return std::nullopt;
}

}  // namespace

Image render(const Mesh& mesh, const Mesh& frame, const Camera& camera, const SceneStyle& style,
             int width, int height) {
    // Small pictures need the finer grid: their lines are as wide as those of large ones.
    constexpr int small_px = 400;
    const int samples = width <= small_px ? 3 : 2;
    Canvas canvas(width, height, samples);
    const View view(frame, camera, style.fill_share, width, height);
    if (!style.transparent) {
        if (style.surroundings && !style.high_contrast) {
            canvas.gradient(scene::sky_top, scene::sky_low);
            draw_ground(canvas, mesh, view, style);
        } else {
            canvas.gradient(scene::white, scene::white);
        }
        if (style.surroundings) draw_birches(canvas, frame, view, style.line_px);
    }
    draw_faces(canvas, mesh, view, style, false);
    draw_strokes(canvas, mesh, view, style, false);
    draw_faces(canvas, mesh, view, style, true);
    draw_strokes(canvas, mesh, view, style, true);
    return canvas.resolve();
}

Image render(const Mesh& mesh, const Camera& camera, const SceneStyle& style, int width,
             int height) {
    return render(mesh, mesh, camera, style, width, height);
}

const Face* face_at(const Mesh& mesh, const Camera& camera, const SceneStyle& style, int width,
                    int height, Pixel at) {
    const View view(mesh, camera, style.fill_share, width, height);
    const Face* nearest = nullptr;
    double depth = 1e18;
    for (const Face& face : mesh.faces) {
        std::vector<CanvasPoint> corners;
        for (const Point3& p : face.corners) corners.push_back(view(p));
        const auto found = depth_inside(corners, at.x, at.y);
        // What lies on a wall, a window say, is as near as the wall.
        if (found && *found <= depth + 1e-6) depth = *found, nearest = &face;
    }
    return nearest;
}

Pixel project(const Point3& point, const Mesh& frame, const Camera& camera, const SceneStyle& style,
              int width, int height) {
    const CanvasPoint p = View(frame, camera, style.fill_share, width, height)(point);
    return {p.x, p.y};
}

}  // namespace longju::drawing
