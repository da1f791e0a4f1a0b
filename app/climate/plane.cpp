// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "climate/plane.h"

#include <algorithm>

#include "climate/portable_math.h"
#include "climate/sun.h"

namespace longju::climate {

using namespace portable;

namespace {

/// Brightness of the ring around the sun (f1…) and of the horizon (f2…) in one class of clearness.
struct PerezClass {
    double clearness_below;
    double f11, f12, f13, f21, f22, f23;
};

/// Perez, Ineichen, Seals, Michalsky & Stewart, Solar Energy 44 (1990) 271–289, table 6.
constexpr std::array<PerezClass, 8> perez_classes{{
    {1.065, -0.008, 0.588, -0.062, -0.060, 0.072, -0.022},
    {1.230, 0.130, 0.683, -0.151, -0.019, 0.066, -0.029},
    {1.500, 0.330, 0.487, -0.221, 0.055, -0.064, -0.026},
    {1.950, 0.568, 0.187, -0.295, 0.109, -0.152, -0.014},
    {2.800, 0.873, -0.392, -0.362, 0.226, -0.462, 0.001},
    {4.500, 1.132, -1.237, -0.412, 0.288, -0.823, 0.056},
    {6.200, 1.060, -1.600, -0.359, 0.264, -1.127, 0.131},
    {1e300, 0.678, -0.327, -0.250, 0.156, -1.377, 0.251},
}};

struct Brightness {
    double circumsolar = 0.0;
    double horizon = 0.0;
};

/// Relative to the mass at the zenith; Kasten & Young, Applied Optics 28 (1989) 4735.
double air_mass(double sine_altitude, double altitude_rad) {
    const double altitude_deg = altitude_rad * (180.0 / pi);
    return 1.0 / (sine_altitude + 0.50572 * power(altitude_deg + 6.07995, -1.6364));
}

/// Perez 1990 eq. 1, 2, 7 and 8; the sun is up and the sky not black.
Brightness brightness(double dni_w_m2, double dhi_w_m2, const SunHour& sun) {
    const double altitude_rad = arcsine(sun.sine_altitude);
    const double zenith_rad = pi / 2 - altitude_rad;
    const double zenith_term = 1.041 * zenith_rad * zenith_rad * zenith_rad;
    const double clearness = ((dhi_w_m2 + dni_w_m2) / dhi_w_m2 + zenith_term) / (1.0 + zenith_term);
    const double delta = dhi_w_m2 * air_mass(sun.sine_altitude, altitude_rad) /
                         (solar_constant_w_m2 * sun.distance_factor);
    const PerezClass& c = *std::ranges::find_if(
        perez_classes, [&](const PerezClass& a) { return clearness < a.clearness_below; });
    return {.circumsolar = std::clamp(c.f11 + c.f12 * delta + c.f13 * zenith_rad, 0.0, 1.0),
            .horizon = c.f21 + c.f22 * delta + c.f23 * zenith_rad};
}

/// A plane by the components of its normal.
struct Normal {
    double up, south, west;
    double sine_tilt;
};

Normal normal(Degrees tilt, Degrees azimuth) {
    const SineCosine t = sine_cosine(radians(tilt.value));
    const SineCosine a = sine_cosine(radians(azimuth.value));
    return {t.cosine, t.sine * a.cosine, t.sine * a.sine, t.sine};
}

/// Mean over the lit part of the hour.
double cosine_of_incidence(const Normal& plane, const SunHour& sun, SineCosine latitude) {
    const SineCosine declination = sine_cosine(sun.declination_rad);
    const SineCosine angle = sine_cosine(sun.hour_angle_rad);
    const double west = declination.cosine * angle.sine * sun.spread;
    const double south = latitude.sine * declination.cosine * angle.cosine * sun.spread -
                         latitude.cosine * declination.sine;
    return std::max(0.0, plane.up * sun.mean_sine + plane.south * south + plane.west * west);
}

}  // namespace

PlaneIrradiance irradiance(const Year& year, Degrees tilt, Degrees azimuth) {
    constexpr double sine_5_deg = 0.08715574274765817;  // Least of Perez's b, cos 85°.
    const SineCosine latitude = sine_cosine(radians(year.site.latitude.value));
    const Normal plane = normal(tilt, azimuth);
    const double sky_view = 0.5 * (1.0 + plane.up);
    const double ground_view = 0.5 * (1.0 - plane.up);

    PlaneIrradiance on;
    on.beam_w_m2.assign(hours_per_year, 0.0);
    on.diffuse_w_m2.assign(hours_per_year, 0.0);
    on.circumsolar_w_m2.assign(hours_per_year, 0.0);
    on.ground_w_m2.assign(hours_per_year, 0.0);
    on.cos_incidence.assign(hours_per_year, 0.0);

    const std::vector<SunHour> suns = sun_hours(year.site);
    for (std::size_t h = 0; h < suns.size(); ++h) {
        const SunHour& sun = suns[h];
        const double dhi_w_m2 = year.dhi_w_m2[h];
        on.ground_w_m2[h] = ground_view * year.albedo[h] * year.ghi_w_m2[h];
        on.diffuse_w_m2[h] = sky_view * dhi_w_m2;
        if (sun.lit_share <= 0.0) continue;

        const double cosine = cosine_of_incidence(plane, sun, latitude);
        on.cos_incidence[h] = cosine;
        on.beam_w_m2[h] = cosine * year.dni_w_m2[h];
        if (dhi_w_m2 <= 0.0) continue;

        // Perez 1990 eq. 9.
        const Brightness sky = brightness(year.dni_w_m2[h], dhi_w_m2, sun);
        const double ring = cosine / std::max(sine_5_deg, sun.mean_sine);
        on.diffuse_w_m2[h] =
            dhi_w_m2 * std::max(0.0, sky_view * (1.0 - sky.circumsolar) + ring * sky.circumsolar +
                                         plane.sine_tilt * sky.horizon);
        on.circumsolar_w_m2[h] = std::min(dhi_w_m2 * ring * sky.circumsolar, on.diffuse_w_m2[h]);
    }
    return on;
}

}  // namespace longju::climate
