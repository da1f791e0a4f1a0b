// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "climate/year.h"
#include "energy/building.h"
#include "energy/fuel.h"
#include "house/envelope.h"
#include "house/house.h"

namespace longju::energy {

/// How a house is used and heated in one run.
struct HouseUse {
    house::Habit habit;
    const Heater* heater = nullptr;  ///< Nothing: unlimited convective heat.
};

/// The heated rooms of a house as one zone, and its sunspace as a second.
///
/// Choices, each an engineering estimate unless it cites a source in the code:
/// - conductivities are corrected for their place (GB 50176-2016 table B.2) and raised by the
///   assembly's bridge factor;
/// - unheated rooms are spaces between indoors and outdoors by a temperature factor (ISO 13789);
///   a sunspace is a zone of its own whose door and vents stand open by day while it is warmer;
/// - a porch shelters the doors and takes a twentieth off the air change;
/// - fewer rooms kept warm than are heated (`heated_share` < 1) lowers the mean temperature of the
///   zone by 6 K for the cold share: kept rooms are at 12 to 18 °C, the others at 5 to 10 °C
///   (domain facts 5.3);
/// - the air change never falls below the 0.5 per hour of GB/T 50824-2013 3.2;
/// - kangs are bodies of brick and mud over a flue, fired with the three meals of the day; the
/// stove
///   adds what the set point still needs;
/// - people, light and cooking give 3.8 W per m² of floor (JGJ 26-2010 4.3.10).
Building building_of(const house::House& house, const house::Envelope& envelope,
                     const house::Library& library, const HouseUse& use, const climate::Year& year);

/// How much colder than its kept rooms the zone is on average, K.
double unkept_k(const house::Habit& habit);

/// Mean outdoor temperature by month.
std::array<double, 12> monthly_mean_c(const climate::Year& year);

}  // namespace longju::energy
