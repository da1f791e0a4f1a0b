// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "energy/zone.h"

#include <algorithm>

#include "energy/batch.h"

namespace longju::energy {

namespace kernel {
// Each from year_kernel.cpp; the names are in app/CMakeLists.txt.
void run_double_1(void* plan);
void peak_double_1(long rounds, double* result);
void run_double_4(void* plan);
void peak_double_4(long rounds, double* result);
void run_double_4_avx(void* plan);
void peak_double_4_avx(long rounds, double* result);
void run_float_8_sse2(void* plan);
void peak_float_8_sse2(long rounds, double* result);
void run_float_16_avx2(void* plan);
void peak_float_16_avx2(long rounds, double* result);
void run_float_32_avx512(void* plan);
void peak_float_32_avx512(long rounds, double* result);
}  // namespace kernel

namespace {

#if defined(__x86_64__) || defined(__i386__)
bool has_avx() { return __builtin_cpu_supports("avx") != 0; }
bool has_avx2() {
    return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
}
bool has_avx512() { return __builtin_cpu_supports("avx512f") != 0; }
#else
bool has_avx() { return false; }
bool has_avx2() { return false; }
bool has_avx512() { return false; }
#endif

using Run = void (*)(void*);

/// Buildings that walk together: a neighbour's shutters would change which hours are summed
/// together, and with it the last bits; leaks of one model read one column of wind.
bool alike(const Building& a, const Building& b) {
    return a.shutters_closed == b.shutters_closed && leak_model(a) == leak_model(b);
}

/// Calls `use` with the first building and the condensed buildings of each batch.
template <class Use>
void in_batches(std::span<const Building> buildings, Weather& weather, std::size_t lanes,
                int steps_per_hour, Use use) {
    for (std::size_t first = 0; first < buildings.size();) {
        std::vector<Condensed> batch;
        while (first + batch.size() < buildings.size() && batch.size() < lanes) {
            const Building& next = buildings[first + batch.size()];
            if (!batch.empty() && !alike(next, buildings[first])) break;
            batch.push_back(condense(next, weather, 3600.0 / steps_per_hour));
        }
        use(first, batch);
        first += batch.size();
    }
}

template <class Real, int lanes>
std::vector<YearSum> sums(std::span<const Building> buildings, Weather& weather, Walk walk,
                          Run run) {
    std::vector<YearSum> result(buildings.size());
    in_batches(buildings, weather, lanes, walk.steps_per_hour,
               [&](std::size_t first, std::vector<Condensed>& c) {
                   Batch<Real, lanes> batch(c, weather, walk);
                   run(&batch.plan());
                   for (std::size_t i = 0; i < c.size(); ++i) result[first + i] = batch.sum(i);
               });
    return result;
}

template <int lanes>
std::vector<ZoneYear> years(std::span<const Building> buildings, Weather& weather, Walk walk,
                            Run run) {
    std::vector<ZoneYear> result(buildings.size());
    in_batches(buildings, weather, lanes, walk.steps_per_hour,
               [&](std::size_t first, std::vector<Condensed>& c) {
                   Batch<double, lanes> batch(c, weather, walk);
                   batch.keep_all();
                   run(&batch.plan());
                   for (std::size_t i = 0; i < c.size(); ++i) {
                       result[first + i] = batch.year(i);
                   }
               });
    return result;
}

}  // namespace

ZoneYear simulate(const Building& building, Weather& weather, Walk walk) {
    return years<1>(std::span(&building, 1), weather, walk, kernel::run_double_1).front();
}

std::vector<ZoneYear> simulate(std::span<const Building> buildings, Weather& weather, Walk walk) {
    return years<4>(buildings, weather, walk,
                    has_avx() ? kernel::run_double_4_avx : kernel::run_double_4);
}

std::string_view name_of(Kernel which) {
    switch (which) {
        case Kernel::Double1:
            return "double x1";
        case Kernel::Double4:
            return "double x4";
        case Kernel::Sse2:
            return "float x8 SSE2";
        case Kernel::Avx2:
            return "float x16 AVX2";
        case Kernel::Avx512:
            return "float x32 AVX-512";
    }
    return "";
}

int lanes_of(Kernel which) {
    switch (which) {
        case Kernel::Double1:
            return 1;
        case Kernel::Double4:
            return 4;
        case Kernel::Sse2:
            return 8;
        case Kernel::Avx2:
            return 16;
        case Kernel::Avx512:
            return 32;
    }
    return 1;
}

bool runs_here(Kernel which) {
    switch (which) {
        case Kernel::Double1:
        case Kernel::Double4:
        case Kernel::Sse2:
            return true;
        case Kernel::Avx2:
            return has_avx2();
        case Kernel::Avx512:
            return has_avx512();
    }
    return false;
}

Kernel widest_kernel() {
    if (has_avx512()) return Kernel::Avx512;
    return has_avx2() ? Kernel::Avx2 : Kernel::Sse2;
}

double arithmetic(Kernel which, long rounds) {
    double result = 0.0;
    switch (which) {
        case Kernel::Double1:
            kernel::peak_double_1(rounds, &result);
            break;
        case Kernel::Double4:
            (has_avx() ? kernel::peak_double_4_avx : kernel::peak_double_4)(rounds, &result);
            break;
        case Kernel::Sse2:
            kernel::peak_float_8_sse2(rounds, &result);
            break;
        case Kernel::Avx2:
            kernel::peak_float_16_avx2(rounds, &result);
            break;
        case Kernel::Avx512:
            kernel::peak_float_32_avx512(rounds, &result);
            break;
    }
    constexpr double flops_by_round = 24.0;  // Twelve multiplications and additions.
    return result > -1.0 ? flops_by_round * lanes_of(which) * static_cast<double>(rounds) : 0.0;
}

double flops_by_hour(const Building& building) {
    // A chain: outer drive 7, forward 4·4, light 4, into the balances 4, face 5, backward 4·3.
    constexpr double by_chain = 48.0;
    constexpr double by_source = 10.0;
    constexpr double by_building = 60.0;  // Air, radiant node, plant, extremes.
    return by_building + by_chain * static_cast<double>(building.surfaces.size()) +
           by_source * static_cast<double>(building.windows.size());
}

std::vector<YearSum> simulate_sums(std::span<const Building> buildings, Weather& weather,
                                   Kernel which, Walk walk) {
    switch (which) {
        case Kernel::Double1:
            return sums<double, 1>(buildings, weather, walk, kernel::run_double_1);
        case Kernel::Double4:
            return sums<double, 4>(buildings, weather, walk,
                                   has_avx() ? kernel::run_double_4_avx : kernel::run_double_4);
        case Kernel::Sse2:
            return sums<float, 8>(buildings, weather, walk, kernel::run_float_8_sse2);
        case Kernel::Avx2:
            return sums<float, 16>(buildings, weather, walk, kernel::run_float_16_avx2);
        case Kernel::Avx512:
            return sums<float, 32>(buildings, weather, walk, kernel::run_float_32_avx512);
    }
    return {};
}

}  // namespace longju::energy
