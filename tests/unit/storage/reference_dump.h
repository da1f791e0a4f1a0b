// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "estimate/reference.h"

namespace longju::test {

/// Every field of a reference as text, one entry a line: two references are the same exactly when
/// their dumps are. Written without the code that stores them.
std::string dump(const estimate::Reference& reference);

}  // namespace longju::test
