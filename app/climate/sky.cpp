// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "climate/sky.h"

#include <algorithm>

#include "climate/portable_math.h"

namespace longju::climate {

using namespace portable;

namespace {

constexpr double zero_celsius_k = 273.15;
constexpr double stefan_boltzmann_w_per_m2k4 = 5.670374419e-8;

}  // namespace

double saturation_pa(double t_c) { return 610.94 * exponential(17.625 * t_c / (243.04 + t_c)); }

double dew_point_c(double vapour_pa) {
    const double ratio = logarithm(vapour_pa / 610.94);
    return 243.04 * ratio / (17.625 - ratio);
}

double sky_temperature_c(double infrared_w_m2) {
    return std::sqrt(std::sqrt(infrared_w_m2 / stefan_boltzmann_w_per_m2k4)) - zero_celsius_k;
}

double sky_infrared_w_m2(double t_c, double vapour_pa, double cloud) {
    const double dew_k = dew_point_c(vapour_pa) + zero_celsius_k;
    const double clear = 0.787 + 0.764 * logarithm(dew_k / 273.0);
    const double tenths = 10.0 * cloud;
    const double clouded = 1.0 + tenths * (0.0224 + tenths * (-0.0035 + tenths * 0.00028));
    const double air_k2 = (t_c + zero_celsius_k) * (t_c + zero_celsius_k);
    return std::min(1.0, clear * clouded) * stefan_boltzmann_w_per_m2k4 * air_k2 * air_k2;
}

double cloud_cover(double daily_clearness) {
    return std::clamp(1.0 - (daily_clearness - 0.25) / 0.50, 0.0, 1.0);
}

double diffuse_share(double clearness) {
    if (clearness <= 0.22) return 1.0 - 0.09 * clearness;
    if (clearness > 0.80) return 0.165;
    return 0.9511 +
           clearness * (-0.1604 + clearness * (4.388 + clearness * (-16.638 + clearness * 12.336)));
}

double standard_pressure_pa(double elevation_m) {
    return 101325.0 * power(1.0 - 2.25577e-5 * elevation_m, 5.25588);
}

}  // namespace longju::climate
