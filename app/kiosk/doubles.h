// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "visit/duplicates.h"

/// 可能是同一户: two visits side by side.
namespace longju::kiosk {

struct DoubleVisit {
    std::string visit_id;
    std::string head, place, phone;
    std::string size;      ///< `10.2 × 6.8 m`, of the survey; may be empty.
    std::string saved_at;  ///< ISO 8601.

    bool operator==(const DoubleVisit&) const = default;
};

struct DoublePair {
    DoubleVisit earlier, later;
    visit::DuplicateReason reason = visit::DuplicateReason::SameName;

    bool operator==(const DoublePair&) const = default;
};

}  // namespace longju::kiosk
