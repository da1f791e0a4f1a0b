// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/junction_section.h"

#include <algorithm>
#include <cmath>
#include <ranges>
#include <vector>

#include "energy/conduction.h"
#include "energy/ground.h"
#include "house/bridges.h"

namespace longju::energy {

namespace {

using house::JunctionKind;
using house::WallInsulation;

constexpr double outdoors_c = 0.0;
constexpr double room_c = 1.0;
constexpr double air_m = 0.1;  // How much of the air is drawn; any would do.

constexpr double concrete_w_per_mk = 1.74;  // Reinforced, GB 50176-2016 B.1.
constexpr double timber_w_per_mk = 0.14;
constexpr double soil_w_per_mk = 1.5;  // Clay or silt, ISO 13370 table 7.
constexpr double eps_w_per_mk = 0.041;
constexpr double xps_w_per_mk = 0.033;

/// Surfaces of the room: ISO 6946 for ψ, 0.25 for the mould criterion (ISO 13788 4.4.1).
struct RoomFilms {
    double wall_r, ceiling_r, floor_r;
};
constexpr RoomFilms for_psi{0.13, 0.10, 0.17};
constexpr RoomFilms for_mould{0.25, 0.25, 0.25};
constexpr double outside_r = 0.04;
constexpr double attic_r = 0.10;

struct Slab {
    double m = 0.0;
    double w_per_mk = 0.0;
};

std::vector<Slab> slabs_of(const std::string& assembly_id, const house::Library& library) {
    const house::Construction plain{assembly_id, {}};
    const auto layers = house::layers_of(plain, library);
    const auto conductivities = house::conductivities_of(plain, library);
    std::vector<Slab> slabs;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        slabs.push_back({in_metres(layers[i].thickness).value, conductivities[i].value});
    }
    return slabs;
}

double resistance(const std::vector<Slab>& slabs) {
    double r = 0.0;
    for (const Slab& s : slabs) r += s.m / s.w_per_mk;
    return r;
}

double thickness(const std::vector<Slab>& slabs) {
    double m = 0.0;
    for (const Slab& s : slabs) m += s.m;
    return m;
}

/// The wall of a row, with the depths from its outer face that the details need.
struct Wall {
    std::vector<Slab> slabs;
    double m = 0.0;
    double structure_from_m = 0.0;
    double structure_to_m = 0.0;
    double structure_w_per_mk = 0.0;
    double lintel_w_per_mk = 0.0;
    WallInsulation insulation = WallInsulation::None;
    double u = 0.0;

    double structure_m() const { return structure_to_m - structure_from_m; }
};

Wall wall_of(const std::string& id, const house::Library& library) {
    Wall wall;
    wall.slabs = slabs_of(id, library);
    wall.m = thickness(wall.slabs);
    wall.insulation = house::wall_insulation({id, {}}, library);
    wall.u = 1.0 / (for_psi.wall_r + resistance(wall.slabs) + outside_r);
    const auto& layers = library.assembly(id).layers;
    double depth_m = 0.0;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const house::Material& material = library.material(layers[i].material_id);
        const bool thickest = wall.slabs[i].m > wall.structure_m();
        if (thickest && material.conductivity.value > 0.1) {
            wall.structure_from_m = depth_m;
            wall.structure_to_m = depth_m + wall.slabs[i].m;
            wall.structure_w_per_mk = wall.slabs[i].w_per_mk;
            const bool earth = material.hatch != house::Hatch::Brick &&
                               material.hatch != house::Hatch::ReinforcedConcrete;
            wall.lintel_w_per_mk = earth ? timber_w_per_mk : concrete_w_per_mk;
        }
        depth_m += wall.slabs[i].m;
    }
    return wall;
}

/// A detail: the section to compute, and what the plain elements of it would lose per K.
struct Detail {
    Section section{0.004, 0.25};
    double plain_w_per_mk = 0.0;
};

/// Draws the details of one row with one set of films.
class Draftsman {
public:
    Draftsman(const house::Junction& row, const house::Library& library, const RoomFilms& films)
        : row_(row),
          library_(library),
          films_(films),
          wall_(wall_of(row.wall_id, library)),
          leg_m_(std::max(1.0, 3.0 * wall_.m)) {}

