// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/glazing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace longju::energy {

namespace {

/// Index and internal transmittance of a pane that has the given values at normal incidence.
struct PaneGlass {
    double index = 1.526;
    double internal = 0.95;  ///< Share not absorbed on the straight way through.
};

struct PaneOptics {
    double transmitted = 0.0;
    double reflected = 0.0;
};

/// One pane: all inner reflections between its two faces of reflectivity `r` (Duffie & Beckman,
/// ch. 5), `a` the internal transmittance of one pass.
PaneOptics slab(double r, double a) {
    const double through = (1.0 - r) * (1.0 - r) * a / (1.0 - r * r * a * a);
    return {through, r * (1.0 + a * through)};
}

PaneGlass glass_of(double transmittance, double reflectance) {
    // ρ = r (1 + a τ), τ = (1 − r)² a / (1 − r² a²): solved for r and a by substitution.
    double r = reflectance / 2.0;
    double a = transmittance;
    for (int i = 0; i < 60; ++i) {
        r = reflectance / (1.0 + a * transmittance);
        a = transmittance * (1.0 - r * r * a * a) / ((1.0 - r) * (1.0 - r));
    }
    const double root = std::sqrt(r);
    return {(1.0 + root) / (1.0 - root), std::min(a, 1.0)};
}

PaneOptics pane_at(const PaneGlass& glass, double angle_rad) {
    const double sin_in = std::sin(angle_rad) / glass.index;
    const double cos_in = std::sqrt(1.0 - sin_in * sin_in);
    const double cos_out = std::max(std::cos(angle_rad), 1e-9);
    const double across = (cos_out - glass.index * cos_in) / (cos_out + glass.index * cos_in);
    const double along = (glass.index * cos_out - cos_in) / (glass.index * cos_out + cos_in);
    const double a = std::pow(glass.internal, 1.0 / cos_in);
    const PaneOptics s = slab(across * across, a);
    const PaneOptics p = slab(along * along, a);
    return {(s.transmitted + p.transmitted) / 2.0, (s.reflected + p.reflected) / 2.0};
}

/// One of the panes as light sees it from outside and from inside.
struct PaneSides {
    double transmitted = 0.0;
    double front = 0.0;  ///< Reflectance.
    double back = 0.0;
};

/// Panes one behind the other: the light going in and out between them, from inside outwards.
GlazingOptics stacked(const PaneSides& outer, const PaneOptics& others, int panes) {
    const auto n = static_cast<std::size_t>(panes);
    const PaneSides inner{others.transmitted, others.reflected, others.reflected};
    const auto pane = [&](std::size_t i) -> const PaneSides& { return i == 0 ? outer : inner; };
    std::vector<double> below(n + 1, 0.0);  // Reflectance of all that lies behind gap i.
    for (std::size_t i = n; i > 0; --i) {
        const PaneSides& p = pane(i - 1);
        below[i - 1] =
            p.front + p.transmitted * p.transmitted * below[i] / (1.0 - p.back * below[i]);
    }
    GlazingOptics result;
    double inward = 1.0;
    for (std::size_t i = 1; i <= n; ++i) {
        const PaneSides& p = pane(i - 1);
        const double next = p.transmitted * inward / (1.0 - p.back * below[i]);
        result.absorbed.push_back((1.0 - p.transmitted - p.front) * inward +
                                  (1.0 - p.transmitted - p.back) * below[i] * next);
        inward = next;
    }
    result.transmitted = inward;
    result.reflected = below[0];
    return result;
}

/// A coated pane keeps the angle behaviour of clear glass of the same make relative to its normal
/// values; what it neither passes nor absorbs more is thrown back.
PaneSides outer_at(const Glazing& g, const PaneOptics& clear) {
    if (!g.outer_pane) return {clear.transmitted, clear.reflected, clear.reflected};
    const double passing = clear.transmitted / g.pane_transmittance;
    const Glazing::OuterPane& p = *g.outer_pane;
    // Reflectance rises to 1 at grazing incidence as that of the clear pane does.
    const double rise = (clear.reflected - g.pane_reflectance) / (1.0 - g.pane_reflectance);
    const double front = p.front_reflectance + rise * (1.0 - p.front_reflectance);
    const double back = p.back_reflectance + rise * (1.0 - p.back_reflectance);
    const double through = p.transmittance * passing;
    return {std::min(through, 1.0 - std::max(front, back)), front, back};
}

PaneGlass glass_of(const Glazing& glazing) {
    return glass_of(glazing.pane_transmittance, glazing.pane_reflectance);
}

}  // namespace

GlazingOptics optics(const Glazing& glazing, double angle_deg) {
    const double angle_rad = angle_deg * std::numbers::pi / 180.0;
    const PaneOptics pane = pane_at(glass_of(glazing), angle_rad);
    return stacked(outer_at(glazing, pane), pane, glazing.panes);
}

GlazingOptics diffuse_optics(const Glazing& glazing) {
    constexpr int steps = 90;
    const PaneGlass glass = glass_of(glazing);
    GlazingOptics sum;
    sum.absorbed.assign(static_cast<std::size_t>(glazing.panes), 0.0);
    for (int i = 0; i < steps; ++i) {
        const double angle_rad = (i + 0.5) * std::numbers::pi / 2.0 / steps;
        const double weight = std::sin(2.0 * angle_rad) * std::numbers::pi / 2.0 / steps;
        const PaneOptics pane = pane_at(glass, angle_rad);
        const GlazingOptics one = stacked(outer_at(glazing, pane), pane, glazing.panes);
        sum.transmitted += weight * one.transmitted;
        sum.reflected += weight * one.reflected;
        for (std::size_t p = 0; p < sum.absorbed.size(); ++p) {
            sum.absorbed[p] += weight * one.absorbed[p];
        }
    }
    return sum;
}

