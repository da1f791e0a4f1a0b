// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/card_counts.h"

namespace longju::visit {

void CardCounts::add(const Visit& visit) {
    if (visit.sample) return;
    ++visits_;
    for (const auto& [item, answer] : visit.inputs.answers) {
        Count& count = counts_[item];
        (answer ? count.yes : count.no) += 1;
    }
}

CardCounts::Count CardCounts::of(const std::string& item_id) const {
    const auto found = counts_.find(item_id);
    return found == counts_.end() ? Count{} : found->second;
}

int CardCounts::not_asked(const std::string& item_id) const {
    const Count count = of(item_id);
    return visits_ - count.yes - count.no;
}

}  // namespace longju::visit
