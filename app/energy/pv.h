// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <vector>

#include "climate/plane.h"
#include "climate/year.h"
#include "core/units.h"
#include "house/house.h"

namespace longju::energy {

/// A typical year of a PV array, by the PVWatts chain (NREL/TP-6A20-62641, version 8 defaults):
/// Perez sky, antireflective glass, cells cooled by the wind, 14.08 % of losses, inverter with its
/// part load. Alternating current, after snow. A new array: no ageing.
struct PvYield {
    KilowattHours year;
    std::array<KilowattHours, 12> by_month;
    KilowattHours before_snow;       ///< What the year would be if no snow lay on the modules.
    KilowattHours plane_per_m2;      ///< Irradiation of the array's plane.
    double snow_share = 0.0;         ///< Of the energy lost to snow cover.
    std::vector<float> by_hour_kwh;  ///< Of the year, after snow.
};

PvYield pv_yield(const house::PvArray& array, const climate::Year& year);

/// The same with the array's plane computed before (energy::Weather keeps them).
PvYield pv_yield(const house::PvArray& array, const climate::Year& year,
                 const climate::PlaneIrradiance& on);

/// A year of solar hot water by the f-chart method (Duffie & Beckman ch. 20), month by month:
/// evacuated tubes facing south, 30 l a day of water at 50 °C for each person, frost protected.
struct SolarWaterYield {
    KilowattHours useful;  ///< Heat for hot water that the sun provided.
    KilowattHours demand;  ///< Heat the household's hot water needs.
};

SolarWaterYield solar_water_yield(const house::SolarHotWater& system, const climate::Year& year,
                                  int people);
SolarWaterYield solar_water_yield(const house::SolarHotWater& system, const climate::Year& year,
                                  const climate::PlaneIrradiance& on, int people);

}  // namespace longju::energy
