// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <cstdio>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "core/memory.h"

int main(int count, char** words) {
    longju::keep_freed_memory();
    longju::leave_no_core_dump();
    const std::vector<std::string> arguments(words + (count > 0 ? 1 : 0), words + count);
    const longju::cli::Outcome outcome = longju::cli::run(arguments, LONGJU_VERSION);
    std::fputs(outcome.err.c_str(), stderr);
    const bool written = std::fputs(outcome.out.c_str(), stdout) >= 0 && std::fflush(stdout) == 0;
    if (!written) std::fputs("longju: the output cannot be written\n", stderr);
    return written ? outcome.code : longju::cli::Outcome::OurFault;
}
