// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "house/library.h"

/// The details behind the junction catalog: each junction drawn as a section of its wall and what
/// meets it, and computed by `conduct`. The details are our own, as rural houses are built here:
///
/// - eaves: the ceiling butts against the inner face of the wall, whose head is bare to the attic,
///   or covered with EPS that laps 200 mm onto the ceiling; between insulated modules the ceiling's
///   own insulation runs on over the core of the wall; flat roofs rest on it;
/// - storey floor: 120 mm of concrete through the inner layers, with a ring beam 240 mm high as
///   thick as the structure;
/// - plinth: floor 300 mm above grade, the structure goes 1.5 m into the ground, what insulates the
///   wall outside ends at grade; edge insulation goes on 1 m below it;
/// - openings: frame of 70 mm (U 1.8 W/m²K) in the middle of the structure; 20 mm of EPS on the
///   reveal of the side that is insulated; lintels are concrete over masonry, timber over earth.
namespace longju::energy {

struct JunctionValues {
    WattsPerMK psi;
    double f_rsi = 0.0;
};

/// ψ by external dimensions (ISO 10211:2017, plinth with clause 10.4 and the floor of ISO 13370
/// with B′ 8 m) and f_Rsi (Rsi 0.25 m²K/W on opaque inner faces) of a row, whatever it states for
/// them.
JunctionValues junction_values(const house::Junction& row, const house::Library& library);

}  // namespace longju::energy
