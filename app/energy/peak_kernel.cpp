// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

// Compiled once for each kernel as year_kernel.cpp is; LONGJU_PEAK is the name of the function. The
// prototype stands with its caller in zone.cpp.

#include "energy/kernel_lanes.h"

namespace longju::energy::kernel {

/// Nothing but multiplications and additions, twelve independent ones at a time: what the core can
/// do at best with these numbers. Leaves something that depends on all of them.
void LONGJU_PEAK(long rounds, double* result) {
    constexpr int chains = 12;
    Lanes a[chains]{};
    const Lanes none{};
    const Lanes factor = none + static_cast<Real>(0.999);
    for (int i = 0; i < chains; ++i) a[i] = a[i] + static_cast<Real>(i);
    for (long round = 0; round < rounds; ++round) {
#pragma GCC unroll 12
        for (Lanes& one : a) one = one * factor + factor;
    }
    Lanes sum{};
    for (const Lanes& one : a) sum += one;
    *result = first(sum);
}

}  // namespace longju::energy::kernel