    Detail draw() {
        switch (row_.kind) {
            case JunctionKind::OuterCorner:
                draw_corner(true);
                break;
            case JunctionKind::InnerCorner:
                draw_corner(false);
                break;
            case JunctionKind::StoreyFloor:
                draw_storey_floor();
                break;
            case JunctionKind::Eaves:
                draw_eaves();
                break;
            case JunctionKind::Plinth:
                draw_plinth();
                break;
            case JunctionKind::Jamb:
                draw_opening(wall_.structure_w_per_mk);
                break;
            case JunctionKind::Lintel:
                draw_opening(wall_.lintel_w_per_mk);
                break;
        }
        return std::move(d_);
    }

private:
    AirSpace room() const { return {room_c, films_.wall_r, films_.floor_r, films_.ceiling_r}; }
    static AirSpace outdoors() { return {outdoors_c, outside_r, outside_r, outside_r}; }

    /// In plan: each layer is a square less the next one. The quadrant behind the last is the air.
    void draw_corner(bool outer) {
        const double l = wall_.m + leg_m_;
        d_.section.air({-air_m, -air_m, l, l}, outer ? outdoors() : room());
        double at = 0.0;
        const auto paint = [&](const Slab& slab) {
            d_.section.solid({at, at, l, l}, slab.w_per_mk);
            at += slab.m;
        };
        if (outer) {
            for (const Slab& slab : wall_.slabs) paint(slab);
        } else {
            for (const Slab& slab : wall_.slabs | std::views::reverse) paint(slab);
        }
        d_.section.air({at, at, l, l}, outer ? room() : outdoors());
        d_.plain_w_per_mk = 2.0 * wall_.u * (outer ? l : leg_m_);
    }

    /// The wall upright, its outer face at x = 0, from `bottom` to `top`, layers `from` on.
    void draw_wall(double bottom, double top) {
        double at = 0.0;
        for (const Slab& slab : wall_.slabs) {
            d_.section.solid({at, bottom, at + slab.m, top}, slab.w_per_mk);
            at += slab.m;
        }
    }

    void draw_storey_floor() {
        constexpr double slab_m = 0.12;
        constexpr double beam_m = 0.24;
        const double far = wall_.m + leg_m_;
        d_.section.air({-air_m, -leg_m_, 0.0, leg_m_}, outdoors());
        d_.section.air({0.0, -leg_m_, far, leg_m_}, room());
        draw_wall(-leg_m_, leg_m_);
        d_.section.solid({wall_.structure_from_m, -slab_m / 2.0, far, slab_m / 2.0},
                         concrete_w_per_mk);
        d_.section.solid(
            {wall_.structure_from_m, slab_m / 2.0 - beam_m, wall_.structure_to_m, slab_m / 2.0},
            concrete_w_per_mk);
        d_.plain_w_per_mk = wall_.u * 2.0 * leg_m_;
    }

    /// The top of the ceiling at y = 0, the attic above it.
    void draw_eaves() {
        const std::vector<Slab> ceiling = slabs_of(row_.other_id, library_);
        const double ceiling_m = thickness(ceiling);
        const double far = wall_.m + leg_m_;
        const double bottom = -ceiling_m - leg_m_;
        const bool attic = library_.assembly(row_.other_id).element == house::Element::Ceiling;
        const double above_r = attic ? attic_r : outside_r;
        d_.section.air({-air_m, bottom, 0.0, air_m}, outdoors());
        constexpr double attic_m = 0.4;  // Higher than what covers the wall's head.
        d_.section.air({-air_m, 0.0, far, attic_m}, {outdoors_c, outside_r, above_r, above_r});
        d_.section.air({0.0, bottom, far, 0.0}, room());
        draw_wall(bottom, 0.0);
        // Flat roofs rest on the wall; so does the insulation of a ceiling between modules.
        const bool over_wall = !attic || wall_.insulation == WallInsulation::Both;
        const double from = over_wall ? wall_.structure_from_m : wall_.m;
        double at = 0.0;
        for (const Slab& slab : ceiling) {
            d_.section.solid({from, at - slab.m, far, at}, slab.w_per_mk);
            at -= slab.m;
        }
        if (const double edge_m = in_metres(row_.edge).value; edge_m > 0.0) {
            constexpr double lap_m = 0.2;
            d_.section.solid({0.0, 0.0, wall_.m + lap_m, edge_m}, eps_w_per_mk);
        }
        const double ceiling_u = 1.0 / (for_psi.ceiling_r + resistance(ceiling) + above_r);
        d_.plain_w_per_mk = wall_.u * -bottom + ceiling_u * far;
    }

