// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "subsidy/stacking.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string_view>
#include <tuple>

namespace longju::subsidy {

namespace {

int rank(const std::string& level) {
    constexpr std::array order =
        std::to_array<std::string_view>({"central", "province", "prefecture", "county"});
    return static_cast<int>(std::ranges::find(order, level) - order.begin());
}

bool excludes(const Candidate& a, const Candidate& b) {
    return std::ranges::find(a.excludes_groups, b.group) != a.excludes_groups.end();
}

/// Searches the compatible sets. Candidates are visited from the highest level and the lowest id
/// on, "keep" before "leave", and only a larger total replaces the best: so ties are settled.
class Search {
public:
    Search(const std::vector<Candidate>& candidates, const std::vector<CostItem>& items)
        : candidates_(candidates), items_(items), order_(candidates.size()) {
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::ranges::sort(order_, {}, [&](std::size_t i) {
            const Candidate& c = candidates_[i];
            return std::tuple(rank(c.level), std::cref(c.rule_id).get(), c.item, -c.amount);
        });
        kept_.assign(candidates.size(), false);
        visit(0);
    }

    std::vector<Decision> decisions() const {
        std::vector<Decision> result = capped(best_);
        for (const std::size_t i : order_) {
            if (!best_[i]) result[i].excluded_by = winner_over(i);
        }
        return result;
    }

private:
    void visit(std::size_t position) {
        if (position == order_.size()) return compare();
        const std::size_t i = order_[position];
        bool free = true;
        bool contested = false;
        for (std::size_t j = 0; j < candidates_.size(); ++j) {
            if (j == i || !in_conflict(candidates_[i], candidates_[j])) continue;
            contested = true;
            free = free && !kept_[j];
        }
        if (free) {
            kept_[i] = true;
            visit(position + 1);
            kept_[i] = false;
        }
        // A candidate nobody contests never lowers the total: leaving it out is not tried.
        if (!free || contested) visit(position + 1);
    }

    void compare() {
        Money total;
        for (const Decision& decision : capped(kept_)) total += decision.amount;
        if (best_.empty() || total > best_total_) {
            best_ = kept_;
            best_total_ = total;
        }
    }

    std::vector<Decision> capped(const std::vector<bool>& kept) const {
        std::vector<std::optional<Money>> left;
        std::optional<Money> left_of_whole;
        for (const CostItem& item : items_) {
            left.push_back(item.cost);
            if (item.whole && item.cost) left_of_whole = item.cost;
        }
        std::vector<Decision> result(candidates_.size());
        for (const std::size_t i : order_) {
            if (!kept[i]) continue;
            const Candidate& candidate = candidates_[i];
            Money amount = candidate.amount;
            if (candidate.capital && candidate.item) {
                std::optional<Money>& of_item = left.at(*candidate.item);
                if (of_item) amount = std::min(amount, *of_item);
                if (left_of_whole) amount = std::min(amount, *left_of_whole);
                if (of_item) *of_item -= amount;
                if (left_of_whole) *left_of_whole -= amount;
            }
            result[i] = {.kept = true, .amount = amount, .excluded_by = ""};
        }
        return result;
    }

    std::string winner_over(std::size_t loser) const {
        for (const std::size_t i : order_) {
            if (best_[i] && in_conflict(candidates_[i], candidates_[loser])) {
                return candidates_[i].rule_id;
            }
        }
        return "";
    }

    const std::vector<Candidate>& candidates_;
    const std::vector<CostItem>& items_;
    std::vector<std::size_t> order_;
    std::vector<bool> kept_;
    std::vector<bool> best_;
    Money best_total_;
};

}  // namespace

bool in_conflict(const Candidate& a, const Candidate& b) {
    const bool one_of =
        a.group == b.group && (a.policy == "one_of_group" || b.policy == "one_of_group");
    return one_of || excludes(a, b) || excludes(b, a);
}

std::vector<Decision> stack(const std::vector<Candidate>& candidates,
                            const std::vector<CostItem>& items) {
    if (candidates.empty()) return {};
    return Search(candidates, items).decisions();
}

}  // namespace longju::subsidy
