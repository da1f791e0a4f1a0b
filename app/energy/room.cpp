// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/room.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "energy/chain.h"
#include "energy/glazing.h"

namespace longju::energy {

namespace {

constexpr double still_air_film = 7.7;  // ISO 6946, 1/Rsi horizontal, W/m²K.
constexpr double attic_film = 10.0;     // ISO 6946, 1/Rsi upward.

OutsideFilm film_of(const BuildingSurface& s, const Building& building, const Weather& weather) {
    OutsideFilm film = outside_film(building.films, Roughness::Rough, s.tilt_deg, s.emissivity,
                                    outside_conditions(weather));
    if (s.outside_convective) film.convective = *s.outside_convective;
    return film;
}

/// What lies beyond an opaque surface, in the steady state.
void set_beyond(InnerFace& face, const BuildingSurface& s, const Building& building,
                Weather& weather) {
    double r = std::max(resistance_of(s.layers), 1e-4);
    switch (s.beyond) {
        case Beyond::Outdoors: {
            const OutsideFilm film = film_of(s, building, weather);
            r += 1.0 / film.whole();
            face.sky_k_per_k = film.sky / film.whole();
            face.sun_k_per_w_m2 = s.solar_absorptance / film.whole();
            face.sun = &weather.sun_on(s.tilt_deg, s.azimuth_deg);
            break;
        }
        case Beyond::Attic:
            r += 1.0 / attic_film;
            break;
        case Beyond::Ground:
            r += s.ground_r_m2k_per_w;
            face.fixed_c = *std::ranges::min_element(s.ground_c);  // As heaters are sized.
            break;
        case Beyond::Fixed:
            face.fixed_c = s.fixed_c;
            break;
        case Beyond::Adiabatic:
            face.conductance = 0.0;
            return;
        case Beyond::Buffer:
            r += 1.0 / (still_air_film * s.outside_film_factor);
            face.outdoor_share = s.buffer_b;
            break;
        case Beyond::Zone:
            break;
    }
    face.conductance = 1.0 / r;
}

/// Heat a face takes up per K of daily swing: the layers that follow it, at most 10 cm deep and not
/// beyond insulation (ISO 13786:2017 annex C), times 2π a day.
double daily_store(const BuildingSurface& s, bool outer_side) {
    constexpr double deepest_m = 0.10;
    constexpr double insulation_m2k_per_w = 0.3;
    constexpr double per_s = 2.0 * std::numbers::pi / 86400.0;
    double depth_m = 0.0;
    double j_per_m2k = 0.0;
    for (std::size_t i = 0; i < s.layers.size(); ++i) {
        const SlabLayer& l = s.layers[outer_side ? i : s.layers.size() - 1 - i];
        const double heavy = l.density_kg_per_m3 * l.specific_heat_j_per_kgk;
        const double used_m = std::min(l.thickness_m, deepest_m - depth_m);
        if (used_m <= 0.0 || used_m / l.conductivity_w_per_mk > insulation_m2k_per_w) break;
        j_per_m2k += used_m * heavy;
        depth_m += used_m;
    }
    return j_per_m2k * per_s;
}

InnerFace face_of(const BuildingSurface& s, std::size_t index) {
    InnerFace f;
    f.of = index;
    f.zone = s.zone;
    f.account = s.account;
    f.radiant = {.area_m2 = s.area_m2,
                 .emissivity = s.inside_emissivity,
                 .tilt_deg = s.tilt_deg,
                 .azimuth_deg = s.azimuth_deg,
                 .furniture = s.beyond == Beyond::Adiabatic && s.account == Account::Inside};
    f.absorptance = s.inside_absorptance;
    f.floor = s.tilt_deg > 120.0;
    f.given_convective = s.inside_convective;
    f.daily_store = daily_store(s, false);
    return f;
}

void add_opaque(Room& room, const Building& building, Weather& weather) {
    for (std::size_t i = 0; i < building.surfaces.size(); ++i) {
        InnerFace f = face_of(building.surfaces[i], i);
        set_beyond(f, building.surfaces[i], building, weather);
        room.faces.push_back(f);
    }
    for (std::size_t i = 0; i < building.surfaces.size(); ++i) {
        const BuildingSurface& s = building.surfaces[i];
        if (s.beyond != Beyond::Zone) continue;
        InnerFace& near = room.faces[i];
        InnerFace far = near;
        far.outer_side = true;
        far.zone = 1 - near.zone;
        far.radiant.tilt_deg = 180.0 - s.tilt_deg;
        far.radiant.azimuth_deg = s.azimuth_deg + 180.0;
        far.radiant.emissivity = s.emissivity;
        far.absorptance = s.solar_absorptance;
        far.floor = far.radiant.tilt_deg > 120.0;
        far.given_convective = s.outside_convective;
        far.daily_store = daily_store(s, true);
        far.partner = i;
        near.partner = room.faces.size();
        room.faces.push_back(far);
    }
}

void add_pane(Room& room, InnerFace f, const BuildingWindow& w) {
    if (f.area_m2() <= 0.0) return;
    if (w.beyond != Beyond::Zone) {
        room.faces.push_back(f);
        return;
    }
    InnerFace far = f;
    far.outer_side = true;
    far.zone = 1 - f.zone;
    far.radiant.azimuth_deg += 180.0;
    far.partner = room.faces.size();
    f.partner = room.faces.size() + 1;
    room.faces.push_back(f);
    room.faces.push_back(far);
}

void add_window(Room& room, const Building& building, std::size_t index, Weather& weather) {
    const BuildingWindow& w = building.windows[index];
    OutsideFilm film = outside_film(building.films, Roughness::Glass, w.tilt_deg,
                                    w.glazing.emissivity, outside_conditions(weather));
    if (w.outside_convective) film.convective = *w.outside_convective;
    const bool outdoors = w.beyond == Beyond::Outdoors;
    InnerFace f;
    f.kind = InnerFace::Kind::Glass;
    f.of = index;
    f.zone = w.zone;
    f.account = Account::Windows;
    f.radiant = {.area_m2 = w.glass_m2,
                 .emissivity = w.glazing.emissivity,
                 .tilt_deg = w.tilt_deg,
                 .azimuth_deg = w.azimuth_deg};
    f.given_convective = w.inside_convective;
    f.outdoor_share = w.beyond == Beyond::Buffer ? w.buffer_b : 1.0;
    f.sky_k_per_k = outdoors ? film.sky / film.whole() : 0.0;
    const double outer_film = outdoors ? film.whole() : still_air_film;
    const double beyond_r = w.beyond == Beyond::Zone ? 0.0 : 1.0 / outer_film;
    f.conductance = 1.0 / (resistance(w.glazing).total_m2k_per_w + beyond_r);
    add_pane(room, f, w);

    f.kind = InnerFace::Kind::Frame;
    f.radiant.area_m2 = w.frame_m2;
    // The frame's U is air to air with the standard's films, 0.13 inside and 0.04 outside.
    constexpr double rated_films = 0.17;
    f.conductance = 1.0 / (std::max(0.02, 1.0 / w.frame_u_w_per_m2k - rated_films) + beyond_r);
    add_pane(room, f, w);
}

void set_radiant(Room& room, std::size_t zones) {
    for (std::size_t z = 0; z < zones; ++z) {
        std::vector<RadiantFace> seen;
        for (const InnerFace& f : room.faces) {
            if (f.zone == z) seen.push_back(f.radiant);
        }
        const std::vector<double> exchange = radiant_exchange(seen);
        std::size_t next = 0;
        for (InnerFace& f : room.faces) {
            if (f.zone == z) f.h_rad = exchange[next++];
        }
    }
}

}  // namespace

OutsideConditions outside_conditions(const Weather& weather) {
    return {.wind_ms = weather.mean_wind_ms(),
            .outdoor_c = weather.outdoor_c().winter_mean[index(Sky::Dark)]};
}

Room room_of(const Building& building, Weather& weather) {
    Room room;
    add_opaque(room, building, weather);
    for (std::size_t i = 0; i < building.windows.size(); ++i) {
        add_window(room, building, i, weather);
    }
    add_light(room, building, weather);
    share_light(room, building, weather);
    set_radiant(room, building.zones.size());
    settle_convection(room, building, weather);
    return room;
}

}  // namespace longju::energy
