// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/sketches.h"

namespace longju::kiosk {
namespace {

using house::Hatch;

/// Maps the unit square of a slanted face to the page.
struct Face {
    Point origin;
    Point across;
    Point down;

    Point at(float u, float v) const { return origin + across * u + down * v; }
    void fill(const Painter& paint, float u0, float u1, Colour colour) const {
        const std::array<Point, 4> quad{at(u0, 0), at(u1, 0), at(u1, 1), at(u0, 1)};
        paint.polygon(quad, colour);
    }
    void line(const Painter& paint, Point from, Point to, Colour colour) const {
        paint.line(at(from.x, from.y), at(to.x, to.y), colour, 1);
    }
};

void draw_bricks(const Painter& paint, const Face& face, float u0, float u1, Colour joint) {
    constexpr int courses = 8;
    for (int i = 1; i < courses; ++i) {
        const float v = static_cast<float>(i) / courses;
        face.line(paint, {u0, v}, {u1, v}, joint);
    }
    const float step = 0.18F;
    for (int i = 0; i < courses; ++i) {
        const float v = static_cast<float>(i) / courses;
        for (float u = u0 + (i % 2 == 0 ? step : step / 2); u < u1 - 0.01F; u += step) {
            face.line(paint, {u, v}, {u, v + 1.0F / courses}, joint);
        }
    }
}

void draw_waves(const Painter& paint, const Face& face, Colour ink) {
    for (int row = 1; row < 8; ++row) {
        std::vector<Point> wave;
        for (int i = 0; i <= 40; ++i) {
            const float u = static_cast<float>(i) / 40;
            const float v = static_cast<float>(row) / 8 + 0.022F * std::sin(u * 38);
            wave.push_back(face.at(u, v));
        }
        paint.polyline(wave, ink, 1.4F);
    }
}

void draw_grid(const Painter& paint, const Face& face, Colour ink) {
    for (const float u : {0.2F, 0.4F, 0.6F, 0.8F}) face.line(paint, {u, 0}, {u, 1}, ink);
    for (const float v : {0.25F, 0.5F, 0.75F}) face.line(paint, {0, v}, {1, v}, ink);
}

void draw_dots(const Painter& paint, const Face& face, float u0, float u1, Colour ink) {
    for (int i = 0; i < 9; ++i) {
        for (int k = 0; k < 2; ++k) {
            const float u = u0 + (u1 - u0) * (0.3F + 0.4F * static_cast<float>(k));
            const float v = (static_cast<float>(i) + (k == 0 ? 0.35F : 0.75F)) / 9.4F;
            paint.disc(face.at(u, v), 1.1F, ink);
        }
    }
}

void draw_texture(const Painter& paint, const Face& face, float u0, float u1, Hatch hatch,
                  Colour base) {
    const Colour ink = shaded(base, 0.66F);
    switch (hatch) {
        case Hatch::Brick:
            return draw_bricks(paint, face, u0, u1, ink);
        case Hatch::Soil:
            return draw_bricks(paint, face, u0, u1, shaded(base, 0.8F));
        case Hatch::Loose:
            return draw_waves(paint, face, ink);
        case Hatch::Wool:
            return draw_waves(paint, face, shaded(base, 0.8F));
        case Hatch::Eps:
        case Hatch::Xps:
            return draw_dots(paint, face, u0, u1, paint.colour(Role::Soil2));
        case Hatch::Mortar:
        case Hatch::Concrete:
        case Hatch::ReinforcedConcrete:
            return draw_grid(paint, face, shaded(base, 0.86F));
        case Hatch::None:
        case Hatch::Gravel:
        case Hatch::Wood:
        case Hatch::Metal:
            return;
    }
}

const house::Material& material_of(const house::Layer& layer, const house::Library& library) {
    return library.material(layer.material_id);
}

bool is_insulation(const house::Material& material) {
    return material.hatch == Hatch::Eps || material.hatch == Hatch::Xps;
}

/// The layer one sees in front: render over insulation, else the first that is more than a skin.
const house::Layer& seen_layer(const house::Assembly& assembly, const house::Library& library) {
    const house::Material& first = material_of(assembly.layers.front(), library);
    const bool rendered = assembly.layers.size() > 1 && first.hatch == Hatch::Mortar &&
                          is_insulation(material_of(assembly.layers[1], library));
    if (rendered) return assembly.layers.front();
    const auto thick = std::ranges::find_if(
        assembly.layers, [](const house::Layer& layer) { return layer.thickness.value > 30; });
    return thick == assembly.layers.end() ? assembly.layers.front() : *thick;
}

}  // namespace

Colour material_colour(const Painter& paint, const house::Material& material) {
    switch (material.hatch) {
        case Hatch::Brick:
            return paint.colour(Role::BrickWall);
        case Hatch::Soil:
            return paint.colour(Role::Adobe);
        case Hatch::Loose:
            return paint.colour(Role::StrawMud);
        case Hatch::Wool:
            return paint.colour(Role::Wool);
        case Hatch::Eps:
        case Hatch::Xps:
            return paint.colour(Role::Eps);
        case Hatch::Mortar:
            return paint.colour(Role::Render);
        case Hatch::Concrete:
        case Hatch::ReinforcedConcrete:
        case Hatch::Gravel:
            return paint.colour(Role::Concrete);
        case Hatch::Wood:
            return paint.colour(Role::Timber);
        case Hatch::Metal:
            return paint.colour(Role::Metal);
        case Hatch::None:
            return paint.colour(Role::Wall);
    }
    return paint.colour(Role::Wall);
}

void draw_assembly(const Painter& paint, const Rect& rect, const house::Assembly& assembly,
                   const house::Library& library) {
    if (assembly.layers.empty()) return;
    double total_mm = 0;
    for (const auto& layer : assembly.layers) total_mm += layer.thickness.value;
    const float unit = std::min(rect.h / 138, rect.w / 236);
    const float side = std::clamp(static_cast<float>(total_mm) * 0.11F, 14.0F, 56.0F) * unit;
    const float rise = side * 0.24F;
    const float height = 98 * unit;
    const float width = 150 * unit;
    const Point corner{rect.centre().x - (width + side) / 2, rect.centre().y - height / 2 + 4};

    const house::Material& skin = material_of(seen_layer(assembly, library), library);
    const Colour front_colour = material_colour(paint, skin);
    const Face front{corner, {width, 0}, {0, height}};
    const Face cut{corner + Point{width, 0}, {side, -rise}, {0, height}};
    const Face top{corner, {width, 0}, {side, -rise}};
    front.fill(paint, 0, 1, front_colour);
    if (is_insulation(skin)) {
        draw_grid(paint, front, paint.colour(Role::Birch2));
    } else {
        draw_texture(paint, front, 0, 1, skin.hatch, front_colour);
    }
    top.fill(paint, 0, 1, blended(front_colour, paint.colour(Role::Paper), 0.35F));

    // The cut runs from outdoors at the front edge to the room.
    float from = 0;
    for (const auto& layer : assembly.layers) {
        const auto share = static_cast<float>(layer.thickness.value / total_mm);
        const house::Material& material = material_of(layer, library);
        const Colour colour =
            shaded(material_colour(paint, material), material.hatch == Hatch::Eps ? 1.0F : 0.84F);
        cut.fill(paint, from, from + share, colour);
        if (share > 0.12F) draw_texture(paint, cut, from, from + share, material.hatch, colour);
        if (from > 0) cut.line(paint, {from, 0}, {from, 1}, paint.colour(Role::Soil));
        from += share;
    }
    const Colour ink = paint.colour(Role::Soil);
    for (const Face& face : {front, cut, top}) {
        const std::array<Point, 4> edge{face.at(0, 0), face.at(1, 0), face.at(1, 1), face.at(0, 1)};
        for (std::size_t i = 0; i < edge.size(); ++i) {
            paint.line(edge[i], edge[(i + 1) % edge.size()], ink, 1.3F);
        }
    }
}

void draw_window_type(const Painter& paint, const Rect& rect, const house::WindowType& window) {
    const float unit = std::min(rect.h / 138, rect.w / 236);
    const Colour ink = paint.colour(Role::Soil);
    const Rect frame{rect.centre().x - 92 * unit, rect.centre().y - 50 * unit, 110 * unit,
                     100 * unit};
    paint.box(frame, {paint.colour(Role::Paper), ink, 2, 2});
    for (int i = 0; i < 2; ++i) {
        const Rect leaf = column(frame.inset(7 * unit), i, 2, 6 * unit);
        paint.box(leaf, {paint.colour(Role::Glass), ink, 1.3F, 1});
        paint.line({leaf.x + leaf.w * 0.2F, leaf.y + leaf.h * 0.45F},
                   {leaf.x + leaf.w * 0.5F, leaf.y + leaf.h * 0.15F}, paint.colour(Role::Paper), 2);
    }
    // The panes from the side: one bar each, with the gap to scale up to 40 mm.
    const float gap = std::min(40.0F, static_cast<float>(window.gap.value)) * 0.55F * unit;
    float x = frame.right() + 30 * unit;
    for (int i = 0; i < window.panes; ++i) {
        const Rect pane{x, frame.y, 6 * unit, frame.h};
        paint.box(pane, {paint.colour(Role::Glass), ink, 1, 1});
        if (i == 0 && window.low_e_coatings > 0) {
            paint.fill({pane.right(), pane.y, 2, pane.h}, paint.colour(Role::Corn));
        }
        x += pane.w + std::max(3.0F, gap);
    }
}

}  // namespace longju::kiosk
