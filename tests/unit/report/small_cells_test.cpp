// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "report/small_cells.h"

#include <functional>
#include <random>
#include <set>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>

#include "report/annual_grid.h"
#include "unit/report/sample_records.h"

namespace longju::report {

namespace {

using sample::cell;

/// Households with solar hot water by county and township: column 10a.
using Counts = std::vector<std::vector<int>>;

AnnualTable table_of(const Counts& counts) {
    std::vector<Record> records;
    for (std::size_t county = 0; county < counts.size(); ++county) {
        for (std::size_t township = 0; township < counts[county].size(); ++township) {
            const std::string code = fmt::format("{}", 231220 + county);
            const std::string name = fmt::format("乡{}", township);
            records.push_back(sample::accepted(code + name, code, name));
            for (int i = 0; i < counts[county][township]; ++i) {
                records.push_back(
                    sample::accepted(fmt::format("{}{}{}", code, name, i), code, name));
                sample::set(records.back(), Figure::SolarWater, 1);
            }
        }
    }
    return annual_table(records, 2026, {}, {});
}

/// What stands in 10a: −1 where it is hidden.
std::vector<long long> shown(const AnnualTable& table) {
    std::vector<long long> all;
    const auto add = [&](const Row& row) {
        const Cell& c = cell(row, "10a");
        all.push_back(c.hidden ? -1 : c.amount.value());
    };
    add(table.total);
    for (const County& county : table.counties) {
        add(county.row);
        for (const Row& township : county.townships) add(township);
    }
    return all;
}

/// One way the hidden figures could be, as somebody outside tries them: a hidden township is at
/// least one household.
struct Guess {
    std::vector<std::vector<long long>> townships;
    std::vector<long long> counties;
    long long total = 0;
};

/// Every guess of 1 to `most` households that agrees with all that is shown.
void each_guess(const AnnualTable& table, int most, const std::function<void(const Guess&)>& use) {
    std::vector<std::pair<std::size_t, std::size_t>> hidden;
    Guess guess;
    for (std::size_t c = 0; c < table.counties.size(); ++c) {
        guess.townships.emplace_back();
        for (const Row& row : table.counties[c].townships) {
            const Cell& known = cell(row, "10a");
            if (known.hidden) hidden.emplace_back(c, guess.townships[c].size());
            guess.townships[c].push_back(known.hidden ? 1 : *known.amount);
        }
    }
    const auto agrees = [&] {
        guess.counties.clear();
        guess.total = 0;
        for (std::size_t c = 0; c < guess.townships.size(); ++c) {
            long long sum = 0;
            for (const long long township : guess.townships[c]) sum += township;
            guess.counties.push_back(sum);
            guess.total += sum;
            const Cell& known = cell(table.counties[c].row, "10a");
            if (!known.hidden && *known.amount != sum) return false;
        }
        const Cell& known = cell(table.total, "10a");
        return known.hidden || *known.amount == guess.total;
    };
    const std::function<void(std::size_t)> from = [&](std::size_t place) {
        if (place == hidden.size()) {
            if (agrees()) use(guess);
            return;
        }
        const auto [county, township] = hidden[place];
        for (int households = 1; households <= most; ++households) {
            guess.townships[county][township] = households;
            from(place + 1);
        }
    };
    from(0);
}

/// Whether a figure that is hidden can only be one: the name of the first that is.
std::string what_is_told(const AnnualTable& table, int most) {
    std::map<std::string, std::set<long long>> could_be;
    each_guess(table, most, [&](const Guess& guess) {
        for (std::size_t c = 0; c < guess.counties.size(); ++c) {
            const County& county = table.counties[c];
            if (cell(county.row, "10a").hidden) {
                could_be[county.row.key.county_code].insert(guess.counties[c]);
            }
            for (std::size_t t = 0; t < guess.townships[c].size(); ++t) {
                if (!cell(county.townships[t], "10a").hidden) continue;
                could_be[fmt::format("{} {}", c, t)].insert(guess.townships[c][t]);
            }
        }
        if (cell(table.total, "10a").hidden) could_be["total"].insert(guess.total);
    });
    for (const auto& [name, values] : could_be) {
        if (values.size() < 2) return name;
    }
    return "";
}

}  // namespace

TEST_CASE("a figure of one or two households takes the smallest one beside it along") {
    const AnnualTable outside = hide_small(table_of({{2, 5, 9}}));

    // The sum of 16 alone would tell the 2 from 5 and 9.
    CHECK(shown(outside) == std::vector<long long>{16, 16, -1, -1, 9});
    CHECK(!cell(outside.counties[0].townships[0], "10a").amount);
    CHECK(outside.records.empty());
    CHECK(cell(outside.counties[0].row, "10a").parts.empty());
}

TEST_CASE("nothing is hidden where three households stand behind every figure") {
    const AnnualTable outside = hide_small(table_of({{3, 0, 9}, {4}}));

    CHECK(shown(outside) == std::vector<long long>{16, 12, 3, 0, 9, 4, 4});
}

TEST_CASE("a sum is hidden where it would tell its only part") {
    CHECK(shown(hide_small(table_of({{2, 0}}))) == std::vector<long long>{-1, -1, -1, 0});
    // The first county's only township is its sum; so another county goes, and a township of it.
    CHECK(shown(hide_small(table_of({{2}, {5, 6}}))) ==
          std::vector<long long>{13, -1, -1, -1, -1, 6});
    CHECK(shown(hide_small(table_of({{2}, {5, 6}, {8}}))) ==
          std::vector<long long>{21, -1, -1, 11, 5, 6, -1, -1});
}

TEST_CASE("two households in two townships are not told by their sum") {
    const auto all = shown(hide_small(table_of({{1, 1, 7}})));

    CHECK(all == std::vector<long long>{9, 9, -1, -1, -1});
}

TEST_CASE("no hidden figure can be worked out from what is shown") {
    std::mt19937 random(20261126);
    std::size_t with_hidden = 0;
    for (int round = 0; round < 300; ++round) {
        Counts counts(1 + random() % 3);
        for (auto& county : counts) {
            county.resize(1 + random() % 2 + (counts.size() < 3 ? random() % 2 : 0));
            for (int& township : county) township = static_cast<int>(random() % 5);
        }
        const AnnualTable inside = table_of(counts);
        const AnnualTable outside = hide_small(inside);

        constexpr int most = 7;
        const std::string told = what_is_told(outside, most);
        INFO("round " << round << ": " << told);
        REQUIRE(told.empty());
        for (const long long figure : shown(outside)) with_hidden += figure < 0 ? 1 : 0;
        // The reader of the whole table would have found them, so the search can find some.
        for (const long long figure : shown(outside)) REQUIRE(figure != 1);
        for (const long long figure : shown(outside)) REQUIRE(figure != 2);
    }
    CHECK(with_hidden > 300);
}

TEST_CASE("the search for what is told finds a single hidden figure") {
    AnnualTable careless = table_of({{2, 5, 9}});
    Cell& only = cell(careless.counties[0].townships[0], "10a");
    only.hidden = true;

    CHECK(what_is_told(careless, 7) == "0 0");
}

TEST_CASE("money is hidden for all payers together") {
    std::vector<Record> records;
    for (int i = 0; i < 8; ++i) {
        Record record =
            sample::accepted(fmt::format("{}", i), "231222", i < 4 ? "临江镇" : "榆林镇");
        sample::set(record, Figure::CostTotal, 1000000);
        sample::set(record, Figure::CostOwn, i == 0 ? 400000 : 1000000);
        sample::set(record, Figure::CostProvince, i == 0 ? 600000 : 0);
        records.push_back(record);
    }

    const AnnualTable outside = hide_small(annual_table(records, 2026, {}, {}));

    // One household in the province's column: its sum, and total less own, would tell.
    for (const char* id : {"16a", "16c", "16e"}) {
        CHECK(cell(outside.counties[0].townships[0], id).hidden);
        CHECK(cell(outside.total, id).hidden);
    }
    CHECK(annual_grid(outside).details.empty());
}

}  // namespace longju::report
