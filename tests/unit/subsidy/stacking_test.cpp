// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "subsidy/stacking.h"

#include <algorithm>
#include <map>
#include <random>

#include "unit/subsidy/rule_cases.h"

using namespace longju;
using namespace longju::subsidy;

namespace {

Candidate candidate(const std::string& id, const std::string& group, std::int64_t fen,
                    std::vector<std::string> excludes = {}) {
    return {.rule_id = id,
            .level = "county",
            .group = group,
            .policy = "one_of_group",
            .excludes_groups = std::move(excludes),
            .amount = Money::fen(fen),
            .item = std::nullopt};
}

std::map<std::string, std::int64_t> kept(const std::vector<Candidate>& candidates,
                                         const std::vector<CostItem>& items) {
    std::map<std::string, std::int64_t> result;
    const auto decisions = stack(candidates, items);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        CHECK(decisions[i].kept == decisions[i].excluded_by.empty());
        if (decisions[i].kept) result[candidates[i].rule_id] = decisions[i].amount.in_fen();
    }
    return result;
}

}  // namespace

TEST_CASE("the written cases of stacking come out as computed by hand") {
    const auto rules = case_rules();
    const auto document = nlohmann::json::parse(read_text(case_folder() / "cases.json"));
    REQUIRE(document["stacking"].size() == 3);

    for (const auto& one : document["stacking"]) {
        std::vector<Candidate> candidates;
        for (const auto& [id, fen] : one["fen"].items()) {
            // An id that is no rule stands for another heating grant.
            const auto rule = std::ranges::find(rules, id, &Rule::id);
            candidates.push_back(candidate(id, "heating_equipment", fen.get<std::int64_t>()));
            if (rule == rules.end()) continue;
            candidates.back().group = rule->stack_group;
            candidates.back().policy = rule->stack_policy;
            candidates.back().excludes_groups = rule->excludes_groups;
        }

        INFO(one["name"].get<std::string>());
        CHECK(kept(candidates, {}) == one["kept"].get<std::map<std::string, std::int64_t>>());
    }
}

TEST_CASE("excluded groups are tried both ways") {
    const std::vector<Candidate> candidates{candidate("a", "wg", 300, {"envelope", "heating"}),
                                            candidate("b", "envelope", 200),
                                            candidate("c", "heating", 150)};

    CHECK(kept(candidates, {}) == std::map<std::string, std::int64_t>{{"b", 200}, {"c", 150}});
}

TEST_CASE("equal totals go to the higher level, then to the lower id") {
    Candidate county = candidate("a", "heating", 100);
    Candidate central = candidate("z", "heating", 100);
    central.level = "central";
    const Candidate other_county = candidate("b", "heating", 100);

    CHECK(kept({county, central}, {}).contains("z"));
    CHECK(kept({other_county, county}, {}).contains("a"));
}

TEST_CASE("no item is paid above its cost and nothing above the cost of the whole") {
    std::vector<Candidate> candidates{candidate("a", "g1", 700), candidate("b", "g2", 600),
                                      candidate("c", "g3", 500)};
    candidates[0].item = 0;
    candidates[1].item = 0;
    candidates[2].item = 1;
    const std::vector<CostItem> items{{.cost = Money::fen(1000)}, {.cost = Money::fen(900)}};
    const std::vector<CostItem> with_whole{{.cost = Money::fen(1000)},
                                           {.cost = Money::fen(1200), .whole = true}};

    CHECK(kept(candidates, items) ==
          std::map<std::string, std::int64_t>{{"a", 700}, {"b", 300}, {"c", 500}});
    CHECK(kept(candidates, with_whole) ==
          std::map<std::string, std::int64_t>{{"a", 700}, {"b", 300}, {"c", 200}});
}

TEST_CASE("stacking is the same for every order and no better set exists") {
    std::mt19937 random(17);
    for (int round = 0; round < 400; ++round) {
        std::vector<CostItem> items;
        for (int i = 0; i < 3; ++i) {
            items.push_back({.cost = Money::fen(static_cast<std::int64_t>(random() % 500))});
        }
        std::vector<Candidate> candidates;
        for (int i = 0; i < 7; ++i) {
            Candidate c = candidate(std::string(1, static_cast<char>('a' + i)),
                                    "g" + std::to_string(random() % 4),
                                    1 + static_cast<std::int64_t>(random() % 400));
            if (random() % 3 == 0) c.excludes_groups = {"g" + std::to_string(random() % 4)};
            std::erase(c.excludes_groups, c.group);
            if (random() % 3 == 0) c.policy = "per_item";
            c.item = random() % 3;
            candidates.push_back(c);
        }
        const auto first = kept(candidates, items);

        std::vector<Candidate> shuffled = candidates;
        std::ranges::shuffle(shuffled, random);
        CHECK(kept(shuffled, items) == first);

        std::vector<std::int64_t> paid(items.size());
        std::int64_t total = 0;
        for (const Candidate& c : candidates) {
            const auto found = first.find(c.rule_id);
            if (found == first.end()) continue;
            paid[*c.item] += found->second;
            total += found->second;
        }
        for (std::size_t i = 0; i < items.size(); ++i) CHECK(paid[i] <= items[i].cost->in_fen());

        for (unsigned mask = 0; mask < 1U << candidates.size(); ++mask) {
            std::vector<std::int64_t> sums(items.size());
            bool allowed = true;
            for (std::size_t i = 0; i < candidates.size(); ++i) {
                if ((mask >> i & 1U) == 0) continue;
                sums[*candidates[i].item] += candidates[i].amount.in_fen();
                for (std::size_t j = 0; j < i; ++j) {
                    const bool both = (mask >> j & 1U) != 0;
                    allowed = allowed && !(both && in_conflict(candidates[i], candidates[j]));
                }
            }
            std::int64_t possible = 0;
            for (std::size_t i = 0; i < items.size(); ++i) {
                possible += std::min(sums[i], items[i].cost->in_fen());
            }
            if (allowed) CHECK(possible <= total);
        }
    }
}
