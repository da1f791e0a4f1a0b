// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include "drawing/section_frame.h"

/// The outer walls in the cut.
namespace longju::drawing {

using house::Side;

void SectionFrame::add_walls() {
    add_wall(*rooms.front(), Side::South);
    add_wall(*rooms.back(), Side::North);
}

void SectionFrame::add_wall(const house::Room& room, Side side) {
    const house::Opening* opening = opening_at(room, side);
    const bool south = side == Side::South;
    const double face = south ? first_v() : last_v();
    const double sign = south ? 1.0 : -1.0;
    const double top = flat() ? form.ceiling.value : under_roof(face);
    std::vector<std::pair<double, double>> solid = {{-foot_mm, top}};
    for (int storey = 0; opening != nullptr && storey < drawn.storeys; ++storey) {
        const bool door = opening->kind == house::OpeningKind::Door;
        if (door && storey > 0) break;
        const double low = floor_of(storey) + opening->sill.value;
        solid.back().second = low;
        solid.emplace_back(low + opening->height.value, top);
    }
    const double inside = face + sign * (outer_mm + inner_mm());
    for (const auto& [low, high] : solid) {
        rectangle(face, low, inside, high, 1.0);  // The outline lies outside the edge.
    }
    for (const auto& [low, high] : solid) {
        rectangle(face, low, inside, high, 0.0);
        for (const Band& layer : bands(drawn.wall, catalog)) {
            // Added insulation ends a hand above the ground.
            const double from = layer.added ? std::max(low, 0.0) : low;
            if (layer.thickness().value / scale() < 0.4 || from >= high) continue;
            rectangle(face + sign * layer.from.value, from, face + sign * layer.to.value, high,
                      layer.added ? 0.35 : 0.0,
                      ground(layer.material->hatch, layer.thickness().value));
        }
        if (low > form.floor.value - foot_mm && &low != &solid.front().first) {
            add_lintel(face, inside, low, high);
        }
    }
    if (drawn.edge_insulation) add_edge(face, sign);
    add_break(face, inside);
    for (std::size_t i = 0; i + 1 < solid.size(); ++i) {
        add_window(face, inside, solid[i].second, solid[i + 1].first);
    }
}

void SectionFrame::add_lintel(double face, double inside, double low, double high) {
    if (high - low < 1.0) return;
    const auto layers = bands(drawn.wall, catalog);
    // The lintel takes the place of the structure: the thickest layer.
    const auto core = std::ranges::max_element(
        layers, {}, [](const Band& b) { return b.added ? 0.0 : b.thickness().value; });
    if (core == layers.end()) return;
    const double sign = inside > face ? 1.0 : -1.0;
    rectangle(face + sign * core->from.value, low, face + sign * core->to.value,
              std::min(low + lintel_mm, high), 0.35,
              ground(house::Hatch::ReinforcedConcrete, core->thickness().value));
}

void SectionFrame::add_edge(double face, double sign) {
    const double thick = drawn.edge_insulation->thickness.value;
    const house::Material& material = catalog.material(drawn.edge_insulation->material_id);
    const double deep = -std::min(drawn.edge_insulation_depth.value, foot_mm);
    rectangle(face - sign * thick, deep, face, form.floor.value, 0.35,
              ground(material.hatch, thick));
}

/// Nothing is known of the foundation: the wall ends at a break.
void SectionFrame::add_break(double face, double inside) {
    const double z = -foot_mm;
    const double middle = (face + inside) / 2.0;
    const double beyond = inside > face ? 120.0 : -120.0;
    const double step = 60.0;
    const std::array<std::array<double, 2>, 6> points = {{{face - beyond, z},
                                                          {middle - step, z},
                                                          {middle - step / 3.0, z + 2 * step},
                                                          {middle + step / 3.0, z - 2 * step},
                                                          {middle + step, z},
                                                          {inside + beyond, z}}};
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        line(points.at(i)[0], points.at(i)[1], points.at(i + 1)[0], points.at(i + 1)[1], 0.25);
    }
}

/// Frame and panes in the middle of the wall, the faces of the wall beyond.
void SectionFrame::add_window(double face, double inside, double low, double high) {
    for (const double v : {face, inside}) line(v, low, v, high, 0.18);
    const double frame = 70.0;
    const double v = face + (inside - face) * 0.35;
    rectangle(v, low, v + frame, low + frame, 0.25);
    rectangle(v, high - frame, v + frame, high, 0.25);
    for (const double at : {v + frame * 0.25, v + frame * 0.75}) {
        line(at, low + frame, at, high - frame, 0.18);
    }
    line(face, low, inside, low, 0.35);
    line(face, high, inside, high, 0.35);
}

}  // namespace longju::drawing
