// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/provenance.h"
#include "house/envelope.h"

/// Comparison with the limits of GB/T 50824-2013 (rural, recommended) and GB 55015-2021 (general
/// code). Two verdicts that stay apart; neither is printed without the label of its limit.
namespace longju::house {

enum class LimitSubject {
    WallU,
    RoofU,
    CeilingU,
    WindowSouthU,
    WindowOtherU,
    DoorU,
    WindowToWallSouth,
    WindowToWallNorth,
    WindowToWallEastWest,
    ShapeFactor,
};

/// One row of `catalog/limits.csv`: the value must not exceed `max`.
struct Limit {
    std::string id;
    std::string standard;  ///< `GB/T 50824-2013`.
    std::string clause;    ///< `表4.3.4`.
    LimitSubject subject = LimitSubject::WallU;
    std::string zone;  ///< 严寒 sub-zone it holds for: `1A`, `1B`; `*` for all.
    double max = 0.0;
    Provenance provenance;
};

struct LimitFinding {
    const Limit* limit = nullptr;  ///< Into the table that was passed in.
    double value = 0.0;            ///< The worst of the house for that subject.
    bool met = false;
};

/// Every limit of `zone`, in table order, against the house. Subjects the house does not have
/// (no window on that side) are left out.
std::vector<LimitFinding> limit_findings(const House& house, const Library& library,
                                         const std::vector<Limit>& limits, const std::string& zone);

}  // namespace longju::house
