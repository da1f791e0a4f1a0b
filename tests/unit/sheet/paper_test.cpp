// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/paper.h"

#include <catch2/catch_test_macros.hpp>

#include "sheet/paper_writer.h"

namespace longju::sheet {

TEST_CASE("every paper is called by its letter, and no other letter is one") {
    for (const char letter : {'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'}) {
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
}

TEST_CASE("a masked name keeps its star in a cell where a star means bold") {
    CHECK(unmarked("王*兰") == "王＊兰");
    CHECK(unmarked("王桂兰") == "王桂兰");
}

}  // namespace longju::sheet
