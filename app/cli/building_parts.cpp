// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "cli/building_parts.h"

#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace longju::cli {

namespace {

using energy::Account;
using energy::Beyond;

constexpr std::array<std::pair<const char*, Beyond>, 7> surface_beyond = {
    {{"outdoors", Beyond::Outdoors},
     {"ground", Beyond::Ground},
     {"adiabatic", Beyond::Adiabatic},
     {"fixed", Beyond::Fixed},
     {"attic", Beyond::Attic},
     {"buffer", Beyond::Buffer},
     {"zone", Beyond::Zone}}};
constexpr std::array<std::pair<const char*, Beyond>, 3> window_beyond = {
    {{"outdoors", Beyond::Outdoors}, {"zone", Beyond::Zone}, {"buffer", Beyond::Buffer}}};
constexpr std::array<std::pair<const char*, Account>, 6> account_words = {
    {{"walls", Account::Walls},
     {"windows", Account::Windows},
     {"doors", Account::Doors},
     {"ceiling", Account::Ceiling},
     {"floor", Account::Floor},
     {"inside", Account::Inside}}};
constexpr std::array<std::pair<const char*, std::size_t>, 2> zone_words = {
    {{"first", 0}, {"second", 1}}};

constexpr double greatest_film_w_per_m2k = 1000.0;

void check(TomlTable& t, const Surroundings& around, std::size_t zone, Beyond beyond) {
    if (zone == 1 && !around.second_zone) t.refuse("zone", "needs a [second_zone]");
    if (beyond == Beyond::Zone && !around.second_zone) t.refuse("beyond", "needs a [second_zone]");
    if (beyond == Beyond::Attic && !around.attic) t.refuse("beyond", "needs an [attic]");
}

std::vector<energy::SlabLayer> layers_from(TomlTable& t) {
    constexpr std::array<std::pair<double, double>, 4> ranges = {
        {{1e-5, 5}, {1e-3, 500}, {0, 20000}, {0, 10000}}};
    std::vector<energy::SlabLayer> layers;
    for (const auto& [thickness_m, conductivity_w_per_mk, density_kg_per_m3, heat_j_per_kgk] :
         t.rows<4>("layers", "[thickness m, W/mK, kg/m3, J/kgK]", ranges)) {
        layers.push_back({thickness_m, conductivity_w_per_mk, density_kg_per_m3, heat_j_per_kgk});
    }
    return layers;
}

std::optional<energy::EmbeddedHeat> embedded_heat_from(TomlTable& t, std::size_t layers) {
    if (!t.has("heat_w")) {
        if (t.has("heat_after_layer")) t.refuse("heat_after_layer", "says nothing without heat_w");
        t.whole("heat_after_layer", 0, 0, 1000);
        return std::nullopt;
    }
    energy::EmbeddedHeat heat;
    heat.w = t.series<24>("heat_w", 0, 0, 1e6);
    if (!t.has("heat_after_layer")) t.refuse("heat_after_layer", "is missing beside heat_w");
    heat.after_layer = static_cast<std::size_t>(t.whole("heat_after_layer", 0, 0, 1000));
    if (heat.after_layer >= layers) {
        t.refuse("heat_after_layer",
                 fmt::format("there are {} layers, counted from 0 outside", layers));
    }
    return heat;
}

energy::Glazing glazing_from(TomlTable& t) {
    energy::Glazing g;
    g.panes = t.whole("panes", g.panes, 1, 4);
    g.pane_m = t.number("pane_m", g.pane_m, 0.001, 0.05);
    g.pane_conductivity_w_per_mk =
        t.number("pane_conductivity_w_per_mk", g.pane_conductivity_w_per_mk, 0.1, 5);
    g.pane_transmittance = t.number("pane_transmittance", g.pane_transmittance, 0.05, 0.99);
    g.pane_reflectance = t.number("pane_reflectance", g.pane_reflectance, 0.01, 0.6);
    g.gap_m = t.number("gap_m", g.gap_m, 0.003, 0.3);
    g.emissivity = t.number("emissivity", g.emissivity, 0.01, 1);
    g.low_e_coatings = t.whole("low_e_coatings", 0, 0, 3);
    g.low_e_emissivity = t.number("low_e_emissivity", g.low_e_emissivity, 0.01, 1);
    g.argon = t.flag("argon", false);
    const double solar = t.number("solar_factor", 0, 0, 1);
    if (solar > 0.0) g.solar_factor = solar;
    if (g.low_e_coatings > g.panes - 1) {
        t.refuse("low_e_coatings", "there is one in a gap at most; the window has fewer gaps");
    }
    return g;
}

std::optional<energy::Glazing::OuterPane> outer_pane_from(TomlTable& t) {
    constexpr std::array<const char*, 3> keys = {
        "outer_pane_transmittance", "outer_pane_front_reflectance", "outer_pane_back_reflectance"};
    if (!t.has(keys[0]) && !t.has(keys[1]) && !t.has(keys[2])) return std::nullopt;
    energy::Glazing::OuterPane pane;
    pane.transmittance = t.required(keys[0], 0.01, 0.99);
    pane.front_reflectance = t.required(keys[1], 0.01, 0.98);
    pane.back_reflectance = t.required(keys[2], 0.01, 0.98);
    for (const double reflectance : {pane.front_reflectance, pane.back_reflectance}) {
        if (pane.transmittance + reflectance > 1.0) {
            t.refuse(keys[0], "is more than the pane does not reflect");
        }
    }
    return pane;
}

std::optional<energy::Shading::Overhang> overhang_from(TomlTable& t) {
    energy::Shading::Overhang o;
    const auto depth = t.maybe("overhang_depth_m", 0, 20);
    o.depth_m = depth.value_or(0.0);
    o.above_m = t.number("overhang_above_m", o.above_m, 0, 100);
    o.left_m = t.number("overhang_left_m", o.left_m, 0, 100);
    o.right_m = t.number("overhang_right_m", o.right_m, 0, 100);
    if (depth) return o;
    for (const char* key : {"overhang_above_m", "overhang_left_m", "overhang_right_m"}) {
        if (t.has(key)) t.refuse(key, "says nothing without overhang_depth_m");
    }
    return std::nullopt;
}

/// `side` is left or right, as seen from outside.
std::optional<energy::Shading::Fin> fin_from(TomlTable& t, const std::string& side) {
    const auto key = [&](const char* what) { return fmt::format("{}_fin_{}_m", side, what); };
    energy::Shading::Fin f;
    const auto depth = t.maybe(key("depth").c_str(), 0, 20);
    f.depth_m = depth.value_or(0.0);
    f.beside_m = t.number(key("beside").c_str(), f.beside_m, 0, 100);
    f.above_m = t.number(key("above").c_str(), f.above_m, 0, 100);
    f.below_m = t.number(key("below").c_str(), f.below_m, 0, 100);
    if (depth) return f;
    for (const char* what : {"beside", "above", "below"}) {
        if (t.has(key(what))) {
            t.refuse(key(what), fmt::format("says nothing without {}", key("depth")));
        }
    }
    return std::nullopt;
}

std::optional<energy::Shading> shading_from(TomlTable& t) {
    energy::Shading s;
    s.width_m = t.number("width_m", 0, 0.05, 100);
    s.height_m = t.number("height_m", 0, 0.05, 100);
    s.overhang = overhang_from(t);
    s.left_fin = fin_from(t, "left");
    s.right_fin = fin_from(t, "right");
    if (!s.overhang && !s.left_fin && !s.right_fin) return std::nullopt;
    for (const char* key : {"width_m", "height_m"}) {
        if (!t.has(key)) t.refuse(key, "is missing; an overhang or fin needs the window’s size");
    }
    return s;
}

}  // namespace

