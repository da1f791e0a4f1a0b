// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>

#include <catch2/catch_test_macros.hpp>

#include "core/embedded.h"
#include "house/id_number.h"
#include "house/mask.h"

namespace longju::house {

namespace {

const Date today = date_from("2026-11-26").value();

IdProblem problem_of(std::string_view typed) {
    const auto number = id_number_from(typed, today);
    REQUIRE_FALSE(number);
    return number.error();
}

/// `seventeen` with the check character that fits, found by trying, not by the formula.
std::string completed(const std::string& seventeen) {
    std::string only;
    for (const char last : std::string_view("0123456789X")) {
        if (!id_number_from(seventeen + last, today)) continue;
        REQUIRE(only.empty());
        only = seventeen + last;
    }
    REQUIRE_FALSE(only.empty());
    return only;
}

}  // namespace

TEST_CASE("the standard's own examples are ID numbers") {
    const auto first = id_number_from("11010519491231002X", today);
    const auto second = id_number_from("440524188001010014", today);

    REQUIRE(first);
    CHECK(first->birth == date_from("1949-12-31"));
    CHECK(first->sex == Sex::Female);
    CHECK(first->prefix == IdPrefix::OtherProvince);
    REQUIRE(second);
    CHECK(second->sex == Sex::Male);
}

TEST_CASE("place, birthday and sex are read from the number") {
    const auto number = id_number_from("232701195006309001", today);

    REQUIRE(number);
    CHECK(number->birth == date_from("1950-06-30"));
    CHECK(number->sex == Sex::Female);
    CHECK(number->prefix == IdPrefix::Known);
    CHECK(number->place_zh == "漠河市");
    CHECK(id_number_from("230102190001010018", today).value().sex == Sex::Male);
}

TEST_CASE("a day that never was is refused although its check digit is right") {
    CHECK(problem_of("231226190002290012") == IdProblem::NoSuchDay);
    CHECK(problem_of("230102190013010018") == IdProblem::NoSuchDay);
}

TEST_CASE("nobody is born tomorrow") {
    CHECK(id_number_from(completed("23010220261126001"), today));
    CHECK(problem_of("230102202611270019") == IdProblem::InFuture);
}

TEST_CASE("every misread digit is noticed") {
    const std::string good = "230102190001010018";
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string wrong = good;
            wrong[at] = digit;
            if (wrong == good) continue;
            INFO(wrong);
            CHECK_FALSE(id_number_from(wrong, today));
        }
    }
}

TEST_CASE("two neighbours in the wrong order are noticed") {
    const std::string good = "232701195006309001";
    for (std::size_t at = 0; at + 1 < good.size(); ++at) {
        std::string wrong = good;
        std::swap(wrong[at], wrong[at + 1]);
        if (wrong == good) continue;
        INFO(wrong);
        CHECK_FALSE(id_number_from(wrong, today));
    }
}

TEST_CASE("a number may be typed with blanks, full width or a small x") {
    CHECK(normalised_id(" 110105 19491231-002x ") == "11010519491231002X");
    CHECK(normalised_id("１１０１０５１９４９１２３１００２ｘ") == "11010519491231002X");
    CHECK(normalised_id("　王") == "王");
    CHECK(id_number_from("１１０１０５ 19491231 002ｘ", today).value().text ==
          "11010519491231002X");
}

TEST_CASE("what is no number is told apart") {
    CHECK(problem_of("") == IdProblem::Empty);
    CHECK(problem_of("   ") == IdProblem::Empty);
    CHECK(problem_of("230102500630901") == IdProblem::OldNumber);
    CHECK(problem_of("2301021950063090") == IdProblem::Length);
    CHECK(problem_of("2301021950063090011") == IdProblem::Length);
    CHECK(problem_of("23010219500630900王") == IdProblem::Characters);
    CHECK(problem_of("23010X195006309001") == IdProblem::Characters);
    CHECK(problem_of("\xff\xfe") == IdProblem::Characters);
    CHECK(problem_of("X") == IdProblem::Length);
    CHECK(problem_of("230102190001010017") == IdProblem::WrongCheck);
}

TEST_CASE("codes that are gone are known, others only looked at twice") {
    for (const char* code : {"230182", "230702", "231024", "231121", "232723"}) {
        const auto number = id_number_from(completed(std::string(code) + "19500630900"), today);
        INFO(code);
        CHECK(number.value().prefix == IdPrefix::Known);
        CHECK_FALSE(number->place_zh.empty());
    }
    const auto prefix = [](const char* seventeen) {
        return id_number_from(completed(seventeen), today).value().prefix;
    };
    CHECK(prefix("23999919500630900") == IdPrefix::Unknown);
    CHECK(prefix("22010219500630900") == IdPrefix::OtherProvince);
    CHECK(prefix("81000019500630900") == IdPrefix::ResidencePermit);
    CHECK(prefix("91115619500630900") == IdPrefix::ResidencePermit);
    CHECK(prefix("00010219500630900") == IdPrefix::NoSuchProvince);
}

TEST_CASE("the table of codes is whole and sorted") {
    std::string_view rest = embedded("assets/id_prefixes.tsv");
    std::vector<std::string_view> rows;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (!line.starts_with('#')) rows.push_back(line);
    }

    CHECK(rows.size() == 280);
    CHECK(std::ranges::is_sorted(rows));
    for (const std::string_view row : rows) {
        CHECK(row.starts_with("23"));
        CHECK(std::ranges::count(row, '\t') == 3);
    }
}

TEST_CASE("a masked number shows its ends and no more") {
    CHECK(masked_id("230102190001010018") == "2301**********0018");
    CHECK(masked_id("230102500630901") == "2301*******0901");
    CHECK(masked_id("23010219") == "********");
    CHECK(masked_id("").empty());
    CHECK(masked_phone("13812345678") == "138****5678");
    CHECK(masked_phone("0455-8251234") == "045*****1234");
    CHECK(masked_phone("8251234") == "*******");
    CHECK(masked_card("6228480011223344556") == "***************4556");
    CHECK(masked_card("4556") == "****");
    CHECK(masked_name("李雪梅") == "李*梅");
    CHECK(masked_name("李梅") == "李*");
    CHECK(masked_name("欧阳德厚") == "欧阳*厚");
    CHECK(masked_name("𬱖").size() == 4);
}

}  // namespace longju::house
