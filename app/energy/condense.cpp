// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/condense.h"

#include <algorithm>
#include <cmath>

#include "energy/glazing.h"

namespace longju::energy {

namespace {

constexpr double gas_constant = 287.05;        // Of dry air, J/kgK.
constexpr double air_heat_j_per_kgk = 1006.0;  // Specific heat of air.
constexpr double room_k = 293.15;

/// A chain with its links and what lies beyond node 0, before elimination.
struct Links {
    std::array<double, chain_nodes - 1> link{};
    double outside = 0.0;
};

class Condenser {
public:
    Condenser(const Building& building, Weather& weather, double step_s)
        : building_(building), weather_(weather), step_s_(step_s) {
        c_.building = &building;
        c_.room = room_of(building, weather);
        c_.zones = building.zones.size();
    }

    Condensed run() {
        std::vector<Face> faces(c_.room.faces.size());
        for (std::size_t i = 0; i < faces.size(); ++i) {
            const InnerFace& f = c_.room.faces[i];
            faces[i] = {
                .zone = f.zone, .area_m2 = f.area_m2(), .h_conv = 0.0, .h_rad = f.h_rad, .d = 0.0};
        }
        for (std::size_t i = 0; i < building_.surfaces.size(); ++i) add_chain(i, faces);
        std::ranges::stable_sort(c_.chains, {}, [&](const CondensedChain& c) {
            return c.course == Course::Between ? most_zones : c_.room.faces[c.face].zone;
        });
        for (std::size_t i = 0; i < faces.size(); ++i) {
            if (c_.room.faces[i].kind != InnerFace::Kind::Opaque) add_pane(i, faces);
        }
        const bool shut =
            std::ranges::find(building_.shutters_closed, true) != building_.shutters_closed.end();
        for (std::size_t set = 0; set < hour_sets; ++set) {
            if (is_closed(set) && !shut) {
                repeat_open(set);
                continue;
            }
            c_.faces.at(set) = faces;
            add_films(c_.faces.at(set), set);
            c_.star.at(set) = solve_star(c_.faces.at(set));
            c_.windows.at(set) = window_terms(set);
        }
        store_air();
        return std::move(c_);
    }

private:
    void add_chain(std::size_t index, std::vector<Face>& faces) {
        const BuildingSurface& s = building_.surfaces[index];
        CondensedChain c;
        c.face = index;
        const bool attic = s.beyond == Beyond::Attic && building_.attic.has_value();
        const auto heat = s.heat ? std::optional(s.heat->after_layer) : std::nullopt;
        const Chain chain = chain_of(s.layers, attic ? chain_nodes - 2 : chain_nodes - 1, heat);
        Links links;
        const std::size_t first = attic ? 1 : 0;
        for (std::size_t i = 0; i + first < chain_nodes; ++i) {
            c.storage.at(i + first) = chain.capacity_j_per_m2k.at(i) / step_s_;
        }
        for (std::size_t i = 0; i + first + 1 < chain_nodes; ++i) {
            links.link.at(i + first) = chain.conductance_w_per_m2k.at(i);
        }
        if (s.heat) {
            c.heated = true;
            c.heat_node = chain.kept_node + first;
            for (std::size_t h = 0; h < 24; ++h)
                c.heat_w_per_m2.at(h) = s.heat->w.at(h) / s.area_m2;
        }
        c.outer_wall = s.beyond == Beyond::Outdoors && s.account == Account::Walls && s.zone == 0;
        drive(s, index, attic, c, links);
        if (c.course == Course::Between) {
            pair_up(c, links, faces);
        } else {
            Face& f = faces[c.face];
            f.d = eliminate(c, links);
        }
        c_.chains.push_back(c);
    }