energy::BuildingSurface surface_from(TomlTable t, const Surroundings& around) {
    energy::BuildingSurface s;
    s.name = t.text("name", "");
    s.account = t.word("account", s.account, account_words);
    s.zone = t.word("zone", s.zone, zone_words);
    s.area_m2 = t.required("area_m2", 0.01, 10000);
    s.tilt_deg = t.number("tilt_deg", 90, 0, 180);
    s.azimuth_deg = t.number("azimuth_deg", 0, -360, 360);
    s.layers = layers_from(t);
    s.beyond = t.word("beyond", s.beyond, surface_beyond);
    s.solar_absorptance = t.number("solar_absorptance", s.solar_absorptance, 0, 1);
    s.emissivity = t.number("emissivity", s.emissivity, 0.01, 1);
    s.inside_absorptance = t.number("inside_absorptance", s.inside_absorptance, 0, 1);
    s.inside_emissivity = t.number("inside_emissivity", s.inside_emissivity, 0.01, 1);
    s.fixed_c = t.number("fixed_c", s.fixed_c, -60, 60);
    s.ground_c = t.series<12>("ground_c", 10, -40, 40);
    s.ground_r_m2k_per_w = t.number("ground_r_m2k_per_w", 0, 0, 100);
    s.buffer_b = t.number("buffer_b", s.buffer_b, 0, 1);
    s.outside_film_factor = t.number("outside_film_factor", s.outside_film_factor, 0.01, 10);
    s.inside_convective = t.maybe("inside_convective_w_per_m2k", 0.01, greatest_film_w_per_m2k);
    s.outside_convective = t.maybe("outside_convective_w_per_m2k", 0.01, greatest_film_w_per_m2k);
    s.heat = embedded_heat_from(t, s.layers.size());
    check(t, around, s.zone, s.beyond);
    t.finish();
    return s;
}

energy::BuildingWindow window_from(TomlTable t, const Surroundings& around) {
    energy::BuildingWindow w;
    w.name = t.text("name", "");
    w.zone = t.word("zone", w.zone, zone_words);
    w.glass_m2 = t.required("glass_m2", 0.01, 1000);
    w.frame_m2 = t.number("frame_m2", 0, 0, 1000);
    w.frame_u_w_per_m2k = t.number("frame_u_w_per_m2k", w.frame_u_w_per_m2k, 0.1, 20);
    w.tilt_deg = t.number("tilt_deg", 90, 0, 180);
    w.azimuth_deg = t.number("azimuth_deg", 0, -360, 360);
    w.glazing = glazing_from(t);
    w.glazing.outer_pane = outer_pane_from(t);
    w.sun_share = t.number("sun_share", 1, 0, 1);
    w.shading = shading_from(t);
    w.sill_m = t.number("sill_m", w.sill_m, 0, 100);
    w.height_m = t.number("height_m", w.height_m, 0.05, 100);
    w.beyond = t.word("beyond", w.beyond, window_beyond);
    w.buffer_b = t.number("buffer_b", w.buffer_b, 0, 1);
    w.shutter_m2k_per_w = t.number("shutter_m2k_per_w", w.shutter_m2k_per_w, 0, 100);
    w.inside_convective = t.maybe("inside_convective_w_per_m2k", 0.01, greatest_film_w_per_m2k);
    w.outside_convective = t.maybe("outside_convective_w_per_m2k", 0.01, greatest_film_w_per_m2k);
    check(t, around, w.zone, w.beyond);
    t.finish();
    return w;
}

}  // namespace longju::cli
