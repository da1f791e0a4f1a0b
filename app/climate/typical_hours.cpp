// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "climate/portable_math.h"
#include "climate/sky.h"
#include "climate/typical.h"

namespace longju::climate {

using namespace portable;

namespace {

/// Correlation of the daily range of temperature with the clearness of the day: regional means of
/// 18 CSWD stations of Heilongjiang. January first.
constexpr std::array<double, 12> range_sunniness{0.29, 0.18, 0.21, 0.42, 0.61, 0.75,
                                                 0.76, 0.77, 0.56, 0.47, 0.14, 0.27};
/// Standard deviation of the daily range by its mean, same stations.
constexpr double range_variation = 0.34;

/// Departure from the daily mean by the daily range at an hour of solar time (Erbs, Klein &
/// Beckman, ASHRAE Journal, June 1983).
double daily_shape(double solar_h) {
    const double t = 2.0 * pi * (solar_h - 1.0) / 24.0;
    return 0.4632 * cosine(t - 3.805) + 0.0984 * cosine(2.0 * t - 0.360) +
           0.0168 * cosine(3.0 * t - 0.822) + 0.0138 * cosine(4.0 * t - 3.513);
}

/// Daily means joined through midnight: half way between the neighbours' means there, a parabola
/// between, so that the mean over each day's hours stays.
std::vector<double> joined_days(const std::vector<double>& t_mean_c) {
    std::array<double, 24> bow{};
    double bow_sum = 0.0;
    for (std::size_t h = 0; h < 24; ++h) {
        const double x = (static_cast<double>(h) + 0.5) / 24.0;
        bow_sum += bow[h] = x * (1.0 - x);
    }
    std::vector<double> t_c;
    t_c.reserve(hours_per_year);
    const std::size_t days = t_mean_c.size();
    for (std::size_t d = 0; d < days; ++d) {
        const double before_c = 0.5 * (t_mean_c[(d + days - 1) % days] + t_mean_c[d]);
        const double after_c = 0.5 * (t_mean_c[d] + t_mean_c[(d + 1) % days]);
        const double height_c = (t_mean_c[d] - 0.5 * (before_c + after_c)) * 24.0 / bow_sum;
        for (std::size_t h = 0; h < 24; ++h) {
            const double x = (static_cast<double>(h) + 0.5) / 24.0;
            t_c.push_back(before_c + x * (after_c - before_c) + height_c * bow[h]);
        }
    }
    return t_c;
}

/// Share of the day's irradiation in an hour, not yet normalised: Collares-Pereira & Rabl, Solar
/// Energy 22 (1979) 155, at the middle of the hour's lit part.
double hourly_weight(const SunHour& sun) {
    if (sun.lit_share <= 0.0) return 0.0;
    const double lean = sine(sun.sunset_rad - pi / 3.0);
    const double a = 0.409 + 0.5016 * lean;
    const double b = 0.6609 - 0.4767 * lean;
    const double angle = cosine(sun.hour_angle_rad);
    return sun.lit_share * (a + b * angle) *
           std::max(0.0, angle * sun.spread - cosine(sun.sunset_rad));
}

}  // namespace

std::vector<double> hourly_temperature(const Normals& normals, const DailyWeather& days,
                                       const Site& site) {
    const double site_offset_h = site.longitude.value / 15.0 - site.utc_offset.value;
    std::array<double, 24> shape{};
    double shape_mean = 0.0;
    for (std::size_t h = 0; h < 24; ++h) {
        shape[h] = daily_shape(static_cast<double>(h) + 0.5 + site_offset_h);
        shape_mean += shape[h] / 24.0;
    }
    for (double& s : shape) s -= shape_mean;

    const std::vector<double> joined_c = joined_days(days.t_mean_c);
    std::vector<double> t_c(hours_per_year);
    std::size_t first = 0;
    for (std::size_t month = 0; month < days_of_month.size(); ++month) {
        const auto count = static_cast<std::size_t>(days_of_month[month]);
        const double wanted_c = normals.t_max_mean_c[month] - normals.t_min_mean_c[month];
        double amplitude_c = wanted_c;
        constexpr int passes = 6;  // The day-to-day change adds to the range; a few passes settle.
        for (int pass = 0; pass < passes; ++pass) {
            double range_sum_c = 0.0;
            for (std::size_t d = first; d < first + count; ++d) {
                const double swing = std::max(
                    0.2, 1.0 + range_variation * range_sunniness[month] * days.sunniness[d]);
                double low_c = 1e9;
                double high_c = -1e9;
                for (std::size_t h = 0; h < 24; ++h) {
                    const double t = joined_c[24 * d + h] + amplitude_c * swing * shape[h];
                    t_c[24 * d + h] = t;
                    low_c = std::min(low_c, t);
                    high_c = std::max(high_c, t);
                }
                range_sum_c += high_c - low_c;
            }
            if (range_sum_c <= 0.0) break;
            amplitude_c *= wanted_c * static_cast<double>(count) / range_sum_c;
        }
        first += count;
    }
    return t_c;
}

HourlySun hourly_sun(const DailyWeather& days, const std::vector<SunHour>& suns) {
    // No beam gets through more clearly than this share, however low the sun; what the split gives
    // above it is diffuse.
    constexpr double clearest_beam = 0.80;

    HourlySun sun{.ghi_w_m2 = std::vector<double>(hours_per_year),
                  .dhi_w_m2 = std::vector<double>(hours_per_year),
                  .dni_w_m2 = std::vector<double>(hours_per_year)};
    std::array<double, 24> weights{};
    for (std::size_t d = 0; d < days.clearness.size(); ++d) {
        double weight_sum = 0.0;
        double outside_sum = 0.0;
        for (std::size_t h = 0; h < 24; ++h) {
            const SunHour& hour = suns[24 * d + h];
            weight_sum += weights[h] = hourly_weight(hour);
            outside_sum += hour.outside_w_m2();
        }
        if (weight_sum <= 0.0) continue;
        const double scale = days.clearness[d] * outside_sum / weight_sum;
        for (std::size_t h = 0; h < 24; ++h) {
            const SunHour& hour = suns[24 * d + h];
            const double outside = hour.outside_w_m2();
            if (outside <= 0.0) continue;
            const double global = scale * weights[h];
            const double beam =
                std::min(global * (1.0 - diffuse_share(global / outside)), clearest_beam * outside);
            sun.ghi_w_m2[24 * d + h] = global;
            sun.dhi_w_m2[24 * d + h] = global - beam;
            sun.dni_w_m2[24 * d + h] = beam / hour.mean_sine;
        }
    }
    return sun;
}

}  // namespace longju::climate
