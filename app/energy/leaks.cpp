// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>

#include "energy/room.h"

// Coefficients of ASHRAE Handbook of Fundamentals 2017 ch. 16; those of the enhanced model as the
// Input Output Reference of EnergyPlus quotes them (ZoneInfiltration:FlowCoefficient).

namespace longju::energy {

namespace {

constexpr double seconds_per_h = 3600.0;

template <class Table>
double of_class(const Table& by_class, int number) {
    const int most = static_cast<int>(by_class.size());
    return by_class.at(static_cast<std::size_t>(std::clamp(number, 1, most) - 1));
}

/// Q [L/s] = A_L [cm²] √(C_s ΔT + C_w v²).
LeakFlow lbl(const Leakage& leaks, double volume_m3) {
    constexpr std::array<double, 3> stack = {0.000145, 0.000290, 0.000435};
    constexpr std::array<std::array<double, 5>, 3> wind = {
        {{0.000319, 0.000246, 0.000174, 0.000104, 0.000032},
         {0.000420, 0.000325, 0.000231, 0.000137, 0.000042},
         {0.000494, 0.000382, 0.000271, 0.000161, 0.000049}}};
    constexpr double flow_exponent = 0.65;
    constexpr double density = 1.2;
    constexpr double reference_pa = 4.0;
    const double at_4pa_m3_per_s =
        leaks.n50_per_h * volume_m3 / seconds_per_h * std::pow(reference_pa / 50.0, flow_exponent);
    const double leak_cm2 = 1e4 * at_4pa_m3_per_s / std::sqrt(2.0 * reference_pa / density);
    const double m3_per_h = 3.6 * leak_cm2;  // 1 L/s = 3.6 m³/h.
    return {.stack = m3_per_h * m3_per_h * of_class(stack, leaks.storeys),
            .wind = m3_per_h * m3_per_h *
                    of_class(wind.at(static_cast<std::size_t>(std::clamp(leaks.storeys, 1, 3) - 1)),
                             leaks.shelter_class)};
}

/// Q² = (c C_s ΔT^n)² + (c C_w (s G v)^2n)².
LeakFlow aim2(const Leakage& leaks, double volume_m3) {
    const Aim2 a = aim2_coefficients(leaks);
    const double c_m3_per_h = leaks.n50_per_h * volume_m3 / std::pow(50.0, Aim2::flow_exponent);
    const double stack = std::pow(c_m3_per_h * a.stack, 2);
    // ΔT^2n as a line and a square, right at 15 and at 45 K; from 10 to 60 K the flow is within
    // 3 %.
    constexpr double near_k = 15.0;
    constexpr double far_k = 45.0;
    const double near = std::pow(near_k, 2.0 * Aim2::flow_exponent) / near_k;
    const double far = std::pow(far_k, 2.0 * Aim2::flow_exponent) / far_k;
    const double square = (far - near) / (far_k - near_k);
    return {.stack = stack * (near - square * near_k),
            .stack_2 = stack * square,
            .wind = std::pow(c_m3_per_h * a.wind *
                                 std::pow(a.shelter * a.wind_multiplier, 2.0 * Aim2::flow_exponent),
                             2)};
}

}  // namespace

Aim2 aim2_coefficients(const Leakage& leaks) {
    // A house on a slab or a basement; rows: without flue, with.
    constexpr std::array<std::array<double, 3>, 2> stack = {
        {{0.054, 0.078, 0.098}, {0.069, 0.089, 0.107}}};
    constexpr std::array<std::array<double, 3>, 2> wind = {
        {{0.156, 0.170, 0.170}, {0.142, 0.156, 0.167}}};
    constexpr std::array<double, 5> shelter = {1.00, 0.90, 0.70, 0.50, 0.30};
    constexpr std::array<std::array<double, 5>, 3> shelter_with_flue = {
        {{1.10, 1.02, 0.86, 0.70, 0.54},
         {1.07, 0.98, 0.81, 0.64, 0.47},
         {1.06, 0.97, 0.79, 0.61, 0.43}}};
    constexpr std::array<double, 3> multiplier = {0.48, 0.59, 0.67};
    const auto storey = static_cast<std::size_t>(std::clamp(leaks.storeys, 1, 3) - 1);
    return {.stack = stack.at(leaks.flue ? 1 : 0).at(storey),
            .wind = wind.at(leaks.flue ? 1 : 0).at(storey),
            .shelter =
                of_class(leaks.flue ? shelter_with_flue.at(storey) : shelter, leaks.shelter_class),
            .wind_multiplier = multiplier.at(storey)};
}

LeakFlow leak_flow(const Zone& zone) {
    if (!zone.air.leakage) {
        return {.least_m3_per_h = zone.air.constant_per_h * zone.volume_m3};
    }
    const Leakage& leaks = *zone.air.leakage;
    LeakFlow flow = leaks.model == Leakage::Model::Aim2 ? aim2(leaks, zone.volume_m3)
                                                        : lbl(leaks, zone.volume_m3);
    flow.least_m3_per_h = leaks.least_per_h * zone.volume_m3;
    return flow;
}

Leakage::Model leak_model(const Building& building) {
    for (const Zone& zone : building.zones) {
        if (zone.air.leakage) return zone.air.leakage->model;
    }
    return Leakage::Model::Lbl;
}

const Column& wind_of(Leakage::Model model, const Weather& weather) {
    return model == Leakage::Model::Aim2 ? weather.wind_power() : weather.wind_squared();
}

double air_flow_m3_per_h(const Zone& zone, double difference_k, double wind) {
    const LeakFlow leaks = leak_flow(zone);
    const double driven =
        std::sqrt(leaks.stack * std::abs(difference_k) +
                  leaks.stack_2 * difference_k * difference_k + leaks.wind * wind);
    return std::max(leaks.least_m3_per_h, driven);
}

}  // namespace longju::energy
