// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <vector>

#include "energy/building.h"

namespace longju::energy {

/// Solar behaviour of a glazing at one angle, shares of the incident sun.
struct GlazingOptics {
    double transmitted = 0.0;
    double reflected = 0.0;
    std::vector<double> absorbed;  ///< By pane, outer first.
};

/// At an angle of incidence, 0 (normal) to 90 degrees.
GlazingOptics optics(const Glazing& glazing, double angle_deg);

/// For diffuse light from a hemisphere.
GlazingOptics diffuse_optics(const Glazing& glazing);

/// Thermal resistance from the outer face of the outer pane to the inner face of the inner pane,
/// and of the way up to the middle of each pane. Gaps: radiation and the convection of ISO 15099
/// 5.3.3 for a tall cavity at 5 °C mean.
struct GlazingResistance {
    double total_m2k_per_w = 0.0;
    std::vector<double> to_pane_m2k_per_w;
};
GlazingResistance resistance(const Glazing& glazing);

/// Sun through a glazing as the engine uses it: by the cosine of incidence, what comes through and
/// what absorbed heat arrives at the inner face, with `outer_film` between the glass and outdoors.
class GlazingTable {
public:
    GlazingTable(const Glazing& glazing, double outer_film_w_per_m2k);

    double transmitted(double cosine) const { return at(transmitted_, cosine); }
    double inward(double cosine) const { return at(inward_, cosine); }
    /// Of the bright ring around the sun: an even disc of 25° about the sun's direction (the
    /// circumsolar region of Perez et al., Solar Energy 39 (1987) 221), before the glass's plane.
    double ring_transmitted(double cosine) const { return at(ring_transmitted_, cosine); }
    double ring_inward(double cosine) const { return at(ring_inward_, cosine); }
    double diffuse_transmitted() const { return diffuse_transmitted_; }
    double diffuse_inward() const { return diffuse_inward_; }

private:
    static constexpr std::size_t steps = 64;
    using ByCosine = std::array<double, steps + 1>;
    static double at(const ByCosine& table, double cosine);
    static double over_ring(const ByCosine& table, double cosine);

    ByCosine transmitted_{}, inward_{};
    ByCosine ring_transmitted_{}, ring_inward_{};
    double diffuse_transmitted_ = 0.0;
    double diffuse_inward_ = 0.0;
};

}  // namespace longju::energy