    /// What lies beyond node 0.
    void drive(const BuildingSurface& s, std::size_t index, bool attic, CondensedChain& c,
               Links& links) {
        switch (s.beyond) {
            case Beyond::Outdoors:
                drive_from_outdoors(c, links, c_.room.faces[index], s);
                break;
            case Beyond::Attic:
                if (attic) put_attic_before(s, *building_.attic, c, links);
                break;
            case Beyond::Ground:
                c.course = Course::Monthly;
                links.outside = 1.0 / std::max(s.ground_r_m2k_per_w, 1e-4);
                for (std::size_t m = 0; m < 12; ++m)
                    c.monthly_w.at(m) = links.outside * s.ground_c.at(m);
                break;
            case Beyond::Fixed:
                c.course = Course::Monthly;
                links.outside = 1e4;
                c.monthly_w.fill(links.outside * s.fixed_c);
                break;
            case Beyond::Adiabatic:
                c.course = Course::Closed;
                break;
            case Beyond::Buffer:
                c.course = Course::Buffer;
                links.outside = 7.7 * s.outside_film_factor;  // ISO 6946: 1/Rsi.
                c.outdoor_w_per_k = links.outside * s.buffer_b;
                c.room_w_per_k = links.outside * (1.0 - s.buffer_b);
                break;
            case Beyond::Zone:
                c.course = Course::Between;
                c.between.far_face = c_.room.faces[index].partner;
                c.between.far_sun = c_.room.wall_light[index].sun;
                c.between.far_sun_share = c_.room.wall_light[index].share;
                break;
        }
    }

    void drive_from_outdoors(CondensedChain& c, Links& links, const InnerFace& face,
                             const BuildingSurface& s) {
        // The steady conductance holds the film: r = layers + 1/film.
        const double r = std::max(resistance_of(s.layers), 1e-4);
        links.outside = 1.0 / (1.0 / face.conductance - r);
        c.outdoor_w_per_k = links.outside;
        c.sun = face.sun;
        c.sun_share = links.outside * face.sun_k_per_w_m2;
        c.sky_w_per_k = -links.outside * face.sky_k_per_k;
    }

    /// The attic as node 0: roof skin, gables and air to outdoors, the ceiling's film inwards.
    void put_attic_before(const BuildingSurface& s, const Attic& attic, CondensedChain& c,
                          Links& links) {
        constexpr double light_timber_j_per_m2k = 15000.0;  // Rafters, sheathing, by ceiling area.
        constexpr double film_w_per_m2k = 10.0;             // ISO 6946: 1/Rsi, upward.
        const double air_w_per_k = attic.air_change_per_h * attic.volume_m3 *
                                   weather_.air_w_per_m3h_k().winter_mean[index(Sky::Dark)];
        const double skin_w_per_k = attic.roof_m2 * attic.roof_u_w_per_m2k;
        const OutsideFilm film =
            outside_film(building_.films, Roughness::Rough, attic.tilt_deg, 0.9,
                         {.wind_ms = weather_.mean_wind_ms(),
                          .outdoor_c = weather_.outdoor_c().winter_mean[index(Sky::Dark)]});
        c.storage[0] = light_timber_j_per_m2k / step_s_;
        links.outside = (skin_w_per_k + attic.gable_u_area_w_per_k + air_w_per_k) / s.area_m2;
        links.link[0] = film_w_per_m2k;
        const double skin_by_film = skin_w_per_k / s.area_m2 / film.whole();
        c.outdoor_w_per_k = links.outside;
        c.sun = &weather_.sun_on_slopes(attic.tilt_deg, attic.azimuth_deg);
        c.sun_share = attic.solar_absorptance * skin_by_film;
        c.sky_w_per_k = -film.sky * skin_by_film;
    }

    /// Forward elimination from outside; returns the pivot of the inner face's construction.
    static double eliminate(CondensedChain& c, const Links& l) {
        double pivot = c.storage[0] + l.outside + l.link[0];
        for (std::size_t i = 0; i + 1 < chain_nodes; ++i) {
            c.pivot_inv.at(i) = 1.0 / pivot;
            c.carry.at(i) = l.link.at(i) / pivot;
            const double next = i + 2 < chain_nodes ? l.link.at(i + 1) : 0.0;
            pivot = c.storage.at(i + 1) + l.link.at(i) + next - l.link.at(i) * c.carry.at(i);
        }
        return pivot;
    }

