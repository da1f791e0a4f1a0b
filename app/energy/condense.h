// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <vector>

#include "energy/chain.h"
#include "energy/room.h"

/// A building with everything that does not change from hour to hour worked out: what the kernel
/// (kernel.h) walks through the year. Internal to the engine.
namespace longju::energy {

/// Hours have one of four sets of constants: by day or by night, shutters open or closed.
inline constexpr std::size_t hour_sets = 4;
constexpr std::size_t set_of(Sky sky, bool closed) { return index(sky) * 2 + (closed ? 1 : 0); }
constexpr Sky sky_of(std::size_t set) { return set < 2 ? Sky::Bright : Sky::Dark; }
constexpr bool is_closed(std::size_t set) { return set % 2 == 1; }

/// What drives the outer end of a chain.
enum class Course {
    Outdoors,  ///< Outdoor air, sun, sky.
    Monthly,   ///< A temperature by month.
    Closed,    ///< Nothing.
    Buffer,    ///< Between the room of the hour before and outdoors.
    Between,   ///< The other zone: the chain has two inner faces.
};

/// Parts of a chain between the zones; `far` is the face in the other zone.
struct BetweenZones {
    static constexpr std::size_t inner_nodes = chain_nodes - 2;
    std::array<double, inner_nodes> into_far{}, into_near{};
    std::array<std::array<double, inner_nodes>, inner_nodes> inner{};  ///< Inverse.
    std::array<double, inner_nodes> from_far{}, from_near{};
    std::size_t far_face = 0;
    const Column* far_sun = nullptr;
    double far_sun_share = 0.0;
};

struct CondensedChain {
    Course course = Course::Outdoors;
    std::size_t face = 0;  ///< In `Condensed::faces`.
    const Column* sun = nullptr;
    bool outer_wall = false;
    std::array<double, chain_nodes> storage{};        ///< Capacity by step, W/m²K.
    std::array<double, chain_nodes - 1> carry{};      ///< link / pivot: elimination factor.
    std::array<double, chain_nodes - 1> pivot_inv{};  ///< 1 / pivot.
    double outdoor_w_per_k = 0.0;                     ///< Into the outer node, by m².
    double sun_share = 0.0;
    double sky_w_per_k = 0.0;
    double room_w_per_k = 0.0;  ///< Of a buffer: the room of the hour before.
    std::array<double, 12> monthly_w{};
    std::size_t heat_node = 0;
    ByHour heat_w_per_m2{};  ///< Set free at `heat_node`.
    bool heated = false;
    BetweenZones between;
};

/// Windows have no capacity: all of a zone's glass condenses to what it adds to each balance per K.
struct WindowTerms {
    ByZone air_outdoor{}, air_sky{}, air_room{};
    ByZone radiant_outdoor{}, radiant_sky{}, radiant_room{};
};

/// Panes and frames with the shutters open or closed.
struct PaneFace {
    std::size_t face = 0;
    std::array<double, 2> conductance{};  ///< To beyond: open, closed.
};

struct Condensed {
    const Building* building = nullptr;
    Room room;
    std::size_t zones = 1;
    std::array<std::vector<Face>, hour_sets> faces;
    std::array<Star, hour_sets> star;
    std::array<WindowTerms, hour_sets> windows;
    std::vector<CondensedChain> chains;  ///< Of the first zone, the second, between them.
    std::vector<PaneFace> panes;
    ByZone air_w_per_k{};  ///< Heat store of the air by step.
};

/// `step_s` divides an hour.
Condensed condense(const Building& building, Weather& weather, double step_s = 3600.0);

}  // namespace longju::energy
