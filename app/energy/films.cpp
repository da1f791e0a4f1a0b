// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/films.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace longju::energy {

namespace {

constexpr double stefan_boltzmann = 5.670374e-8;
constexpr double inside_mean_k = 291.0;
constexpr double natural_outside = 2.0;  // 1.31 |dT|^(1/3) at 3 to 4 K.
constexpr double rough = 1.67;           // DOE-2 roughness of brick and render.
constexpr double least_difference_k = 1.0;

double black_body_w_per_m2k(double mean_k) { return 4.0 * stefan_boltzmann * std::pow(mean_k, 3); }

double cosine(double tilt_deg) { return std::cos(tilt_deg * std::numbers::pi / 180.0); }

double smooth_outside(double tilt_deg, double wind_ms) {
    const bool roof = tilt_deg < 45.0;
    const double at_face = roof ? std::pow(0.28, 0.14) : std::pow(0.14, 0.14);  // (z / 10 m)^0.14
    const double v_ms = wind_ms * at_face;
    const double windward = 3.26 * std::pow(v_ms, 0.89);
    const double leeward = 3.55 * std::pow(v_ms, 0.617);
    return std::hypot(natural_outside, roof ? windward : (windward + leeward) / 2.0);
}

}  // namespace

OutsideFilm outside_film(Films films, Roughness roughness, double tilt_deg, double emissivity,
                         const OutsideConditions& conditions) {
    const double sky_view = 0.5 * (1.0 + cosine(tilt_deg));
    if (films == Films::Code) {
        constexpr double radiative = 4.14;
        return {.convective = 20.0, .radiative = radiative, .sky = radiative * sky_view};
    }
    OutsideFilm film;
    film.radiative = emissivity * black_body_w_per_m2k(conditions.outdoor_c + 273.15);
    film.sky = film.radiative * std::pow(sky_view, 1.5);
    film.convective = smooth_outside(tilt_deg, conditions.wind_ms);
    if (roughness == Roughness::Rough) {
        film.convective = natural_outside + rough * (film.convective - natural_outside);
    }
    return film;
}

double inside_convection(Films films, double tilt_deg, double colder_k) {
    const double c = cosine(tilt_deg);
    if (films == Films::Code) {
        if (c > 0.5) return 5.0;      // Upward heat flow.
        return c < -0.5 ? 0.7 : 2.5;  // Downward, horizontal.
    }
    const double cube_root = std::cbrt(std::hypot(colder_k, least_difference_k));
    if (std::abs(c) < 0.5) return 1.31 * cube_root;
    const double stirred = 9.482 / (7.283 - std::abs(c)) * cube_root;
    const double still = 1.810 / (1.382 + std::abs(c)) * cube_root;
    // A cold ceiling stirs the air below it, a cold floor lets it lie.
    const double stirs = std::tanh(c > 0.0 ? colder_k : -colder_k);
    return 0.5 * (stirred + still) + 0.5 * stirs * (stirred - still);
}

double inside_convection_of_glass(Films films, double colder_k) {
    if (films == Films::Code) return 2.5;
    constexpr double height_m = 1.5;
    // Nu = 0.56 Ra^(1/4) with air at 285 K.
    return 1.43 * std::pow(std::hypot(colder_k, least_difference_k) / height_m, 0.25);
}

bool same_plane(const RadiantFace& a, const RadiantFace& b) {
    if (a.furniture || b.furniture || a.tilt_deg != b.tilt_deg) return false;
    return a.tilt_deg == 0.0 || a.tilt_deg == 180.0 || a.azimuth_deg == b.azimuth_deg ||
           std::remainder(a.azimuth_deg - b.azimuth_deg, 360.0) == 0.0;
}

std::vector<double> radiant_exchange(std::span<const RadiantFace> faces) {
    std::vector<double> plane_m2(faces.size(), 0.0);
    for (std::size_t i = 0; i < faces.size(); ++i) {
        for (std::size_t k = 0; k < faces.size(); ++k) {
            if (k == i || same_plane(faces[i], faces[k])) plane_m2[i] += faces[k].area_m2;
        }
    }
    // F = 1 / (1 − A F / Σ A F): how much better a plane sees the rest than all of it.
    constexpr int rounds = 8;
    constexpr double most = 2.0;  // A face larger than all others together has no exact answer.
    std::vector<double> factor(faces.size(), 1.0);
    for (int round = 0; round < rounds; ++round) {
        double sum = 0.0;
        for (std::size_t i = 0; i < faces.size(); ++i) sum += faces[i].area_m2 * factor[i];
        for (std::size_t i = 0; i < faces.size(); ++i) {
            if (faces[i].furniture) continue;
            const double share = std::min(plane_m2[i] * factor[i] / sum, 1.0 - 1.0 / most);
            factor[i] = 1.0 / (1.0 - share);
        }
    }
    std::vector<double> exchange(faces.size());
    for (std::size_t i = 0; i < faces.size(); ++i) {
        const double e = std::clamp(faces[i].emissivity, 0.01, 1.0);
        exchange[i] = black_body_w_per_m2k(inside_mean_k) / (1.0 / factor[i] + (1.0 - e) / e);
    }
    return exchange;
}

}  // namespace longju::energy
