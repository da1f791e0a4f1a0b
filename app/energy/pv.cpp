// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/pv.h"

#include <algorithm>
#include <cmath>

#include "climate/plane.h"
#include "climate/portable_math.h"
#include "climate/sun.h"

namespace longju::energy {

namespace portable = climate::portable;

namespace {

// Defaults of PVWatts (Dobos, NREL/TP-6A20-62641; version 8 as in NREL's SAM).
constexpr double power_per_k = -0.0035;  // Premium module: share of power per kelvin.
constexpr double dc_by_ac = 1.1;
constexpr double inverter_nominal = 0.96;
constexpr double inverter_reference = 0.9637;

/// Left by soiling 2 %, shading 3, mismatch 2, wiring 2, connections 0.5, light-induced
/// degradation 1.5, nameplate 1 and availability 3: 14.08 % lost. Snow comes on top.
constexpr double after_losses = 0.98 * 0.97 * 0.98 * 0.98 * 0.995 * 0.985 * 0.99 * 0.97;

/// Share of a month's energy lost to snow on modules at 40°, from January. The weather has no snow
/// depth; the values make 3 to 6 % of a Harbin year without cleaning at 35 to 45° (engineering
/// estimate).
constexpr std::array<double, 12> snow_loss_at_40_deg{0.13, 0.10, 0.07, 0, 0,    0,
                                                     0,    0,    0,    0, 0.06, 0.13};

/// Cells above the air by the sun and the wind: NOCT method of the System Advisor Model (Gilman,
/// NREL/TP-6A20-64102 (2015) sec. 9.4), 21 % efficient modules. `noct_k`: above the air at 800
/// W/m², 20 °C and 1 m/s.
double cell_above_air_k(double plane_w_m2, double wind_ms, double noct_k) {
    constexpr double kept_as_heat = 1.0 - 0.21 / 0.9;
    constexpr double wind_at_array = 0.51;  // Of the wind at 10 m, on a house of one storey.
    return plane_w_m2 / 800.0 * noct_k * kept_as_heat * 9.5 / (5.7 + 3.8 * wind_at_array * wind_ms);
}

/// Fresnel's transmission from air into a medium for both polarisations, and the way within.
struct Refraction {
    double transmitted;
    double cosine_inside;
};

Refraction refraction(double cosine, double index) {
    const double sine_inside_2 = (1.0 - cosine * cosine) / (index * index);
    const double inside = std::sqrt(1.0 - sine_inside_2);
    const double across = (cosine - index * inside) / (cosine + index * inside);
    const double along = (index * cosine - inside) / (index * cosine + inside);
    return {1.0 - 0.5 * (across * across + along * along), inside};
}

/// Beam through antireflective glass, before the absorption is set off (PVWatts eq. 4 to 6).
double through_glass(double cosine) {
    constexpr double coating_index = 1.3;
    constexpr double glass_index = 1.526;
    constexpr double extinction_per_m = 4.0;
    constexpr double glass_m = 0.002;
    const Refraction coating = refraction(cosine, coating_index);
    const Refraction glass = refraction(coating.cosine_inside, glass_index / coating_index);
    return coating.transmitted * glass.transmitted *
           portable::exponential(-extinction_per_m * glass_m / glass.cosine_inside);
}

/// Alternating by direct power (PVWatts eq. 11 to 13), both per watt of the array.
double inverted(double dc_share) {
    constexpr double ac_limit = 1.0 / dc_by_ac;
    constexpr double dc_limit = ac_limit / inverter_nominal;
    if (dc_share <= 0.0) return 0.0;
    if (dc_share >= dc_limit) return ac_limit;

    const double load = dc_share / dc_limit;
    const double efficiency =
        inverter_nominal / inverter_reference * (-0.0162 * load - 0.0059 / load + 0.9858);
    return std::clamp(efficiency * dc_share, 0.0, ac_limit);
}

/// Share of the month's energy that snow takes, where the month is frozen. Steeper modules shed it
/// with the sine of the tilt (Marion et al., Solar Energy 97, 2013); upright ones keep none.
double snow_loss(std::size_t month, double t_mean_c, double tilt_deg) {
    constexpr double sine_40_deg = 0.6427876096865393;
    constexpr double freezing_c = 0.0;
    constexpr double flattest_deg = 5.0;
    constexpr double steep_deg = 60.0;
    if (t_mean_c >= freezing_c) return 0.0;

    const double sliding = portable::sine(portable::radians(std::max(flattest_deg, tilt_deg)));
    const double kept = std::clamp((90.0 - tilt_deg) / (90.0 - steep_deg), 0.0, 1.0);
    return std::min(1.0, snow_loss_at_40_deg[month] * kept * sine_40_deg / sliding);
}

}  // namespace

PvYield pv_yield(const house::PvArray& array, const climate::Year& year) {
    return pv_yield(array, year, climate::irradiance(year, array.tilt, array.azimuth));
}

PvYield pv_yield(const house::PvArray& array, const climate::Year& year,
                 const climate::PlaneIrradiance& on) {
    const double power_kw = array.power().value;
    // A hand's breadth above a roof, or on an open rack.
    const double noct_k = array.site == house::PvSite::Yard ? 45.0 - 20.0 : 49.0 - 20.0;
    const double straight_through = through_glass(1.0);

    PvYield yield;
    yield.by_hour_kwh.assign(year.t_out_c.size(), 0.0F);
    std::size_t from = 0;
    for (std::size_t month = 0; month < yield.by_month.size(); ++month) {
        const std::size_t hours = 24 * static_cast<std::size_t>(climate::days_of_month[month]);
        double month_kwh = 0.0;
        double t_sum_c = 0.0;
        for (std::size_t h = from; h < from + hours; ++h) {
            const double plane_w_m2 = on.total_w_m2(static_cast<int>(h));
            t_sum_c += year.t_out_c[h];
            yield.plane_per_m2 += KilowattHours{plane_w_m2 / 1000.0};
            if (plane_w_m2 <= 0.0) continue;

            const double glass = through_glass(on.cos_incidence[h]) / straight_through;
            const double used_w_m2 = plane_w_m2 - (1.0 - glass) * on.beam_w_m2[h];
            const double cell_c =
                year.t_out_c[h] + cell_above_air_k(plane_w_m2, year.wind_ms[h], noct_k);
            const double dc_share =
                used_w_m2 / 1000.0 * (1.0 + power_per_k * (cell_c - 25.0)) * after_losses;
            const double ac_kwh = power_kw * inverted(dc_share);
            yield.by_hour_kwh[h] = static_cast<float>(ac_kwh);
            month_kwh += ac_kwh;
        }
        const double lost =
            snow_loss(month, t_sum_c / static_cast<double>(hours), array.tilt.value);
        for (std::size_t h = from; lost > 0.0 && h < from + hours; ++h) {
            yield.by_hour_kwh[h] *= static_cast<float>(1.0 - lost);
        }
        yield.before_snow += KilowattHours{month_kwh};
        yield.by_month[month] = KilowattHours{month_kwh * (1.0 - lost)};
        yield.year += yield.by_month[month];
        from += hours;
    }
    if (yield.before_snow.value > 0.0) yield.snow_share = 1.0 - yield.year / yield.before_snow;
    return yield;
}

}  // namespace longju::energy
