// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <nlohmann/json.hpp>

#include "cli/answered_case.h"

namespace longju::cli {

/// Everything that an estimate says, with units in the names, ranges as low, typical, high, and the
/// source and confidence of what it rests on.
nlohmann::json json_of(const AnsweredCase& answered);

}  // namespace longju::cli
