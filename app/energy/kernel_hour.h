// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "energy/kernel.h"
#include "energy/kernel_lanes.h"

/// One step of all lanes: light, the forward sweep of the chains, the balances of the air, the
/// backward sweep. Local to each kernel, as kernel_lanes.h is. Internal to the engine.
namespace longju::energy::kernel {

// The hour is one long stretch of arithmetic: calls would only move numbers through memory.
#define LONGJU_INLINE inline __attribute__((always_inline))

namespace {

using ThisPlan = Plan<Lanes>;

/// What the hour gives to all lanes.
struct Hour {
    int index = 0;  ///< Of the year.
    int walked = 0;
    int clock = 0;
    int bin = 0;
    int set = 0;
    bool booked = false;  ///< Not in the warm-up.
    Real outdoor = 0;
    Real sky = 0;
    Real air_heat = 0;
};

/// Sums of the step: what the faces bring to each balance, and the light of each zone.
template <int Z>
struct Sums {
    Lanes air[Z];
    Lanes radiant[Z];
    Lanes beam[Z];
    Lanes diffuse[Z];
};

/// Zone by zone: the compiler clears a whole struct at once with an instruction that takes longer
/// than a chain.
template <int Z>
LONGJU_INLINE void clear(Sums<Z>& sums) {
    const Lanes none{};
    for (int z = 0; z < Z; ++z) {
        sums.air[z] = none;
        sums.radiant[z] = none;
        sums.beam[z] = none;
        sums.diffuse[z] = none;
    }
}

/// The zone is known when compiling, here and below, so that its sums stay in registers.
template <int Z, int zone>
LONGJU_INLINE const Source<Lanes>* add_light(const ThisPlan& p, const Source<Lanes>* source,
                                             const Hour& now, Sums<Z>& sums) {
    for (const auto* end = source + p.sources_of[zone]; source < end; ++source) {
        const Source<Lanes>& s = *source;
        const Lanes& area = s.area[now.set];
        if (s.beam != nullptr) sums.beam[zone] += area * static_cast<Real>(s.beam[now.index]);
        if (s.diffuse != nullptr) {
            sums.diffuse[zone] += area * static_cast<Real>(s.diffuse[now.index]);
        }
        if (s.inward == nullptr) continue;
        const Real inward = static_cast<Real>(s.inward[now.index]);
        for (int z = 0; z < Z; ++z) {
            sums.air[z] += s.air[now.set][z] * inward;
            sums.radiant[z] += s.radiant[now.set][z] * inward;
        }
        if (now.booked && p.inward_sum != nullptr) {
            p.inward_sum[now.bin * p.sources + (source - p.source)] += static_cast<double>(inward);
        }
    }
    return source;
}

template <int Z>
LONGJU_INLINE void add_all_light(const ThisPlan& p, const Hour& now, Sums<Z>& sums) {
    const Source<Lanes>* next = add_light<Z, 0>(p, p.source, now, sums);
    if constexpr (Z > 1) add_light<Z, 1>(p, next, now, sums);
    if constexpr (Z > 1) {
        sums.diffuse[0] += p.diffuse_to_first * sums.diffuse[1] + p.beam_to_first * sums.beam[1];
    }
}

/// Forward sweep of a chain between the zones; leaves the driving flux of its two faces in t[0] and
/// t[4] and of its inner nodes in t[1] to t[3].
template <int Z>
LONGJU_INLINE void forward_between(Chain<Lanes>& c, const Hour& now, Sums<Z>& sums) {
    const Between<Lanes>& b = *c.between;
    Lanes far = c.storage[0] * c.t[0] + b.far_beam * sums.beam[1 - c.zone] +
                b.far_diffuse * sums.diffuse[1 - c.zone];
    if (c.far_sun != nullptr) far += b.far_sun_share * static_cast<Real>(c.far_sun[now.index]);
    Lanes near =
        c.storage[4] * c.t[4] + c.beam * sums.beam[c.zone] + c.diffuse * sums.diffuse[c.zone];
    for (int i = 0; i < inner_nodes; ++i) {
        c.t[i + 1] = c.storage[i + 1] * c.t[i + 1];
        if (c.heat_node == i + 1) c.t[i + 1] += c.heat[now.clock].v;
        far += b.into_far[i] * c.t[i + 1];
        near += b.into_near[i] * c.t[i + 1];
    }
    c.t[0] = far;
    c.t[4] = near;
    for (int z = 0; z < Z; ++z) {
        sums.air[z] += b.near_air[now.set][z] * near + b.far_air[now.set][z] * far;
        sums.radiant[z] +=
            b.near_into_radiant[now.set][z] * near + b.far_into_radiant[now.set][z] * far;
    }
}

/// Forward sweep of a chain; leaves the driving flux of its inner face in t[4].
template <int Z, int zone, bool heated>
LONGJU_INLINE void forward(const ThisPlan& p, Chain<Lanes>& c, const Hour& now, Sums<Z>& sums) {
    Lanes g = c.storage[0] * c.t[0];
    switch (c.course) {
        case Course::Outdoors:
            g += c.outdoor * now.outdoor + c.sun_share * static_cast<Real>(c.sun[now.index]) +
                 c.sky * now.sky;
            break;
        case Course::Monthly:
            g += c.monthly[p.month[now.index]].v;
            break;
        case Course::Buffer:
            g += c.outdoor * now.outdoor + c.room * p.air_c[0];
            break;
        case Course::Closed:
        case Course::Between:
            break;
    }
    if (heated && c.heat_node == 0) g += c.heat[now.clock].v;
    c.t[0] = g;
#pragma GCC unroll 8
    for (int i = 1; i < nodes; ++i) {
        g = c.storage[i] * c.t[i] + c.carry[i - 1] * g;
        if (heated && c.heat_node == i) g += c.heat[now.clock].v;
        c.t[i] = g;
    }
    g += c.beam * sums.beam[zone] + c.diffuse * sums.diffuse[zone];
    c.t[nodes - 1] = g;
    sums.air[zone] += c.air[now.set] * g;
    sums.radiant[zone] += c.radiant[now.set] * g;
}

template <int Z, int zone>
LONGJU_INLINE Chain<Lanes>* forward_all(const ThisPlan& p, Chain<Lanes>* chain, const Hour& now,
                                        Sums<Z>& sums) {
    for (const auto* end = chain + p.chains_of[zone]; chain < end; ++chain) {
        if (chain->heat_node >= 0) {
            forward<Z, zone, true>(p, *chain, now, sums);
        } else {
            forward<Z, zone, false>(p, *chain, now, sums);
        }
    }
    return chain;
}

/// Temperatures of the air and the radiant node of each zone, and what the plant gave.
template <int Z>
struct Outcome {
    Lanes air[Z];
    Lanes radiant[Z];
    Lanes plant;
    Lanes vent[Z];
    Lanes exchange;
};

template <int Z>
LONGJU_INLINE void backward_between(Chain<Lanes>& c, const Hour& now, const Outcome<Z>& o) {
    const Between<Lanes>& b = *c.between;
    const Lanes far_drive =
        c.t[0] + b.far_conv[now.set] * o.air[1 - c.zone] + b.far_radiant * o.radiant[1 - c.zone];
    const Lanes near_drive =
        c.t[4] + b.near_conv[now.set] * o.air[c.zone] + b.near_radiant * o.radiant[c.zone];
    const Lanes far = b.own_far[now.set] * far_drive + b.cross[now.set] * near_drive;
    const Lanes near = b.own_near[now.set] * near_drive + b.cross[now.set] * far_drive;
    Lanes inner[inner_nodes];
    for (int i = 0; i < inner_nodes; ++i) {
        inner[i] = b.from_far[i] * far + b.from_near[i] * near;
        for (int k = 0; k < inner_nodes; ++k) inner[i] += b.inner[i][k] * c.t[k + 1];
    }
    for (int i = 0; i < inner_nodes; ++i) c.t[i + 1] = inner[i];
    c.t[0] = far;
    c.t[4] = near;
}

LONGJU_INLINE void backward(Chain<Lanes>& c, const Hour& now, const Lanes& air,
                            const Lanes& radiant) {
    Lanes t = c.face_drive[now.set] * c.t[nodes - 1] + c.face_air[now.set] * air +
              c.face_radiant[now.set] * radiant;
    c.t[nodes - 1] = t;
#pragma GCC unroll 8
    for (int i = nodes - 2; i >= 0; --i) {
        t = c.pivot_inv[i] * c.t[i] + c.carry[i] * t;
        c.t[i] = t;
    }
}

template <int Z>
LONGJU_INLINE void backward_all(const ThisPlan& p, const Hour& now, const Outcome<Z>& o) {
    Chain<Lanes>* chain = p.chain;
    for (int z = 0; z < Z; ++z) {
        for (const auto* end = chain + p.chains_of[z]; chain < end; ++chain) {
            backward(*chain, now, o.air[z], o.radiant[z]);
        }
    }
    if constexpr (Z > 1) {
        for (; chain < p.chain + p.chains; ++chain) backward_between<Z>(*chain, now, o);
    }
    if (!now.booked || p.face_sum == nullptr) return;
    Cell<Lanes>* sum = p.face_sum + now.bin * p.chains;
    for (int i = 0; i < p.chains; ++i) sum[i].v += p.chain[i].t[nodes - 1];
}

/// Volume flows of the hour as W/K.
template <int Z>
LONGJU_INLINE void ventilate(const ThisPlan& p, const Hour& now, Outcome<Z>& o) {
    const Clock<Lanes>& clock = p.clock[now.clock];
    for (int z = 0; z < Z; ++z) {
        Lanes flow = p.leak_least[z];
        if (p.leaks) {
            const Lanes k = p.air_c[z] - now.outdoor;
            const Lanes difference = larger(k, -k);
            flow =
                larger(flow, root((p.leak_stack[z] + p.leak_stack_2[z] * difference) * difference +
                                  p.leak_wind[z] * static_cast<Real>(p.wind[now.index])));
        }
        o.vent[z] = (flow + clock.fan[z]) * now.air_heat;
    }
    const Lanes none{};
    o.exchange = none;
    if constexpr (Z > 1) {
        const Lanes flow = clock.exchange * now.air_heat;
        o.exchange = where_less(p.air_c[1] - p.air_c[0], p.exchange_when_warmer, none, flow);
    }
}

/// Heat that keeps the set point, or cold: the controlled temperature rises by `slope` per W.
LONGJU_INLINE Lanes plant(const ThisPlan& p, const Hour& now, const Lanes& free,
                          const Lanes& slope) {
    const Clock<Lanes>& clock = p.clock[now.clock];
    const Lanes& set = now.bin < sets ? clock.set_in_season : clock.set_off_season;
    const Lanes none{};
    Lanes colder = none + (static_cast<Real>(7) - now.outdoor);
    colder = larger(colder, none);
    const Lanes limit =
        p.limit * larger(p.limit_least, static_cast<Real>(1) - p.limit_lost_per_k * colder);
    const Lanes heat = larger(none, smaller((set - free) / slope, limit));
    const Lanes cold = smaller(none, (clock.cool - free) / slope);
    return heat + cold;
}

template <int Z>
LONGJU_INLINE void solve(const ThisPlan& p, const Hour& now, const Sums<Z>& sums, Outcome<Z>& o) {
    const Set<Lanes>& s = p.set[now.set];
    const Clock<Lanes>& clock = p.clock[now.clock];
    Lanes r[zones]{};
    Lanes radiant[zones]{};
    for (int z = 0; z < Z; ++z) {
        r[z] = sums.air[z] + p.air_storage[z] * p.air_c[z] + o.vent[z] * now.outdoor +
               clock.convective[z] + s.air_outdoor[z] * now.outdoor + s.air_sky[z] * now.sky +
               s.air_room[z] * p.air_c[0];
        radiant[z] = s.radiant_outdoor[z] * now.outdoor + s.radiant_sky[z] * now.sky +
                     s.radiant_room[z] * p.air_c[0];
        for (int y = 0; y < Z; ++y) {
            const Lanes received = sums.radiant[y] + clock.radiant_gain[y];
            r[z] += s.pass[z][y] * received;
            radiant[z] += s.lift[z][y] * received;
        }
    }
    r[0] += p.bridges * now.outdoor;
    const Lanes b00 = s.balance[0][0] + p.air_storage[0] + o.vent[0] + p.bridges + o.exchange;
    const Lanes w0 = p.heat_convective + p.heat_radiant * s.pass[0][0];
    Lanes rise[zones]{};  // K per W of plant.
    if constexpr (Z == 1) {
        // As the two zones do it, to the last bit.
        const Lanes inverse = static_cast<Real>(1) / b00;
        o.air[0] = r[0] * inverse;
        rise[0] = w0 * inverse;
    } else {
        const Lanes w1 = p.heat_radiant * s.pass[1][0];
        const Lanes b01 = s.balance[0][1] - o.exchange;
        const Lanes b10 = s.balance[1][0] - o.exchange;
        const Lanes b11 = s.balance[1][1] + p.air_storage[1] + o.vent[1] + o.exchange;
        const Lanes inverse = static_cast<Real>(1) / (b00 * b11 - b01 * b10);
        o.air[0] = (b11 * r[0] - b01 * r[1]) * inverse;
        o.air[1] = (b00 * r[1] - b10 * r[0]) * inverse;
        rise[0] = (b11 * w0 - b01 * w1) * inverse;
        rise[1] = (b00 * w1 - b10 * w0) * inverse;
    }
    Lanes radiant_rise = p.heat_radiant * s.lift[0][0];
    Lanes radiant_free = radiant[0];
    for (int y = 0; y < Z; ++y) {
        radiant_rise += s.from_air[0][y] * rise[y];
        radiant_free += s.from_air[0][y] * o.air[y];
    }
    const Lanes free = o.air[0] + p.operative * (radiant_free - o.air[0]);
    const Lanes slope = rise[0] + p.operative * (radiant_rise - rise[0]);
    o.plant = plant(p, now, free, slope);
    for (int z = 0; z < Z; ++z) o.air[z] += rise[z] * o.plant;
    o.radiant[0] = radiant_free + radiant_rise * o.plant;
    if constexpr (Z > 1) {
        o.radiant[1] = radiant[1] + p.heat_radiant * s.lift[1][0] * o.plant +
                       s.from_air[1][0] * o.air[0] + s.from_air[1][1] * o.air[1];
    }
}

}  // namespace

}  // namespace longju::energy::kernel
