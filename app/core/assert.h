// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

namespace longju {

/// Called when a LONGJU_ASSERT does not hold: writes one line to stderr and aborts.
[[noreturn]] void fail_assert(const char* file, int line, const char* sentence);

}  // namespace longju

/// A promise of the program to itself, kept in release builds too: a stop is better than a silently
/// wrong number. `sentence` says what must hold. Not for bad input, which is an `Error`.
#define LONGJU_ASSERT(condition, sentence) \
    ((condition) ? void(0) : ::longju::fail_assert(__FILE__, __LINE__, sentence))
