// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/paper_writer.h"
#include "sheet/record_mark.h"

#include <algorithm>

#include "sheet/notice_pages.h"

namespace longju::sheet {

namespace {

using drawing::Anchor;

constexpr double bottom_mm = footer_rule_mm - 2.5;
constexpr double cell_mm = 1.4;  ///< From a column's line to its text.
constexpr double pad_mm = 1.4;   ///< Above and below the text of a row.

/// Base line to base line, by the size.
double leading_mm(double size_pt) { return size_pt * 0.475; }

double total_width(const std::vector<Column>& columns) {
    double sum = 0.0;
    for (const Column& column : columns) sum += column.width_mm;
    return sum;
}

}  // namespace

std::string unmarked(std::string words) {
    for (std::size_t at = 0; (at = words.find('*', at)) != std::string::npos;) {
        words.replace(at, 1, "＊");
    }
    return words;
}

PaperWriter::PaperWriter(const NoticeInputs& in, const NoticeFacts& facts, std::string title,
                         const std::string& audience, bool with_qr)
    : in_(in), facts_(facts), title_(std::move(title)) {
    pages_.emplace_back();
    constexpr double qr_mm = 22.5;
    constexpr double rule_end = right_mm - qr_mm - 4.0;
    Pen first = pen();
    first.text(left_mm, 19.5, title_, 20, true);
    const std::string whose =
        facts.who.empty() ? std::string() : facts.who + " 家 · " + facts.where + " · ";
    first.text(left_mm, 27.0, whose + audience, 10.5);
    first.line(left_mm, 31.0, rule_end, 31.0, 0.7);
    if (with_qr) first.add(drawing::Qr{right_mm - qr_mm, 9.0, qr_mm, record_mark(in, facts_)});
    y_ = 35.0;
}

void PaperWriter::turn() {
    pages_.emplace_back();
    Pen top = pen();
    top.text(left_mm, 16.2, title_, 11, true);
    if (!facts_.who.empty()) {
        top.text(right_mm, 16.2, facts_.who + " 家　" + in_.record_code, 11, false, Anchor::Right);
    }
    top.line(left_mm, 18.8, right_mm, 18.8, 0.7);
    y_ = 23.0;
}

void PaperWriter::need(double height_mm) {
    if (y_ + height_mm > bottom_mm) turn();
}

void PaperWriter::heading(const std::string& words) {
    constexpr double height_mm = 9.5;
    constexpr double with_what_follows_mm = 30.0;
    need(with_what_follows_mm);
    pen().text(left_mm, y_ + 6.2, words, 14, true);
    y_ += height_mm;
}

void PaperWriter::sentence(const std::string& marked, double size_pt) {
    const double leading = leading_mm(size_pt);
    const auto lines = static_cast<double>(broken(marked, size_pt, content_mm).size());
    need(lines * leading);
    pen().paragraph(left_mm, y_ + leading * 0.78, marked, {size_pt, content_mm, leading});
    y_ += lines * leading + 1.2;
}

double PaperWriter::row_height_mm(const std::vector<Column>& columns, const Row& row,
                                  double size_pt) const {
    std::size_t most = 1;
    for (std::size_t i = 0; !row.group && i < row.cells.size(); ++i) {
        const double width = columns[i].width_mm - 2.0 * cell_mm;
        most = std::max(most, broken(row.cells[i], size_pt, width).size());
    }
    return static_cast<double>(most) * leading_mm(size_pt) + 2.0 * pad_mm;
}

void PaperWriter::table_row(const std::vector<Column>& columns, const Row& row, double size_pt) {
    const double height = row_height_mm(columns, row, size_pt);
    const double leading = leading_mm(size_pt);
    const double right = left_mm + total_width(columns);
    Pen p = pen();
    double x = left_mm;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const double width = row.group ? right - left_mm : columns[i].width_mm;
        const auto lines = broken(row.cells[i], size_pt, width - 2.0 * cell_mm);
        const double block = static_cast<double>(lines.size()) * leading;
        double base = y_ + (height - block) / 2.0 + leading * 0.76;
        for (const RichLine& line : lines) {
            const Anchor anchor = row.group ? Anchor::Left : columns[i].anchor;
            const double free = width - 2.0 * cell_mm - sheet::width_mm(line, size_pt);
            double at = x + cell_mm;
            if (anchor == Anchor::Right) at += free;
            if (anchor == Anchor::Middle) at += free / 2.0;
            for (const Run& run : line) {
                const bool bold = run.bold || row.group;
                p.text(at, base, run.text, size_pt, bold);
                at += text_width_mm(run.text, size_pt, bold);
            }
            base += leading;
        }
        if (!row.group && i > 0) p.line(x, y_, x, y_ + height, 0.13);
        x += width;
    }
    p.line(left_mm, y_, left_mm, y_ + height, 0.5);
    p.line(right, y_, right, y_ + height, 0.5);
    p.line(left_mm, y_ + height, right, y_ + height, 0.18);
    y_ += height;
}

