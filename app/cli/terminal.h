// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "core/result.h"

namespace longju::cli {

/// One line of stdin without its end. From a terminal it is asked for by `prompt` on stderr and not
/// shown while it is typed. BadInput when stdin has ended.
Result<std::string> read_secret(const std::string& prompt);

}  // namespace longju::cli
