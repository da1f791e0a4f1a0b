// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>

#include "energy/building.h"

namespace longju::energy {

inline constexpr std::size_t chain_nodes = 5;

/// A layered surface as a chain of nodes per m²: node 0 outside, the last one inside. Nodes lie on
/// layer boundaries; the layer with the largest R·C is halved until there are enough segments, and
/// the two neighbours with the least are merged while there are more (ISO 52016-1 topology).
struct Chain {
    std::array<double, chain_nodes> capacity_j_per_m2k{};
    std::array<double, chain_nodes - 1> conductance_w_per_m2k{};
    std::size_t kept_node = 0;  ///< The node at the boundary that was asked to be kept.
};

/// With `segments` of at most 4; one fewer leaves the first node free for the space beyond.
/// `kept_after` names a layer whose inner boundary must stay a node (heat is set free there).
Chain chain_of(std::span<const SlabLayer> layers, std::size_t segments = chain_nodes - 1,
               std::optional<std::size_t> kept_after = std::nullopt);

/// Sum of the layers' resistances.
double resistance_of(std::span<const SlabLayer> layers);

}  // namespace longju::energy
