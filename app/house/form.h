// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "house/house.h"

/// The outside of a house as every drawing shows it: lengths by outer faces, heights from the
/// ground. Roof and slab thicknesses are those of a drawing, not of a structural design.
namespace longju::house {

inline constexpr Millimetres storey_slab{150.0};
inline constexpr Millimetres roof_thickness{160.0};  ///< What is seen of the roof's edge.

struct Form {
    Millimetres length;          ///< East–west, outer faces.
    Millimetres depth;           ///< South–north, outer faces.
    Millimetres axis_to_inside;  ///< From the axis of an outer wall to its inner face.
    Millimetres floor;           ///< Level of the ground floor.
    Millimetres storey;          ///< Floor to floor.
    Millimetres ceiling;         ///< Underside of the top ceiling.
    Millimetres eaves;           ///< Top of the ceiling: underside of the roof over the low wall.
    Millimetres ridge;           ///< Top of the roof.
    double slope = 0.0;          ///< Rise by run of the roof; 0 for a flat one.

    /// Underside of the roof, `from_south` of the south face (negative before it).
    Millimetres roof_above(RoofForm form, Millimetres from_south) const;
};

/// 建筑面积 by outer faces, all storeys, as `Envelope::floor_area`, without measuring the rest.
SquareMetres floor_area(const House& house);

/// A house without `Impossible` problems.
Form form_of(const House& house, const Library& library);

/// A place in plan coordinates.
struct PlanPoint {
    Millimetres x, y;
};

/// Where fire is made and where its smoke goes.
struct Hearth {
    std::string room_id;  ///< The kitchen or boiler room.
    bool boiler = false;
    PlanPoint chimney;    ///< Its middle, 490 × 490 of brick.
    PlanPoint stove;      ///< Middle of the stove or boiler, along the wall from the chimney.
    bool along_x = true;  ///< The wall they stand at runs west–east.
};

inline constexpr Millimetres chimney_width{490.0};
inline constexpr Millimetres chimney_over_ridge{550.0};  ///< ≥ 0.5 m (domain facts 1.5).

/// The chimney of a house with a kang, kitchen or boiler room: in the corner of the kitchen or
/// boiler room at the wall it shares with a kang room, else with any room, away from doors. A
/// proposal for drawings: plans do not hold chimneys.
std::optional<Hearth> hearth(const House& house);

inline constexpr Millimetres pv_gap{20.0};  ///< Between modules.
inline constexpr Millimetres pv_edge{
    300.0};  ///< Kept free at eaves, ridge and gables: snow slides.

/// Where a module lies on the south slope (or the flat roof), measured on the slope.
struct PvPlace {
    Millimetres from_west;   ///< Its west edge from the roof's west edge.
    Millimetres from_ridge;  ///< Its upper edge from the ridge.
};

int pv_modules_that_fit(const House& house, const PvModule& panel);

/// The modules of `house.pv` on its roof in equal rows from the ridge down, centred; empty for
/// modules that stand elsewhere.
std::vector<PvPlace> pv_places(const House& house);

}  // namespace longju::house
