// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "climate/year.h"
#include "core/result.h"
#include "estimate/reference.h"

namespace longju::cli {

/// One figure of ours beside what others computed for the same case.
struct Judged {
    std::string test_case;
    std::string quantity;  ///< As in reference.csv: heating, cooling, peak_heating, free_min, …
    std::string unit;
    double ours = 0.0;
    double low = 0.0, high = 0.0, mean = 0.0;       ///< Of the six programs.
    std::optional<double> accept_low, accept_high;  ///< Addendum b of the standard.
    std::array<std::string, 6> others;  ///< EnergyPlus, ESP-r, TRNSYS, DeST, EnergyPlus 25.1, 5R1C.

    bool inside() const;
    bool accepted() const;  ///< True where the standard sets no limits.
    double deviation() const { return mean == 0.0 ? 0.0 : ours / mean - 1.0; }
};

/// One farmhouse beside its EnergyPlus run.
struct FarmRun {
    std::string id;
    double ours_kwh = 0.0;
    double theirs_kwh = 0.0;
    double saving_off_points = 0.0;  ///< Against the first run, ours less theirs.

    double deviation() const { return ours_kwh / theirs_kwh - 1.0; }
};

/// Heat through a slab on the ground beside the verified numerical models.
struct GroundRun {
    std::string test_case;
    std::string unit;
    double ours = 0.0;
    std::array<double, 3> models{};  ///< TRNSYS, FLUENT, MATLAB.
    double mean = 0.0;               ///< Of the three.
    double energyplus = 0.0;         ///< With its slab preprocessor.

    double deviation() const { return ours / mean - 1.0; }
};

/// A typical farmhouse at today's habits beside what households like it are known to buy.
struct TypicalHouse {
    std::string id;
    std::string name;
    std::string station;
    double heat_kwh = 0.0;  ///< Useful heat of a typical year.
    std::string fuel;
    double fuel_amount = 0.0;
    std::string fuel_unit;
    double bought_mwh = 0.0;                  ///< The same by its heating value.
    std::optional<double> low_mwh, high_mwh;  ///< Nothing: no such houses were measured.
    std::string why;                          ///< It lies outside, where it does.

    bool inside() const;
};

struct Validation {
    std::vector<Judged> std140;
    std::vector<GroundRun> ground;
    std::vector<TypicalHouse> houses;
    std::vector<FarmRun> farm;
    std::vector<std::string> skipped;  ///< What could not be run, and why.
};

/// A weather file's year by its name; nothing when it is not there.
using WeatherSource = std::function<std::optional<climate::Year>(const std::string& name)>;

/// Runs every case of `folder` (tests/cases) that has reference figures: ASHRAE Standard 140-2020,
/// slabs on the ground and the Harbin farmhouses. Refuses when a description or a table cannot be
/// read.
/// With a catalog, its typical farmhouses too.
Result<Validation> validate(const std::filesystem::path& folder, const WeatherSource& weather,
                            const estimate::Reference* reference = nullptr);

/// How many of one quantity, or of all that begin so, lie inside, and how far they are off on
/// average.
struct Summary {
    int count = 0;
    int inside = 0;
    int accepted = 0;
    double mean_deviation = 0.0;      ///< |ours / mean − 1| over the cases that are not zero.
    double weighted_deviation = 0.0;  ///< Σ |ours − mean| / Σ mean: small loads weigh little.
};
Summary summary(const Validation& validation, const std::string& quantity);

std::string validation_text(const Validation& validation);

}  // namespace longju::cli
