// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/zone.h"

#include <algorithm>
#include <cmath>

#include "energy/condensed.h"

namespace longju::energy {

namespace {

using climate::hours_per_year;

constexpr double gas_constant = 287.05;        // Of dry air, J/kgK.
constexpr double air_heat_j_per_kgk = 1006.0;  // Specific heat of air.

/// Walks one building through hours; `hour` is the hour of the year that drives the step.
class Walk {
public:
    Walk(const Building& building, Sunlight& sunlight)
        : building_(building),
          year_(sunlight.year()),
          season_(heating_season(sunlight.year())),
          b_(condense(building, sunlight)) {
        const double start_c = building.heating ? building.heat_set_point_c[0] : 10.0;
        air_c_ = start_c;
        for (CondensedSurface& s : b_.surfaces) s.t_c.fill(start_c);
    }

    bool in_season(int hour) const { return season_[static_cast<std::size_t>(hour)]; }

    void step(int hour) {
        const auto h = static_cast<std::size_t>(hour);
        t_out_c_ = year_.t_out_c[h];
        t_sky_c_ = year_.t_sky_c[h];
        light(h);
        forward(h);
        double air_w = 0.0;
        double radiant_k = 0.0;
        sum_of_weights(air_w, radiant_k);
        const double density = year_.pressure_pa[h] / (gas_constant * (t_out_c_ + 273.15));
        vent_w_per_k_ = building_.air_change_per_h * building_.volume_m3 * density *
                        air_heat_j_per_kgk / step_s;
        const auto clock = static_cast<std::size_t>(climate::hour_of_day(hour));
        air_w +=
            b_.air_storage * air_c_ + vent_w_per_k_ * t_out_c_ + building_.convective_gain_w[clock];
        const double balance = b_.balance + vent_w_per_k_;
        const double free_c = air_w / balance;
        plant_w_ = plant(free_c, balance, clock, hour);
        const double before_c = air_c_;
        air_c_ = free_c + plant_w_ * b_.heat_weight / balance;
        radiant_c_ = b_.radiant_from_air * air_c_ + radiant_k +
                     plant_w_ * b_.radiant_heat_share * opaque_radiant_weight_;
        stored_w_ = b_.air_storage * (air_c_ - before_c);
        backward();
    }

    void book(HeatAccount& account) const {
        constexpr double kwh = 1e-3;
        for (std::size_t i = 0; i < lost_w_.size(); ++i) account.lost_kwh.at(i) += lost_w_[i] * kwh;
        account.air_kwh += vent_w_per_k_ * (air_c_ - t_out_c_) * kwh;
        account.stored_in_air_kwh += stored_w_ * kwh;
        account.heat_kwh += std::max(plant_w_, 0.0) * kwh;
        account.cool_kwh += std::max(-plant_w_, 0.0) * kwh;
        account.solar_kwh += solar_kept_w_ * kwh;
        account.internal_kwh += gain_w_ * kwh;
    }

    double air_c() const { return air_c_; }
    double operative_c() const { return (air_c_ + radiant_c_) / 2.0; }
    double plant_w() const { return plant_w_; }
    double coldest_wall_c() const { return coldest_wall_c_; }
    double transmitted_w() const { return beam_w_ + diffuse_w_; }

private:
    /// Sun through the glass and what the radiant gains put on the opaque faces.
    void light(std::size_t h) {
        beam_w_ = 0.0;
        diffuse_w_ = 0.0;
        inward_w_ = 0.0;
        for (CondensedWindow& w : b_.windows) {
            w.equivalent_c = t_out_c_ - w.sky_k_per_k * (t_out_c_ - t_sky_c_);
            w.s = 0.0;
            const double diffuse =
                (w.plane->diffuse_w_m2[h] + w.plane->ground_w_m2[h]) * w.sun_share;
            if (w.has_sun) {
                const double beam = w.plane->beam_w_m2[h] * w.sun_share;
                const double cosine = w.plane->cos_incidence[h];
                beam_w_ += w.glass_m2 * beam * w.table.transmitted(cosine);
                diffuse_w_ += w.glass_m2 * diffuse * w.table.diffuse_transmitted();
                w.s = beam * w.table.inward(cosine) + diffuse * w.table.diffuse_inward();
                inward_w_ += w.glass_m2 * w.s;
            }
            if (w.buffered) w.equivalent_c = buffer_c(w.buffer, w.plane, h);
            w.s += w.outside * w.equivalent_c;
        }
        const auto clock = h % 24;
        const double radiant_w = building_.radiant_gain_w[clock];
        gain_w_ = radiant_w + building_.convective_gain_w[clock];
        on_faces_w_m2_ = radiant_w * b_.gain_share;
        const double second_w = diffuse_w_ + beam_w_ * (1.0 - b_.floor_first);
        solar_kept_w_ = beam_w_ + diffuse_w_ - second_w * b_.lost_again + inward_w_;
    }

