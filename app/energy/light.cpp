// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>

#include "energy/room.h"

namespace longju::energy {

namespace {

void add_source(Room& room, const Building& building, std::size_t face_index, Weather& weather) {
    const InnerFace& face = room.faces[face_index];
    const BuildingWindow& w = building.windows[face.of];
    OutsideFilm film = outside_film(building.films, Roughness::Glass, w.tilt_deg,
                                    w.glazing.emissivity, outside_conditions(weather));
    if (w.outside_convective) film.convective = *w.outside_convective;
    const GlassPlace place{.glazing = w.glazing,
                           .tilt_deg = w.tilt_deg,
                           .azimuth_deg = w.azimuth_deg,
                           .outside_film_w_per_m2k = film.whole(),
                           .shading = w.shading};
    room.sources.push_back({.sun = &weather.through(place),
                            .zone = w.zone,
                            .area_m2 = w.glass_m2 * w.sun_share,
                            .has_shutter = w.shutter_m2k_per_w > 0.0,
                            .face = face_index,
                            .inward_share = w.sun_share});
}

bool faces_alike(double azimuth_a, double azimuth_b) {
    return std::abs(std::remainder(azimuth_a - azimuth_b, 360.0)) < 1.0;
}

/// Glass of the common wall absorbs and passes; what it throws back is about this (diffuse, two
/// clear panes; ISO 9050).
constexpr double glass_thrown_back = 0.2;

/// The front of a sunspace and what stands behind it.
class SunspaceLight {
public:
    SunspaceLight(Room& room, const Building& building, std::size_t front_face, Weather& weather)
        : room_(room),
          building_(building),
          weather_(weather),
          front_(building.windows[room.faces[front_face].of]) {
        for (const InnerFace& f : room.faces) {
            if (!behind(f) || f.kind != InnerFace::Kind::Opaque) continue;
            wall_m2_ += f.area_m2();
            wall_face_ = static_cast<std::size_t>(&f - room.faces.data());
        }
    }

    bool splits() const {
        return building_.zones[front_.zone].sunspace_depth_m.value_or(0.0) > 0.0 &&
               front_.tilt_deg >= 60.0 && wall_m2_ > 0.0;
    }

    /// Sun through the front: on its floor, on the common wall, and through the glass in the common
    /// wall into the rooms.
    void split() {
        LightSource& source = room_.sources.back();
        const GlassPlace place = place_of_front();
        source.sun = &weather_.through(place);
        const double front_m2 = source.area_m2;
        std::vector<InnerGlass> glass;
        for (const InnerFace& f : room_.faces) {
            if (!behind(f) || f.kind != InnerFace::Kind::Glass) continue;
            glass.push_back(glass_of(building_.windows[f.of]));
            add_inner_glass(f, place, glass.back(), front_m2);
        }
        light_wall(weather_.beside(place, glass), front_m2);
    }

private:
    bool behind(const InnerFace& f) const {
        return f.outer_side && f.zone == front_.zone && f.radiant.tilt_deg == 90.0 &&
               faces_alike(f.radiant.azimuth_deg, front_.azimuth_deg + 180.0);
    }

    GlassPlace place_of_front() const {
        const double depth_m = *building_.zones[front_.zone].sunspace_depth_m;
        double front_width_m = 0.0;
        for (const BuildingWindow& w : building_.windows) {
            const bool of_front = w.zone == front_.zone && w.beyond == Beyond::Outdoors &&
                                  w.tilt_deg >= 60.0 &&
                                  faces_alike(w.azimuth_deg, front_.azimuth_deg);
            if (of_front) front_width_m += w.glass_m2 / w.height_m;
        }
        double floor_m2 = 0.0;
        for (const InnerFace& f : room_.faces) {
            if (f.zone == front_.zone && f.floor) floor_m2 += f.area_m2();
        }
        const OutsideFilm film =
            outside_film(building_.films, Roughness::Glass, front_.tilt_deg,
                         front_.glazing.emissivity, outside_conditions(weather_));
        return {
            .glazing = front_.glazing,
            .tilt_deg = front_.tilt_deg,
            .azimuth_deg = front_.azimuth_deg,
            .outside_film_w_per_m2k = film.whole(),
            .shading = front_.shading,
            .sunspace = GlassPlace::Sunspace{.sill_m = front_.sill_m,
                                             .head_m = front_.sill_m + front_.height_m,
                                             .front_width_m = front_width_m,
                                             .width_m = std::max(front_width_m, floor_m2 / depth_m),
                                             .depth_m = depth_m}};
    }