    /// Both ends are faces: the three nodes between them are eliminated against the two.
    static void pair_up(CondensedChain& c, const Links& l, std::vector<Face>& faces) {
        BetweenZones& b = c.between;
        const double p0 = c.storage[1] + l.link[0] + l.link[1];
        const double p1 = c.storage[2] + l.link[1] + l.link[2];
        const double p2 = c.storage[3] + l.link[2] + l.link[3];
        const double u = -l.link[1];
        const double v = -l.link[2];
        // Adjugate of the symmetric tridiagonal [p0 u 0; u p1 v; 0 v p2].
        const double determinant = p0 * (p1 * p2 - v * v) - u * u * p2;
        b.inner[0] = {(p1 * p2 - v * v) / determinant, -u * p2 / determinant, u * v / determinant};
        b.inner[1] = {-u * p2 / determinant, p0 * p2 / determinant, -v * p0 / determinant};
        b.inner[2] = {u * v / determinant, -v * p0 / determinant, (p0 * p1 - u * u) / determinant};
        for (std::size_t i = 0; i < BetweenZones::inner_nodes; ++i) {
            b.into_far.at(i) = b.from_far.at(i) = l.link[0] * b.inner.at(i)[0];
            b.into_near.at(i) = b.from_near.at(i) = l.link[3] * b.inner.at(i)[2];
        }
        Face& near = faces[c.face];
        Face& far = faces[b.far_face];
        far.d = c.storage[0] + l.link[0] - l.link[0] * b.into_far[0];
        near.d = c.storage[4] + l.link[3] - l.link[3] * b.into_near[2];
        near.link = far.link = l.link[0] * b.into_near[0];
        near.partner = b.far_face;
        far.partner = c.face;
    }

    void add_pane(std::size_t index, std::vector<Face>& faces) {
        const InnerFace& inner = c_.room.faces[index];
        const BuildingWindow& w = building_.windows[inner.of];
        Face& f = faces[index];
        f.d = inner.conductance;
        f.partner = inner.partner;
        f.link = inner.partner == Face::alone ? 0.0 : inner.conductance;
        const double shut = 1.0 / (1.0 / inner.conductance +
                                   (w.beyond == Beyond::Zone ? 0.0 : w.shutter_m2k_per_w));
        c_.panes.push_back({index, {inner.conductance, shut}});
    }

    /// `d` so far is the pivot of the construction with the shutters open.
    void add_films(std::vector<Face>& faces, std::size_t set) const {
        for (std::size_t i = 0; i < faces.size(); ++i) {
            faces[i].h_conv = c_.room.faces[i].h_conv.at(index(sky_of(set)));
            faces[i].d += faces[i].h_conv + faces[i].h_rad;
        }
        if (!is_closed(set)) return;
        for (const PaneFace& p : c_.panes) {
            faces[p.face].d += p.conductance[1] - p.conductance[0];
        }
    }

    void repeat_open(std::size_t set) {
        c_.faces.at(set) = c_.faces.at(set - 1);
        c_.star.at(set) = c_.star.at(set - 1);
        c_.windows.at(set) = c_.windows.at(set - 1);
    }

    WindowTerms window_terms(std::size_t set) const {
        WindowTerms t;
        const Star& star = c_.star.at(set);
        for (const PaneFace& p : c_.panes) {
            const InnerFace& f = c_.room.faces[p.face];
            if (f.partner != Face::alone) continue;
            const double outdoor = p.conductance.at(is_closed(set)) * f.outdoor_share;
            const double room = p.conductance.at(is_closed(set)) - outdoor;
            const double sky = -p.conductance.at(is_closed(set)) * f.sky_k_per_k;
            for (std::size_t z = 0; z < most_zones; ++z) {
                const double air = star.air_weight[p.face].at(z);
                const double radiant = star.radiant_weight[p.face].at(z);
                t.air_outdoor.at(z) += air * outdoor;
                t.air_sky.at(z) += air * sky;
                t.air_room.at(z) += air * room;
                t.radiant_outdoor.at(z) += radiant * outdoor;
                t.radiant_sky.at(z) += radiant * sky;
                t.radiant_room.at(z) += radiant * room;
            }
        }
        return t;
    }

    void store_air() {
        const double density = weather_.year().pressure_pa[0] / (gas_constant * room_k);
        for (std::size_t z = 0; z < c_.zones; ++z) {
            const Zone& zone = building_.zones[z];
            c_.air_w_per_k.at(z) =
                zone.volume_m3 * (density * air_heat_j_per_kgk + zone.contents_j_per_m3k) / step_s_;
        }
    }

    const Building& building_;
    Weather& weather_;
    double step_s_;
    Condensed c_;
};

}  // namespace

Condensed condense(const Building& building, Weather& weather, double step_s) {
    return Condenser(building, weather, step_s).run();
}

}  // namespace longju::energy
