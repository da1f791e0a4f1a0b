// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "energy/condense.h"
#include "energy/kernel.h"

namespace longju::energy {

/// Chains of one kind may share a slot: the same drives them, with other constants in each lane.
struct ChainKind {
    kernel::Course course = kernel::Course::Closed;
    int zone = 0;
    const float* sun = nullptr;
    const float* far_sun = nullptr;
    int heat_node = -1;
    bool outer_wall = false;

    int group() const { return course == kernel::Course::Between ? kernel::zones : zone; }
    bool operator==(const ChainKind&) const = default;
};

/// Sources of light likewise; those of one kind in one building are one.
struct SourceKind {
    const float* beam = nullptr;
    const float* diffuse = nullptr;
    const float* inward = nullptr;
    int zone = 0;

    int group() const { return zone; }
    bool operator==(const SourceKind&) const = default;
};

/// Which slot of a kernel's plan each chain and source of several buildings has. Each building
/// keeps its own order, so that its sums do not depend on its neighbours. Internal to the engine.
struct Layout {
    explicit Layout(std::span<const Condensed> buildings);

    /// Of the first zone, the second, and chains between them.
    std::vector<ChainKind> chains;
    std::vector<SourceKind> sources;
    /// By building, in the order of `Condensed::chains` and `Room::sources`.
    std::vector<std::vector<std::size_t>> chain_slot, source_slot;

    int chains_of(int zone) const;
    int sources_of(int zone) const;
};

}  // namespace longju::energy
