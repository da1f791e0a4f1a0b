// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/paper.h"

#include <catch2/catch_test_macros.hpp>

#include "sheet/halves.h"
#include "sheet/paper_writer.h"

namespace longju::sheet {

TEST_CASE("every paper is called by its letter, and no other letter is one") {
    for (const char letter : std::string("ABCDEFGHJKLMN")) {
        REQUIRE(paper_of(letter).has_value());
        CHECK(letter_of(*paper_of(letter)) == letter);
        CHECK_FALSE(std::string(title_of(*paper_of(letter))).empty());
    }
    CHECK_FALSE(paper_of('Z').has_value());
    CHECK_FALSE(paper_of('a').has_value());
}

TEST_CASE("without PV there is no risk notice, with nothing to build no list and no inspection") {
    estimate::Estimate nothing;
    CHECK(papers_for(nothing) ==
          std::vector{Paper::Notice, Paper::Subsidies, Paper::Privacy, Paper::Posting});
    estimate::Estimate everything;
    everything.quote.lines.emplace_back();
    everything.pv.emplace();
    CHECK(papers_for(everything).size() == 8);
    CHECK(papers_for(everything, 3).back() == Paper::Photos);
    CHECK(extra_papers().size() == 4);
}

TEST_CASE("an A3 page becomes two A4 halves that show all of its frame, once and at true size") {
    const Sheet whole{
        .pages = {{.name = "A1", .title = "A"}, {.name = "B1", .title = "B", .width_mm = 420.0}}};
    const Sheet halves = on_a4(whole);
    REQUIRE(halves.pages.size() == 3);
    CHECK(halves.pages[0].name == "A1");
    CHECK_FALSE(halves.pages[0].part.has_value());
    const Page& left = halves.pages[1];
    const Page& right = halves.pages[2];
    CHECK(left.name == "B1左");
    CHECK(right.name == "B1右");
    CHECK(left.title == "B");
    CHECK(right.title.empty());
    for (const Page* half : {&left, &right}) {
        CHECK_FALSE(needs_a3(*half));
        REQUIRE(half->part.has_value());
        CHECK(half->part->at_mm >= 5.0);
        CHECK(half->part->at_mm + half->part->width_mm <= 206.0);
    }
    // The frame from 25 to 415 mm, without a gap and without showing anything twice.
    CHECK(left.part->from_mm <= 25.0);
    CHECK(left.part->from_mm + left.part->width_mm == right.part->from_mm);
    CHECK(right.part->from_mm + right.part->width_mm >= 415.0);
}

TEST_CASE("a masked name keeps its star in a cell where a star means bold") {
    CHECK(unmarked("王*兰") == "王＊兰");
    CHECK(unmarked("王桂兰") == "王桂兰");
}

}  // namespace longju::sheet
