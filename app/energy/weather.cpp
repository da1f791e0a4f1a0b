// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/weather.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

#include "climate/sun.h"
#include "energy/glazing.h"
#include "energy/shade.h"

namespace longju::energy {

namespace {

using climate::hours_per_year;

constexpr double gas_constant = 287.05;        // Of dry air, J/kgK.
constexpr double air_heat_j_per_kgk = 1006.0;  // Specific heat of air.
constexpr double winter_limit_c = 12.0;
constexpr double bright_w_m2 = 100.0;

Weather::Spell heating_spell_of(const climate::Year& year) {
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
    return {.first_hour = best_start % days * 24, .hours = best_length * 24};
}

std::vector<bool> hours_of(Weather::Spell spell) {
    std::vector<bool> season(hours_per_year, false);
    for (int i = 0; i < spell.hours; ++i) {
        season[static_cast<std::size_t>((spell.first_hour + i) % hours_per_year)] = true;
    }
    return season;
}

/// One value for each hour, from a function of it.
template <class Value>
std::vector<float> each_hour(Value value) {
    std::vector<float> hours(hours_per_year);
    for (std::size_t h = 0; h < hours.size(); ++h) hours[h] = static_cast<float>(value(h));
    return hours;
}

/// A property of glass for the beam of an hour in which the cosine of incidence runs from halfway
/// to the hour before to halfway to the hour after (Simpson's rule, weighted by the beam).
template <class Property>
double over_hour(const std::vector<double>& cosine, std::size_t h, Property property) {
    const double middle = cosine[h];
    if (middle <= 0.0) return 0.0;
    const double first = 0.5 * (middle + (h > 0 ? cosine[h - 1] : 0.0));
    const double last = 0.5 * (middle + (h + 1 < cosine.size() ? cosine[h + 1] : 0.0));
    return (first * property(first) + 4.0 * middle * property(middle) + last * property(last)) /
           (first + 4.0 * middle + last);
}

/// Rises of the sun's ray along the normal of a vertical plane: up and sideways, per metre.
struct Ray {
    double up = 0.0;
    double aside = 0.0;  ///< To the right as seen from outside, of where the ray comes from.
};

std::optional<Ray> ray_of(const climate::Sun& sun, double azimuth_deg) {
    const double turned = sun.azimuth_rad - azimuth_deg * std::numbers::pi / 180.0;
    const double along = std::cos(turned);
    if (sun.altitude_rad <= 0.0 || along <= 1e-3) return std::nullopt;
    // Looking at a south face from outside, west is on the left.
    return Ray{std::tan(sun.altitude_rad) / along, -std::tan(turned)};
}

}  // namespace

Weather::Weather(const climate::Year& year)
    : year_(&year),
      spell_(heating_spell_of(year)),
      season_(hours_of(spell_)),
      sun_(climate::sun_path(year.site)) {
    winter_.resize(hours_per_year);
    for (std::size_t h = 0; h < winter_.size(); ++h) {
        winter_[h] = year.t_out_c[h] < winter_limit_c;
        bright_.push_back(year.ghi_w_m2[h] >= bright_w_m2 ? 1 : 0);
        lit_.push_back(year.dni_w_m2[h] > 0.0 || year.dhi_w_m2[h] > 0.0 ? 1 : 0);
        months_.push_back(static_cast<unsigned char>(climate::month_of(static_cast<int>(h))));
    }
    outdoor_c_ = column(each_hour([&](std::size_t h) { return year.t_out_c[h]; }));
    sky_depression_k_ =
        column(each_hour([&](std::size_t h) { return year.t_out_c[h] - year.t_sky_c[h]; }));
    air_w_per_m3h_k_ = column(each_hour([&](std::size_t h) {
        return year.pressure_pa[h] / (gas_constant * (year.t_out_c[h] + 273.15)) *
               air_heat_j_per_kgk / 3600.0;
    }));
    wind_squared_ =
        column(each_hour([&](std::size_t h) { return year.wind_ms[h] * year.wind_ms[h]; }));
    constexpr double aim2_power = 4.0 * 0.67;
    wind_power_ =
        column(each_hour([&](std::size_t h) { return std::pow(year.wind_ms[h], aim2_power); }));
    mean_wind_ms_ = std::accumulate(year.wind_ms.begin(), year.wind_ms.end(), 0.0) / hours_per_year;
}

Column Weather::column(std::vector<float> hours) const {
    Column c{.hours = std::move(hours)};
    std::array<double, 3> weights{};
    double bright_weight = 0.0;
    for (std::size_t h = 0; h < c.hours.size(); ++h) {
        c.year_sum += static_cast<double>(c.hours[h]);
        c.month_mean.at(months_[h]) += static_cast<double>(c.hours[h]);
        if (bright_[h] != 0) {
            c.year_mean[index(Sky::Bright)] += year_->ghi_w_m2[h] * static_cast<double>(c.hours[h]);
            bright_weight += year_->ghi_w_m2[h];
        }
        if (!winter_[h]) continue;
        const std::size_t sky = index(bright_[h] != 0 ? Sky::Bright : Sky::Dark);
        const double weight =
            sky == index(Sky::Bright) ? year_->ghi_w_m2[h] : winter_limit_c - year_->t_out_c[h];
        c.winter_mean.at(sky) += weight * static_cast<double>(c.hours[h]);
        weights.at(sky) += weight;
        c.winter_mean[index(Sky::Mean)] += static_cast<double>(c.hours[h]);
        weights[index(Sky::Mean)] += 1.0;
    }
    c.year_mean[index(Sky::Bright)] /= std::max(bright_weight, 1e-9);
    c.year_mean[index(Sky::Mean)] = c.year_sum / hours_per_year;
    for (std::size_t m = 0; m < c.month_mean.size(); ++m) {
        c.month_mean.at(m) /= 24.0 * climate::days_of_month.at(m);
    }
    for (std::size_t sky = 0; sky < weights.size(); ++sky) {
        c.winter_mean.at(sky) /= std::max(weights.at(sky), 1e-9);
    }
    return c;
}

const climate::PlaneIrradiance& Weather::plane(double tilt_deg, double azimuth_deg) {
    const auto [place, is_new] = planes_.try_emplace({tilt_deg, azimuth_deg});
    if (is_new) {
        place->second = climate::irradiance(*year_, Degrees{tilt_deg}, Degrees{azimuth_deg});
    }
    return place->second;
}

const Column& Weather::sun_on(double tilt_deg, double azimuth_deg) {
    const auto [place, is_new] = suns_.try_emplace({tilt_deg, azimuth_deg, false});
    if (is_new) {
        const climate::PlaneIrradiance& on = plane(tilt_deg, azimuth_deg);
        place->second =
            column(each_hour([&](std::size_t h) { return on.total_w_m2(static_cast<int>(h)); }));
    }
    return place->second;
}

const Column& Weather::sun_on_slopes(double tilt_deg, double azimuth_deg) {
    const auto [place, is_new] = suns_.try_emplace({tilt_deg, azimuth_deg, true});
    if (is_new) {
        const climate::PlaneIrradiance& near = plane(tilt_deg, azimuth_deg);
        const climate::PlaneIrradiance& far = plane(tilt_deg, azimuth_deg + 180.0);
        place->second = column(each_hour([&](std::size_t h) {
            const int i = static_cast<int>(h);
            return (near.total_w_m2(i) + far.total_w_m2(i)) / 2.0;
        }));
    }
    return place->second;
}

std::vector<float> Weather::sunlit_share(const GlassPlace& place) {
    return each_hour([&](std::size_t h) {
        const auto ray = ray_of(sun_[h], place.azimuth_deg);
        return ray ? sunlit(*place.shading, ray->up, ray->aside) : 0.0;
    });
}

/// A part of the common wall, in the middle of it.
struct Weather::Patch {
    double sill_m, head_m, width_m;
};

/// Light that enters a metre of front arrives lower by depth·tan(profile angle), and as far aside
/// as the sun stands aside: what of it falls on the patch.
std::vector<float> Weather::share_on(const GlassPlace& front, const Patch& patch) {
    const GlassPlace::Sunspace& s = *front.sunspace;
    const auto common = [](double low_a, double high_a, double low_b, double high_b) {
        return std::max(0.0, std::min(high_a, high_b) - std::max(low_a, low_b));
    };
    return each_hour([&](std::size_t h) {
        const auto ray = ray_of(sun_[h], front.azimuth_deg);
        if (!ray) return 0.0;
        const double down_m = s.depth_m * ray->up;
        const double aside_m = s.depth_m * std::abs(ray->aside);
        const double high_m =
            common(s.sill_m - down_m, s.head_m - down_m, patch.sill_m, patch.head_m);
        const double wide_m = common(aside_m - s.front_width_m / 2, aside_m + s.front_width_m / 2,
                                     -patch.width_m / 2, patch.width_m / 2);
        return high_m * wide_m / std::max((s.head_m - s.sill_m) * s.front_width_m, 1e-6);
    });
}

const GlassSun& Weather::through(const GlassPlace& place) {
    const auto [found, is_new] = glass_.try_emplace(place);
    if (!is_new) return found->second;
    const climate::PlaneIrradiance& on = plane(place.tilt_deg, place.azimuth_deg);
    const GlazingTable table(place.glazing, place.outside_film_w_per_m2k);
    const std::vector<float> lit = place.shading ? sunlit_share(place) : std::vector<float>{};
    constexpr double high_m = 100.0;
    const std::vector<float> wall = place.sunspace
                                        ? share_on(place, {0.0, high_m, place.sunspace->width_m})
                                        : std::vector<float>{};
    const DiffuseView view =
        place.shading ? diffuse_view(*place.shading) : DiffuseView{.sky = 1.0, .ground = 1.0};
    const auto past_shades = [&](std::size_t h) {
        return lit.empty() ? 1.0 : static_cast<double>(lit[h]);
    };
    const auto beam = [&](std::size_t h) { return on.beam_w_m2[h] * past_shades(h); };
    // The ring around the sun goes past the shades as the beam does; behind the glass it is too
    // wide to have a place of its own.
    const auto ring = [&](std::size_t h) { return on.circumsolar_w_m2[h] * past_shades(h); };
    const auto diffuse = [&](std::size_t h) {
        return (on.diffuse_w_m2[h] - on.circumsolar_w_m2[h]) * view.sky +
               on.ground_w_m2[h] * view.ground;
    };
    const auto to_wall = [&](std::size_t h) {
        return wall.empty() ? 0.0 : static_cast<double>(wall[h]);
    };
    const auto transmitted = [&](std::size_t h) {
        return over_hour(on.cos_incidence, h, [&](double c) { return table.transmitted(c); });
    };
    const auto inward = [&](std::size_t h) {
        return over_hour(on.cos_incidence, h, [&](double c) { return table.inward(c); });
    };
    GlassSun& sun = found->second;
    sun.beam = column(
        each_hour([&](std::size_t h) { return beam(h) * transmitted(h) * (1.0 - to_wall(h)); }));
    sun.wall =
        column(each_hour([&](std::size_t h) { return beam(h) * transmitted(h) * to_wall(h); }));
    sun.diffuse = column(each_hour([&](std::size_t h) {
        return ring(h) * table.ring_transmitted(on.cos_incidence[h]) +
               diffuse(h) * table.diffuse_transmitted();
    }));
    sun.inward = column(each_hour([&](std::size_t h) {
        return beam(h) * inward(h) + ring(h) * table.ring_inward(on.cos_incidence[h]) +
               diffuse(h) * table.diffuse_inward();
    }));
    return sun;
}

double Weather::diffuse_transmittance(const Glazing& glazing) {
    const auto [found, is_new] = diffuse_transmittance_.try_emplace(glazing, 0.0);
    if (is_new) found->second = diffuse_optics(glazing).transmitted;
    return found->second;
}

const GlassSun& Weather::through_both(const GlassPlace& front, const InnerGlass& inner) {
    const auto [found, is_new] = inner_glass_.try_emplace({front, inner});
    if (!is_new) return found->second;
    constexpr double still_air_film_w_per_m2k = 7.7;  // ISO 6946, 1/Rsi: the sunspace's side.
    const GlassSun& outer = through(front);
    const std::vector<float> share = share_on(front, {inner.sill_m, inner.head_m, inner.width_m});
    const climate::PlaneIrradiance& on = plane(front.tilt_deg, front.azimuth_deg);
    const GlazingTable table(inner.glazing, still_air_film_w_per_m2k);
    GlassSun& sun = found->second;
    const auto falling = [&](std::size_t h) {
        const float entered = outer.beam.hours[h] + outer.wall.hours[h];
        return static_cast<double>(std::min(entered * share[h], outer.wall.hours[h]));
    };
    sun.wall = column(each_hour(falling));
    sun.beam = column(each_hour(
        [&](std::size_t h) { return falling(h) * table.transmitted(on.cos_incidence[h]); }));
    sun.inward = column(
        each_hour([&](std::size_t h) { return falling(h) * table.inward(on.cos_incidence[h]); }));
    return sun;
}

const GlassSun& Weather::beside(const GlassPlace& front, const std::vector<InnerGlass>& inner) {
    const auto [found, is_new] = beside_.try_emplace({front, inner});
    if (!is_new) return found->second;
    std::vector<const Column*> on_glass;
    for (const InnerGlass& glass : inner) on_glass.push_back(&through_both(front, glass).wall);
    const Column& wall = through(front).wall;
    found->second.wall = column(each_hour([&](std::size_t h) {
        float rest = wall.hours[h];
        for (const Column* glass : on_glass) rest -= glass->hours[h];
        return static_cast<double>(std::max(rest, 0.0F));
    }));
    return found->second;
}

}  // namespace longju::energy
