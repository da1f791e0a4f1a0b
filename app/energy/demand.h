// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "climate/year.h"
#include "core/units.h"
#include "energy/fuel.h"
#include "energy/weather.h"
#include "house/bridges.h"
#include "house/house.h"

namespace longju::energy {

/// Fuel or power used for heating over the year, in the fuel's own unit.
struct FuelUse {
    std::string fuel_id;
    double amount = 0.0;
    std::array<double, 12> by_month{};
};

/// Heat lost over the heating season (hours with heating on), by way out.
struct HeatLosses {
    KilowattHours walls, windows, doors, ceiling, floor, air;
    KilowattHours total() const { return walls + windows + doors + ceiling + floor + air; }
};

/// 用能: one year of one house at one way of heating.
struct Demand {
    KilowattHours heat;     ///< Useful heat the heater gave to the rooms, kangs and fire walls too.
    KilowattHours cooking;  ///< Useful heat for the pots in the heating season.
    std::array<KilowattHours, 12> heat_by_month;
    Kilowatts peak;         ///< Largest hourly mean.
    Kilowatts design_load;  ///< Steady loss at the site's design temperature.
    FuelUse fuel;           ///< Of the main heater.
    /// By hour of the year, where the heater takes electricity; else empty.
    std::vector<float> electricity_kwh;
    HeatLosses losses;
    KilowattHours solar_gain;  ///< Through windows, in the heating season.
    KilowattHours internal_gain;
    Celsius january_6am;            ///< Mean room air temperature at 06:00 in January.
    Celsius january_wall_inside;    ///< Inside face of the coldest outer wall, same hours.
    Celsius coldest;                ///< Lowest hourly room air temperature, Oct to Apr.
    double hours_below_12c = 0.0;   ///< Of the heating season, in the waking hours.
    double mould_risk_hours = 0.0;  ///< Hours with the coldest inside surface above 80 % RH.
    double f_rsi = 0.0;             ///< Temperature factor of the coldest inside surface.
    /// Where that is; nothing where the plain wall is the coldest.
    std::optional<house::JunctionKind> coldest_junction;
    std::vector<house::Bridge> bridges;
};

/// What `annual_demand` needs beside the house. All references outlive the call only.
struct DemandInputs {
    const house::House& house;
    const house::Library& library;
    const EnergyLibrary& energy;
    const climate::Year& year;
    house::Habit habit;  ///< Set points by hour; heated share.
    Celsius design_temperature;
    int people = 3;
    Weather* weather = nullptr;  ///< Of `year`, shared by several runs; nothing: its own.
};

/// One year of the house, hour by hour (engine: energy/zone.h). Pure; no `Impossible` problems may
/// be left in the house.
Demand annual_demand(const DemandInputs& inputs);

/// Several houses or habits of one year and one `weather` side by side: the same answers, sooner.
std::vector<Demand> annual_demands(std::span<const DemandInputs> inputs);

}  // namespace longju::energy
