// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <utility>

#include "climate/plane.h"
#include "climate/year.h"

namespace longju::energy {

/// Irradiance on planes of one year, computed once for each plane that is asked for. Holds the
/// year by reference; the owner keeps the year alive. Give one to every run of the same year.
class Sunlight {
public:
    explicit Sunlight(const climate::Year& year) : year_(&year) {}

    const climate::PlaneIrradiance& on(double tilt_deg, double azimuth_deg);
    const climate::Year& year() const { return *year_; }

private:
    const climate::Year* year_;
    std::map<std::pair<double, double>, climate::PlaneIrradiance> planes_;
};

}  // namespace longju::energy
