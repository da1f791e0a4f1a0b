// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "energy/building.h"

namespace longju::cli {

/// A building as an input file of EnergyPlus 25.2 (IDF). Both lists also stand at its top.
struct EnergyPlusFile {
    std::string text;
    std::vector<std::string> otherwise;  ///< Said in another way there: what differs, and how.
    std::vector<std::string> left_out;   ///< Not said at all.
};

/// The same zones, layers, glass, air, gains and set points, with EnergyPlus's own physics:
/// transfer functions, TARP inside, DOE-2 outside, four steps an hour, no rain, no sizing.
/// The zones are `Rooms`, `Second` and, for a roof space, `Attic`. Their mean air temperature, the
/// sensible heat and cold delivered, the sun through the glass and on every surface are written by
/// the hour to eplusout.csv. How surfaces get corners: energyplus_faces.h.
EnergyPlusFile energyplus_file(const energy::Building& building);

}  // namespace longju::cli
