// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>
#include <numeric>

#include "energy/room.h"

namespace longju::energy {

namespace {

double mean(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

struct Light {
    ByZone beam_w{};
    ByZone diffuse_w{};
};

double mean_sun(const Column& column, const SteadyConditions& now) {
    if (!now.sun) return 0.0;
    return column.mean(now.sky, now.all_year);
}

/// Mean of the light in each zone.
Light mean_light(const Room& room, const SteadyConditions& now) {
    Light light;
    const auto mean_of = [&](const Column& column) { return mean_sun(column, now); };
    for (const LightSource& s : room.sources) {
        if (s.reflected_wall) {
            light.diffuse_w.at(s.zone) += s.area_m2 * mean_of(s.sun->wall);
            continue;
        }
        light.beam_w.at(s.zone) += s.area_m2 * mean_of(s.sun->beam);
        light.diffuse_w.at(s.zone) += s.area_m2 * mean_of(s.sun->diffuse);
    }
    light.diffuse_w[0] +=
        room.diffuse_to_first * light.diffuse_w[1] + room.beam_to_first * light.beam_w[1];
    return light;
}

/// ρ c of outdoor air by the standard pressure of the year, W per m³/h and K.
double air_w_per_m3h_k(const Weather& weather, double outdoor_c) {
    constexpr double gas_constant = 287.05;
    constexpr double air_heat_j_per_kgk = 1006.0;
    return weather.year().pressure_pa[0] / (gas_constant * (outdoor_c + 273.15)) *
           air_heat_j_per_kgk / 3600.0;
}

}  // namespace

std::vector<double> SteadyState::drives(const SteadyConditions& now) const {
    const Light light = mean_light(room_, now);
    const auto sun = [&](const Column& column) { return mean_sun(column, now); };
    std::vector<double> s(room_.faces.size());
    for (std::size_t i = 0; i < s.size(); ++i) {
        const InnerFace& f = room_.faces[i];
        s[i] =
            f.diffuse_share * light.diffuse_w.at(f.zone) + f.beam_share * light.beam_w.at(f.zone);
        if (f.outer_side && f.kind == InnerFace::Kind::Opaque) {
            const WallLight& wall = room_.wall_light[f.of];
            if (wall.sun != nullptr) s[i] += wall.share * sun(*wall.sun);
        }
        if (f.partner != Face::alone) continue;
        double beyond_c = f.fixed_c.value_or(now.outdoor_c);
        if (!f.fixed_c) {
            beyond_c -= f.sky_k_per_k * now.sky_depression_k;
            if (f.sun != nullptr) beyond_c += f.sun_k_per_w_m2 * sun(*f.sun);
            beyond_c = now.inside_c + f.outdoor_share * (beyond_c - now.inside_c);
        }
        s[i] += f.conductance * beyond_c;
    }
    for (const LightSource& source : room_.sources) {
        if (source.reflected_wall) continue;
        s[source.face] += source.inward_share * sun(source.sun->inward);
    }
    return s;
}

void SteadyState::set_faces(const SteadyConditions& now, const std::vector<double>& drives) {
    faces_.clear();
    drives_ = drives;
    const std::size_t sky = index(now.sky);
    for (std::size_t i = 0; i < room_.faces.size(); ++i) {
        const InnerFace& f = room_.faces[i];
        const double store = now.mean_face_c != nullptr ? f.daily_store : 0.0;
        if (now.mean_face_c != nullptr) drives_[i] += store * (*now.mean_face_c)[i];
        faces_.push_back({.zone = f.zone,
                          .area_m2 = f.area_m2(),
                          .h_conv = f.h_conv.at(sky),
                          .h_rad = f.h_rad,
                          .d = f.conductance + store + f.h_conv.at(sky) + f.h_rad,
                          .partner = f.partner,
                          .link = f.partner == Face::alone ? 0.0 : f.conductance});
    }
}

SteadyState::Balance SteadyState::balance_of(const SteadyConditions& now) const {
    Balance balance{.b = star_.balance};
    const std::size_t zones = building_.zones.size();
    const double difference_k = now.inside_c - now.outdoor_c;
    const double wind = wind_of(leak_model(building_), weather_).mean(now.sky, now.all_year);
    for (std::size_t z = 0; z < zones; ++z) {
        const Zone& zone = building_.zones[z];
        double vent_w_per_k =
            (air_flow_m3_per_h(zone, difference_k, wind) + mean(zone.air.fan_m3_per_h)) *
            air_w_per_m3h_k(weather_, now.outdoor_c);
        if (z == 0) vent_w_per_k += building_.bridges_w_per_k;
        balance.b.at(z).at(z) += vent_w_per_k;
        balance.given_w.at(z) += vent_w_per_k * now.outdoor_c;
        if (now.gains) {
            balance.given_w.at(z) += mean(zone.convective_gain_w);
            balance.radiant_w.at(z) = mean(zone.radiant_gain_w);
        }
        for (std::size_t k = 0; k < drives_.size(); ++k) {
            balance.given_w.at(z) += star_.air_weight[k].at(z) * drives_[k];
        }
    }
    for (std::size_t z = 0; z < zones; ++z) {
        for (std::size_t y = 0; y < zones; ++y) {
            balance.given_w.at(z) += star_.pass.at(z).at(y) * balance.radiant_w.at(y);
        }
    }
    return balance;
}

/// Air temperatures and the heat of the plant, the second zone eliminated from the first's balance.
void SteadyState::solve_air(const SteadyConditions& now, const Balance& of) {
    const bool two = building_.zones.size() > 1;
    const double shared = two ? of.b[0][1] / of.b[1][1] : 0.0;
    const double slope = of.b[0][0] - shared * of.b[1][0];
    const double given = of.given_w[0] - shared * of.given_w[1];
    steady_.air_c[0] = now.inside_c;
    if (now.gains) {
        const auto& cool_c = building_.zones.front().cool_set_point_c;
        const double free_c = std::min(given / slope, cool_c ? std::ranges::min(*cool_c) : 1e9);
        const bool heated = building_.zones.front().heating.on;
        steady_.air_c[0] = heated ? std::max(now.inside_c, free_c) : free_c;
    }
    if (two) steady_.air_c[1] = (of.given_w[1] - of.b[1][0] * steady_.air_c[0]) / of.b[1][1];
    steady_.loss_w_per_k = slope;
    steady_.heat_w = slope * steady_.air_c[0] - given;
}

const Steady& SteadyState::solve(const SteadyConditions& now, const std::vector<double>& drives) {
    set_faces(now, drives);
    solve_star(faces_, star_);
    const Balance balance = balance_of(now);
    solve_air(now, balance);

    ByZone radiant_c{};
    for (std::size_t z = 0; z < building_.zones.size(); ++z) {
        for (std::size_t y = 0; y < building_.zones.size(); ++y) {
            radiant_c.at(z) += star_.from_air.at(z).at(y) * steady_.air_c.at(y) +
                               star_.lift.at(z).at(y) * balance.radiant_w.at(y);
        }
        for (std::size_t k = 0; k < faces_.size(); ++k) {
            radiant_c.at(z) += star_.radiant_weight[k].at(z) * drives_[k];
        }
    }
    const auto drive = [&](std::size_t k) {
        const Face& f = faces_[k];
        return drives_[k] + f.h_conv * steady_.air_c.at(f.zone) + f.h_rad * radiant_c.at(f.zone);
    };
    steady_.face_c.clear();
    for (std::size_t k = 0; k < faces_.size(); ++k) {
        const std::size_t partner = faces_[k].partner;
        steady_.face_c.push_back(star_.own[k] * drive(k) +
                                 (partner == Face::alone ? 0.0 : star_.cross[k] * drive(partner)));
    }
    return steady_;
}

namespace {

/// Convection of each face in a steady state.
void set_convection(Room& room, Films films, const Steady& state, Sky sky) {
    for (std::size_t i = 0; i < room.faces.size(); ++i) {
        InnerFace& f = room.faces[i];
        const double colder_k = state.air_c.at(f.zone) - state.face_c[i];
        f.h_conv.at(index(sky)) = f.given_convective ? *f.given_convective
                                  : f.kind == InnerFace::Kind::Opaque
                                      ? inside_convection(films, f.radiant.tilt_deg, colder_k)
                                      : inside_convection_of_glass(films, colder_k);
    }
}

/// A mean hour and what drives the faces in it.
struct MeanHour {
    SteadyConditions now;
    std::vector<double> drives;
};

}  // namespace

void settle_convection(Room& room, const Building& building, const Weather& weather) {
    SteadyState state(room, building, weather);
    const auto mean_hour = [&](Sky sky, bool all_year) {
        const SteadyConditions now{
            .outdoor_c = weather.outdoor_c().mean(sky, all_year),
            .sky_depression_k = weather.sky_depression_k().mean(sky, all_year),
            .inside_c = mean(building.zones.front().heating.set_point_c),
            .sky = sky,
            .all_year = all_year};
        return MeanHour{now, state.drives(now)};
    };
    // Where there is cooling, sunny hours matter in summer too.
    const bool cooled = building.zones.front().cool_set_point_c.has_value();
    MeanHour bright = mean_hour(Sky::Bright, cooled);
    MeanHour dark = mean_hour(Sky::Dark, false);
    const MeanHour winter_day = mean_hour(Sky::Mean, false);
    const MeanHour year_day = cooled ? mean_hour(Sky::Mean, true) : winter_day;
    std::vector<double> day_c;
    const auto settle = [&](MeanHour& hour, const std::vector<double>& near_c) {
        hour.now.mean_face_c = &near_c;
        const Steady& steady = state.solve(hour.now, hour.drives);
        set_convection(room, building.films, steady, hour.now.sky);
    };
    constexpr int rounds = 4;
    for (int round = 0; round < rounds; ++round) {
        const Steady& day = state.solve(year_day.now, year_day.drives);
        room.loss_w_per_k = day.loss_w_per_k;
        day_c = day.face_c;
        settle(bright, day_c);
        if (cooled) day_c = state.solve(winter_day.now, winter_day.drives).face_c;
        settle(dark, day_c);
        for (InnerFace& f : room.faces) {
            f.h_conv[index(Sky::Mean)] =
                0.5 * (f.h_conv[index(Sky::Bright)] + f.h_conv[index(Sky::Dark)]);
        }
        if (building.films == Films::Code) break;
    }
}

double steady_loss_w(const Building& building, Weather& weather, double inside_c,
                     double outside_c) {
    const Room room = room_of(building, weather);
    const SteadyConditions sizing{
        .outdoor_c = outside_c,
        .sky_depression_k = weather.sky_depression_k().winter_mean[index(Sky::Dark)],
        .inside_c = inside_c,
        .sun = false,
        .gains = false};
    SteadyState state(room, building, weather);
    return state.solve(sizing, state.drives(sizing)).heat_w;
}

}  // namespace longju::energy
