// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace longju::energy {

/// Share of a month's load met by a liquid solar system (Duffie & Beckman, Solar Engineering of
/// Thermal Processes, 4th ed., eq. 20.3.1), 0 to 1. `loss`, X, is the collector's loss at 100 K
/// by the load, 0 to 18; `gain`, Y, the sun absorbed by the load, 0 to 3; beyond, they are limited.
double f_chart(double loss, double gain);

/// Correction of X for a load of hot water alone (eq. 20.5.1): mains and wanted temperature of the
/// water and mean outdoor temperature. Meant for water wanted at 50 to 70 °C.
double hot_water_correction(double wanted_c, double mains_c, double outdoor_c);

/// Correction of X for the litres stored per m² of collector (eq. 20.3.2), limited to 37.5 to 300.
double storage_correction(double litres_per_m2);

/// Share of a month's load met by a solar air system (sec. 20.4: f = 1.040 Y − 0.065 X − 0.159 Y² +
/// 0.00187 X² − 0.0095 Y³), 0 to 1; X and Y as for `f_chart`.
double air_f_chart(double loss, double gain);

/// Correction of X for the air blown through the collector, in litres a second and m², limited to
/// 5 to 20; the chart is for 10 (sec. 20.4, from memory).
double air_flow_correction(double litres_per_s_m2);

/// Correction of X for pebbles stored, in m³ per m² of collector, limited to 0.125 to 1; the chart
/// is for 0.25 (sec. 20.4, from memory).
double pebble_correction(double m3_per_m2);

}  // namespace longju::energy