    double buffer_c(const BufferSpace& buffer, const climate::PlaneIrradiance* plane,
                    std::size_t h) const {
        const double still_c = air_c_ - buffer.b * (air_c_ - t_out_c_);
        if (plane == nullptr || buffer.sun_gain_k_per_w_m2 <= 0.0) return still_c;
        return still_c +
               std::min(buffer.sun_gain_k_per_w_m2 * plane->total_w_m2(static_cast<int>(h)),
                        buffer.greatest_sun_gain_k);
    }

    /// Equivalent temperature at the outer end of a chain.
    double beyond_c(const CondensedSurface& s, std::size_t h) const {
        switch (s.beyond) {
            case Beyond::Outdoors:
                return t_out_c_ + s.sun_k_per_w_m2 * s.plane->total_w_m2(static_cast<int>(h)) -
                       s.sky_k_per_k * (t_out_c_ - t_sky_c_);
            case Beyond::Attic: {
                if (s.plane == nullptr) return t_out_c_;
                const int i = static_cast<int>(h);
                const double sun = (s.plane->total_w_m2(i) + s.other_plane->total_w_m2(i)) / 2.0;
                return t_out_c_ + s.sun_k_per_w_m2 * sun - s.sky_k_per_k * (t_out_c_ - t_sky_c_);
            }
            case Beyond::Ground:
                return s.ground_c[static_cast<std::size_t>(climate::month_of(static_cast<int>(h)))];
            case Beyond::Fixed:
                return s.fixed_c;
            case Beyond::Adiabatic:
                return 0.0;
            case Beyond::Buffer:
                return buffer_c(s.buffer, s.plane, h);
        }
        return t_out_c_;
    }

    /// Forward sweep of every chain: g of the inside node becomes S.
    void forward(std::size_t h) {
        for (CondensedSurface& s : b_.surfaces) {
            s.g[0] = s.storage[0] * s.t_c[0] + s.outside * beyond_c(s, h);
            for (std::size_t i = 1; i < s.nodes; ++i) {
                s.g[i] = s.storage[i] * s.t_c[i] + s.carry[i - 1] * s.g[i - 1];
            }
            face_w_m2(s) = on_faces_w_m2_ + s.diffuse_share * diffuse_w_ + s.beam_share * beam_w_;
            s.g[s.nodes - 1] += face_w_m2(s);
        }
    }

    double& face_w_m2(const CondensedSurface& s) {
        return face_w_m2_[static_cast<std::size_t>(&s - b_.surfaces.data())];
    }

    void sum_of_weights(double& air_w, double& radiant_k) {
        opaque_radiant_weight_ = 0.0;
        for (const CondensedSurface& s : b_.surfaces) {
            air_w += s.air_weight * s.g[s.nodes - 1];
            radiant_k += s.radiant_weight * s.g[s.nodes - 1];
            opaque_radiant_weight_ += s.radiant_weight;
        }
        for (const CondensedWindow& w : b_.windows) {
            air_w += w.air_weight * w.s;
            radiant_k += w.radiant_weight * w.s;
        }
    }

