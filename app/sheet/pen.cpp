// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/pen.h"

namespace longju::sheet {

using drawing::Anchor;
using drawing::Dash;
using drawing::Fill;
using drawing::mm_per_pt;

void Pen::text(double x, double y, std::string_view text, double size, bool bold, Anchor anchor) {
    marks_.emplace_back(drawing::Text{{x, y}, std::string(text), size, bold, anchor});
}

double Pen::rich(double x, double y, std::string_view marked, double size) {
    for (const RichLine& l : broken(marked, size, 1e6)) {
        for (const Run& run : l) {
            text(x, y, run.text, size, run.bold);
            x += text_width_mm(run.text, size, run.bold);
        }
    }
    return x;
}

double Pen::paragraph(double x, double y, std::string_view marked, const Setting& setting) {
    auto lines = broken(marked, setting.size_pt, setting.width_mm);
    if (static_cast<int>(lines.size()) > setting.most) {
        lines.resize(static_cast<std::size_t>(setting.most));
        lines.back() = broken("…", setting.size_pt, setting.width_mm).front();
    }
    for (const RichLine& l : lines) {
        double at = x;
        for (const Run& run : l) {
            text(at, y, run.text, setting.size_pt, run.bold);
            at += text_width_mm(run.text, setting.size_pt, run.bold);
        }
        y += setting.leading_mm;
    }
    return y;
}

void Pen::line(double x1, double y1, double x2, double y2, double pen, drawing::Dash dash) {
    marks_.emplace_back(drawing::Line{{x1, y1}, {x2, y2}, pen, dash});
}

void Pen::add(drawing::Marks marks) {
    for (drawing::Mark& m : marks) marks_.emplace_back(std::move(m));
}

double Pen::label(double x, double y, std::string_view word, Label kind, double size) {
    constexpr double pad = 1.6;
    const bool bold = kind == Label::Verified || kind == Label::Pending;
    const double height = 1.48 * size * mm_per_pt;
    const double width = text_width_mm(word, size, bold) + 2 * pad;
    const double top = y - height * 0.74;
    drawing::Box frame{.x_mm = x,
                       .y_mm = top,
                       .width_mm = width,
                       .height_mm = height,
                       .pen_mm = 0.2,
                       .radius_mm = 0.9};
    if (kind == Label::Verified) frame.fill = Fill::Black, frame.radius_mm = 0.0;
    if (kind == Label::Pending) frame.dash = drawing::Dash::Dashed, frame.radius_mm = 0.0;
    marks_.emplace_back(frame);
    if (kind == Label::Scenario) {
        constexpr double gap = 0.7;
        marks_.emplace_back(drawing::Box{.x_mm = x - gap,
                                         .y_mm = top - gap,
                                         .width_mm = width + 2 * gap,
                                         .height_mm = height + 2 * gap,
                                         .pen_mm = 0.2,
                                         .radius_mm = 1.2});
    }
    marks_.emplace_back(drawing::Text{
        {x + pad, y}, std::string(word), size, bold, Anchor::Left, kind == Label::Verified});
    return x + width + 2.0;
}

double Pen::heading(double x, double y, int number, std::string_view words) {
    constexpr double size = 15.0;
    constexpr double radius = 3.4;
    marks_.emplace_back(drawing::Arc{{x + radius, y - 1.9}, radius, 0.0, Fill::Black});
    marks_.emplace_back(drawing::Text{
        {x + radius, y - 0.1}, std::to_string(number), 12.0, true, Anchor::Middle, true});
    text(x + 9.0, y, words, size, true);
    return x + 9.0 + text_width_mm(words, size, true) + 3.0;
}

namespace {

/// Solid, dashed or double, as the confidence labels are.
void money_frame(Pen& pen, double x, double y, double height, Label kind) {
    constexpr double head_mm = 7.4;
    drawing::Box box{
        .x_mm = x, .y_mm = y, .width_mm = money_box_mm, .height_mm = height, .pen_mm = 0.5};
    const double rule = y + head_mm;
    switch (kind) {
        case Label::Verified: {
            pen.box(box);
            box.height_mm = head_mm;
            box.fill = Fill::Black;
            pen.box(box);
            return;
        }
        case Label::Pending:
            box.dash = Dash::Dashed;
            pen.box(box);
            pen.line(x, rule, x + money_box_mm, rule, 0.35, Dash::Dashed);
            return;
        case Label::Scenario:
        case Label::Stated:
        case Label::Estimated: {
            constexpr double gap = 0.9;
            box.pen_mm = 0.25;
            pen.box(box);
            box.x_mm += gap, box.y_mm += gap;
            box.width_mm -= 2 * gap, box.height_mm -= 2 * gap;
            pen.box(box);
            pen.line(x + gap, rule, x + money_box_mm - gap, rule, 0.25);
            return;
        }
    }
}

}  // namespace

void Pen::money_box(double x, double y, double height, std::string_view head, Label kind) {
    money_frame(*this, x, y, height, kind);
    add(drawing::Text{.at = {x + money_box_mm / 2.0, y + 5.4},
                      .text = std::string(head),
                      .size_pt = 14.0,
                      .bold = true,
                      .anchor = Anchor::Middle,
                      .white = kind == Label::Verified});
}

}  // namespace longju::sheet
