// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/snow_loss.h"

#include <algorithm>

#include "climate/portable_math.h"
#include "climate/sun.h"

namespace longju::energy {

namespace portable = climate::portable;

namespace {

// The fit is in inches: 2.54 cm, and 39.37 to the metre as pvlib has it.
constexpr double cm_per_inch = 2.54;
constexpr double inches_per_m = 39.37;

/// A few big falls stay longer than many small ones.
double effective_inches(const SnowMonth& month) {
    if (month.events <= 0.0) return 0.0;
    return 0.5 * month.snowfall_cm / cm_per_inch * (1.0 + 1.0 / std::max(1.0, month.events));
}

/// Shed snow that piles up to the lower edge keeps the rest from sliding.
double ground_interference(double snow_in, double tilt_cosine, const SnowMount& mount) {
    constexpr double c2 = 0.51;
    constexpr double tangent_of_repose = 0.8390996311772799;  // Snow rests at 40°.
    constexpr double least_distance_in2 = 0.1;
    const double edge_in = mount.lower_edge_m * inches_per_m;
    const double distance_in2 = std::max(least_distance_in2, edge_in * edge_in - snow_in * snow_in);
    const double piled = mount.slant_m * inches_per_m * snow_in * tilt_cosine / distance_in2 * 2.0 *
                         tangent_of_repose;
    return 1.0 - c2 * portable::exponential(-piled);
}

}  // namespace

std::array<double, 12> townsend_snow_loss(const std::array<SnowMonth, 12>& months,
                                          const SnowMount& mount) {
    constexpr double c1 = 5.7e4;
    const double tilt_cosine = portable::cosine(portable::radians(mount.tilt.value));

    std::array<double, 12> lost{};
    double before_in = effective_inches(months.back());
    for (std::size_t m = 0; m < months.size(); ++m) {
        const SnowMonth& month = months[m];
        const double now_in = effective_inches(month);
        const double snow_in = before_in / 3.0 + now_in * 2.0 / 3.0;
        before_in = now_in;
        if (snow_in <= 0.0 || month.plane_kwh_m2 <= 0.0) continue;

        const double t_k = month.t_mean_c + 273.15;
        const double share = c1 * snow_in * tilt_cosine * tilt_cosine *
                             ground_interference(snow_in, tilt_cosine, mount) *
                             month.relative_humidity / (t_k * t_k) /
                             portable::power(month.plane_kwh_m2, 0.67);
        lost[m] = std::clamp(share, 0.0, 1.0);
    }
    return lost;
}

}  // namespace longju::energy
