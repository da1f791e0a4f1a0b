// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "energy/account.h"
#include "energy/condense.h"
#include "energy/kernel.h"
#include "energy/layout.h"
#include "energy/weather.h"
#include "energy/zone.h"

namespace longju::energy {

/// The compiler's vector of `lanes` numbers. (The attribute does not take a dependent type.)
template <class Real, int lanes>
struct LanesOf;
template <>
struct LanesOf<double, 1> {
    using Type = double;
};
template <>
struct LanesOf<double, 4> {
    using Type = double __attribute__((vector_size(4 * sizeof(double))));
};
template <>
struct LanesOf<float, 8> {
    using Type = float __attribute__((vector_size(8 * sizeof(float))));
};
template <>
struct LanesOf<float, 16> {
    using Type = float __attribute__((vector_size(16 * sizeof(float))));
};
template <>
struct LanesOf<float, 32> {
    using Type = float __attribute__((vector_size(32 * sizeof(float))));
};

/// Condensed buildings laid side by side for a kernel; a building that lacks what others have in a
/// slot (layout.h) has zeros there. Internal to the engine.
template <class Real, int lanes>
class Batch {
public:
    using V = typename LanesOf<Real, lanes>::Type;

    Batch(std::span<const Condensed> buildings, const Weather& weather, Walk walk);

    /// Keeps the hours and the heat account.
    void keep_all();
    kernel::Plan<V>& plan() { return plan_; }

    YearSum sum(std::size_t lane) const;
    ZoneYear year(std::size_t lane) const;

private:
    static void put(V& v, std::size_t lane, double value) {
        reinterpret_cast<Real*>(&v)[lane] = static_cast<Real>(value);
    }
    static void add(V& v, std::size_t lane, double value) {
        reinterpret_cast<Real*>(&v)[lane] += static_cast<Real>(value);
    }
    static double get(const V& v, std::size_t lane) {
        return static_cast<double>(reinterpret_cast<const Real*>(&v)[lane]);
    }

    void lay_out();
    double start_c(const Condensed& building) const;
    void fill(std::size_t lane);
    void fill_chain(std::size_t lane, const CondensedChain& chain, std::size_t slot);
    void fill_between(std::size_t lane, const CondensedChain& chain, kernel::Between<V>& between);
    void fill_source(std::size_t lane, const LightSource& source, kernel::Source<V>& out);
    void fill_sets(std::size_t lane);
    void fill_zones(std::size_t lane);
    HourSums sums(std::size_t lane, std::size_t bin) const;

    std::span<const Condensed> buildings_;
    const Weather& weather_;
    Layout layout_;
    kernel::Plan<V> plan_;
    std::vector<kernel::Chain<V>> chains_;
    std::vector<kernel::Between<V>> betweens_;
    std::vector<kernel::Source<V>> sources_;
    std::vector<std::array<kernel::Cell<V>, 12>> monthly_;
    std::vector<std::array<kernel::Cell<V>, 24>> heat_;
    std::vector<unsigned char> bins_;
    std::vector<kernel::Cell<V>> face_sum_;
    std::vector<double> inward_sum_;
    std::array<double, kernel::bins> outdoor_sum_{}, sky_sum_{};
    std::array<std::vector<kernel::Cell<V>>, 5> records_;
};

}  // namespace longju::energy
