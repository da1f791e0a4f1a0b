// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace longju::climate {

/// Vapour pressure at saturation over water, Pa; −80 to 60 °C. Meteorologists quote relative
/// humidity over water below freezing too. (Alduchov & Eskridge, J. Appl. Meteorol. 35, 1996.)
double saturation_pa(double t_c);
/// The temperature at which `vapour_pa` saturates.
double dew_point_c(double vapour_pa);

/// Sky temperature of a black hemisphere that sends `infrared_w_m2` to the horizontal ground.
double sky_temperature_c(double infrared_w_m2);

/// Infrared from the sky on the horizontal by Clark & Allen (1978), cloud correction of Walton
/// (1983), as weather files are filled with it; `cloud` is the covered share of the sky, 0 to 1.
double sky_infrared_w_m2(double t_c, double vapour_pa, double cloud);

/// Covered share of the sky on a day of this clearness: the share without sunshine by Ångström's
/// line, clearness = 0.25 + 0.50 × sunshine (FAO Irrigation and Drainage Paper 56, eq. 35).
double cloud_cover(double daily_clearness);

/// Share of the hour's global irradiance that is diffuse, by its clearness index
/// (Erbs, Klein & Duffie, Solar Energy 28, 1982).
double diffuse_share(double clearness);

/// Pressure of the standard atmosphere (ISO 2533), Pa.
double standard_pressure_pa(double elevation_m);

}  // namespace longju::climate
