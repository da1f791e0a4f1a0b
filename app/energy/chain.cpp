// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/chain.h"

#include <algorithm>
#include <vector>

namespace longju::energy {

namespace {

struct Segment {
    double r_m2k_per_w = 0.0;
    double c_j_per_m2k = 0.0;
    bool keeps_end = false;  ///< Its inner boundary must stay.

    double weight() const { return r_m2k_per_w * c_j_per_m2k; }
};

// A sheet of metal or a layer of no thickness must not become an infinite conductance.
constexpr double least_r_m2k_per_w = 1e-4;

/// Splits the segment with the largest R·C; among resistances without capacity the largest R.
void split_largest(std::vector<Segment>& segments) {
    const auto largest = std::ranges::max_element(
        segments, {}, [](const Segment& s) { return std::pair(s.weight(), s.r_m2k_per_w); });
    largest->r_m2k_per_w /= 2.0;
    largest->c_j_per_m2k /= 2.0;
    Segment outer = *largest;
    outer.keeps_end = false;
    segments.insert(largest, outer);
}

/// Merges the two neighbours whose sum weighs least.
void merge_smallest(std::vector<Segment>& segments) {
    std::size_t best = 0;
    double best_weight = -1.0;
    for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
        if (segments[i].keeps_end) continue;
        const Segment sum{segments[i].r_m2k_per_w + segments[i + 1].r_m2k_per_w,
                          segments[i].c_j_per_m2k + segments[i + 1].c_j_per_m2k};
        if (best_weight >= 0.0 && sum.weight() >= best_weight) continue;
        best_weight = sum.weight();
        best = i;
    }
    segments[best + 1].r_m2k_per_w += segments[best].r_m2k_per_w;
    segments[best + 1].c_j_per_m2k += segments[best].c_j_per_m2k;
    segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(best));
}

}  // namespace

Chain chain_of(std::span<const SlabLayer> layers, std::size_t wanted,
               std::optional<std::size_t> kept_after) {
    std::vector<Segment> segments;
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const SlabLayer& l = layers[i];
        segments.push_back({std::max(l.thickness_m / l.conductivity_w_per_mk, least_r_m2k_per_w),
                            l.thickness_m * l.density_kg_per_m3 * l.specific_heat_j_per_kgk,
                            kept_after == i});
    }
    if (segments.empty()) segments.push_back({least_r_m2k_per_w, 0.0});
    while (segments.size() < wanted) split_largest(segments);
    while (segments.size() > wanted) merge_smallest(segments);

    Chain chain;
    for (std::size_t i = 0; i < wanted; ++i) {
        chain.conductance_w_per_m2k.at(i) = 1.0 / segments[i].r_m2k_per_w;
        chain.capacity_j_per_m2k.at(i) += segments[i].c_j_per_m2k / 2.0;
        chain.capacity_j_per_m2k.at(i + 1) += segments[i].c_j_per_m2k / 2.0;
        if (segments[i].keeps_end) chain.kept_node = i + 1;
    }
    return chain;
}

double resistance_of(std::span<const SlabLayer> layers) {
    double sum = 0.0;
    for (const SlabLayer& l : layers) sum += l.thickness_m / l.conductivity_w_per_mk;
    return sum;
}

}  // namespace longju::energy