    static InnerGlass glass_of(const BuildingWindow& w) {
        return {.glazing = w.glazing,
                .sill_m = w.sill_m,
                .head_m = w.sill_m + w.height_m,
                .width_m = w.glass_m2 / w.height_m};
    }

    void add_inner_glass(const InnerFace& f, const GlassPlace& place, const InnerGlass& glass,
                         double front_m2) {
        const BuildingWindow& w = building_.windows[f.of];
        const GlassSun& sun = weather_.through_both(place, glass);
        room_.sources.push_back({.sun = &sun,
                                 .zone = w.zone,
                                 .area_m2 = front_m2 * w.sun_share,
                                 .has_shutter = w.shutter_m2k_per_w > 0.0,
                                 .face = f.partner,
                                 .inward_share = front_m2 / f.area_m2() * w.sun_share});
        throw_back(sun, front_m2 * glass_thrown_back);
    }

    /// The opaque parts share it by area.
    void light_wall(const GlassSun& sun, double front_m2) {
        double reflectance = 0.0;
        for (const InnerFace& f : room_.faces) {
            if (!behind(f) || f.kind != InnerFace::Kind::Opaque) continue;
            WallLight& light = room_.wall_light[f.of];
            // Panes of unlike height give unlike columns; the first one stands for all.
            if (light.sun == nullptr) light.sun = &sun.wall;
            light.share += front_m2 / wall_m2_ * f.absorptance;
            reflectance += (1.0 - f.absorptance) * f.area_m2() / wall_m2_;
        }
        throw_back(sun, front_m2 * reflectance);
    }

    void throw_back(const GlassSun& sun, double m2) {
        room_.sources.push_back({.sun = &sun,
                                 .reflected_wall = true,
                                 .zone = front_.zone,
                                 .area_m2 = m2,
                                 .face = wall_face_});
    }

    Room& room_;
    const Building& building_;
    Weather& weather_;
    std::size_t wall_face_ = 0;
    const BuildingWindow& front_;
    double wall_m2_ = 0.0;
};

/// Light in one zone and what its faces do with it. Spread evenly, it is taken up by area and
/// absorptance; some goes out through the glass, as does what is absorbed in a pane and finds the
/// way out shorter than the way in.
class LightInZone {
public:
    LightInZone(Room& room, const Building& building, std::size_t zone, Weather& weather)
        : room_(room), zone_(zone) {
        for (const InnerFace& f : room.faces) {
            if (f.zone != zone) continue;
            if (f.kind == InnerFace::Kind::Glass) {
                constexpr double absorbed = 0.1;               // In the panes, from inside.
                constexpr double inside_film_w_per_m2k = 7.7;  // ISO 6946, 1/Rsi.
                const double through =
                    weather.diffuse_transmittance(building.windows[f.of].glazing);
                const double outward = f.conductance / (f.conductance + inside_film_w_per_m2k);
                taken_.push_back(through + absorbed * outward);
                passed_.push_back(f.outer_side ? through : 0.0);
            } else {
                taken_.push_back(f.absorptance);
                passed_.push_back(0.0);
            }
            faces_.push_back(static_cast<std::size_t>(&f - room.faces.data()));
            whole_m2_ += f.area_m2();
            taken_m2_ += f.area_m2() * taken_.back();
            passed_m2_ += f.area_m2() * passed_.back();
        }
    }

    void share() {
        if (taken_m2_ <= 0.0) return;
        share_diffuse();
        share_beam();
    }

private:
    const InnerFace& face(std::size_t i) const { return room_.faces[faces_[i]]; }

    struct Plane {
        const RadiantFace* any = nullptr;
        double m2 = 0.0;
        double light_w = 0.0;  ///< That comes in through it.
    };

    Plane& plane_of(const RadiantFace& face) {
        const auto found =
            std::ranges::find_if(planes_, [&](const Plane& p) { return same_plane(*p.any, face); });
        return found != planes_.end() ? *found : planes_.emplace_back(&face);
    }

