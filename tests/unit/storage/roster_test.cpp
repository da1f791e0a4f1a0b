// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/roster.h"

#include <catch2/catch_test_macros.hpp>

#include "storage/search_index.h"
#include "storage/visits_store.h"
#include "unit/storage/temporary_folder.h"

namespace longju::storage {

namespace {

constexpr std::string_view first_list =
    "乡镇,村,组,姓名,身份证号,电话,危房等级\n"
    "榆林镇,新发村,1组,李雪梅,11010519491231002X,13904550001,C\n"
    "榆林镇,新发村,2组,王桂兰,,13904550002,D\n"
    "榆林镇,前进村,1组,赵铁柱,,,\n";

/// A store with a roster, and lists that are taken in.
struct Laptop {
    test::TemporaryFolder folder;
    VisitsStore store = VisitsStore::open(folder.path(), {.busy_ms = 0}).value();
    Roster roster = Roster::open(store).value();

    ListProposal propose(std::string_view csv, const ListMapping& chosen = {}) {
        return roster.propose(list_from(csv, "list.csv").value(), chosen, "名册").value();
    }
    void take(std::string_view csv) { REQUIRE(roster.carry_out(propose(csv))); }
    std::string heads(std::string_view typed) {
        std::string text;
        StateWords words;
        words[state_missing] = "不在名册";
        for (const Found& found : SearchIndex::load(store.database())->find(typed, 10, words)) {
            text += roster.household(std::stoll(found.id))->row.head + " ";
        }
        return text;
    }
};

std::string counts(const RosterPlan& plan) {
    return std::to_string(plan.count(ListChange::Fresh)) + " " +
           std::to_string(plan.count(ListChange::Changed)) + " " +
           std::to_string(plan.count(ListChange::Same)) + " " +
           std::to_string(plan.missing.size()) + " " + std::to_string(plan.refused.size());
}

}  // namespace

TEST_CASE("a dry run tells what a list would do and changes nothing") {
    Laptop laptop;

    CHECK(counts(laptop.propose(first_list).plan) == "3 0 0 0 0");
    CHECK(laptop.heads("").empty());
}

TEST_CASE("a list that was taken in is found, with phone and ID number as they were") {
    Laptop laptop;
    laptop.take(first_list);

    CHECK(laptop.heads("lxm") == "李雪梅 ");
    CHECK(laptop.heads("0002") == "王桂兰 ");
    CHECK(laptop.heads("002x") == "李雪梅 ");
    CHECK(laptop.heads("前进") == "赵铁柱 ");
    const auto household = laptop.roster.household(1);
    REQUIRE(household);
    CHECK(household->row.phone == "13904550001");
    CHECK(household->row.id_number == "11010519491231002X");
    CHECK(household->row.grade == "C");
    CHECK(household->list_name == "名册");
    CHECK(laptop.roster.villages()->size() == 2);
    CHECK_FALSE(laptop.roster.household(4));
}

TEST_CASE("the same list again changes nothing") {
    Laptop laptop;
    laptop.take(first_list);

    CHECK(counts(laptop.propose(first_list).plan) == "0 0 3 0 0");
}

TEST_CASE("a newer list updates who it knows, adds who is new and marks who is gone") {
    Laptop laptop;
    laptop.take(first_list);
    constexpr std::string_view newer =
        "乡镇,村,组,姓名,身份证号,电话,危房等级\n"
        "榆林镇,新发村,5组,李雪,11010519491231002X,,B\n"
        "榆林镇,新发村,2组,王桂兰,440524188001010014,,\n"
        "榆林镇,新发村,2组,王桂香,440524190001010014,,\n"
        "榆林镇,新发村,2组,孙立国,,,\n";

    const ListProposal proposal = laptop.propose(newer);
    CHECK(counts(proposal.plan) == "1 1 0 1 2");
    REQUIRE(laptop.roster.carry_out(proposal));

    const auto first = laptop.roster.household(1);
    CHECK(first->row.head == "李雪");
    CHECK(first->row.phone == "13904550001");  // An empty cell says nothing.
    CHECK(first->row.grade == "B");
    CHECK(laptop.heads("不在") == "赵铁柱 ");
    // A row that is refused does not say that its household is gone.
    CHECK_FALSE(laptop.roster.household(2)->missing);

    laptop.take(first_list);
    CHECK(laptop.heads("不在") == "孙立国 ");
}

TEST_CASE("an ID number is added to a household that had none, and tells namesakes apart") {
    Laptop laptop;
    laptop.take("村,姓名,身份证号\n新发村,李雪梅,\n");
    laptop.take("村,姓名,身份证号\n新发村,李雪梅,11010519491231002X\n");
    CHECK(laptop.roster.villages()->front().households == 1);

    laptop.take(
        "村,姓名,身份证号\n新发村,李雪梅,11010519491231002X\n新发村,李雪梅,"
        "230123199001011232\n");
    CHECK(laptop.roster.villages()->front().households == 2);
    const auto doubtful = laptop.propose("村,姓名\n新发村,李雪梅\n");
    CHECK(counts(doubtful.plan) == "0 0 0 0 1");
}

TEST_CASE("no phone and no ID number stands in the file") {
    Laptop laptop;
    laptop.take(first_list);
    const auto copy = laptop.folder.path() / "copy.db";
    REQUIRE(laptop.store.back_up_to(copy));

    const std::string bytes = test::bytes_of(copy);
    CHECK(bytes.contains("李雪梅"));
    CHECK_FALSE(bytes.contains("13904550001"));
    CHECK_FALSE(bytes.contains("11010519491231002X"));
}

TEST_CASE("columns chosen by hand are kept for the next list with the same headers") {
    Laptop laptop;
    const ListProposal chosen = laptop.propose("谁,村\n李雪梅,新发村\n", {{"谁", ListField::Head}});
    REQUIRE(laptop.roster.carry_out(chosen));

    const auto again = list_from("村,谁\n新发村,王桂兰\n", "next.csv").value();
    CHECK(laptop.roster.columns(again, {})->column_of(ListField::Head) == 1);
    const auto other = list_from("谁,村,组\n王桂兰,新发村,1\n", "other.csv").value();
    CHECK_FALSE(laptop.roster.columns(other, {})->column_of(ListField::Head));
}

}  // namespace longju::storage
