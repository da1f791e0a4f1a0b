// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "visit/duplicates.h"

#include <algorithm>
#include <chrono>
#include <random>

#include <fmt/format.h>
#include <catch2/catch_test_macros.hpp>

namespace longju::visit {

namespace {

DuplicateRecord record(int number, const char* head, const char* village) {
    DuplicateRecord made;
    made.visit_id = fmt::format("{:032x}", number);
    made.head = head;
    made.division_code = "231222";
    made.township = "榆林镇";
    made.village = village;
    return made;
}

using Pairs = std::vector<DuplicatePair>;

}  // namespace

TEST_CASE("one person is found by the id number, whatever else was written") {
    std::vector records{record(1, "王桂兰", "新发村"), record(2, "王桂蘭", "前进村"),
                        record(3, "赵德厚", "新发村")};
    records[0].id_key = records[1].id_key = "key";

    CHECK(find_duplicates(records) == Pairs{{0, 1, DuplicateReason::SameIdNumber}});
    CHECK(strength_of(DuplicateReason::SameIdNumber) == DuplicateStrength::Certain);
}

TEST_CASE("a name counts within its village only, and more with the phone") {
    std::vector records{record(1, "王桂兰", "新发村 3 屯"), record(2, "王 桂兰", "新发村3屯"),
                        record(3, "王桂兰", "前进村"), record(4, "", "新发村3屯"),
                        record(5, "", "新发村3屯")};

    CHECK(find_duplicates(records) == Pairs{{0, 1, DuplicateReason::SameName}});

    records[0].phone_tail = records[1].phone_tail = "04550001";
    CHECK(find_duplicates(records) == Pairs{{0, 1, DuplicateReason::SamePhone}});
    CHECK(strength_of(DuplicateReason::SamePhone) > strength_of(DuplicateReason::SameName));
}

TEST_CASE("two people of one name with two id numbers are two people") {
    std::vector records{record(1, "王桂兰", "新发村"), record(2, "王桂兰", "新发村")};
    records[0].id_key = "one";
    records[1].id_key = "two";
    CHECK(find_duplicates(records).empty());
}

TEST_CASE("a house is found by its measurements, but not in a row of houses built alike") {
    std::vector<DuplicateRecord> records;
    for (int i = 0; i < 4; ++i) {
        records.push_back(record(i, fmt::format("户主{}", i).c_str(), "新发村"));
        records.back().built_year = 1986;
        records.back().length = Millimetres{10230};
        records.back().width = Millimetres{6780};
    }
    CHECK(find_duplicates(records).empty());

    records[2].length = records[3].length = Millimetres{9800};
    records[3].built_year = 1987;
    CHECK(find_duplicates(records) == Pairs{{0, 1, DuplicateReason::SameMeasurements}});
}

TEST_CASE("what was decided is not asked again") {
    const std::vector records{record(1, "王桂兰", "新发村"), record(2, "王桂兰", "新发村"),
                              record(3, "王桂兰", "新发村")};
    REQUIRE(find_duplicates(records).size() == 3);
    Visit visit;
    visit.id = records[2].visit_id;
    visit.same_as = records[0].visit_id;
    visit.different_from[records[1].visit_id] = true;

    CHECK(find_duplicates(records, decided_pairs(visit)) ==
          Pairs{{0, 1, DuplicateReason::SameName}});
}

TEST_CASE("the record of a visit has the digits of the phone and the surveyed size") {
    Visit visit;
    visit.id = std::string(32, 'a');
    visit.inputs.household.phone = "+86 139-0455-0001";
    visit.inputs.house.survey = house::Survey{.length = Millimetres{10230}};
    const DuplicateRecord made = duplicate_record(visit, "key");
    CHECK(made.phone_tail == "04550001");
    CHECK(made.length == Millimetres{10230});
    CHECK(made.id_key == "key");
    visit.inputs.household.phone = "123";
    CHECK(duplicate_record(visit, "").phone_tail == "123");
}

TEST_CASE("a hundred thousand records: planted doubles are found, in a moment") {
    constexpr int count = 100000;
    std::mt19937 dice(51);
    std::vector<DuplicateRecord> records;
    const auto name = [&] { return fmt::format("户{}", dice() % 3000); };
    for (int i = 0; i < count; ++i) {
        // 700 villages of some 140 households; one in fifty has no name yet.
        records.push_back(record(i, "", ""));
        DuplicateRecord& made = records.back();
        if (dice() % 50 != 0) made.head = name();
        made.village = fmt::format("村{}", dice() % 700);
        made.phone_tail = fmt::format("{:08}", dice() % 100000000);
        if (dice() % 2 == 0) made.id_key = fmt::format("id{}", i);
        made.built_year = 1980 + static_cast<int>(dice() % 10);
        made.length = Millimetres{static_cast<double>(9000 + dice() % 3000)};
        made.width = Millimetres{static_cast<double>(6000 + dice() % 1500)};
    }
    std::set<std::pair<std::size_t, std::size_t>> planted;
    for (int i = 0; i < 300; ++i) {
        const auto from = static_cast<std::size_t>(i * 100);
        const std::size_t to = from + 50;
        records[to] = records[from];
        records[to].visit_id = fmt::format("{:032x}", count + i);
        if (i % 3 == 0) records[to].head = "抄错";       // The id number or the house tell.
        if (i % 3 == 1) records[to].village = "另一村";  // Only the id number does.
        if (i % 3 == 1) records[from].id_key = records[to].id_key = fmt::format("twice{}", i);
        if (i % 3 == 2) records[to].id_key.clear();  // The phone tells.
        planted.emplace(from, to);
    }

    const auto begin = std::chrono::steady_clock::now();
    const Pairs pairs = find_duplicates(records);
    const double took =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();

    std::size_t found = 0;
    for (const DuplicatePair& pair : pairs) {
        if (planted.contains({pair.first, pair.second})) ++found;
    }
    INFO(fmt::format("{} pairs of {} records in {:.3f} s", pairs.size(), count, took));
    CHECK(found == planted.size());
    CHECK(pairs.size() < 10000);
    CHECK(took < 10);  // With sanitizers, on a busy machine.
}

TEST_CASE("a bucket of many grows with its size, not with its square") {
    std::vector<DuplicateRecord> records;
    for (int i = 0; i < 20000; ++i) records.push_back(record(i, "王桂兰", "新发村"));
    CHECK(find_duplicates(records).size() == records.size() - 1);
}

}  // namespace longju::visit