void PaperWriter::table_head(const std::vector<Column>& columns, double size_pt) {
    Row head;
    for (const Column& column : columns) head.cells.push_back("*" + column.head + "*");
    const double right = left_mm + total_width(columns);
    pen().line(left_mm, y_, right, y_, 0.5);
    table_row(columns, head, size_pt);
    pen().line(left_mm, y_, right, y_, 0.5);
}

void PaperWriter::table(const std::vector<Column>& columns, const std::vector<Row>& rows,
                        double size_pt) {
    const double right = left_mm + total_width(columns);
    need(4.0 * (leading_mm(size_pt) + 2.0 * pad_mm));
    table_head(columns, size_pt);
    for (const Row& row : rows) {
        // A group's name does not stand alone at the foot of a page.
        const double with_next = row.group ? 2.0 : 1.0;
        if (y_ + with_next * row_height_mm(columns, row, size_pt) > bottom_mm) {
            pen().line(left_mm, y_, right, y_, 0.5);
            turn();
            table_head(columns, size_pt);
        }
        table_row(columns, row, size_pt);
    }
    pen().line(left_mm, y_, right, y_, 0.5);
    y_ += 3.0;
}

void PaperWriter::framed(const std::string& marked, double size_pt) {
    const double leading = leading_mm(size_pt);
    const auto lines = static_cast<double>(broken(marked, size_pt, content_mm - 6.0).size());
    const double height = lines * leading + 3.6;
    need(height + 3.0);
    Pen p = pen();
    p.box(
        {.x_mm = left_mm, .y_mm = y_, .width_mm = content_mm, .height_mm = height, .pen_mm = 0.35});
    p.paragraph(left_mm + 3.0, y_ + 1.8 + leading * 0.78, marked,
                {size_pt, content_mm - 6.0, leading});
    y_ += height + 3.0;
}

void PaperWriter::money_boxes(const std::array<MoneyBox, 3>& boxes) {
    constexpr double height_mm = 17.0;
    constexpr double apart_mm = 3.0;
    need(height_mm + 4.0);
    Pen here = pen();
    double x = left_mm;
    for (const MoneyBox& box : boxes) {
        here.money_box(x, y_, height_mm, box.head, box.look);
        here.rich(x + 3.0, y_ + 13.2, box.words, 12.0);
        x += money_box_mm + apart_mm;
    }
    y_ += height_mm + 3.0;
}

void PaperWriter::steps(const std::vector<std::string>& words, std::size_t heavy) {
    constexpr double height_mm = 8.6;
    constexpr double arrow_mm = 2.6;
    const auto count = static_cast<double>(words.size());
    const double width = (content_mm - arrow_mm * (count - 1.0)) / count;
    need(height_mm + 3.0);
    Pen p = pen();
    double x = left_mm;
    for (std::size_t i = 0; i < words.size(); ++i) {
        p.box({.x_mm = x,
               .y_mm = y_,
               .width_mm = width,
               .height_mm = height_mm,
               .pen_mm = i == heavy ? 0.7 : 0.25});
        p.text(x + width / 2.0, y_ + 5.7, words[i], 10.5, i == heavy, Anchor::Middle);
        x += width;
        if (i + 1 == words.size()) break;
        const double middle = y_ + height_mm / 2.0;
        p.add(drawing::Shape{
            .points = {{x + 0.6, middle - 1.0}, {x + 0.6, middle + 1.0}, {x + 2.0, middle}},
            .pen_mm = 0.0,
            .fill = drawing::Fill::Black});
        x += arrow_mm;
    }
    y_ += height_mm + 3.0;
}

void PaperWriter::to_write(const std::string& label) {
    constexpr double height_mm = 12.0;
    need(height_mm);
    Pen p = pen();
    p.text(left_mm, y_ + 8.4, label, 12);
    const double from = left_mm + text_width_mm(label, 12, false) + 2.0;
    p.line(from, y_ + 9.6, right_mm, y_ + 9.6, 0.18, drawing::Dash::Dashed);
    y_ += height_mm;
}

void PaperWriter::signatures(const std::vector<std::string>& labels, double height_mm) {
    need(height_mm);
    const double top = bottom_mm - height_mm;
    const double width = content_mm / static_cast<double>(labels.size());
    Pen p = pen();
    p.box({.x_mm = left_mm,
           .y_mm = top,
           .width_mm = content_mm,
           .height_mm = height_mm,
           .pen_mm = 0.5});
    double x = left_mm;
    for (const std::string& label : labels) {
        p.text(x + 2.0, top + 4.6, label, 9);
        if (x > left_mm) p.line(x, top, x, top + height_mm, 0.25);
        x += width;
    }
    y_ = bottom_mm;
}

std::vector<Page> PaperWriter::finish() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        draw_footer(pages_[i], facts_, i + 1, pages_.size());
    }
    return {pages_.begin(), pages_.end()};
}

}  // namespace longju::sheet
