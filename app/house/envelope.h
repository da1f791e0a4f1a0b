// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <string>
#include <vector>

#include "house/house.h"

/// What encloses the heated rooms, measured from the plan. Areas are by outside dimensions of the
/// existing wall (axis + `axis_to_outer_face`), heights from floor to the top of the ceiling;
/// insulation added later does not change them.
namespace longju::house {

enum class Borders { Outdoors, Ground, Attic, UnheatedRoom, Sunspace };

/// One opaque surface of the heated space, openings taken out.
struct Surface {
    Element element = Element::Wall;
    Borders borders = Borders::Outdoors;
    Side side = Side::South;  ///< Of walls.
    SquareMetres gross;
    SquareMetres net;  ///< `gross` less the openings in it.
};

/// A window or door of the heated space, equal ones of all storeys together.
struct EnvelopeOpening {
    OpeningKind kind = OpeningKind::Window;
    std::string opening_id;
    std::string type_id;
    Side side = Side::South;
    Borders borders = Borders::Outdoors;
    SquareMetres area;
    Metres sill;
    Metres height;
    Metres width;
};

/// One side of the whole building, heated or not: the base of the window-to-wall ratio.
struct Facade {
    SquareMetres wall;  ///< Gross, floor to top of ceiling.
    SquareMetres windows;
    SquareMetres doors;

    /// 窗墙面积比: windows by gross wall, 0 to 1; doors are not windows.
    double window_to_wall() const { return wall.value > 0 ? windows / wall : 0.0; }
};

struct Envelope {
    std::vector<Surface> surfaces;
    std::vector<EnvelopeOpening> openings;
    std::array<Facade, 4> facades;  ///< By `Side`.
    SquareMetres footprint;         ///< Outer faces, one storey.
    SquareMetres floor_area;        ///< 建筑面积: footprint × storeys.
    SquareMetres heated_floor;      ///< Clear floor of heated rooms, all storeys.
    Metres ground_perimeter;        ///< Of the heated ground floor where it borders on outdoors.
    Metres outer_corners;           ///< Height of all convex corners of heated walls together.
    Metres inner_corners;           ///< Of the re-entrant ones.
    CubicMetres heated_volume;      ///< Clear floor × clear height.
    CubicMetres building_volume;    ///< By outside dimensions, for the shape factor.
    SquareMetres building_surface;  ///< Walls, windows and top ceiling; the floor is left out.
    double shape_factor = 0.0;      ///< 体形系数 1/m, building_surface by building_volume.
    SquareMetres partition_area;    ///< One face, between heated rooms: heat store.

    const Facade& facade(Side side) const { return facades.at(static_cast<std::size_t>(side)); }
    SquareMetres net_area(Element element, Borders borders) const;
    SquareMetres window_area() const;
    SquareMetres door_area() const;
};

/// Measures a house without `Impossible` problems.
Envelope envelope(const House& house, const Library& library);

/// The layers of a construction, from outside to inside, added ones in their place.
std::vector<Layer> layers_of(const Construction& construction, const Library& library);

/// Surface film resistances of GB 50176-2016 table B.4 for the element and what it borders on.
struct Films {
    SquareMetreKPerW inside;
    SquareMetreKPerW outside;
};
Films films(Element element, Borders borders);

/// Conductivities of those layers at their place of use: the correction a of GB 50176-2016 table
/// B.2 is larger on the cold side, which is the outer half of the layers.
std::vector<WattsPerMK> conductivities_of(const Construction& construction, const Library& library);

/// φ of a construction: bridges repeated all over the element (ties, joists, battens), mean U by U
/// between them. The assembly's own, and 1.03 at least once boards were fixed to a wall: six
/// plastic anchors a square metre of 0.002 W/K each (ISO 6946 annex F; estimate). Edges are
/// `bridges()`.
double repeated_bridges(const Construction& construction, const Library& library);

/// 传热系数 K of a construction for comparison with limits: GB 50176-2016 films and corrected
/// conductivities, multiplied by `repeated_bridges`. Floors: of the slab alone, without
/// the ground.
WattsPerM2K u_value(const Construction& construction, Borders borders, const Library& library);

}  // namespace longju::house
