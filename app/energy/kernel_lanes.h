// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

/// The numbers of one kernel: LONGJU_LANES of LONGJU_REAL at once, in registers of LONGJU_WIDTH.
/// Only for the files that are compiled once for each kernel, so everything here is local to the
/// file. Internal to the engine.
namespace longju::energy::kernel {

namespace {

using Real = LONGJU_REAL;

#if LONGJU_WIDTH > 1
using Register = LONGJU_REAL __attribute__((vector_size(sizeof(LONGJU_REAL) * LONGJU_WIDTH)));

inline Register root(const Register& a) {
    Register r{};
    for (int i = 0; i < LONGJU_WIDTH; ++i) r[i] = static_cast<Real>(__builtin_sqrt(a[i]));
    return r;
}
inline double first(const Register& a) { return static_cast<double>(a[0]); }
#else
using Register = LONGJU_REAL;

inline Register root(const Register& a) { return __builtin_sqrt(a); }
inline double first(const Register& a) { return a; }
#endif

/// By lane: `a` where the comparison holds, else `b`.
inline Register where_less(const Register& x, const Register& y, const Register& a,
                           const Register& b) {
    return x < y ? a : b;
}

#if LONGJU_LANES == LONGJU_WIDTH
using Lanes = Register;
#else
static_assert(LONGJU_LANES == 2 * LONGJU_WIDTH);

/// Two registers that walk together: while one waits for a result the other computes, and what an
/// hour gives to all lanes is fetched once.
struct alignas(2 * sizeof(Register)) Lanes {
    Register low{}, high{};

    Lanes& operator+=(const Lanes& b) {
        low += b.low;
        high += b.high;
        return *this;
    }
};

#define LONGJU_BY_REGISTER(op)                                                             \
    inline Lanes operator op(const Lanes& a, const Lanes& b) {                             \
        return {a.low op b.low, a.high op b.high};                                         \
    }                                                                                      \
    inline Lanes operator op(const Lanes& a, Real b) { return {a.low op b, a.high op b}; } \
    inline Lanes operator op(Real a, const Lanes& b) { return {a op b.low, a op b.high}; }
LONGJU_BY_REGISTER(+)
LONGJU_BY_REGISTER(-)
LONGJU_BY_REGISTER(*)
LONGJU_BY_REGISTER(/)
#undef LONGJU_BY_REGISTER

inline Lanes operator-(const Lanes& a) { return {-a.low, -a.high}; }
inline Lanes root(const Lanes& a) { return {root(a.low), root(a.high)}; }
inline double first(const Lanes& a) { return first(a.low); }
inline Lanes where_less(const Lanes& x, const Lanes& y, const Lanes& a, const Lanes& b) {
    return {where_less(x.low, y.low, a.low, b.low), where_less(x.high, y.high, a.high, b.high)};
}
#endif

inline Lanes smaller(const Lanes& a, const Lanes& b) { return where_less(a, b, a, b); }
inline Lanes larger(const Lanes& a, const Lanes& b) { return where_less(b, a, a, b); }

}  // namespace

}  // namespace longju::energy::kernel
