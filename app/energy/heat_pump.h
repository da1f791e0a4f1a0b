// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "core/units.h"
#include "energy/fuel.h"

/// A heat pump hour by hour: what it can give and what it takes.
namespace longju::energy {

/// At an outdoor temperature: linear between the heater's points, constant beyond them, times how
/// far the machine lies from them, less what melting the frost takes between −7 and 5 °C, where the
/// air holds water enough to frost and the coil is cold enough.
double heat_pump_cop(const Heater& heater, Celsius outdoor);

/// Without its backup: full from 7 °C up, less by `capacity_lost_per_k` below, nothing below
/// `lowest_outdoor`.
Kilowatts heat_pump_capacity(const Heater& heater, Celsius outdoor);

/// Electricity for the heat of one hour; what the machine cannot give, its electric backup does.
KilowattHours heat_pump_electricity(const Heater& heater, Celsius outdoor, KilowattHours heat);

}  // namespace longju::energy