    /// The top of the floor at y = 0. ISO 10211 5.2.4: half of the floor, and 2.5 times its width
    /// of ground outside and below.
    void draw_plinth() {
        constexpr double grade = -0.3;
        constexpr double half_floor_m = 4.0;
        constexpr double ground_m = 20.0;
        constexpr double foundation_m = 1.5;
        constexpr double edge_depth_m = 1.0;
        const std::vector<Slab> floor = slabs_of(row_.other_id, library_);
        d_.section = Section{0.004, 1.0};
        d_.section.air({-ground_m, grade, 0.0, leg_m_}, outdoors());
        d_.section.air({0.0, 0.0, half_floor_m, leg_m_}, room());
        d_.section.solid({-ground_m, grade - ground_m, half_floor_m, grade}, soil_w_per_mk);
        d_.section.solid({0.0, grade, half_floor_m, 0.0}, soil_w_per_mk);
        draw_wall(grade, leg_m_);
        d_.section.solid(
            {wall_.structure_from_m, grade - foundation_m, wall_.structure_to_m, grade},
            wall_.structure_w_per_mk);
        double at = 0.0;
        for (const Slab& slab : floor | std::views::reverse) {
            d_.section.solid({wall_.m, at - slab.m, half_floor_m, at}, slab.w_per_mk);
            at -= slab.m;
        }
        GroundSlab ground{.area_m2 = 2.0 * half_floor_m,
                          .perimeter_m = 2.0,
                          .wall_m = wall_.m,
                          .floor_r_m2k_per_w = resistance(floor)};
        if (const double edge_m = in_metres(row_.edge).value; edge_m > 0.0) {
            // Before the foundation, and up over the plinth where nothing else insulates it.
            const double face = wall_.structure_from_m;
            d_.section.solid({face - edge_m, grade - edge_depth_m, face, grade}, xps_w_per_mk);
            if (wall_.insulation == WallInsulation::None ||
                wall_.insulation == WallInsulation::Inside) {
                d_.section.solid({-edge_m, grade, 0.0, 0.0}, xps_w_per_mk);
            }
            ground.edge_r_m2k_per_w = edge_m / xps_w_per_mk;
            ground.edge_depth_m = edge_depth_m;
        }
        d_.plain_w_per_mk = wall_.u * leg_m_ + ground_u_w_per_m2k(ground) * half_floor_m;
    }

    /// A section across the edge of an opening: wall below y = 0, frame above it.
    void draw_opening(double edge_w_per_mk) {
        constexpr double frame_m = 0.07;
        constexpr double frame_width_m = 0.06;
        constexpr double frame_u = 1.8;
        constexpr double lintel_m = 0.19;
        constexpr double reveal_m = 0.02;
        const double outer = (wall_.structure_from_m + wall_.structure_to_m - frame_m) / 2.0;
        const double middle = outer + frame_m / 2.0;
        d_.section.air({-air_m, -leg_m_, 0.0, frame_width_m}, outdoors());
        d_.section.air({0.0, 0.0, middle, frame_width_m}, outdoors());
        d_.section.air({middle, 0.0, wall_.m, frame_width_m}, room());
        d_.section.air({wall_.m, -leg_m_, wall_.m + air_m, frame_width_m}, room());
        draw_wall(-leg_m_, 0.0);
        d_.section.solid({wall_.structure_from_m, -lintel_m, wall_.structure_to_m, 0.0},
                         edge_w_per_mk);
        constexpr double frame_r = 1.0 / frame_u - for_psi.wall_r - outside_r;
        d_.section.solid({outer, 0.0, outer + frame_m, frame_width_m}, frame_m / frame_r, false);
        const WallInsulation insulation = wall_.insulation;
        if (insulation == WallInsulation::Outside || insulation == WallInsulation::Both) {
            d_.section.solid({0.0, 0.0, outer, reveal_m}, eps_w_per_mk);
        }
        if (insulation == WallInsulation::Inside || insulation == WallInsulation::Both) {
            d_.section.solid({outer + frame_m, 0.0, wall_.m, reveal_m}, eps_w_per_mk);
        }
        d_.plain_w_per_mk = wall_.u * leg_m_ + frame_u * frame_width_m;
    }

    const house::Junction& row_;
    const house::Library& library_;
    const RoomFilms& films_;
    Wall wall_;
    double leg_m_;  ///< From the junction to where it is no longer felt, ISO 10211 5.2.3.
    Detail d_;
};

}  // namespace

JunctionValues junction_values(const house::Junction& row, const house::Library& library) {
    const Detail for_heat = Draftsman(row, library, for_psi).draw();
    const Detail for_surface = Draftsman(row, library, for_mould).draw();
    return {
        WattsPerMK{conduct(for_heat.section).heat_from_w_per_m(room_c) - for_heat.plain_w_per_mk},
        conduct(for_surface.section).coldest_c(room_c)};
}

}  // namespace longju::energy
