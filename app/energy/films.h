// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "climate/year.h"
#include "energy/building.h"

namespace longju::energy {

/// Coefficients of one face, W/m²K.
struct FilmSet {
    double inside_convective = 2.5;
    double inside_radiative = 5.0;  ///< To the mean radiant temperature.
    double outside_convective = 12.0;
    double outside_radiative = 4.0;  ///< To sky and surroundings together.
    double sky_radiative = 1.3;      ///< The part of `outside_radiative` that sees the sky.
};

/// Films of an opaque face. `u_w_per_m2k` is its rough transmittance, which sets how much colder
/// than the room its inner face is.
///
/// Best: outside by the DOE-2 model for rough surfaces with the year's mean wind at 1.4 m of open
/// country, mean of windward and leeward; inside by natural convection (TARP) at 20 K between
/// indoors and outdoors (EnergyPlus Engineering Reference, "Outside/Inside Surface Heat Balance").
/// Code: ISO 52016-1:2017 table 25 and 6.5.6.
FilmSet opaque_films(Films films, double tilt_deg, double u_w_per_m2k, double emissivity,
                     const climate::Year& year);

/// Films of glass: smooth outside, else as above.
FilmSet glass_films(Films films, double tilt_deg, double u_w_per_m2k, double emissivity,
                    const climate::Year& year);

}  // namespace longju::energy
