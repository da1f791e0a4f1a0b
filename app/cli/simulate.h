// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>

#include "climate/year.h"
#include "core/result.h"
#include "energy/building.h"
#include "energy/pv.h"
#include "energy/zone.h"

namespace longju::cli {

/// What `longju simulate` says of one year of a building. Hours of the year are 0 to 8759 and name
/// the hour that begins then, local standard time.
struct Simulation {
    std::string building;  ///< Title in the file, else the file's name.
    std::string weather;
    energy::ZoneYear run;
    std::array<double, 12> heat_kwh{};  ///< By month.
    std::array<double, 12> cool_kwh{};
    double peak_heat_w = 0.0;  ///< Largest hourly mean.
    int peak_heat_hour = 0;
    double peak_cool_w = 0.0;
    int peak_cool_hour = 0;
    double air_min_c = 0.0;
    int air_min_hour = 0;
    double air_mean_c = 0.0;
    double air_max_c = 0.0;
    int air_max_hour = 0;
    std::optional<energy::PvYield> pv;  ///< When an array was asked for.
    int hours_below_set_point = 0;      ///< By more than 0.2 K, while heating is on.
    struct SecondZone {
        double min_c = 0.0, mean_c = 0.0, max_c = 0.0;
    };
    std::optional<SecondZone> second_zone;
};

Simulation simulation(const energy::Building& building, const climate::Year& year);

/// Reads both files and runs them; a refusal names file, line and field.
Result<Simulation> simulate_files(const std::filesystem::path& building,
                                  const std::filesystem::path& weather,
                                  const std::optional<house::PvArray>& array = std::nullopt);

/// One JSON object, keys with their units (tests/cases/BUILDING.md); `hourly` adds four lists of
/// 8760 numbers.
std::string simulation_json(const Simulation& simulation, bool hourly);

/// A few lines for people.
std::string simulation_text(const Simulation& simulation);

}  // namespace longju::cli
