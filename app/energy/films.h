// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <vector>

#include "energy/building.h"

namespace longju::energy {

/// Coefficients of an outer face, W/m²K.
struct OutsideFilm {
    double convective = 12.0;
    double radiative = 4.0;  ///< To sky, air and ground together.
    double sky = 1.3;        ///< The part of `radiative` that sees the sky.

    double whole() const { return convective + radiative; }
};

enum class Roughness { Glass, Rough };

/// What outside films depend on, of one year.
struct OutsideConditions {
    double wind_ms = 3.0;     ///< Mean, at 10 m of open country.
    double outdoor_c = -5.0;  ///< Mean of the cold hours.
};

/// Best: MoWiTT coefficients of windward and leeward faces (each half of the time; a roof is always
/// windward), with the DOE-2 correction for rough faces, at 1.4 m for walls and 2.8 m for roofs;
/// long wave by view factors with the horizon's share of the sky at air temperature (EnergyPlus
/// Engineering Reference, "Outside Surface Heat Balance").
/// Code: ISO 52016-1:2017 table 25 and 6.5.6.
OutsideFilm outside_film(Films films, Roughness roughness, double tilt_deg, double emissivity,
                         const OutsideConditions& conditions);

/// Convection at an inner face that is `colder_k` colder than the air, W/m²K.
/// Best: natural convection of a detailed room model (TARP; EnergyPlus Engineering Reference,
/// "Inside Heat Balance"): walls 1.31 |ΔT|^⅓; horizontal faces by whether they stir the air or let
/// it lie. The sign of a difference near zero changes through the day: within about a kelvin the
/// two are blended, and the difference never counts less than `least_difference_k`.
/// Code: ISO 52016-1:2017 table 25.
double inside_convection(Films films, double tilt_deg, double colder_k);

/// Convection at the inner face of a pane: ISO 15099:2003 8.3.2.2, a vertical plate 1.5 m high.
double inside_convection_of_glass(Films films, double colder_k);

/// A face as radiation inside a zone sees it.
struct RadiantFace {
    double area_m2 = 0.0;
    double emissivity = 0.9;
    double tilt_deg = 90.0;
    double azimuth_deg = 0.0;
    bool furniture = false;  ///< Internal mass: sees itself.
};

bool same_plane(const RadiantFace& a, const RadiantFace& b);

/// Exchange of each face with the mean radiant temperature, W/m²K at 18 °C: Carroll's method
/// (J. A. Carroll, "An 'MRT method' of computing radiant energy exchange in rooms", 1980), which
/// needs no view factors. Faces of one plane do not see each other and count as one.
std::vector<double> radiant_exchange(std::span<const RadiantFace> faces);

}  // namespace longju::energy
