// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "core/result.h"

/// The `longju` program: verbs over the layers below. Nothing here knows a screen.
namespace longju::cli {

/// What the program leaves behind; `main` writes the texts and returns the code.
struct Outcome {
    enum Code { Good = 0, OurFault = 1, BadInput = 2 };

    int code = Good;
    std::string out;  ///< For stdout.
    std::string err;  ///< For stderr: one line when something was refused.
};

/// Runs one command line, without the program's own name. Never throws.
Outcome run(const std::vector<std::string>& arguments, const std::string& version);

/// A refusal as an outcome: bad input for what a person can put right in a file or a name, our
/// fault for what the system or the installation lacks.
Outcome refused(const Error& error);

}  // namespace longju::cli
