// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "house/house.h"

namespace longju::storage {

/// A design as the text of its file in catalog/designs, each table explained in comments. Reads
/// back equal. What a person must write (names, source) may be empty: `longju catalog check` asks
/// for it.
std::string design_file(const house::Design& design);

}  // namespace longju::storage
