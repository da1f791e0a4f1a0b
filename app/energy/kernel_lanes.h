// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

/// The numbers of one kernel: LONGJU_REAL, LONGJU_LANES at once. Only for the files that are
/// compiled once for each kernel, so everything here is local to the file. Internal to the engine.
namespace longju::energy::kernel {

namespace {

using Real = LONGJU_REAL;
#if LONGJU_LANES > 1
using Lanes = LONGJU_REAL __attribute__((vector_size(sizeof(LONGJU_REAL) * LONGJU_LANES)));

inline Lanes root(const Lanes& a) {
    Lanes r{};
    for (int i = 0; i < LONGJU_LANES; ++i) r[i] = static_cast<Real>(__builtin_sqrt(a[i]));
    return r;
}
inline double first(const Lanes& a) { return static_cast<double>(a[0]); }
#else
using Lanes = LONGJU_REAL;

inline Lanes root(const Lanes& a) { return __builtin_sqrt(a); }
inline double first(const Lanes& a) { return a; }
#endif

inline Lanes smaller(const Lanes& a, const Lanes& b) { return a < b ? a : b; }
inline Lanes larger(const Lanes& a, const Lanes& b) { return a > b ? a : b; }

}  // namespace

}  // namespace longju::energy::kernel
