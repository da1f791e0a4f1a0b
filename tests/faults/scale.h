// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "core/text.h"

namespace longju::faults {

/// How often a proof tries: `count`, times LONGJU_FAULTS_SCALE for long runs by hand.
inline int scaled(int count) {
    const char* text = std::getenv("LONGJU_FAULTS_SCALE");
    const auto scale = integer_from(text == nullptr ? "1" : text);
    return count * static_cast<int>(std::clamp(scale.value_or(1), 1LL, 1000LL));
}

/// The figure of a proof, as a line on standard output.
template <class... Values>
void report(fmt::format_string<Values...> words, Values&&... values) {
    const std::string line = fmt::format(words, std::forward<Values>(values)...) + "\n";
    std::fputs(line.c_str(), stdout);
    std::fflush(stdout);
}

}  // namespace longju::faults
