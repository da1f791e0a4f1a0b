// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>

#include "climate/plane.h"
#include "climate/portable_math.h"
#include "climate/sun.h"
#include "energy/f_chart.h"
#include "energy/pv.h"

namespace longju::energy {

namespace portable = climate::portable;

namespace {

// All-glass evacuated tubes without a reflector: the least intercept and greatest loss that
// GB/T 17581-2007 lets pass (from memory of the standard; good products lose less).
constexpr double collector_gain = 0.62;           // F_R(τα) at normal incidence.
constexpr double collector_loss_w_per_m2k = 3.0;  // F_R U_L.
/// (τα) over the month by (τα) at normal incidence, Duffie & Beckman example 20.3.1.
constexpr double oblique = 0.96;

/// Hot water for washing in a farmhouse, engineering estimate at the low end of the 20 to 60 l a
/// day that GB 50015-2019 table 6.2.1 gives for dwellings (from memory).
constexpr double litres_per_person_day = 30.0;
constexpr double hot_water_c = 50.0;
/// Ground water of the north-east, 6 to 10 °C (GB 50015-2019 table 6.2.5, from memory).
constexpr double ground_water_c = 8.0;

constexpr double water_kwh_per_litre_k = 4.186 / 3600.0;

}  // namespace

double f_chart(double loss, double gain) {
    const double x = std::clamp(loss, 0.0, 18.0);
    const double y = std::clamp(gain, 0.0, 3.0);
    const double f = 1.029 * y - 0.065 * x - 0.245 * y * y + 0.0018 * x * x + 0.0215 * y * y * y;
    return std::clamp(f, 0.0, 1.0);
}

double air_f_chart(double loss, double gain) {
    const double x = std::clamp(loss, 0.0, 18.0);
    const double y = std::clamp(gain, 0.0, 3.0);
    const double f = 1.040 * y - 0.065 * x - 0.159 * y * y + 0.00187 * x * x - 0.0095 * y * y * y;
    return std::clamp(f, 0.0, 1.0);
}

double air_flow_correction(double litres_per_s_m2) {
    return portable::power(std::clamp(litres_per_s_m2, 5.0, 20.0) / 10.0, 0.28);
}

double pebble_correction(double m3_per_m2) {
    return portable::power(std::clamp(m3_per_m2, 0.125, 1.0) / 0.25, -0.30);
}

double hot_water_correction(double wanted_c, double mains_c, double outdoor_c) {
    return (11.6 + 1.18 * wanted_c + 3.86 * mains_c - 2.32 * outdoor_c) / (100.0 - outdoor_c);
}

double storage_correction(double litres_per_m2) {
    const double ratio = std::clamp(litres_per_m2, 37.5, 300.0) / 75.0;
    return 1.0 / std::sqrt(std::sqrt(ratio));
}

SolarWaterYield solar_water_yield(const house::SolarHotWater& system, const climate::Year& year,
                                  int people) {
    // Surveyed from the roof or the yard, never set to follow the sun: south.
    return solar_water_yield(system, year, climate::irradiance(year, system.tilt, Degrees{0.0}),
                             people);
}

SolarWaterYield solar_water_yield(const house::SolarHotWater& system, const climate::Year& year,
                                  const climate::PlaneIrradiance& on, int people) {
    const double area_m2 = system.collector.value;
    const double daily_kwh = std::max(0, people) * litres_per_person_day * water_kwh_per_litre_k *
                             (hot_water_c - ground_water_c);
    SolarWaterYield yield;
    if (daily_kwh <= 0.0) return yield;

    std::size_t from = 0;
    for (const int days : climate::days_of_month) {
        const std::size_t hours = 24 * static_cast<std::size_t>(days);
        double sun_kwh_m2 = 0.0;
        double outdoor_c = 0.0;
        for (std::size_t h = from; h < from + hours; ++h) {
            sun_kwh_m2 += on.total_w_m2(static_cast<int>(h)) / 1000.0;
            outdoor_c += year.t_out_c[h] / static_cast<double>(hours);
        }
        from += hours;

        const double load_kwh = daily_kwh * days;
        yield.demand += KilowattHours{load_kwh};
        if (area_m2 <= 0.0) continue;
        const double loss = area_m2 * collector_loss_w_per_m2k * (100.0 - outdoor_c) *
                            static_cast<double>(hours) / 1000.0 / load_kwh *
                            hot_water_correction(hot_water_c, ground_water_c, outdoor_c) *
                            storage_correction(system.tank.value * 1000.0 / area_m2);
        const double gain = area_m2 * collector_gain * oblique * sun_kwh_m2 / load_kwh;
        yield.useful += KilowattHours{load_kwh * f_chart(loss, gain)};
    }
    return yield;
}

}  // namespace longju::energy
