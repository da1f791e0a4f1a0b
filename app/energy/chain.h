// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <span>
#include <vector>

#include "energy/building.h"

namespace longju::energy {

inline constexpr std::size_t chain_nodes = 5;
inline constexpr double step_s = 3600.0;

/// A layered surface as a chain of nodes per m²: node 0 outside, the last one inside. Nodes lie on
/// layer boundaries; the layer with the largest R·C is halved until there are four segments, and
/// the two neighbours with the least are merged while there are more (ISO 52016-1 topology).
struct Chain {
    std::array<double, chain_nodes> capacity_j_per_m2k{};
    std::array<double, chain_nodes - 1> conductance_w_per_m2k{};
};
Chain chain_of(std::span<const SlabLayer> layers);

/// Sum of the layers' resistances.
double resistance_of(std::span<const SlabLayer> layers);

}  // namespace longju::energy