namespace {

constexpr double mean_k = 278.0;  // Of a gap in the heating season.

/// Nusselt number of a tall vertical cavity, ISO 15099:2003 eq. 53 to 57.
double nusselt(double rayleigh, double height_by_gap) {
    double first = 1.0 + 1.7596678e-10 * std::pow(rayleigh, 2.2984755);
    if (rayleigh > 1e4) first = 0.028154 * std::pow(rayleigh, 0.4134);
    if (rayleigh > 5e4) first = 0.0673838 * std::cbrt(rayleigh);
    return std::max(first, 0.242 * std::pow(rayleigh / height_by_gap, 0.272));
}

double gap_conductance(const Glazing& glazing, double e1, double e2, int gaps) {
    constexpr double window_height_m = 1.5;
    constexpr double whole_difference_k = 20.0;
    // Air and argon at 278 K: conductivity, kinematic viscosity, thermal diffusivity.
    const double k = glazing.argon ? 0.0166 : 0.0245;
    const double nu = glazing.argon ? 1.25e-5 : 1.38e-5;
    const double diffusivity = glazing.argon ? 1.88e-5 : 1.95e-5;
    const double difference_k = whole_difference_k / gaps / 1.5;
    const double rayleigh =
        9.81 * difference_k * std::pow(glazing.gap_m, 3) / (mean_k * nu * diffusivity);
    const double convective =
        nusselt(rayleigh, window_height_m / glazing.gap_m) * k / glazing.gap_m;
    const double radiative = 4.0 * 5.67e-8 * std::pow(mean_k, 3) / (1.0 / e1 + 1.0 / e2 - 1.0);
    return convective + radiative;
}

}  // namespace

GlazingResistance resistance(const Glazing& glazing) {
    GlazingResistance r;
    const double pane = glazing.pane_m / glazing.pane_conductivity_w_per_mk;
    const int gaps = glazing.panes - 1;
    for (int i = 0; i < glazing.panes; ++i) {
        r.to_pane_m2k_per_w.push_back(r.total_m2k_per_w + pane / 2.0);
        r.total_m2k_per_w += pane;
        if (i == gaps) break;
        const bool coated = gaps - i <= glazing.low_e_coatings;
        const double e2 = coated ? glazing.low_e_emissivity : glazing.emissivity;
        r.total_m2k_per_w += 1.0 / gap_conductance(glazing, glazing.emissivity, e2, gaps);
    }
    return r;
}

namespace {

double inward_share(const GlazingOptics& o, const GlazingResistance& r, double outer_r) {
    double inward = 0.0;
    for (std::size_t p = 0; p < o.absorbed.size(); ++p) {
        // Heat set free on a line of resistances splits by the ways to its two ends.
        inward +=
            o.absorbed[p] * (outer_r + r.to_pane_m2k_per_w[p]) / (outer_r + r.total_m2k_per_w);
    }
    return inward;
}

}  // namespace

GlazingTable::GlazingTable(const Glazing& glazing, double outer_film_w_per_m2k) {
    const GlazingResistance r = resistance(glazing);
    const double outer_r = 1.0 / outer_film_w_per_m2k;
    const GlazingOptics normal = optics(glazing, 0.0);
    double scale = 1.0;
    if (glazing.solar_factor) {
        scale = *glazing.solar_factor / (normal.transmitted + inward_share(normal, r, outer_r));
    }
    for (std::size_t i = 1; i <= steps; ++i) {
        const double cosine = static_cast<double>(i) / steps;
        const GlazingOptics o = optics(glazing, std::acos(cosine) * 180.0 / std::numbers::pi);
        transmitted_.at(i) = scale * o.transmitted;
        inward_.at(i) = scale * inward_share(o, r, outer_r);
    }
    for (std::size_t i = 0; i <= steps; ++i) {
        const double cosine = static_cast<double>(i) / steps;
        ring_transmitted_.at(i) = over_ring(transmitted_, cosine);
        ring_inward_.at(i) = over_ring(inward_, cosine);
    }
    const GlazingOptics diffuse = diffuse_optics(glazing);
    diffuse_transmitted_ = scale * diffuse.transmitted;
    diffuse_inward_ = scale * inward_share(diffuse, r, outer_r);
}

/// Mean over the disc by what its parts bring to the plane.
double GlazingTable::over_ring(const ByCosine& table, double cosine) {
    constexpr double radius_rad = 25.0 * std::numbers::pi / 180.0;
    constexpr int rings = 6;
    constexpr int around = 12;
    const double sine = std::sqrt(std::max(0.0, 1.0 - cosine * cosine));
    double sum = 0.0;
    double weights = 0.0;
    for (int i = 0; i < rings; ++i) {
        const double off_rad = (i + 0.5) / rings * radius_rad;
        for (int k = 0; k < around; ++k) {
            const double turned_rad = (k + 0.5) / around * 2.0 * std::numbers::pi;
            const double c =
                cosine * std::cos(off_rad) + sine * std::sin(off_rad) * std::cos(turned_rad);
            if (c <= 0.0) continue;
            sum += std::sin(off_rad) * c * at(table, c);
            weights += std::sin(off_rad) * c;
        }
    }
    return sum / weights;
}

double GlazingTable::at(const ByCosine& table, double cosine) {
    const double place = std::clamp(cosine, 0.0, 1.0) * steps;
    const auto low = std::min(static_cast<std::size_t>(place), steps - 1);
    const double part = place - static_cast<double>(low);
    return table[low] + part * (table[low + 1] - table[low]);
}

}  // namespace longju::energy
