// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "cli/validation_parts.h"
#include "energy/zone.h"

namespace longju::cli {

namespace {

constexpr double wh_per_kwh = 1000.0;

struct Plane {
    double tilt_deg = 90.0;
    double azimuth_deg = 0.0;  ///< From south, positive to the west.
};

std::optional<Plane> plane_of(const std::string& word) {
    static const std::map<std::string, Plane> planes = {{"horizontal", {0.0, 0.0}},
                                                        {"south", {90.0, 0.0}},
                                                        {"west", {90.0, 90.0}},
                                                        {"north", {90.0, 180.0}},
                                                        {"east", {90.0, -90.0}}};
    const auto found = planes.find(word);
    return found == planes.end() ? std::nullopt : std::optional(found->second);
}

double incident_kwh_per_m2(energy::Weather& weather, const Plane& plane) {
    return weather.sun_on(plane.tilt_deg, plane.azimuth_deg).year_sum / wh_per_kwh;
}

/// Through the case's glass on one plane, by the engine that runs the case.
double transmitted_kwh_per_m2(energy::Building building, energy::Weather& weather,
                              const Plane& plane, bool shaded) {
    std::erase_if(building.windows, [&](const energy::BuildingWindow& w) {
        return std::abs(std::remainder(w.azimuth_deg - plane.azimuth_deg, 360.0)) > 1.0;
    });
    double glass_m2 = 0.0;
    for (energy::BuildingWindow& w : building.windows) {
        if (!shaded) w.shading.reset();
        glass_m2 += w.glass_m2;
    }
    if (glass_m2 <= 0.0) return 0.0;
    return energy::simulate(building, weather).transmitted_kwh / glass_m2;
}

std::optional<double> sky_quantity(const climate::Year& year, const std::string& quantity) {
    const std::vector<double>& sky_c = year.t_sky_c;
    if (quantity == "sky_min") return std::ranges::min(sky_c);
    if (quantity == "sky_max") return std::ranges::max(sky_c);
    if (quantity != "sky_mean") return std::nullopt;
    return std::accumulate(sky_c.begin(), sky_c.end(), 0.0) / static_cast<double>(sky_c.size());
}

}  // namespace

std::optional<double> sun_quantity(const energy::Building& building, energy::Weather& weather,
                                   const std::string& quantity) {
    if (quantity.starts_with("sky_")) return sky_quantity(weather.year(), quantity);
    const std::size_t cut = quantity.find('_');
    if (cut == std::string::npos) return std::nullopt;
    const auto plane = plane_of(quantity.substr(cut + 1));
    if (!plane) return std::nullopt;

    const std::string what = quantity.substr(0, cut);
    if (what == "incident") return incident_kwh_per_m2(weather, *plane);
    if (what == "transmitted") return transmitted_kwh_per_m2(building, weather, *plane, true);
    const double unshaded = transmitted_kwh_per_m2(building, weather, *plane, false);
    if (what == "transmissivity") return unshaded / incident_kwh_per_m2(weather, *plane);
    if (what != "shading") return std::nullopt;
    return 1.0 - transmitted_kwh_per_m2(building, weather, *plane, true) / unshaded;
}

}  // namespace longju::cli
