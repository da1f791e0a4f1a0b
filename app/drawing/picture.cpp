// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "drawing/picture.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace longju::drawing {

namespace {

/// Seen from the camera: right, down, and away from the viewer, metres.
struct Seen {
    double x = 0.0, y = 0.0, away = 0.0;
};

class View {
public:
    explicit View(const Camera& camera) {
        constexpr double radian = std::numbers::pi / 180.0;
        cos_yaw_ = std::cos(camera.yaw_deg * radian), sin_yaw_ = std::sin(camera.yaw_deg * radian);
        cos_pitch_ = std::cos(camera.pitch_deg * radian);
        sin_pitch_ = std::sin(camera.pitch_deg * radian);
    }
    Seen operator()(const Point3& p) const {
        const double ahead = -p.x * sin_yaw_ + p.y * cos_yaw_;
        return {p.x * cos_yaw_ + p.y * sin_yaw_, -(ahead * sin_pitch_ + p.z * cos_pitch_),
                ahead * cos_pitch_ - p.z * sin_pitch_};
    }

private:
    double cos_yaw_, sin_yaw_, cos_pitch_, sin_pitch_;
};

constexpr int roof_layer = 4;

/// What lies on or before something else of the house comes after it.
int layer_of(Part part) {
    switch (part) {
        case Part::Chimney:
            return 1;
        case Part::Window:
        case Part::Frame:
        case Part::Door:
        case Part::Step:
            return 2;
        case Part::SunspaceBase:
        case Part::SunspaceGlass:
            return 3;
        case Part::RoofSouth:
        case Part::RoofNorth:
        case Part::RoofEnd:
        case Part::Fascia:
            return roof_layer;
        case Part::PvModule:
            return 5;
        case Part::Wall:
        case Part::Gable:
        case Part::Plinth:
            break;
    }
    return 0;
}

/// Whether the polygon runs the way it does when seen from its front.
bool faces_viewer(house::Side side, Part part, const Camera& camera) {
    const bool upright = part == Part::Wall || part == Part::Gable || part == Part::Plinth ||
                         part == Part::Window || part == Part::Frame || part == Part::Door;
    if (!upright) return true;
    const double yaw = std::remainder(camera.yaw_deg, 360.0);
    switch (side) {
        case house::Side::South:
            return std::abs(yaw) < 90.0;
        case house::Side::North:
            return std::abs(yaw) > 90.0;
        case house::Side::East:
            return yaw > 0.0;
        case house::Side::West:
            return yaw < 0.0;
    }
    return true;
}

struct Order {
    int layer = 0;
    double away = 0.0;
    const Face* face = nullptr;
};

}  // namespace

Marks picture(const Mesh& mesh, const Camera& camera, PaperPoint at, double width_mm,
              double height_mm) {
    const View view(camera);
    constexpr double far = std::numeric_limits<double>::max();
    double left = far, top = far, right = -far, bottom = -far;
    std::vector<Order> order;
    for (const Face& face : mesh.faces) {
        if (!faces_viewer(face.side, face.part, camera)) continue;
        double away = -far;
        for (const Point3& p : face.corners) {
            const Seen seen = view(p);
            left = std::min(left, seen.x), right = std::max(right, seen.x);
            top = std::min(top, seen.y), bottom = std::max(bottom, seen.y);
            away = std::max(away, seen.away);
        }
        int layer = layer_of(face.part);
        // A chimney of the south slope stands before the roof.
        const bool south = face.corners.front().y < mesh.depth_m / 2.0;
        if (face.part == Part::Chimney && south) layer = roof_layer + 1;
        order.push_back({layer, away, &face});
    }
    if (order.empty()) return {};
    std::ranges::stable_sort(order, [](const Order& a, const Order& b) {
        return a.layer != b.layer ? a.layer < b.layer : a.away > b.away;
    });
    const double scale = std::min(width_mm / (right - left), height_mm / (bottom - top));
    const double x0 = at.x_mm + (width_mm - (right - left) * scale) / 2.0 - left * scale;
    const double y0 = at.y_mm + height_mm - bottom * scale;
    const auto paper = [&](const Point3& p) {
        const Seen seen = view(p);
        return PaperPoint{x0 + seen.x * scale, y0 + seen.y * scale};
    };
    Marks marks;
    const auto add_strokes = [&](int layer) {
        for (const Stroke& s : mesh.strokes) {
            if (layer_of(s.part) != layer || !faces_viewer(s.side, s.part, camera)) continue;
            marks.emplace_back(Line{paper(s.from), paper(s.to), 0.13});
        }
    };
    int layer = 0;
    for (const Order& o : order) {
        for (; layer < o.layer; ++layer) add_strokes(layer);
        Shape shape{.pen_mm = 0.0, .fill = Fill::White};
        const Face& face = *o.face;
        for (const Point3& p : face.corners) shape.points.push_back(paper(p));
        // Glass lets what is behind it through.
        if (face.part == Part::SunspaceGlass) shape.fill = Fill::None;
        if (face.part == Part::PvModule) {
            shape.pattern = Pattern::Diagonal;
            shape.spacing_mm = 0.8;
        }
        const std::vector<PaperPoint> points = shape.points;
        marks.emplace_back(std::move(shape));
        for (std::size_t i = 0; i < points.size(); ++i) {
            const bool drawn = face.part == Part::PvModule || (face.edges >> i & 1U) != 0U;
            if (drawn) marks.emplace_back(Line{points[i], points[(i + 1) % points.size()], 0.25});
        }
    }
    constexpr int layers = 6;
    for (; layer < layers; ++layer) add_strokes(layer);
    return marks;
}

}  // namespace longju::drawing
