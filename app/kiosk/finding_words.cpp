// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/finding_words.h"

#include "kiosk/amounts.h"

namespace longju::kiosk {

FindingLook look_of(const subsidy::Finding& finding) {
    switch (finding.box) {
        case subsidy::Box::Verified:
            return {ChipState::Verified, Role::Pine, "finding.eligible"};
        case subsidy::Box::PendingCounty: {
            const bool open = finding.state == subsidy::State::NeedMoreInfo;
            return {ChipState::Pending, Role::Corn, open ? "finding.open" : "finding.pending"};
        }
        case subsidy::Box::Historical:
            return {ChipState::History, Role::Birch3, "finding.history"};
        case subsidy::Box::NotMet:
            return {ChipState::NotMet, Role::Brick, "finding.not_met"};
    }
    return {};
}

std::string amount_text(const Ui& ui, const subsidy::Finding& finding) {
    switch (finding.box) {
        case subsidy::Box::Verified:
            if (!finding.amount) return "—";
            return ui.words()(finding.yearly ? "finding.amount.yearly" : "finding.amount",
                              {yuan(*finding.amount, Depth::Technician)});
        case subsidy::Box::PendingCounty:
            return std::string(ui.word("finding.amount.pending"));
        case subsidy::Box::Historical:
        case subsidy::Box::NotMet:
            return std::string(ui.word("finding.amount.none"));
    }
    return {};
}

}  // namespace longju::kiosk
