// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "core/provenance.h"
#include "core/units.h"

/// 热桥节点: where elements meet, heat flows sideways. The catalog lists what that costs.
namespace longju::house {

enum class JunctionKind {
    OuterCorner,  ///< 外墙阳角
    InnerCorner,  ///< 外墙阴角
    StoreyFloor,  ///< 楼板、圈梁与外墙
    Eaves,        ///< 檐口: 外墙与冷阁楼下的顶棚，或与平屋面
    Plinth,       ///< 墙脚: 外墙与地面
    Jamb,         ///< 洞口侧边和窗台
    Lintel,       ///< 洞口过梁
};

/// Where the insulation of a wall lies: what decides how its junctions behave.
enum class WallInsulation { None, Outside, Inside, Both };

/// One row of the junction catalog, computed for one wall by ISO 10211 (`longju catalog
/// junctions`). ψ is by the outside dimensions of this wall, what insulates it included; `bridges`
/// takes it to those of the house.
struct Junction {
    std::string id;
    JunctionKind kind = JunctionKind::OuterCorner;
    std::string wall_id;   ///< An `Assembly`.
    std::string other_id;  ///< Of an eaves the ceiling or roof, of a plinth the floor.
    Millimetres edge;      ///< Insulation in the ground before a plinth, or over the wall's head at
                           ///< an eaves; 0 for none.
    WattsPerMK psi;        ///< ψ; negative where the plain elements together say too much.
    double f_rsi = 0.0;    ///< Temperature factor of the coldest inside surface, Rsi 0.25 m²K/W.
    /// What a house is compared with; `sorted_in` derives it from the ids.
    WallInsulation insulation = WallInsulation::None;
    bool flat_roof = false;  ///< Of an eaves: no attic above.
    WattsPerM2K wall_u;
    WattsPerM2K other_u;
    Millimetres wall_thickness;
    Provenance provenance;
};

}  // namespace longju::house
