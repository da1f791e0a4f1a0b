// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>

#include "energy/building.h"
#include "energy/fuel.h"
#include "energy/weather.h"
#include "house/envelope.h"
#include "house/house.h"

namespace longju::energy {

/// How a house is used and heated in one run.
struct HouseUse {
    house::Habit habit;
    const Heater* heater = nullptr;  ///< Nothing: unlimited convective heat.
    bool fire_indoors = false;       ///< `burns_indoors` of the heater and its fuel.
};

/// With a heater of the library.
HouseUse use_of(const house::Habit& habit, std::string_view heater_id,
                const EnergyLibrary& library);

/// The heated rooms of a house as one zone, and its sunspace as a second.
///
/// Choices, each an engineering estimate unless it cites a source in the code:
/// - conductivities are corrected for their place (GB 50176-2016 table B.2) and raised by the
///   bridges repeated all over the element; edges lose ψ·l of the junction catalog;
/// - unheated rooms are spaces between indoors and outdoors by a temperature factor (ISO 13789);
///   a sunspace is a zone of its own whose door and vents stand open by day while it is warmer;
/// - leaks follow the weather (AIM-2, shelter of an isolated house, a flue where a fire burns
///   indoors); their n50 is 25 times `House::air_change`, which makes that air change at 28 K and
///   3 m/s. A porch shelters the doors and takes a twentieth off;
/// - fewer rooms kept warm than are heated (`heated_share` < 1) lowers the mean temperature of the
///   zone by 6 K for the cold share: kept rooms are at 12 to 18 °C, the others at 5 to 10 °C
///   (domain facts 5.3);
/// - the air change never falls below the 0.5 per hour of GB/T 50824-2013 3.2, nor below what the
///   fire indoors needs: 2 m³ per kWh of fuel, twice what coal burns (CO), for 0.1 kW of heat per
///   m² of floor or the heater's capacity;
/// - kangs and fire walls are bodies of brick over smoke, fired by the clock; the stove adds what
///   the set point still needs;
/// - people, light and cooking give 3.8 W per m² of floor (JGJ 26-2010 4.3.10).
Building building_of(const house::House& house, const house::Envelope& envelope,
                     const house::Library& library, const HouseUse& use, const Weather& weather);

/// Another use of the rooms of such a building: set points, leaks, the heater's output and how it
/// gives its heat. The masonry it warms (kangs, fire walls) is not of the rooms but of the
/// building.
void set_use(Zone& rooms, const house::House& house, const house::Envelope& envelope,
             const HouseUse& use);

/// How much colder than its kept rooms the zone is on average, K.
double unkept_k(const house::Habit& habit);

}  // namespace longju::energy
