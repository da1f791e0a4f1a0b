// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "sheet/notice_pages.h"

namespace longju::sheet {

namespace {

using drawing::Anchor;
using drawing::Dash;
using drawing::Fill;

constexpr double size_pt = 14.0;
constexpr double subsidy_leading_mm = 6.0;
constexpr double box_mm = money_box_mm;
constexpr double inset_mm = 2.5;
constexpr double text_mm = box_mm - 2 * inset_mm + 0.4;
constexpr double head_mm = 7.4;
constexpr double first_mm = 12.8;  ///< From the top of a box to its first base line.
constexpr double last_mm = 2.6;    ///< From the last base line to the bottom.

constexpr double item_gap_mm = 2.0;  ///< At most, between sentences.

/// What one box says: whole sentences, then one closing line.
struct Content {
    std::vector<std::string> items;
    std::string closing;
};

int lines_of(const std::string& words) {
    return static_cast<int>(broken(words, size_pt, text_mm).size());
}

double height_of(int lines) {
    return first_mm + last_mm + subsidy_leading_mm * std::max(lines - 1, 2);
}

std::array<Content, 3> contents(const NoticeFacts& f) {
    std::array<Content, 3> all;
    all[0].items = {f.verified.empty() ? "现在没有一笔是县里已经答应的。" : "县里已经确认的。"};
    all[1].items = f.pending;
    if (f.pending.empty()) {
        all[1].items = {"没有查到还要等县里定的。"};
    } else {
        all[1].closing = "*金额待定*";
    }
    all[2].items = f.not_met;
    if (f.not_met.empty()) all[2].items = {"没有查到不符合的。"};
    if (f.expired > 0) all[2].closing = fmt::format("另有 {} 条旧规定已过期", f.expired);
    return all;
}

/// Lines of a box that says only its first `count` sentences.
int lines_with(const Content& c, std::size_t count) {
    int lines = c.closing.empty() ? 0 : 1;
    for (std::size_t i = 0; i < count; ++i) lines += lines_of(c.items[i]);
    return lines + (count < c.items.size() ? 1 : 0);
}

void write(Pen& pen, double x, double y, double height, const Content& content) {
    std::size_t count = content.items.size();
    while (count > 1 && height_of(lines_with(content, count)) > height + 1e-9) --count;
    // Room that is left parts the sentences.
    const double spare = height - height_of(lines_with(content, count));
    const double gap = std::clamp(spare / static_cast<double>(count), 0.0, item_gap_mm);
    for (std::size_t i = 0; i < count; ++i) {
        y = pen.paragraph(x, y, content.items[i], {size_pt, text_mm, subsidy_leading_mm}) + gap;
    }
    if (count < content.items.size()) {
        pen.rich(x, y, fmt::format("还有 {} 条，问技术员", content.items.size() - count), size_pt);
        y += subsidy_leading_mm;
    }
    if (!content.closing.empty()) pen.rich(x, y, content.closing, size_pt);
}

}  // namespace

double least_subsidies_mm(const NoticeFacts& facts) {
    int lines = 3;
    for (const Content& c : contents(facts)) lines = std::max(lines, lines_with(c, 1));
    return 3.0 + height_of(lines);
}

double draw_subsidies(Pen& pen, const NoticeFacts& facts, double y, double bottom) {
    pen.heading(left_mm, y, 4, "政府能补多少（三个框不能相加）");
    const double top = y + 3.0;
    const std::array<Content, 3> all = contents(facts);
    double height = height_of(3);
    for (const Content& c : all) {
        const double gaps = item_gap_mm * static_cast<double>(c.items.size());
        height = std::max(height, height_of(lines_with(c, c.items.size())) + gaps);
    }
    height = std::min(height, bottom - top);
    static constexpr std::array<const char*, 3> heads = {"已核实", "待县级确认", "不符合"};
    static constexpr std::array<Label, 3> kinds = {Label::Verified, Label::Pending,
                                                   Label::Scenario};
    for (std::size_t i = 0; i < 3; ++i) {
        const double x = left_mm + 59.0 * static_cast<double>(i);
        pen.money_box(x, top, height, heads.at(i), kinds.at(i));
        double first = top + first_mm;
        if (i == 0) {
            pen.rich(x + inset_mm, first + 0.6, facts.verified.empty() ? "*0 元*" : facts.verified,
                     16);
            first += subsidy_leading_mm + 0.8;
        }
        write(pen, x + inset_mm, first, height, all.at(i));
    }
    return top + height;
}

}  // namespace longju::sheet
