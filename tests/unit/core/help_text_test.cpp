// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "core/help_text.h"

#include <catch2/catch_test_macros.hpp>

using namespace longju;

namespace {

std::string refusal_of(std::string_view text) {
    const auto chapters = parse_help(text, "help.md");
    return chapters ? std::string() : chapters.error().sentence();
}

}  // namespace

TEST_CASE("help is read as chapters of headings, paragraphs and numbered steps") {
    const auto chapters = parse_help(
        "# 首页\nid: home\n\n走访从这里开始，\n一户一行。\n\nTwo lines\nof one.\n\n"
        "## 开始\n1. 点查勘。\n2. 问一问，\n记下来。\n\n别的话。\n1. 再来。\n"
        "# 农户\r\nid: household\r\n问一问。",
        "help.md");

    REQUIRE(chapters.has_value());
    REQUIRE(chapters->size() == 2);
    const HelpChapter& home = chapters->front();
    CHECK(home.id == "home");
    CHECK(home.title == "首页");
    REQUIRE(home.blocks.size() == 7);
    CHECK(home.blocks[0].text == "走访从这里开始，一户一行。");
    CHECK(home.blocks[1].text == "Two lines of one.");
    CHECK(home.blocks[2].kind == HelpBlock::Kind::Heading);
    CHECK(home.blocks[3].number == 1);
    CHECK(home.blocks[4].text == "问一问，记下来。");
    CHECK(home.blocks[4].number == 2);
    CHECK(home.blocks[5].kind == HelpBlock::Kind::Paragraph);
    CHECK(home.blocks[6].number == 1);
    CHECK(chapters->back().title == "农户");
    CHECK(chapters->back().id == "household");
    CHECK(chapters->back().blocks.size() == 1);
}

TEST_CASE("bad help is refused with its line") {
    CHECK(refusal_of("").contains("help.md"));
    CHECK(refusal_of("words\n").contains("help.md:1"));
    CHECK(refusal_of("# Home\nwords\n").contains("help.md:2"));
    CHECK(refusal_of("# Home\n").contains("no id"));
    CHECK(refusal_of("# Home\nid: home\n# Next\nid: next\nwords").contains("help.md:3"));
    CHECK(refusal_of("# Home\nid: home\nwords\n# Again\nid: home\n").contains("stands twice"));
    CHECK(refusal_of("# Home\nid: home\n1. one\n3. three\n").contains("help.md:4"));
    CHECK(refusal_of("# Home\nid: home\n2. two\n").contains("step 2"));
    CHECK(refusal_of("# Home\nid: home\n- a list\n").contains("help.md:3"));
    CHECK(refusal_of("# Home\nid: home\n### deep\n").contains("help.md:3"));
    CHECK(refusal_of("# Home\nid: home\nwords").empty());
}

TEST_CASE("both languages have the same chapters, headings and steps") {
    const auto chinese = embedded_help(Language::Chinese);
    const auto english = embedded_help(Language::English);

    REQUIRE(chinese.size() == english.size());
    for (std::size_t i = 0; i < chinese.size(); ++i) {
        INFO(chinese[i].id);
        CHECK(chinese[i].id == english[i].id);
        REQUIRE(chinese[i].blocks.size() == english[i].blocks.size());
        for (std::size_t k = 0; k < chinese[i].blocks.size(); ++k) {
            INFO(chinese[i].blocks[k].text);
            CHECK(chinese[i].blocks[k].kind == english[i].blocks[k].kind);
            CHECK(chinese[i].blocks[k].number == english[i].blocks[k].number);
        }
    }
}
