// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

// Compiled once for each of the kernels named in app/CMakeLists.txt: LONGJU_KERNEL is the name of
// the function, LONGJU_REAL its numbers, LONGJU_LANES how many at once.

#include "energy/kernel.h"
#include "energy/kernel_lanes.h"

// The hour is one long stretch of arithmetic: calls would only move numbers through memory.
#define LONGJU_INLINE inline __attribute__((always_inline))

namespace longju::energy::kernel {

namespace {

using ThisPlan = Plan<Lanes>;

/// What the hour gives to all lanes.
struct Hour {
    int index = 0;
    int clock = 0;
    int bin = 0;
    int set = 0;
    bool booked = false;  ///< Not in the warm-up.
    Real outdoor = 0;
    Real sky = 0;
    Real air_heat = 0;
};

/// A constant where there is one zone, so that its sums stay in registers.
template <int Z, class Part>
int zone_of(const Part& part) {
    return Z == 1 ? 0 : part.zone;
}

/// Sums of the step: what the faces bring to each balance, and the light of each zone.
template <int Z>
struct Sums {
    Lanes air[Z]{};
    Lanes radiant[Z]{};
    Lanes beam[Z]{};
    Lanes diffuse[Z]{};
};

template <int Z>
LONGJU_INLINE void add_light(const ThisPlan& p, const Hour& now, Sums<Z>& sums) {
    for (int i = 0; i < p.sources; ++i) {
        const Source<Lanes>& s = p.source[i];
        const Lanes& area = s.area[now.set];
        if (s.beam != nullptr)
            sums.beam[zone_of<Z>(s)] += area * static_cast<Real>(s.beam[now.index]);
        if (s.diffuse != nullptr) {
            sums.diffuse[zone_of<Z>(s)] += area * static_cast<Real>(s.diffuse[now.index]);
        }
        if (s.inward == nullptr) continue;
        const Real inward = static_cast<Real>(s.inward[now.index]);
        for (int z = 0; z < Z; ++z) {
            sums.air[z] += s.air[now.set][z] * inward;
            sums.radiant[z] += s.radiant[now.set][z] * inward;
        }
        if (now.booked && p.inward_sum != nullptr) {
            p.inward_sum[now.bin * p.sources + i] += static_cast<double>(inward);
        }
    }
    for (int z = 0; z < Z; ++z) sums.diffuse[z] += p.beam_reflected[z] * sums.beam[z];
    if constexpr (Z > 1) sums.diffuse[0] += p.second_to_first * sums.diffuse[1];
}

/// Forward sweep of a chain between the zones; leaves the driving flux of its two faces in t[0] and
/// t[4] and of its inner nodes in t[1] to t[3].
template <int Z>
void forward_between(Chain<Lanes>& c, const Hour& now, const Sums<Z>& light, Sums<Z>& sums) {
    const Between<Lanes>& b = *c.between;
    Lanes far = c.storage[0] * c.t[0] + b.far_beam * light.beam[1 - c.zone] +
                b.far_diffuse * light.diffuse[1 - c.zone];
    if (c.far_sun != nullptr) far += b.far_sun_share * static_cast<Real>(c.far_sun[now.index]);
    Lanes near = c.storage[4] * c.t[4] + c.beam * light.beam[zone_of<Z>(c)] +
                 c.diffuse * light.diffuse[zone_of<Z>(c)];
    for (int i = 0; i < inner_nodes; ++i) {
        c.t[i + 1] = c.storage[i + 1] * c.t[i + 1];
        if (c.heat_node == i + 1) c.t[i + 1] += c.heat[now.clock].v;
        far += b.into_far[i] * c.t[i + 1];
        near += b.into_near[i] * c.t[i + 1];
    }
    c.t[0] = far;
    c.t[4] = near;
    for (int z = 0; z < Z; ++z) {
        sums.air[z] += c.air[now.set][z] * near + b.far_air[now.set][z] * far;
        sums.radiant[z] += c.radiant[now.set][z] * near + b.far_radiant_weight[now.set][z] * far;
    }
}

/// Forward sweep of a chain; leaves the driving flux of its inner face in t[4].
template <int Z, bool heated>
LONGJU_INLINE void forward(const ThisPlan& p, Chain<Lanes>& c, const Hour& now,
                           const Sums<Z>& light, Sums<Z>& sums) {
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
    g += c.beam * light.beam[zone_of<Z>(c)] + c.diffuse * light.diffuse[zone_of<Z>(c)];
    c.t[nodes - 1] = g;
    for (int z = 0; z < Z; ++z) {
        sums.air[z] += c.air[now.set][z] * g;
        sums.radiant[z] += c.radiant[now.set][z] * g;
    }
}

/// Temperatures of the air and the radiant node of each zone, and what the plant gave.
template <int Z>
struct Outcome {
    Lanes air[Z]{};
    Lanes radiant[Z]{};
    Lanes plant{};
    Lanes vent[Z]{};
    Lanes exchange{};
};

template <int Z>
void backward_between(Chain<Lanes>& c, const Hour& now, const Outcome<Z>& o) {
    const Between<Lanes>& b = *c.between;
    const Lanes far_drive =
        c.t[0] + b.far_conv[now.set] * o.air[1 - c.zone] + b.far_radiant * o.radiant[1 - c.zone];
    const Lanes near_drive = c.t[4] + b.near_conv[now.set] * o.air[zone_of<Z>(c)] +
                             b.near_radiant * o.radiant[zone_of<Z>(c)];
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

template <int Z>
LONGJU_INLINE void backward(const ThisPlan& p, Chain<Lanes>& c, const Hour& now,
                            const Outcome<Z>& o) {
    const bool between = c.course == Course::Between;
    if constexpr (Z > 1) {
        if (between) backward_between<Z>(c, now, o);
    }
    if (!between) {
        Lanes t = c.face_drive[now.set] * c.t[nodes - 1] +
                  c.face_air[now.set] * o.air[zone_of<Z>(c)] +
                  c.face_radiant[now.set] * o.radiant[zone_of<Z>(c)];
        c.t[nodes - 1] = t;
#pragma GCC unroll 8
        for (int i = nodes - 2; i >= 0; --i) {
            t = c.pivot_inv[i] * c.t[i] + c.carry[i] * t;
            c.t[i] = t;
        }
    }
    if (!now.booked || p.face_sum == nullptr) return;
    p.face_sum[now.bin * p.chains + (&c - p.chain)].v += c.t[nodes - 1];
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
                larger(flow, root(p.leak_stack[z] * difference +
                                  p.leak_wind[z] * static_cast<Real>(p.wind_squared[now.index])));
        }
        o.vent[z] = (flow + clock.fan[z]) * now.air_heat;
    }
    if constexpr (Z > 1) {
        const Lanes flow = clock.exchange * now.air_heat;
        const Lanes none{};
        o.exchange = p.air_c[1] - p.air_c[0] >= p.exchange_when_warmer ? flow : none;
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
        radiant[z] = sums.radiant[z] + s.radiant_outdoor[z] * now.outdoor +
                     s.radiant_sky[z] * now.sky + s.radiant_room[z] * p.air_c[0];
        for (int y = 0; y < Z; ++y) {
            r[z] += s.pass[z][y] * clock.radiant_gain[y];
            radiant[z] += s.lift[z][y] * clock.radiant_gain[y];
        }
    }
    r[0] += p.bridges * now.outdoor;
    const Lanes b00 = s.balance[0][0] + p.air_storage[0] + o.vent[0] + p.bridges + o.exchange;
    const Lanes w0 = p.heat_convective + p.heat_radiant * s.pass[0][0];
    Lanes rise[zones]{};  // K per W of plant.
    if constexpr (Z == 1) {
        o.air[0] = r[0] / b00;
        rise[0] = w0 / b00;
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

template <int Z>
LONGJU_INLINE void book(ThisPlan& p, const Hour& now, const Sums<Z>& sums, const Outcome<Z>& o) {
    const Real share = static_cast<Real>(1) / static_cast<Real>(p.sub_steps);
    const Lanes none{};
    const Lanes heat = larger(o.plant, none) * share;
    const Lanes cool = larger(-o.plant, none) * share;
    Tally<Lanes>& t = p.tally[now.bin];
    const Clock<Lanes>& clock = p.clock[now.clock];
    t.air += o.air[0];
    t.radiant += o.radiant[0];
    t.room_before += p.air_c[0];
    if constexpr (Z > 1) {
        t.second_air += o.air[1];
        t.second_radiant += o.radiant[1];
        t.exchanged += o.exchange * (o.air[0] - o.air[1]) * share;
    }
    t.beam += sums.beam[0] * share;
    t.diffuse += sums.diffuse[0] * share;
    t.vented += o.vent[0] * (o.air[0] - now.outdoor) * share;
    t.bridged += p.bridges * (o.air[0] - now.outdoor) * share;
    t.stored += p.air_storage[0] * (o.air[0] - p.air_c[0]) * share;
    t.gained += (clock.convective[0] + clock.radiant_gain[0]) * share;
    t.heat += heat;
    t.cool += cool;
}

/// The hour's means and extremes; sums of a day are kept apart, so that single precision holds a
/// year.
struct Day {
    Lanes heat{};
    Lanes cool{};
};

template <int Z>
LONGJU_INLINE void record(ThisPlan& p, const Hour& now, const Outcome<Z>& o,
                          const Lanes& plant_mean, Day& day) {
    const Lanes none{};
    const Lanes heat = larger(plant_mean, none);
    const Lanes cool = larger(-plant_mean, none);
    day.heat += heat;
    day.cool += cool;
    p.peak_heat_w = larger(p.peak_heat_w, heat);
    p.peak_cool_w = larger(p.peak_cool_w, cool);
    p.coldest_air_c = smaller(p.coldest_air_c, o.air[0]);
    const Clock<Lanes>& clock = p.clock[now.clock];
    const Lanes& set = now.bin < sets ? clock.set_in_season : clock.set_off_season;
    const Lanes kept = o.air[0] + p.operative * (o.radiant[0] - o.air[0]);
    const Lanes one = none + static_cast<Real>(1);
    p.hours_below += kept < set - static_cast<Real>(0.2) ? one : none;
    if (p.record_air == nullptr) return;
    p.record_air[now.index].v = o.air[0];
    p.record_radiant[now.index].v = o.radiant[0];
    p.record_plant[now.index].v = plant_mean;
    if constexpr (Z > 1) p.record_second_air[now.index].v = o.air[1];
    Lanes wall = o.air[0];
    for (int i = 0; i < p.chains; ++i) {
        const Chain<Lanes>& c = p.chain[i];
        // A lane without this wall has zeros; its face must not count.
        if (c.outer_wall) wall = c.face_air[0] > none ? smaller(wall, c.t[nodes - 1]) : wall;
    }
    p.record_wall[now.index].v = wall;
}

template <int Z>
LONGJU_INLINE void step(ThisPlan& p, const Hour& now, Outcome<Z>& o) {
    Sums<Z> sums;
    if (p.lit[now.index] != 0) add_light<Z>(p, now, sums);
    const Sums<Z> light = sums;
    for (int i = 0; i < p.chains; ++i) {
        Chain<Lanes>& c = p.chain[i];
        if (c.course == Course::Between) {
            // Two zones or none: a chain between them is never seen in a plan of one.
            if constexpr (Z > 1) forward_between<Z>(c, now, light, sums);
        } else if (c.heat_node >= 0) {
            forward<Z, true>(p, c, now, light, sums);
        } else {
            forward<Z, false>(p, c, now, light, sums);
        }
    }
    ventilate<Z>(p, now, o);
    solve<Z>(p, now, sums, o);
    for (int i = 0; i < p.chains; ++i) backward<Z>(p, p.chain[i], now, o);
    if (now.booked && p.face_sum != nullptr) book<Z>(p, now, sums, o);
    for (int z = 0; z < Z; ++z) p.air_c[z] = o.air[z];
}

template <int Z>
void walk(ThisPlan& p) {
    constexpr int hours_per_year = 8760;
    Day day;
    for (int i = -p.warm_up_hours; i < hours_per_year; ++i) {
        Hour now;
        now.index = i < 0 ? i + hours_per_year : i;
        now.clock = now.index % hours_per_day;
        now.bin = p.bin[now.index];
        now.set = now.bin % sets;
        now.booked = i >= 0;
        now.outdoor = static_cast<Real>(p.outdoor[now.index]);
        now.sky = static_cast<Real>(p.sky[now.index]);
        now.air_heat = static_cast<Real>(p.air_heat[now.index]);
        Outcome<Z> o;
        Lanes plant{};
        for (int k = 0; k < p.sub_steps; ++k) {
            step<Z>(p, now, o);
            plant += o.plant / static_cast<Real>(p.sub_steps);
        }
        if (!now.booked) continue;
        record<Z>(p, now, o, plant, day);
        if (now.clock != hours_per_day - 1) continue;
        p.heat_kwh += day.heat / static_cast<Real>(1000);
        p.cool_kwh += day.cool / static_cast<Real>(1000);
        day = Day{};
    }
}

}  // namespace

void LONGJU_KERNEL(void* plan) {
    ThisPlan& p = *static_cast<ThisPlan*>(plan);
    if (p.zone_count > 1) {
        walk<2>(p);
    } else {
        walk<1>(p);
    }
}

}  // namespace longju::energy::kernel
