// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/memory.h"

#include <sys/resource.h>

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace longju {

void keep_freed_memory() {
#ifdef __GLIBC__
    constexpr int kept_bytes = 64 << 20;
    mallopt(M_TRIM_THRESHOLD, kept_bytes);
    mallopt(M_MMAP_THRESHOLD, kept_bytes);
#endif
}

void leave_no_core_dump() {
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

}  // namespace longju
