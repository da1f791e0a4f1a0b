// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/self_use.h"

#include <algorithm>
#include <array>

#include "climate/sun.h"
#include "core/assert.h"

namespace longju::energy {

namespace {

/// By hour of the day; only their relation counts.
constexpr std::array<double, 24> by_hour = {3, 3, 3, 3, 4, 7, 8, 6, 4, 4, 5, 8,
                                            6, 4, 4, 4, 6, 9, 9, 9, 8, 6, 4, 3};
/// By month: long evenings in winter, a freezer and a pump in summer.
constexpr std::array<double, 12> by_month = {1.15, 1.15, 1.05, 0.95, 0.90, 0.90,
                                             0.95, 0.95, 0.90, 0.95, 1.05, 1.10};

double share(KilowattHours part, KilowattHours whole) {
    return whole.value > 0.0 ? part / whole : 0.0;
}

}  // namespace

std::vector<float> household_load_kwh(KilowattHours year) {
    std::vector<float> load;
    double sum = 0.0;
    for (std::size_t month = 0; month < by_month.size(); ++month) {
        for (int day = 0; day < climate::days_of_month.at(month); ++day) {
            for (const double hour : by_hour) {
                load.push_back(static_cast<float>(hour * by_month.at(month)));
                sum += hour * by_month.at(month);
            }
        }
    }
    const auto scale = static_cast<float>(year.value / sum);
    for (float& kwh : load) kwh *= scale;
    return load;
}

double SelfUse::used_share() const { return share(used, used + exported); }
double SelfUse::sufficiency() const { return share(used, used + imported); }

SelfUse self_use(std::span<const float> array_kwh, std::span<const float> load_kwh) {
    LONGJU_ASSERT(array_kwh.size() == load_kwh.size(), "array and load have the same hours");
    double used = 0.0;
    double made = 0.0;
    double needed = 0.0;
    for (std::size_t h = 0; h < array_kwh.size(); ++h) {
        used += static_cast<double>(std::min(array_kwh[h], load_kwh[h]));
        made += static_cast<double>(array_kwh[h]);
        needed += static_cast<double>(load_kwh[h]);
    }
    return {.used = KilowattHours{used},
            .exported = KilowattHours{made - used},
            .imported = KilowattHours{needed - used}};
}

}  // namespace longju::energy
