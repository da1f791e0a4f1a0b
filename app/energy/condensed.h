// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <vector>

#include "energy/chain.h"
#include "energy/films.h"
#include "energy/glazing.h"
#include "energy/sunlight.h"

/// A building with everything that does not change from hour to hour worked out. Internal to the
/// engine: zone.cpp walks through the year with it.
namespace longju::energy {

/// One surface: a chain of up to six nodes (the attic is node 0 of a ceiling).
struct CondensedSurface {
    static constexpr std::size_t most_nodes = chain_nodes + 1;

    Account account = Account::Walls;
    Beyond beyond = Beyond::Outdoors;
    double area_m2 = 0.0;
    std::size_t nodes = chain_nodes;
    std::array<double, most_nodes> storage{};    ///< Capacity by step, W/m²K.
    std::array<double, most_nodes> link{};       ///< To the next node inwards, W/m²K.
    std::array<double, most_nodes> pivot_inv{};  ///< 1 / diagonal after elimination.
    std::array<double, most_nodes> carry{};      ///< link / pivot: elimination factor.
    double outside = 0.0;                        ///< Conductance beyond node 0, W/m²K.
    double pivot = 0.0;                          ///< Of the inside node, films not included.
    double h_conv = 0.0;
    double h_rad = 0.0;
    double d = 1.0;               ///< pivot + h_conv + h_rad.
    double air_weight = 0.0;      ///< a_k: W of air balance per W/m² of S_k.
    double radiant_weight = 0.0;  ///< c_k: K of mean radiant per W/m² of S_k.
    double diffuse_share = 0.0;   ///< W/m² on it per W of diffuse sun inside.
    double beam_share = 0.0;      ///< W/m² on it per W of beam inside.
    // Driving of the outer side: T_eq = T + sun·(absorptance/outside) − sky·(T − T_sky).
    double sun_k_per_w_m2 = 0.0;
    double sky_k_per_k = 0.0;
    const climate::PlaneIrradiance* plane = nullptr;
    const climate::PlaneIrradiance* other_plane = nullptr;  ///< Far slope of a roof.
    double fixed_c = 0.0;
    std::array<double, 12> ground_c{};
    BufferSpace buffer;
    // State.
    std::array<double, most_nodes> t_c{};
    std::array<double, most_nodes> g{};
};

/// One pane area: a surface without capacity.
struct CondensedWindow {
    Account account = Account::Windows;
    double glass_m2 = 0.0;
    double outside = 0.0;  ///< From the inner face to outdoors, W/m²K.
    double h_conv = 0.0;
    double h_rad = 0.0;
    double d = 1.0;
    double air_weight = 0.0;
    double radiant_weight = 0.0;
    double sky_k_per_k = 0.0;
    double sun_share = 1.0;
    bool has_sun = true;
    GlazingTable table;
    const climate::PlaneIrradiance* plane = nullptr;
    bool buffered = false;
    BufferSpace buffer;
    // Of the hour.
    double s = 0.0;
    double equivalent_c = 0.0;
};

struct CondensedBuilding {
    std::vector<CondensedSurface> surfaces;
    std::vector<CondensedWindow> windows;
    double air_storage = 0.0;         ///< W/K by step.
    double balance = 0.0;             ///< B without air change, W/K.
    double radiant_from_air = 0.0;    ///< p.
    double heat_weight = 1.0;         ///< W of air balance per W of the heater.
    double radiant_heat_share = 0.0;  ///< W/m² on every opaque face per W of the heater.
    double gain_share = 0.0;          ///< W/m² on every opaque face per W of radiant gain.
    double lost_again = 0.0;          ///< Share of diffuse light inside that leaves through glass.
    double floor_first = 0.0;         ///< Share of the beam absorbed at the first bounce.
};

CondensedBuilding condense(const Building& building, Sunlight& sunlight);

}  // namespace longju::energy
