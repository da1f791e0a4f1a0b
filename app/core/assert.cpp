// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/assert.h"

#include <cstdio>
#include <cstdlib>

namespace longju {

void fail_assert(const char* file, int line, const char* sentence) {
    std::fprintf(stderr, "longju: internal error at %s:%d: %s\n", file, line, sentence);
    std::abort();
}

}  // namespace longju
