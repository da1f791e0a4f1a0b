// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "climate/plane.h"
#include "climate/portable_math.h"
#include "climate/sun.h"

namespace longju::climate {

using namespace portable;

namespace {

/// Hour angle from −π to π.
double wrapped(double angle_rad) {
    return angle_rad - 2.0 * pi * std::floor(angle_rad / (2.0 * pi) + 0.5);
}

SunHour sun_in_hour(const Orbit& orbit, SineCosine latitude, double middle_rad) {
    constexpr double half_hour_rad = pi / 24.0;
    const SineCosine declination = sine_cosine(orbit.declination_rad);
    const double sines = latitude.sine * declination.sine;
    const double cosines = latitude.cosine * declination.cosine;

    SunHour hour{.sunset_rad = arccosine(std::clamp(-sines / cosines, -1.0, 1.0)),
                 .declination_rad = orbit.declination_rad,
                 .distance_factor = orbit.distance_factor};
    const double from_rad = std::max(middle_rad - half_hour_rad, -hour.sunset_rad);
    const double to_rad = std::min(middle_rad + half_hour_rad, hour.sunset_rad);
    if (to_rad <= from_rad) {
        hour.hour_angle_rad = middle_rad;
        hour.sine_altitude = std::min(0.0, sines + cosines * cosine(middle_rad));
        return hour;
    }
    const double half_rad = 0.5 * (to_rad - from_rad);
    hour.lit_share = half_rad / half_hour_rad;
    hour.hour_angle_rad = 0.5 * (from_rad + to_rad);
    const double angle_cosine = cosine(hour.hour_angle_rad);
    hour.sine_altitude = sines + cosines * angle_cosine;
    hour.spread = sine(half_rad) / half_rad;
    hour.mean_sine = sines + cosines * angle_cosine * hour.spread;
    return hour;
}

}  // namespace

Orbit orbit_at(double days) {
    constexpr double from_j2000_days = 3652.5;  // 1 January 2010, 00:00 UTC.
    const double n = from_j2000_days + days;
    const double mean_longitude_deg = 280.460 + 0.9856474 * n;
    const double anomaly_rad = radians(357.528 + 0.9856003 * n);
    const SineCosine anomaly = sine_cosine(anomaly_rad);
    const double sine_twice = 2.0 * anomaly.sine * anomaly.cosine;
    const double longitude_rad =
        radians(mean_longitude_deg + 1.915 * anomaly.sine + 0.020 * sine_twice);
    const double obliquity_rad = radians(23.439 - 4.0e-7 * n);
    const SineCosine longitude = sine_cosine(longitude_rad);
    const SineCosine obliquity = sine_cosine(obliquity_rad);

    const double ascension_rad = angle_of(obliquity.cosine * longitude.sine, longitude.cosine);
    const double distance_au = 1.00014 - 0.01671 * anomaly.cosine -
                               0.00014 * (2.0 * anomaly.cosine * anomaly.cosine - 1.0);
    return {.declination_rad = arcsine(obliquity.sine * longitude.sine),
            .equation_h = wrapped(radians(mean_longitude_deg) - ascension_rad) * (12.0 / pi),
            .distance_factor = 1.0 / (distance_au * distance_au)};
}

SunPosition sun_position(const Site& site, int day, double clock_h) {
    const double utc_h = clock_h - site.utc_offset.value;
    const Orbit orbit = orbit_at(day + utc_h / 24.0);
    const double solar_h = utc_h + site.longitude.value / 15.0 + orbit.equation_h;
    const SineCosine latitude = sine_cosine(radians(site.latitude.value));
    const SineCosine declination = sine_cosine(orbit.declination_rad);
    const SineCosine hour = sine_cosine(wrapped((solar_h - 12.0) * (pi / 12.0)));
    const double sine_altitude =
        latitude.sine * declination.sine + latitude.cosine * declination.cosine * hour.cosine;
    const double west = declination.cosine * hour.sine;
    const double south =
        latitude.sine * declination.cosine * hour.cosine - latitude.cosine * declination.sine;
    return {.altitude_deg = arcsine(std::clamp(sine_altitude, -1.0, 1.0)) * (180.0 / pi),
            .azimuth_deg = angle_of(west, south) * (180.0 / pi)};
}

std::vector<SunHour> sun_hours(const Site& site) {
    const SineCosine latitude = sine_cosine(radians(site.latitude.value));
    const double site_offset_h = site.longitude.value / 15.0 - site.utc_offset.value;

    std::vector<SunHour> hours;
    hours.reserve(hours_per_year);
    for (int day = 0; day < days_per_year; ++day) {
        // Within a day the orbit is straight enough: 0.001° of declination.
        const double begin_days = day - site.utc_offset.value / 24.0;
        const Orbit a = orbit_at(begin_days);
        const Orbit b = orbit_at(begin_days + 1.0);
        for (int h = 0; h < 24; ++h) {
            const double share = (h + 0.5) / 24.0;
            const auto between = [share](double from, double to) {
                return from + share * (to - from);
            };
            const Orbit orbit{.declination_rad = between(a.declination_rad, b.declination_rad),
                              .equation_h = between(a.equation_h, b.equation_h),
                              .distance_factor = between(a.distance_factor, b.distance_factor)};
            const double solar_h = h + 0.5 + site_offset_h + orbit.equation_h;
            hours.push_back(sun_in_hour(orbit, latitude, wrapped((solar_h - 12.0) * (pi / 12.0))));
        }
    }
    return hours;
}

std::vector<Sun> sun_path(const Site& site) {
    const SineCosine latitude = sine_cosine(radians(site.latitude.value));

    std::vector<Sun> path;
    path.reserve(hours_per_year);
    for (const SunHour& hour : sun_hours(site)) {
        const SineCosine declination = sine_cosine(hour.declination_rad);
        const SineCosine angle = sine_cosine(hour.hour_angle_rad);
        // Duffie & Beckman 1.6: the components of the sun's direction to the west and to the south.
        const double west = declination.cosine * angle.sine;
        const double south =
            latitude.sine * declination.cosine * angle.cosine - latitude.cosine * declination.sine;
        path.push_back({arcsine(hour.sine_altitude), angle_of(west, south)});
    }
    return path;
}

}  // namespace longju::climate