    /// Of a watt of diffuse light that comes in, W/m² on each face before the first reflection: a
    /// window does not shine on its own wall.
    std::vector<double> first_fall() {
        std::vector<std::size_t> plane;
        for (const std::size_t i : faces_) {
            Plane& own = plane_of(room_.faces[i].radiant);
            own.m2 += room_.faces[i].area_m2();
            plane.push_back(static_cast<std::size_t>(&own - planes_.data()));
        }
        for (const LightSource& s : room_.sources) {
            if (s.zone != zone_) continue;
            plane_of(room_.faces[s.face].radiant).light_w +=
                s.area_m2 * (s.reflected_wall ? s.sun->wall.year_sum : s.sun->diffuse.year_sum);
        }
        const auto beyond = [&](const Plane& p) {
            const double seen_m2 = whole_m2_ - p.m2;
            return seen_m2 > 0.0 ? p.light_w / seen_m2 : 0.0;
        };
        double light_w = 0.0;
        double everywhere = 0.0;
        for (const Plane& p : planes_) {
            if (p.m2 < whole_m2_) light_w += p.light_w;
            everywhere += beyond(p);
        }
        std::vector<double> fall(faces_.size(), 1.0 / whole_m2_);
        if (light_w <= 0.0) return fall;
        for (std::size_t i = 0; i < fall.size(); ++i) {
            fall[i] = (everywhere - beyond(planes_[plane[i]])) / light_w;
        }
        return fall;
    }

    void share_diffuse() {
        const std::vector<double> fall = first_fall();
        double reflected = 1.0;
        double passed = 0.0;
        for (std::size_t i = 0; i < faces_.size(); ++i) {
            reflected -= face(i).area_m2() * fall[i] * taken_[i];
            passed += face(i).area_m2() * fall[i] * passed_[i];
        }
        for (std::size_t i = 0; i < faces_.size(); ++i) {
            InnerFace& f = room_.faces[faces_[i]];
            if (f.kind == InnerFace::Kind::Glass) continue;
            f.diffuse_share = f.absorptance * (fall[i] + reflected / taken_m2_);
        }
        if (zone_ == 1) room_.diffuse_to_first = passed + reflected * passed_m2_ / taken_m2_;
    }

    /// On the floor first; what that reflects, evenly.
    void share_beam() {
        double floor_m2 = 0.0;
        double floor_taken_m2 = 0.0;
        for (std::size_t i = 0; i < faces_.size(); ++i) {
            if (!face(i).floor) continue;
            floor_m2 += face(i).area_m2();
            floor_taken_m2 += face(i).area_m2() * taken_[i];
        }
        const double reflected = floor_m2 > 0.0 ? 1.0 - floor_taken_m2 / floor_m2 : 1.0;
        for (const std::size_t i : faces_) {
            InnerFace& f = room_.faces[i];
            if (f.kind == InnerFace::Kind::Glass) continue;
            f.beam_share = f.absorptance * reflected / taken_m2_;
            if (f.floor) f.beam_share += f.absorptance / floor_m2;
        }
        if (zone_ == 1) room_.beam_to_first = reflected * passed_m2_ / taken_m2_;
    }

    Room& room_;
    std::size_t zone_;
    std::vector<std::size_t> faces_;
    std::vector<Plane> planes_;
    std::vector<double> taken_, passed_;  ///< By face of the zone, of the light on it.
    double whole_m2_ = 0.0, taken_m2_ = 0.0, passed_m2_ = 0.0;
};

}  // namespace

void add_light(Room& room, const Building& building, Weather& weather) {
    room.wall_light.resize(building.surfaces.size());
    for (std::size_t i = 0; i < room.faces.size(); ++i) {
        const InnerFace& f = room.faces[i];
        if (f.kind != InnerFace::Kind::Glass || f.outer_side) continue;
        const BuildingWindow& w = building.windows[f.of];
        if (w.beyond == Beyond::Zone) continue;
        add_source(room, building, i, weather);
        SunspaceLight sunspace(room, building, i, weather);
        if (w.beyond == Beyond::Outdoors && sunspace.splits()) sunspace.split();
    }
}

void share_light(Room& room, const Building& building, Weather& weather) {
    for (std::size_t z = 0; z < building.zones.size(); ++z) {
        LightInZone(room, building, z, weather).share();
    }
}

}  // namespace longju::energy
