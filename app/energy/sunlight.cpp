// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/sunlight.h"

namespace longju::energy {

const climate::PlaneIrradiance& Sunlight::on(double tilt_deg, double azimuth_deg) {
    const auto [place, is_new] = planes_.try_emplace({tilt_deg, azimuth_deg});
    if (is_new) {
        place->second = climate::irradiance(*year_, Degrees{tilt_deg}, Degrees{azimuth_deg});
    }
    return place->second;
}

}  // namespace longju::energy
