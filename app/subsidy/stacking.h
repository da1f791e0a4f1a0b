// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/money.h"

/// Which of several grants may be drawn together, and how much of each: 不得重复享受.
namespace longju::subsidy {

/// A grant whose amount is known.
struct Candidate {
    std::string rule_id;
    std::string level;   ///< central, province, prefecture, county.
    std::string group;   ///< Of the stacking rules.
    std::string policy;  ///< one_of_group, per_item, sum_capped_by_cost.
    std::vector<std::string> excludes_groups;
    Money amount;
    std::optional<std::size_t> item;  ///< The cost item it is paid for.
    bool capital = true;              ///< False for money per kWh: no cost caps it.
};

/// A cost that grants may be paid for.
struct CostItem {
    std::optional<Money> cost;  ///< Nothing: not known, so it caps nothing.
    bool whole = false;         ///< The works as a whole: its cost holds that of the others.
};

/// What became of a candidate.
struct Decision {
    bool kept = false;
    Money amount;             ///< After the caps; 0 when not kept.
    std::string excluded_by;  ///< The rule that was kept instead; empty when kept.
};

/// Whether both may not be drawn together: the same `one_of_group` group, or one excludes the
/// other's group.
bool in_conflict(const Candidate& a, const Candidate& b);

/// The compatible set with the largest total, one decision per candidate, whatever their order.
/// Equal totals go to the higher level, then to the lower id. No item is paid above its cost, and
/// all together not above the cost of the works as a whole.
std::vector<Decision> stack(const std::vector<Candidate>& candidates,
                            const std::vector<CostItem>& items);

}  // namespace longju::subsidy
