// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "house/envelope.h"

namespace longju::house {

std::vector<Layer> layers_of(const Construction& construction, const Library& library) {
    std::vector<Layer> layers = library.assembly(construction.assembly_id).layers;
    for (const AddedLayer& added : construction.added) {
        const auto at = added.side == LayerSide::Outside ? layers.begin() : layers.end();
        layers.insert(at, added.layer);
    }
    return layers;
}

Films films(Element element, Borders borders) {
    // GB 50176-2016 table B.4.1-1 (inside) and B.4.1-2 (outside, winter); domain facts 2.8.
    constexpr SquareMetreKPerW inside{0.11};
    switch (borders) {
        case Borders::Outdoors:
            return {inside, SquareMetreKPerW{0.04}};
        case Borders::Attic:
            return {inside, SquareMetreKPerW{0.08}};
        case Borders::UnheatedRoom:
        case Borders::Sunspace:
            return {inside, SquareMetreKPerW{0.11}};
        case Borders::Ground:
            return {element == Element::Floor ? SquareMetreKPerW{0.17} : inside,
                    SquareMetreKPerW{0.0}};  // ISO 6946: downward heat flow; soil has no film.
    }
    return {inside, SquareMetreKPerW{0.04}};
}

std::vector<WattsPerMK> conductivities_of(const Construction& construction,
                                          const Library& library) {
    const std::vector<Layer> layers = layers_of(construction, library);
    std::vector<WattsPerMK> conductivities;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Material& material = library.material(layers[i].material_id);
        const bool cold_side = 2 * i < layers.size();
        conductivities.push_back(material.conductivity * (cold_side ? material.correction_outside
                                                                    : material.correction_inside));
    }
    return conductivities;
}

double repeated_bridges(const Construction& construction, const Library& library) {
    constexpr double boards_on_anchors = 1.03;
    const Assembly& assembly = library.assembly(construction.assembly_id);
    const bool added = assembly.element == Element::Wall && !construction.added.empty();
    return added ? std::max(assembly.bridge_factor, boards_on_anchors) : assembly.bridge_factor;
}

WattsPerM2K u_value(const Construction& construction, Borders borders, const Library& library) {
    const std::vector<Layer> layers = layers_of(construction, library);
    const std::vector<WattsPerMK> conductivities = conductivities_of(construction, library);
    const Films film = films(library.assembly(construction.assembly_id).element, borders);
    double r_m2k_per_w = film.inside.value + film.outside.value;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        r_m2k_per_w += in_metres(layers[i].thickness).value / conductivities[i].value;
    }
    return WattsPerM2K{repeated_bridges(construction, library) / r_m2k_per_w};
}

}  // namespace longju::house