    /// Heat the plant gives (or takes) to meet the set points, within its limit.
    double plant(double free_c, double balance, std::size_t clock, int hour) const {
        const double w_per_k = balance / b_.heat_weight;
        const bool off = !building_.heating || (building_.only_heating_season && !in_season(hour));
        if (!off && free_c < building_.heat_set_point_c[clock]) {
            return std::min(w_per_k * (building_.heat_set_point_c[clock] - free_c),
                            building_.heat_limit_w);
        }
        if (building_.cool_set_point_c && free_c > *building_.cool_set_point_c) {
            return w_per_k * (*building_.cool_set_point_c - free_c);
        }
        return 0.0;
    }

    /// Back substitution, and the heat that went into each face.
    void backward() {
        lost_w_.fill(0.0);
        coldest_wall_c_ = air_c_;
        const double heater_w_m2 = plant_w_ * b_.radiant_heat_share;
        for (CondensedSurface& s : b_.surfaces) {
            const std::size_t last = s.nodes - 1;
            const double face_c =
                (s.g[last] + heater_w_m2 + s.h_conv * air_c_ + s.h_rad * radiant_c_) / s.d;
            s.t_c[last] = face_c;
            for (std::size_t i = last; i > 0; --i) {
                s.t_c[i - 1] = (s.g[i - 1] + s.link[i - 1] * s.t_c[i]) * s.pivot_inv[i - 1];
            }
            const double into_w_m2 = s.h_conv * (air_c_ - face_c) +
                                     s.h_rad * (radiant_c_ - face_c) + heater_w_m2 + face_w_m2(s);
            lost_w_[static_cast<std::size_t>(s.account)] += s.area_m2 * into_w_m2;
            const bool wall = s.account == Account::Walls && s.beyond == Beyond::Outdoors;
            if (wall) coldest_wall_c_ = std::min(coldest_wall_c_, face_c);
        }
        for (const CondensedWindow& w : b_.windows) {
            const double face_c = (w.s + w.h_conv * air_c_ + w.h_rad * radiant_c_) / w.d;
            const double sun_w_m2 = w.s - w.outside * w.equivalent_c;
            const double out_w_m2 =
                w.h_conv * (air_c_ - face_c) + w.h_rad * (radiant_c_ - face_c) + sun_w_m2;
            lost_w_[static_cast<std::size_t>(w.account)] += w.glass_m2 * out_w_m2;
        }
    }

