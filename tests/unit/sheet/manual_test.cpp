// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/manual.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include <fmt/format.h>

#include "core/text.h"
#include "sheet/type.h"

using namespace longju;
using namespace longju::sheet;

namespace {

std::vector<const drawing::Text*> texts_on(const Page& page) {
    std::vector<const drawing::Text*> texts;
    for (const drawing::Mark& mark : page.marks) {
        if (const auto* text = std::get_if<drawing::Text>(&mark)) texts.push_back(text);
    }
    return texts;
}

bool says(const Page& page, std::string_view words) {
    return std::ranges::any_of(texts_on(page), [&](const auto* t) { return t->text == words; });
}

/// Chapters of as many paragraphs of several lines each.
std::vector<HelpChapter> long_help(int chapters, int paragraphs) {
    std::vector<HelpChapter> help;
    std::string line;
    for (int i = 0; i < 100; ++i) line += "字";
    for (int c = 0; c < chapters; ++c) {
        help.push_back({fmt::format("c{}", c), fmt::format("第{}章", c), {}});
        for (int p = 0; p < paragraphs; ++p) {
            help.back().blocks.push_back({HelpBlock::Kind::Paragraph, line});
        }
    }
    return help;
}

}  // namespace

TEST_CASE("the manual names the page that each chapter begins on") {
    const auto help = long_help(5, 12);
    const Sheet manual = manual_of(help, Language::Chinese, "2026-11-22");

    REQUIRE(manual.pages.size() > 4);
    const auto contents = texts_on(manual.pages.front());
    for (const HelpChapter& chapter : help) {
        const auto row = std::ranges::find(contents, chapter.title, &drawing::Text::text);
        REQUIRE(row != contents.end());
        const auto number = static_cast<std::size_t>(std::stoi((*(row + 1))->text));
        REQUIRE(number <= manual.pages.size());
        CHECK(says(manual.pages[number - 1], chapter.title));
    }
    for (std::size_t i = 0; i < manual.pages.size(); ++i) {
        CHECK(
            says(manual.pages[i], fmt::format("第 {} 页 / 共 {} 页", i + 1, manual.pages.size())));
    }
}

TEST_CASE("every word of the help is in the manual, and none leaves the page") {
    for (const Language language : {Language::Chinese, Language::English}) {
        const Sheet manual = sheet::manual(language, "2026-11-22");
        std::string all;
        for (const Page& page : manual.pages) {
            for (const drawing::Text* text : texts_on(page)) {
                all += text->text;
                INFO(text->text);
                CHECK(text->at.y_mm < 290.0);
                if (text->anchor != drawing::Anchor::Left) continue;
                const double right =
                    text->at.x_mm + text_width_mm(text->text, text->size_pt, text->bold);
                CHECK(right < 191.0);
            }
        }
        const auto without_blanks = [](std::string words) {
            std::erase(words, ' ');
            return words;
        };
        all = without_blanks(all);
        for (const HelpChapter& chapter : embedded_help(language)) {
            for (const HelpBlock& block : chapter.blocks) {
                INFO(block.text);
                // What goes on on the next page has the foot of this one between.
                const auto points = code_points(without_blanks(block.text)).substr(0, 8);
                CHECK(all.contains(utf8(points)));
            }
        }
    }
}

TEST_CASE("lines of English end between words and signs stay with their words") {
    const std::string text =
        "A parcel is locked: it counts as written (see below) only after it was read; then pull.";
    for (double width = 25.0; width < 60.0; width += 1.0) {
        for (const RichLine& line : broken(text, 11.0, width)) {
            REQUIRE_FALSE(line.empty());
            const std::string& words = line.front().text;
            INFO(words);
            CHECK(std::string_view(":;.)").find(words.front()) == std::string_view::npos);
            CHECK(words.back() != '(');
        }
    }
}
