// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <vector>

#include "kiosk/effects.h"

/// What tests of the reducer share.
namespace longju::kiosk::testing {

inline const estimate::Reference& no_catalog() {
    static const estimate::Reference reference;
    return reference;
}

/// How many effects of that kind were asked for.
template <class T>
int count(const std::vector<Effect>& effects) {
    return static_cast<int>(std::ranges::count_if(
        effects, [](const Effect& e) { return std::holds_alternative<T>(e); }));
}

}  // namespace longju::kiosk::testing
