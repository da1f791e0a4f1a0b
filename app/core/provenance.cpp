// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/provenance.h"

#include <array>

namespace longju {

namespace {
constexpr std::array<std::string_view, 5> names = {"verified", "secondary", "memory", "estimate",
                                                   "sample"};
}

std::string_view name(Confidence confidence) {
    return names.at(static_cast<std::size_t>(confidence));
}

std::optional<Confidence> confidence_from(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names.at(i) == name) return static_cast<Confidence>(i);
    }
    return std::nullopt;
}

}  // namespace longju
