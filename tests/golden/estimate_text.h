// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "estimate/estimate.h"

namespace longju::golden {

/// An estimate as lines of name TAB figures, for the eye and for comparison. Figures are rounded to
/// what a person could read from them, so that the last bit of a sum does not matter.
std::string estimate_text(const estimate::Estimate& estimate);

}  // namespace longju::golden
