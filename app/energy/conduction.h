// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

/// Steady heat flow in two dimensions through a section of a building, ISO 10211:2017: what a
/// junction loses beyond the plain elements, and how cold its inside gets. Used to compute and to
/// check the junction catalog; a house only looks its junctions up.
namespace longju::energy {

/// A rectangle in the section, metres, x to the right and y upwards.
struct Rectangle {
    double left = 0.0, bottom = 0.0, right = 0.0, top = 0.0;
};

/// Air of one temperature, with the resistance of a surface that faces it, m²K/W.
struct AirSpace {
    double t_c = 0.0;
    double beside_r = 0.13;  ///< Heat flows horizontally.
    double below_r = 0.13;   ///< The surface lies below the air.
    double above_r = 0.13;   ///< The surface lies above it.
};

/// A section painted with rectangles, later ones over earlier ones. What is never painted and the
/// outer edges are adiabatic.
class Section {
public:
    /// Cells grow from `finest_m` at every edge of a rectangle to `coarsest_m` between them, each
    /// at most 1.5 times its neighbour.
    explicit Section(double finest_m = 0.005, double coarsest_m = 0.1)
        : finest_m_(finest_m), coarsest_m_(coarsest_m) {}

    /// `counted`: its surfaces count in `Conduction::coldest_c`.
    void solid(const Rectangle& place, double conductivity_w_per_mk, bool counted = true);
    void air(const Rectangle& place, const AirSpace& space);

private:
    friend class ConductionSolver;
    struct Patch {
        Rectangle place;
        double conductivity_w_per_mk = 0.0;
        bool counted = true;
        std::optional<AirSpace> air;
    };
    double finest_m_;
    double coarsest_m_;
    std::vector<Patch> patches_;
};

/// The temperature field of a section. Air spaces of equal temperature are one environment.
class Conduction {
public:
    /// Heat from the air of that temperature into the section, W per metre of depth.
    double heat_from_w_per_m(double t_c) const;
    /// The coldest counted surface that faces the air of that temperature.
    double coldest_c(double t_c) const;
    /// At a point, between the middles of cells of one patch by straight lines; next to another
    /// patch that of the cell.
    double at_c(double x_m, double y_m) const;

private:
    friend class ConductionSolver;
    struct SurfaceCell {
        double air_c = 0.0;
        double surface_c = 0.0;
        double heat_w_per_m = 0.0;
        bool counted = true;
    };
    std::vector<double> x_m_, y_m_;   ///< Middles of the cells.
    std::vector<double> t_c_;         ///< By row, then column.
    std::vector<const void*> patch_;  ///< The same for cells of one patch.
    std::vector<SurfaceCell> surfaces_;
};

/// Solves the field exactly for its cells (symmetric band elimination).
Conduction conduct(const Section& section);

}  // namespace longju::energy
