// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

/// The hour loop for several buildings side by side. `V` holds one number for each building: a
/// double, or a vector of the compiler's own (GCC and Clang vector extensions). year_kernel.cpp is
/// compiled once for each width and instruction set, so this header includes nothing: an inline
/// function of the standard library compiled for a newer processor must not be linked into the
/// program. Lanes that lack a chain or a source have zeros there. Internal to the engine.
namespace longju::energy::kernel {

inline constexpr int nodes = 5;
inline constexpr int inner_nodes = nodes - 2;
inline constexpr int zones = 2;
inline constexpr int sets = 4;         ///< By day, by night; shutters open, closed.
inline constexpr int bins = 2 * sets;  ///< Heating season or not, by set.
inline constexpr int hours_per_day = 24;

enum class Course { Outdoors, Monthly, Closed, Buffer, Between };

/// A number that lies where every instruction set expects it: without AVX the compiler would align
/// a vector to 16 bytes only, so each struct and the first vector in it say it themselves.
template <class V>
struct alignas(sizeof(V)) Cell {
    V v{};
};

template <class V>
struct alignas(sizeof(V)) Between {
    V into_far[inner_nodes]{}, into_near[inner_nodes]{};
    V inner[inner_nodes][inner_nodes]{};
    V from_far[inner_nodes]{}, from_near[inner_nodes]{};
    V far_conv[sets]{}, far_radiant{}, near_conv[sets]{}, near_radiant{};
    V own_far[sets]{}, own_near[sets]{}, cross[sets]{};
    /// Into the balances of each zone by W/m² of drive.
    V near_air[sets][zones]{}, near_into_radiant[sets][zones]{};
    V far_air[sets][zones]{}, far_into_radiant[sets][zones]{};
    V far_beam{}, far_diffuse{}, far_sun_share{};
};

template <class V>
struct alignas(sizeof(V)) Chain {
    Course course = Course::Closed;
    int zone = 0;
    int heat_node = -1;
    bool outer_wall = false;
    const float* sun = nullptr;
    const float* far_sun = nullptr;
    alignas(sizeof(V)) V t[nodes]{};  ///< State: temperatures, outside first.
    V storage[nodes]{};
    V carry[nodes - 1]{}, pivot_inv[nodes - 1]{};
    V outdoor{}, sun_share{}, sky{}, room{};
    V face_drive[sets]{}, face_air[sets]{},
        face_radiant[sets]{};        ///< T = drive·S + air·T_air + radiant·T_radiant.
    V air[sets]{}, radiant[sets]{};  ///< Into the balances of its zone by W/m² of drive.
    V beam{}, diffuse{};
    const Cell<V>* monthly = nullptr;  ///< 12.
    const Cell<V>* heat = nullptr;     ///< 24.
    Between<V>* between = nullptr;
};

template <class V>
struct alignas(sizeof(V)) Source {
    const float* beam = nullptr;
    const float* diffuse = nullptr;
    const float* inward = nullptr;
    int zone = 0;
    alignas(sizeof(V)) V area[sets]{};
    V air[sets][zones]{}, radiant[sets][zones]{};  ///< Of `inward`.
};

/// What changes with the hour of the day.
template <class V>
struct alignas(sizeof(V)) Clock {
    V set_in_season{}, set_off_season{}, cool{};
    V convective[zones]{}, radiant_gain[zones]{};
    V fan[zones]{};  ///< m³/h with outdoors.
    V exchange{};    ///< m³/h between the zones.
};

template <class V>
struct alignas(sizeof(V)) Set {
    V from_air[zones][zones]{}, lift[zones][zones]{}, balance[zones][zones]{}, pass[zones][zones]{};
    V air_outdoor[zones]{}, air_sky[zones]{}, air_room[zones]{};
    V radiant_outdoor[zones]{}, radiant_sky[zones]{}, radiant_room[zones]{};
};

/// Sums of the hours in one bin, of the first zone unless said otherwise. Temperatures, like
/// `face_sum` and `inward_sum`, are sums over the steps.
template <class V>
struct alignas(sizeof(V)) Tally {
    V air{}, radiant{}, room_before{}, second_air{}, second_radiant{};
    V beam{}, diffuse{};  ///< W·h of light, the beam's first reflection in `diffuse`.
    V vented{}, exchanged{}, stored{};  ///< W·h
    V bridged{};
    V gained{};
    V heat{}, cool{};
};

template <class V>
struct alignas(sizeof(V)) Plan {
    int chains = 0, sources = 0, zone_count = 1, sub_steps = 1;
    /// The chains of the first zone come first, then those of the second, then those between them.
    int chains_of[zones]{}, sources_of[zones]{};
    int warm_up_hours = 0, first_hour = 0, hours = 0;
    bool leaks = false;
    const float *outdoor = nullptr, *sky = nullptr, *air_heat = nullptr, *wind = nullptr;
    const unsigned char* bin = nullptr;    ///< By hour: season·4 + set (below 4: in season).
    const unsigned char* month = nullptr;  ///< By hour.
    const unsigned char* lit = nullptr;    ///< By hour: any source gives light.
    Chain<V>* chain = nullptr;
    Source<V>* source = nullptr;
    Clock<V> clock[hours_per_day]{};
    Set<V> set[sets]{};
    alignas(sizeof(V)) V air_storage[zones]{};
    V leak_stack[zones]{}, leak_stack_2[zones]{}, leak_wind[zones]{}, leak_least[zones]{};
    V bridges{};
    V exchange_when_warmer{};
    V diffuse_to_first{}, beam_to_first{};
    V heat_convective{}, heat_radiant{};  ///< Shares.
    V operative{};                        ///< Half the operative share.
    V limit{}, limit_lost_per_k{}, limit_least{};
    V air_c[zones]{};  ///< State.
    // Results.
    V heat_kwh{}, cool_kwh{}, peak_heat_w{}, peak_cool_w{}, coldest_air_c{}, hours_below{};
    Tally<V> tally[bins]{};
    Cell<V>* face_sum = nullptr;    ///< [bins][chains] of inner faces; null: no account.
    double* inward_sum = nullptr;   ///< [bins][sources]
    Cell<V>* record_air = nullptr;  ///< By hour walked; null: not kept.
    Cell<V>* record_radiant = nullptr;
    Cell<V>* record_plant = nullptr;
    Cell<V>* record_second_air = nullptr;
    Cell<V>* record_wall = nullptr;  ///< Coldest face of the outer walls.
};

}  // namespace longju::energy::kernel
