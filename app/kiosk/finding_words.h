// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include "kiosk/widgets.h"
#include "subsidy/finding.h"

namespace longju::kiosk {

struct FindingLook {
    ChipState chip = ChipState::Pending;
    Role stripe = Role::Corn;
    std::string_view key;  ///< Of the word on the chip.
};
FindingLook look_of(const subsidy::Finding& finding);

/// The amount when it is settled; 金额待县级确认 or 不算进去 otherwise. Never a promise.
std::string amount_text(const Ui& ui, const subsidy::Finding& finding);

}  // namespace longju::kiosk
