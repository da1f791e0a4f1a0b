// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/manual.h"

#include <algorithm>
#include <deque>

#include <fmt/format.h>

#include "sheet/pen.h"

namespace longju::sheet {

namespace {

using drawing::Anchor;

// A4, to be punched on the left.
constexpr double page_left_mm = 24.0;
constexpr double page_right_mm = 190.0;
constexpr double text_mm = page_right_mm - page_left_mm;
constexpr double first_line_mm = 26.0;
constexpr double last_line_mm = 279.0;
constexpr double footer_mm = 288.0;

constexpr double title_pt = 24.0, chapter_pt = 16.0, heading_pt = 12.0, body_pt = 11.0;
constexpr double foot_pt = 9.0;
constexpr double leading_mm = 6.2;  ///< Of body text.
constexpr double number_mm = 8.0;   ///< Indent of steps.

struct BookWords {
    const char* title;
    const char* under;  ///< `{}` is the day.
    const char* contents;
    const char* page;  ///< `{}` of `{}`.
};

BookWords words_in(Language language) {
    if (language == Language::Chinese) {
        return {"龙居使用说明", "和程序里 ？ 的内容是同一份，{}", "目录", "第 {} 页 / 共 {} 页"};
    }
    return {"Longju: how it works", "The same text as ? in the program, {}", "Contents",
            "Page {} of {}"};
}

/// Words of the help stand as they are written: `*` is no mark in them.
std::string without_marks(std::string text) {
    std::ranges::replace(text, '*', '+');
    return text;
}

class BookWriter {
public:
    explicit BookWriter(const BookWords& words) : words_(words) { turn(); }

    void cover(std::span<const HelpChapter> chapters, const std::string& date) {
        Pen p = pen();
        p.text(page_left_mm, 42.0, words_.title, title_pt, true);
        p.text(page_left_mm, 51.0, fmt::format(fmt::runtime(words_.under), date), body_pt);
        p.line(page_left_mm, 56.0, page_right_mm, 56.0, 0.7);
        p.text(page_left_mm, 70.0, words_.contents, chapter_pt, true);
        contents_mm_ = 81.0;
        chapters_ = chapters.size();
        pages_.back().title = words_.title;
        turn();
    }
    void chapter(const HelpChapter& chapter) {
        constexpr double room_for_a_start_mm = 62.0;
        const bool fresh = y_ <= first_line_mm;
        if (!fresh && y_ + room_for_a_start_mm > last_line_mm) turn();
        if (y_ > first_line_mm) y_ += 9.0;
        Pen p = pen();
        if (y_ > first_line_mm) p.line(page_left_mm, y_ - 8.5, page_right_mm, y_ - 8.5, 0.25);
        p.text(page_left_mm, y_ + 2.0, chapter.title, chapter_pt, true);
        std::string& outline = pages_.back().title;
        outline += (outline.empty() ? "" : " · ") + chapter.title;
        starts_.push_back(pages_.size());
        y_ += 11.0;
        for (const HelpBlock& each : chapter.blocks) block(each);
    }
    std::vector<Page> finish(std::span<const HelpChapter> chapters) {
        fill_contents(chapters);
        for (std::size_t i = 0; i < pages_.size(); ++i) {
            Page& page = pages_[i];
            page.name = std::to_string(i + 1);
            Pen p(page);
            p.line(page_left_mm, footer_mm - 4.0, page_right_mm, footer_mm - 4.0, 0.25);
            p.text(page_left_mm, footer_mm, words_.title, foot_pt);
            p.text(page_right_mm, footer_mm,
                   fmt::format(fmt::runtime(words_.page), i + 1, pages_.size()), foot_pt, false,
                   Anchor::Right);
        }
        return {pages_.begin(), pages_.end()};
    }

private:
    Pen pen() { return Pen(pages_.back()); }
    void turn() {
        pages_.emplace_back();
        y_ = first_line_mm;
    }
    /// One line more, on the next page when this one is full.
    void line(double x, std::string_view text, double size_pt, bool bold) {
        if (y_ > last_line_mm) turn();
        pen().text(x, y_, text, size_pt, bold);
        y_ += leading_mm;
    }
    void block(const HelpBlock& block) {
        const bool heading = block.kind == HelpBlock::Kind::Heading;
        const bool step = block.kind == HelpBlock::Kind::Step;
        const double size = heading ? heading_pt : body_pt;
        const double x = page_left_mm + (step ? number_mm : 0.0);
        const auto lines = broken(without_marks(block.text), size, text_mm - (x - page_left_mm));
        if (heading) y_ += 1.5;
        // A heading keeps what follows beside it; no paragraph leaves one line behind.
        const double with_mm = heading ? 4.0 * leading_mm : lines.size() > 1 ? leading_mm : 0.0;
        if (y_ + with_mm > last_line_mm) turn();
        if (step) {
            pen().text(page_left_mm + number_mm - 2.0, y_, fmt::format("{}.", block.number), size,
                       true, Anchor::Right);
        }
        for (const RichLine& words : lines) {
            line(x, words.empty() ? std::string() : words.front().text, size, heading);
        }
        y_ += heading ? 0.6 : 1.8;
    }
    void fill_contents(std::span<const HelpChapter> chapters) {
        constexpr double row_mm = 8.0;
        Pen p(pages_.front());
        double y = contents_mm_;
        for (std::size_t i = 0; i < chapters_; ++i) {
            const std::string number = std::to_string(starts_[i]);
            p.text(page_left_mm, y, chapters[i].title, body_pt);
            p.text(page_right_mm, y, number, body_pt, false, Anchor::Right);
            const double from = page_left_mm + text_width_mm(chapters[i].title, body_pt, false);
            const double to = page_right_mm - text_width_mm(number, body_pt, false);
            p.line(from + 2.0, y - 1.0, to - 2.0, y - 1.0, 0.18, drawing::Dash::Dashed);
            y += row_mm;
        }
    }

    BookWords words_;
    std::deque<Page> pages_;           // Pens hold on to the page they write on.
    std::vector<std::size_t> starts_;  ///< Page of each chapter, from 1.
    std::size_t chapters_ = 0;
    double contents_mm_ = 0.0;
    double y_ = 0.0;  ///< Base line of what comes next.
};

}  // namespace

Sheet manual_of(std::span<const HelpChapter> chapters, Language language, const std::string& date) {
    const BookWords words = words_in(language);
    BookWriter writer(words);
    writer.cover(chapters, date);
    for (const HelpChapter& chapter : chapters) writer.chapter(chapter);
    return {.title = words.title, .subject = {}, .date = date, .pages = writer.finish(chapters)};
}

Sheet manual(Language language, const std::string& date) {
    return manual_of(embedded_help(language), language, date);
}

}  // namespace longju::sheet
