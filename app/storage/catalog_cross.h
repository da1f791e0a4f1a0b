// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include "core/result.h"
#include "estimate/reference.h"

namespace longju::storage {

/// Ids that one file uses and another must define: materials of layers, fuels of heaters, prices
/// of charges, what effects put in; and `house::check` of each design.
/// `folder` is only for messages. The line is left 0.
std::vector<Error> cross_check(const estimate::Reference& reference, const std::string& folder);

}  // namespace longju::storage
