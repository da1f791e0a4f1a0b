// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "estimate/spread.h"

namespace longju::cli {

/// Percentiles and tornado as lines, for the estimate verb.
std::string spread_text(const estimate::Spread& spread);

}  // namespace longju::cli
