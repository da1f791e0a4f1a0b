// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>

#include "energy/condensed.h"

namespace longju::energy {

namespace {

constexpr double air_j_per_m3k = 1200.0;  // ρ c of room air, 20 °C.
constexpr double inside_reflected = 0.4;  // Of floors and walls: 1 − absorptance 0.6.
constexpr double inside_absorptance = 0.6;

/// Nodes, conductances and elimination factors of one chain.
void eliminate(CondensedSurface& s) {
    double pivot = s.storage[0] + s.outside + s.link[0];
    for (std::size_t i = 0; i + 1 < s.nodes; ++i) {
        s.pivot_inv[i] = 1.0 / pivot;
        s.carry[i] = s.link[i] / pivot;
        const double next_link = i + 2 < s.nodes ? s.link[i + 1] : 0.0;
        pivot = s.storage[i + 1] + s.link[i] + next_link - s.link[i] * s.carry[i];
    }
    s.pivot = pivot;
}

void set_chain(CondensedSurface& s, const Chain& chain, std::size_t first_node) {
    s.nodes = chain_nodes + first_node;
    for (std::size_t i = 0; i < chain_nodes; ++i) {
        s.storage.at(i + first_node) = chain.capacity_j_per_m2k.at(i) / step_s;
    }
    for (std::size_t i = 0; i + 1 < chain_nodes; ++i) {
        s.link.at(i + first_node) = chain.conductance_w_per_m2k.at(i);
    }
}

/// The attic as node 0: roof skin, gables and ventilation to outdoors, the ceiling's film inwards.
void put_attic_before(CondensedSurface& s, const BuildingSurface& surface, const Attic& attic,
                      const FilmSet& roof_films, Sunlight& sunlight) {
    const double area = surface.area_m2;
    constexpr double light_timber_j_per_m2k = 15000.0;  // Rafters and sheathing by ceiling area.
    const double air_w_per_k = attic.air_change_per_h * attic.volume_m3 * air_j_per_m3k / step_s;
    const double skin_w_per_k = attic.roof_m2 * attic.roof_u_w_per_m2k;
    s.storage[0] = light_timber_j_per_m2k / step_s;
    s.outside = (skin_w_per_k + attic.gable_u_area_w_per_k + air_w_per_k) / area;
    // ISO 6946 table 8 film towards an attic, by radiation and convection: 1/0.10 W/m²K.
    constexpr double film_w_per_m2k = 10.0;
    s.link[0] = film_w_per_m2k;
    const double outer = roof_films.outside_convective + roof_films.outside_radiative;
    const double skin_share = skin_w_per_k / (s.outside * area);
    s.sun_k_per_w_m2 = attic.solar_absorptance / outer * skin_share;
    s.sky_k_per_k = roof_films.sky_radiative / outer * skin_share;
    s.plane = &sunlight.on(attic.tilt_deg, attic.azimuth_deg);
    s.other_plane = &sunlight.on(attic.tilt_deg, attic.azimuth_deg + 180.0);
}

CondensedSurface condensed(const BuildingSurface& surface, const Building& building,
                           Sunlight& sunlight) {
    const double rough_u =
        1.0 / (resistance_of(surface.layers) + surface.ground_r_m2k_per_w + 0.17);
    const bool inside = surface.beyond == Beyond::Adiabatic;
    const FilmSet films = opaque_films(building.films, surface.tilt_deg, inside ? 0.0 : rough_u,
                                       surface.emissivity, sunlight.year());
    CondensedSurface s;
    s.account = surface.account;
    s.beyond = surface.beyond;
    s.area_m2 = surface.area_m2;
    s.h_conv = films.inside_convective;
    s.h_rad = films.inside_radiative;
    s.fixed_c = surface.fixed_c;
    s.ground_c = surface.ground_c;
    s.buffer = surface.buffer;
    const double outer = films.outside_convective + films.outside_radiative;
    const bool attic = surface.beyond == Beyond::Attic && building.attic.has_value();
    set_chain(s, chain_of(surface.layers), attic ? 1 : 0);
    switch (surface.beyond) {
        case Beyond::Outdoors:
            s.outside = outer;
            s.sun_k_per_w_m2 = surface.solar_absorptance / outer;
            s.sky_k_per_k = films.sky_radiative / outer;
            s.plane = &sunlight.on(surface.tilt_deg, surface.azimuth_deg);
            break;
        case Beyond::Attic:
            if (attic) {
                put_attic_before(s, surface, *building.attic,
                                 opaque_films(building.films, building.attic->tilt_deg, 3.0, 0.9,
                                              sunlight.year()),
                                 sunlight);
            }
            break;
        case Beyond::Ground:
            s.outside = 1.0 / std::max(surface.ground_r_m2k_per_w, 1e-4);
            break;
        case Beyond::Fixed:
            s.outside = 1e4;
            break;
        case Beyond::Adiabatic:
            s.outside = 0.0;
            break;
        case Beyond::Buffer:
            s.outside = 7.7 * surface.outer_film_factor;
            break;  // 1/Rsi.
    }
    eliminate(s);
    s.d = s.pivot + s.h_conv + s.h_rad;
    if (surface.beyond == Beyond::Buffer && surface.buffer.sun_gain_k_per_w_m2 > 0.0) {
        s.plane = &sunlight.on(surface.buffer.glazing_tilt_deg, surface.buffer.glazing_azimuth_deg);
    }
    return s;
}

CondensedWindow condensed(const BuildingWindow& window, const Building& building,
                          Sunlight& sunlight) {
    const double inner_r = resistance(window.glazing).total_m2k_per_w;
    const FilmSet films = glass_films(building.films, window.tilt_deg, 1.0 / (inner_r + 0.17),
                                      window.glazing.emissivity, sunlight.year());
    const double outer = films.outside_convective + films.outside_radiative;
    CondensedWindow w{.table = GlazingTable(window.glazing, outer)};
    w.glass_m2 = window.glass_m2;
    w.h_conv = films.inside_convective;
    w.h_rad = films.inside_radiative;
    w.outside = 1.0 / (inner_r + 1.0 / outer);
    w.d = w.outside + w.h_conv + w.h_rad;
    w.sky_k_per_k = films.sky_radiative / outer;
    w.sun_share = window.sun_share;
    w.plane = &sunlight.on(window.tilt_deg, window.azimuth_deg);
    w.buffered = window.behind.has_value();
    if (window.behind) w.buffer = *window.behind;
    return w;
}

/// The frame as a window without sun whose conductance is the frame's.
CondensedWindow frame_of(const BuildingWindow& window, const CondensedWindow& glass) {
    CondensedWindow f = glass;
    const double inside = glass.h_conv + glass.h_rad;
    f.glass_m2 = window.frame_m2;
    // frame_u is air to air with standard films; what is left is from the inner face outwards.
    f.outside = 1.0 / std::max(0.02, 1.0 / window.frame_u_w_per_m2k - 1.0 / inside);
    f.d = f.outside + inside;
    f.has_sun = false;
    return f;
}

/// Shares of the light inside: beam on the floor first, the rest by area and absorptance.
void share_light(CondensedBuilding& b, const Building& building) {
    double absorbing_m2 = 0.0;
    double floor_m2 = 0.0;
    for (std::size_t i = 0; i < b.surfaces.size(); ++i) {
        absorbing_m2 += b.surfaces[i].area_m2 * inside_absorptance;
        if (building.surfaces[i].tilt_deg > 120.0) floor_m2 += b.surfaces[i].area_m2;
    }
    double leaving_m2 = 0.0;
    for (const CondensedWindow& w : b.windows) {
        if (w.has_sun) leaving_m2 += w.glass_m2 * (w.table.diffuse_transmitted() + 0.1);
    }
    const double all_m2 = std::max(absorbing_m2 + leaving_m2, 1e-9);
    b.lost_again = leaving_m2 / all_m2;
    b.floor_first = floor_m2 > 0.0 ? 1.0 - inside_reflected : 0.0;
    for (std::size_t i = 0; i < b.surfaces.size(); ++i) {
        CondensedSurface& s = b.surfaces[i];
        s.diffuse_share = inside_absorptance / all_m2;
        s.beam_share = (1.0 - b.floor_first) * s.diffuse_share;
        if (floor_m2 > 0.0 && building.surfaces[i].tilt_deg > 120.0) {
            s.beam_share += b.floor_first / floor_m2;
        }
    }
}

template <class Face>
double face_m2(const Face& f) {
    if constexpr (requires { f.glass_m2; }) {
        return f.glass_m2;
    } else {
        return f.area_m2;
    }
}

/// Air and radiant nodes eliminated against the inside faces (header comment of zone.h):
/// T_s = (S + h_c T_a + h_r T_m)/D, T_m = p T_a + Σ c S, B T_a = … + Σ a S.
void solve_star(CondensedBuilding& b) {
    double radiant = 0.0;
    double mixed = 0.0;
    double convective = 0.0;
    const auto gather = [&](const auto& f) {
        const double area = face_m2(f);
        radiant += area * f.h_rad * (1.0 - f.h_rad / f.d);
        mixed += area * f.h_conv * f.h_rad / f.d;
        convective += area * f.h_conv * (1.0 - f.h_conv / f.d);
    };
    for (const auto& s : b.surfaces) gather(s);
    for (const auto& w : b.windows) gather(w);
    b.radiant_from_air = mixed / radiant;
    const auto weigh = [&](auto& f) {
        f.radiant_weight = face_m2(f) * f.h_rad / (f.d * radiant);
        f.air_weight = face_m2(f) * f.h_conv / f.d + mixed * f.radiant_weight;
    };
    for (auto& s : b.surfaces) weigh(s);
    for (auto& w : b.windows) weigh(w);
    b.balance = b.air_storage + convective - mixed * b.radiant_from_air;
}

}  // namespace

CondensedBuilding condense(const Building& building, Sunlight& sunlight) {
    CondensedBuilding b;
    for (const BuildingSurface& s : building.surfaces) {
        b.surfaces.push_back(condensed(s, building, sunlight));
    }
    for (const BuildingWindow& w : building.windows) {
        b.windows.push_back(condensed(w, building, sunlight));
        if (w.frame_m2 > 0.0) {
            const CondensedWindow frame = frame_of(w, b.windows.back());
            b.windows.push_back(frame);
        }
    }
    b.air_storage = building.volume_m3 * (air_j_per_m3k + building.contents_j_per_m3k) / step_s;
    share_light(b, building);
    solve_star(b);

    double opaque_m2 = 0.0;
    double opaque_weight = 0.0;
    for (const CondensedSurface& s : b.surfaces) {
        opaque_m2 += s.area_m2;
        opaque_weight += s.air_weight;
    }
    b.gain_share = 1.0 / std::max(opaque_m2, 1e-9);
    b.radiant_heat_share = (1.0 - building.heat_convective_share) * b.gain_share;
    b.heat_weight = building.heat_convective_share + b.radiant_heat_share * opaque_weight;
    return b;
}

}  // namespace longju::energy
