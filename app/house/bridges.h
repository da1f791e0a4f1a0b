// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include "house/envelope.h"

/// The thermal bridges of a house, from its lengths and the junction catalog.
namespace longju::house {

/// A junction of a house with its length and what the catalog says of it.
struct Bridge {
    JunctionKind kind = JunctionKind::OuterCorner;
    Metres length;
    WattsPerMK psi;
    double f_rsi = 1.0;

    double w_per_k() const { return psi.value * length.value; }
};

/// A material counts as insulation up to 0.1 W/mK; a side is insulated when its layers resist 0.3
/// m²K/W. The structure between the sides is the thickest layer of something else.
WallInsulation wall_insulation(const Construction& wall, const Library& library);

/// `row` with its derived members; its assemblies must be in the library.
Junction sorted_in(Junction row, const Library& library);

/// Every junction the heated rooms have with outdoors, those with unheated rooms and sunspaces left
/// out. ψ and f_Rsi follow from the elements as they are now: by straight lines between the catalog
/// rows of the same `WallInsulation` whose walls (and then ceilings or floors) have the next U, and
/// like the nearest one outside them.
/// ψ is taken to the outside dimensions of the wall as it stood, which `Envelope` measures by.
/// The heads of the walls are covered in houses to be built and where a ceiling got a layer: the
/// sheets order it.
std::vector<Bridge> bridges(const House& house, const Envelope& envelope, const Library& library);

/// Σ ψ·l, W/K.
double bridge_w_per_k(const std::vector<Bridge>& bridges);

/// The junction with the lowest f_Rsi, or nullptr when there is none.
const Bridge* coldest(const std::vector<Bridge>& bridges);

/// 外墙平均传热系数 Km = K + Σψ·l / A (JGJ 26-2010 appendix B): every junction but the plinth,
/// which belongs to the floor. A: outdoor walls of the heated rooms less openings.
WattsPerM2K mean_wall_u(const House& house, const Envelope& envelope, const Library& library);

}  // namespace longju::house
