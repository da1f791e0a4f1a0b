// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/energyplus_matter.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include <fmt/format.h>

namespace longju::cli {

namespace {

using energy::BuildingSurface;
using energy::BuildingWindow;
using energy::SlabLayer;

constexpr double least_m2k_per_w = 0.001;  // What EnergyPlus takes.

/// One layer with what its outer and inner side show to the sun and to other surfaces.
struct Layer {
    SlabLayer slab;
    double absorptance = 0.6;
    double emissivity = 0.9;
};

std::string material(const std::string& name, const Layer& layer) {
    const SlabLayer& s = layer.slab;
    const std::string faces =
        fmt::format("{:.5f},{:.4f},{:.4f}", std::min(layer.emissivity, 0.99999), layer.absorptance,
                    layer.absorptance);
    // The program takes no specific heat under 100 J/kgK.
    if (s.density_kg_per_m3 <= 0.0 || s.specific_heat_j_per_kgk < 100.0) {
        const double r = std::max(least_m2k_per_w, s.thickness_m / s.conductivity_w_per_mk);
        return fmt::format("Material:NoMass,{},Rough,{:.6f},{};\n", name, r, faces);
    }
    return fmt::format("Material,{},Rough,{},{},{},{},{};\n", name, s.thickness_m,
                       s.conductivity_w_per_mk, s.density_kg_per_m3, s.specific_heat_j_per_kgk,
                       faces);
}

/// The layers with the right outer and inner side: a single one is cut when its sides differ.
std::vector<Layer> faced_layers(const BuildingSurface& s) {
    std::vector<Layer> layers;
    for (const SlabLayer& slab : s.layers) layers.push_back({.slab = slab});
    if (layers.empty()) layers.push_back({.slab = {.thickness_m = least_m2k_per_w}});
    const bool differ =
        s.solar_absorptance != s.inside_absorptance || s.emissivity != s.inside_emissivity;
    if (layers.size() == 1 && differ) {
        layers[0].slab.thickness_m /= 2;
        layers.push_back(layers[0]);
    }
    layers.back().absorptance = s.inside_absorptance;
    layers.back().emissivity = s.inside_emissivity;
    layers.front().absorptance = s.solar_absorptance;
    layers.front().emissivity = s.emissivity;
    if (s.beyond != energy::Beyond::Adiabatic) return layers;
    layers.front().absorptance = s.inside_absorptance;
    layers.front().emissivity = s.inside_emissivity;
    std::vector<Layer> mirrored(layers.rbegin(), layers.rend());
    mirrored.insert(mirrored.end(), layers.begin(), layers.end());
    return mirrored;
}

std::string gas(const std::string& name, const energy::Glazing& g) {
    return fmt::format("WindowMaterial:Gas,{} gap,{},{};\n", name, g.argon ? "Argon" : "Air",
                       g.gap_m);
}

/// Whether the gap under pane `i`, counted from outside, has a coating; it lies on the pane inside
/// of it, or on the inner face of an outer pane of another kind.
bool coated_gap(const energy::Glazing& g, int i) {
    const int gaps = g.panes - 1;
    return i >= 0 && i < gaps && gaps - i <= g.low_e_coatings;
}

std::string pane(const std::string& name, const BuildingWindow& w, int i) {
    const energy::Glazing& g = w.glazing;
    const bool other = i == 0 && g.outer_pane.has_value();
    const double passed = other ? g.outer_pane->transmittance : g.pane_transmittance;
    const double front = other ? g.outer_pane->front_reflectance : g.pane_reflectance;
    const double back = other ? g.outer_pane->back_reflectance : g.pane_reflectance;
    const bool coated_front = coated_gap(g, i - 1) && !(i == 1 && g.outer_pane.has_value());
    const bool coated_back = other && coated_gap(g, 0);
    const double dirt = i == 0 ? std::max(0.01, w.sun_share) : 1.0;
    return fmt::format(
        "WindowMaterial:Glazing,{} pane {},SpectralAverage,,{},{},{},{},{},{},{},0,{},{},{},{};\n",
        name, i + 1, g.pane_m, passed, front, back, passed, front, back,
        coated_front ? g.low_e_emissivity : g.emissivity,
        coated_back ? g.low_e_emissivity : g.emissivity, g.pane_conductivity_w_per_mk, dirt);
}

std::string glass_layers(const std::string& name, const energy::Glazing& g) {
    std::string layers;
    for (int i = 0; i < g.panes; ++i) {
        if (i > 0) layers += fmt::format(",{} gap", name);
        layers += fmt::format(",{} pane {}", name, i + 1);
    }
    return layers;
}

}  // namespace

std::string plain_name(const std::string& name) {
    std::string plain;
    for (const char c : name) {
        const bool kept = std::isalnum(static_cast<unsigned char>(c)) != 0 && (c & 0x80) == 0;
        if (kept) {
            plain += c;
        } else if (!plain.empty() && plain.back() != ' ') {
            plain += ' ';
        }
    }
    while (plain.ends_with(' ')) plain.pop_back();
    return plain;
}

std::string opaque_construction(const std::string& name, const BuildingSurface& surface) {
    const std::vector<Layer> layers = faced_layers(surface);
    std::string text;
    std::string inwards, outwards;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const std::string layer = fmt::format("{} layer {}", name, i + 1);
        text += material(layer, layers[i]);
        inwards += "," + layer;
        outwards.insert(0, fmt::format(",{}", layer));
    }
    text += fmt::format("Construction,{}{};\n", name, inwards);
    using energy::Beyond;
    if (surface.beyond == Beyond::Zone || surface.beyond == Beyond::Attic) {
        text += fmt::format("Construction,{} reversed{};\n", name, outwards);
    }
    return text;
}

std::string resistance_construction(const std::string& name, double m2k_per_w,
                                    double solar_absorptance) {
    return fmt::format(
        "Material:NoMass,{0} layer 1,Rough,{1:.6f},0.9,{2},{2};\n"
        "Construction,{0},{0} layer 1;\n",
        name, std::max(least_m2k_per_w, m2k_per_w), solar_absorptance);
}

std::string glass_construction(const std::string& name, const BuildingWindow& window) {
    const energy::Glazing& g = window.glazing;
    std::string text;
    for (int i = 0; i < g.panes; ++i) text += pane(name, window, i);
    if (g.panes > 1) text += gas(name, g);
    return text + fmt::format("Construction,{}{};\n", name, glass_layers(name, g));
}

std::string shuttered_construction(const std::string& name, const BuildingWindow& window) {
    // The air between shutter and glass, which EnergyPlus counts by itself (ISO 10077-1 annex G:
    // 0.17 m²K/W).
    constexpr double gap_m2k_per_w = 0.17;
    constexpr double plate_m = 0.02;
    const double plate_m2k_per_w = std::max(0.01, window.shutter_m2k_per_w - gap_m2k_per_w);
    return fmt::format(
        "WindowMaterial:Shade,{0} shutter,0,0.4,0,0.4,0.9,0,{1},{2:.5f},0.05,0,0,0,0,0;\n"
        "Construction,{0} shuttered,{0} shutter{3};\n",
        name, plate_m, plate_m / plate_m2k_per_w, glass_layers(name, window.glazing));
}

}  // namespace longju::cli
