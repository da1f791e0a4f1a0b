// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

// Compiled once for each of the kernels named in app/CMakeLists.txt: LONGJU_KERNEL is the name of
// the function, LONGJU_REAL its numbers, LONGJU_LANES how many at once, in registers of
// LONGJU_WIDTH.

#include "energy/kernel.h"
#include "energy/kernel_hour.h"

namespace longju::energy::kernel {

namespace {

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
    p.hours_below += where_less(kept, set - static_cast<Real>(0.2), one, none);
    if (p.record_air == nullptr) return;
    p.record_air[now.walked].v = o.air[0];
    p.record_radiant[now.walked].v = o.radiant[0];
    p.record_plant[now.walked].v = plant_mean;
    if constexpr (Z > 1) p.record_second_air[now.walked].v = o.air[1];
    Lanes wall = o.air[0];
    for (int i = 0; i < p.chains; ++i) {
        const Chain<Lanes>& c = p.chain[i];
        // A lane without this wall has zeros; its face must not count.
        if (c.outer_wall) {
            wall = where_less(none, c.face_air[0], smaller(wall, c.t[nodes - 1]), wall);
        }
    }
    p.record_wall[now.walked].v = wall;
}

template <int Z>
LONGJU_INLINE void step(ThisPlan& p, const Hour& now, Outcome<Z>& o) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): `clear` fills it, and faster.
    Sums<Z> sums;
    clear<Z>(sums);
    if (p.lit[now.index] != 0) add_all_light<Z>(p, now, sums);
    Chain<Lanes>* next = forward_all<Z, 0>(p, p.chain, now, sums);
    if constexpr (Z > 1) {
        next = forward_all<Z, 1>(p, next, now, sums);
        for (; next < p.chain + p.chains; ++next) forward_between<Z>(*next, now, sums);
    }
    ventilate<Z>(p, now, o);
    solve<Z>(p, now, sums, o);
    backward_all<Z>(p, now, o);
    if (now.booked && p.face_sum != nullptr) book<Z>(p, now, sums, o);
    for (int z = 0; z < Z; ++z) p.air_c[z] = o.air[z];
}

template <int Z>
void walk(ThisPlan& p) {
    constexpr int hours_per_year = 8760;
    Day day;
    int index = (p.first_hour - p.warm_up_hours % hours_per_year + hours_per_year) % hours_per_year;
    for (int i = -p.warm_up_hours; i < p.hours; ++i, ++index) {
        if (index == hours_per_year) index = 0;
        Hour now;
        now.index = index;
        now.walked = i;
        now.clock = now.index % hours_per_day;
        now.bin = p.bin[now.index];
        now.set = now.bin % sets;
        now.booked = i >= 0;
        now.outdoor = static_cast<Real>(p.outdoor[now.index]);
        now.sky = static_cast<Real>(p.sky[now.index]);
        now.air_heat = static_cast<Real>(p.air_heat[now.index]);
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): the step fills it.
        Outcome<Z> o;
        Lanes plant{};
        int steps = 0;
        do {
            step<Z>(p, now, o);
            plant += o.plant / static_cast<Real>(p.sub_steps);
        } while (++steps < p.sub_steps);
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