    const Building& building_;
    const climate::Year& year_;
    std::vector<bool> season_;
    CondensedBuilding b_;
    std::vector<double> face_w_m2_ = std::vector<double>(b_.surfaces.size(), 0.0);
    double air_c_ = 15.0;
    double radiant_c_ = 15.0;
    double t_out_c_ = 0.0;
    double t_sky_c_ = 0.0;
    double vent_w_per_k_ = 0.0;
    double plant_w_ = 0.0;
    double stored_w_ = 0.0;
    double beam_w_ = 0.0;
    double diffuse_w_ = 0.0;
    double inward_w_ = 0.0;
    double on_faces_w_m2_ = 0.0;
    double gain_w_ = 0.0;
    double solar_kept_w_ = 0.0;
    double opaque_radiant_weight_ = 0.0;
    double coldest_wall_c_ = 0.0;
    std::array<double, 6> lost_w_{};
};

}  // namespace

double HeatAccount::residual_kwh() const {
    double out = air_kwh + stored_in_air_kwh + cool_kwh;
    for (const double lost : lost_kwh) out += lost;
    return heat_kwh + solar_kwh + internal_kwh - out;
}

std::vector<bool> heating_season(const climate::Year& year) {
    constexpr int days = 365;
    constexpr double limit_c = 5.0;
    std::array<double, days> mean_c{};
    for (int h = 0; h < hours_per_year; ++h) {
        mean_c.at(static_cast<std::size_t>(h / 24)) +=
            year.t_out_c[static_cast<std::size_t>(h)] / 24;
    }
    std::array<bool, days> cold{};
    for (int d = 0; d < days; ++d) {
        double sum_c = 0.0;
        for (int k = -2; k <= 2; ++k)
            sum_c += mean_c.at(static_cast<std::size_t>((d + k + days) % days));
        cold.at(static_cast<std::size_t>(d)) = sum_c / 5.0 <= limit_c;
    }
    // The longest spell, over the turn of the year; a second walk around finds its end.
    int best_start = 0;
    int best_length = 0;
    int length = 0;
    for (int d = 0; d < 2 * days; ++d) {
        length = cold.at(static_cast<std::size_t>(d % days)) ? std::min(length + 1, days) : 0;
        if (length > best_length) {
            best_length = length;
            best_start = d - length + 1;
        }
    }
    std::vector<bool> season(hours_per_year, false);
    for (int d = best_start; d < best_start + best_length; ++d) {
        const auto first = static_cast<std::ptrdiff_t>(d % days) * 24;
        std::fill_n(season.begin() + first, 24, true);
    }
    return season;
}

ZoneYear simulate(const Building& building, Sunlight& sunlight, int warm_up_days) {
    Walk walk(building, sunlight);
    for (int h = hours_per_year - 24 * warm_up_days; h < hours_per_year; ++h) walk.step(h);

    ZoneYear result;
    for (auto* series : {&result.air_c, &result.operative_c, &result.heat_w, &result.cool_w,
                         &result.coldest_wall_c}) {
        series->reserve(hours_per_year);
    }
    for (int h = 0; h < hours_per_year; ++h) {
        walk.step(h);
        result.air_c.push_back(walk.air_c());
        result.operative_c.push_back(walk.operative_c());
        result.heat_w.push_back(std::max(walk.plant_w(), 0.0));
        result.cool_w.push_back(std::max(-walk.plant_w(), 0.0));
        result.coldest_wall_c.push_back(walk.coldest_wall_c());
        result.transmitted_kwh += walk.transmitted_w() / 1000.0;
        walk.book(result.year);
        if (walk.in_season(h)) walk.book(result.season);
    }
    return result;
}

double steady_loss_w(const Building& building, const climate::Year& year, double inside_c,
                     double outside_c) {
    double sum_w = 0.0;
    for (const BuildingSurface& s : building.surfaces) {
        if (s.beyond == Beyond::Adiabatic) continue;
        const double rough_u = 1.0 / (resistance_of(s.layers) + s.ground_r_m2k_per_w + 0.17);
        const FilmSet f = opaque_films(building.films, s.tilt_deg, rough_u, s.emissivity, year);
        double r = resistance_of(s.layers) + 1.0 / (f.inside_convective + f.inside_radiative);
        double beyond_c = outside_c;
        if (s.beyond == Beyond::Outdoors) r += 1.0 / (f.outside_convective + f.outside_radiative);
        if (s.beyond == Beyond::Attic) r += 0.10;
        if (s.beyond == Beyond::Buffer) {
            r += 0.13;
            beyond_c = inside_c - s.buffer.b * (inside_c - outside_c);
        }
        if (s.beyond == Beyond::Fixed) beyond_c = s.fixed_c;
        if (s.beyond == Beyond::Ground) {
            r += s.ground_r_m2k_per_w;
            beyond_c = *std::ranges::min_element(s.ground_c);
        }
        sum_w += s.area_m2 / r * (inside_c - beyond_c);
    }
    for (const BuildingWindow& w : building.windows) {
        const double glass_r = resistance(w.glazing).total_m2k_per_w;
        const FilmSet f = glass_films(building.films, w.tilt_deg, 1.0 / (glass_r + 0.17),
                                      w.glazing.emissivity, year);
        const double r = glass_r + 1.0 / (f.inside_convective + f.inside_radiative) +
                         1.0 / (f.outside_convective + f.outside_radiative);
        const double share = w.behind ? w.behind->b : 1.0;
        sum_w +=
            (w.glass_m2 / r + w.frame_m2 * w.frame_u_w_per_m2k) * share * (inside_c - outside_c);
    }
    const double density = year.pressure_pa[0] / (gas_constant * (outside_c + 273.15));
    return sum_w + building.air_change_per_h * building.volume_m3 * density * air_heat_j_per_kgk /
                       step_s * (inside_c - outside_c);
}

}  // namespace longju::energy
