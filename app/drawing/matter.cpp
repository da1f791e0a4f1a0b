// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "drawing/matter.h"

#include <algorithm>

#include "house/envelope.h"

namespace longju::drawing {

std::string Band::short_name() const {
    return material->name_zh.substr(0, material->name_zh.find("（"));
}

std::vector<Band> bands(const house::Construction& construction, const house::Library& library) {
    const std::vector<house::Layer> layers = house::layers_of(construction, library);
    std::size_t outside = 0;
    std::size_t inside = 0;
    double at_mm = 0.0;
    for (const house::AddedLayer& added : construction.added) {
        const bool out = added.side == house::LayerSide::Outside;
        ++(out ? outside : inside);
        if (out) at_mm -= added.layer.thickness.value;
    }
    std::vector<Band> result;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const double to_mm = at_mm + layers[i].thickness.value;
        result.push_back({Millimetres{at_mm}, Millimetres{to_mm},
                          &library.material(layers[i].material_id),
                          i < outside || i >= layers.size() - inside});
        at_mm = to_mm;
    }
    return result;
}

namespace {

/// Hatches grow with the scale; thinner layers than this stay without.
constexpr double least_mm = 1.2;

/// Spacing at 1:100, 1:50 and for details.
double spacing(int scale, double small, double middle, double large) {
    if (scale >= 75) return small;
    return scale >= 40 ? middle : large;
}

Ground insulation(Pattern pattern, double spacing_mm, double thick_mm) {
    if (thick_mm >= least_mm) return {Fill::White, pattern, spacing_mm};
    return {};
}

}  // namespace

Ground ground_of(house::Hatch hatch, double thick_mm, int scale) {
    const bool thin = thick_mm < least_mm;
    switch (hatch) {
        case house::Hatch::Brick:
            return {Fill::White, Pattern::Diagonal, spacing(scale, 1.3, 1.8, 2.5)};
        case house::Hatch::ReinforcedConcrete:
            if (thin || scale >= 75) return {Fill::Black};
            return {Fill::White, Pattern::Reinforced, spacing(scale, 2.2, 2.2, 2.5)};
        case house::Hatch::Concrete:
            if (thin) return {Fill::White, Pattern::Dots, 0.9};
            return {Fill::White, Pattern::Aggregate};
        case house::Hatch::Eps:
            return insulation(Pattern::Honeycomb, spacing(scale, 0.7, 0.7, 1.05), thick_mm);
        case house::Hatch::Xps:
            return insulation(Pattern::Crossed, spacing(scale, 1.0, 1.05, 1.4), thick_mm);
        case house::Hatch::Wool:
            return insulation(Pattern::Waves, spacing(scale, 1.6, 1.8, 2.2), thick_mm);
        case house::Hatch::Mortar:
            return thick_mm < 0.8 ? Ground{} : Ground{Fill::White, Pattern::Dots, 0.8};
        case house::Hatch::Gravel:
        case house::Hatch::Loose:
            return thin ? Ground{} : Ground{Fill::White, Pattern::Pebbles};
        case house::Hatch::Soil:
            return thin ? Ground{} : Ground{Fill::White, Pattern::Earth};
        case house::Hatch::Wood:
            return thin ? Ground{} : Ground{Fill::White, Pattern::Horizontal, 1.6};
        case house::Hatch::Metal:
            return thin ? Ground{Fill::Black} : Ground{Fill::White, Pattern::Diagonal, 0.8};
        case house::Hatch::None:
            break;
    }
    return {};
}

}  // namespace longju::drawing
