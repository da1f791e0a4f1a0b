// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "core/date.h"
#include "core/text.h"
#include "drawing/picture.h"
#include "sheet/measure_icon.h"
#include "sheet/notice_pages.h"
#include "sheet/record_mark.h"

namespace longju::sheet {

namespace {

using drawing::Anchor;
using drawing::Box;
using drawing::Dash;
using drawing::Fill;

constexpr double body_pt = 14.0;

class Page1 {
public:
    Page1(Page& page, const NoticeInputs& in, const NoticeFacts& f) : pen_(page), in_(in), f_(f) {}

    /// Returns the base line for the heading after ③.
    double draw() {
        head();
        lead();
        now();
        advice();
        costs();
        return y_;
    }

private:
    void head() {
        constexpr double qr_mm = 22.5;
        constexpr double rule_end = right_mm - qr_mm - 4.0;
        pen_.text(left_mm, 21.8, f_.title, 24, true);
        pen_.text(left_mm, 27.8, "写给住户看，请拿回家和家里人商量。签字前不用交钱。", 11);
        pen_.text(left_mm, 34.2, "记录码 " + in_.record_code, 10.5);
        pen_.text(rule_end, 34.2, iso(in_.inputs.date), 10.5, false, Anchor::Right);
        pen_.line(left_mm, 36.8, rule_end, 36.8, 0.7);
        pen_.add(drawing::Qr{right_mm - qr_mm, 9.0, qr_mm, record_mark(in_, f_)});
        pen_.text(left_mm, 45.0, f_.who, body_pt, true);
        double x = left_mm + text_width_mm(f_.who, body_pt, true);
        x = pen_.rich(x + 1.5, 45.0, "家", body_pt) + 6.0;
        x = pen_.rich(x, 45.0, f_.where, body_pt) + 6.0;
        pen_.rich(x, 45.0, f_.people, body_pt);
    }

    void lead() {
        constexpr double top = 48.6;
        constexpr double size = 15.0;
        constexpr double leading = 8.0;
        const std::string words = "*一句话：*" + f_.lead;
        const auto lines = broken(words, size, content_mm - 6.0).size();
        const double height = 3.6 + leading * static_cast<double>(lines);
        pen_.box({.x_mm = left_mm,
                  .y_mm = top,
                  .width_mm = content_mm,
                  .height_mm = height,
                  .pen_mm = 0.7});
        pen_.paragraph(left_mm + 3.0, top + 7.0, words, {size, content_mm - 6.0, leading});
        y_ = top + height + 9.0;
    }

    void now() {
        pen_.heading(left_mm, y_, 1, f_.is_new ? "选的是什么房" : "我家现在怎么样");
        const double top = y_ + 3.0;
        // A short table leaves room for a larger picture.
        const bool roomy = f_.costs.size() <= 3;
        const double picture_mm = roomy ? 82.0 : 60.0;
        const double tall_mm = roomy ? 50.0 : 36.0;
        const drawing::Mesh mesh = drawing::house_mesh(
            f_.is_new ? in_.estimate.after_house : in_.inputs.house, in_.reference.library);
        pen_.add(drawing::picture(mesh, {}, {left_mm, top}, picture_mm, tall_mm));
        const double under = top + tall_mm + 5.0;
        pen_.text(left_mm + picture_mm / 2.0, under,
                  f_.is_new ? "房屋示意图（从东南看）" : "房屋示意图（从东南看，可换成照片）", 9,
                  false, Anchor::Middle);
        const double x = left_mm + picture_mm + 4.0;
        constexpr double leading = 7.2;
        double y = top + 5.0;
        for (const std::string& line : f_.now) {
            y = pen_.paragraph(x, y, line, {body_pt, right_mm - x, leading});
        }
        if (!f_.now_label.empty()) y = stated(x, y, leading);
        y_ = std::max(under, y - leading + 1.5) + 9.0;
    }

    /// The label behind the last line of ① where there is room, else below it.
    double stated(double x, double y, double leading) {
        const double ends =
            x + width_mm(broken(f_.now.back(), body_pt, right_mm - x).back(), body_pt);
        if (ends + 2.0 + 18.0 <= right_mm) {
            pen_.label(ends + 2.0, y - leading - 0.4, f_.now_label, Label::Stated);
            return y;
        }
        pen_.label(x, y - 0.4, f_.now_label, Label::Stated);
        return y + 5.0;
    }

    void advice() {
        pen_.heading(left_mm, y_, 2, f_.is_new ? "建议再做什么" : "建议做什么");
        constexpr double leading = 7.4;
        double y = y_ + 8.4;
        if (f_.advice.empty()) {
            y = pen_.paragraph(left_mm + 9.0, y, f_.no_advice,
                               {body_pt, content_mm - 9.0, leading, 2});
        }
        int number = 0;
        for (const NoticeFacts::Advice& advice : f_.advice) {
            pen_.add(measure_icon(advice.group, {left_mm + 1.0, y - 5.2}));
            pen_.text(left_mm + 10.0, y, std::to_string(++number), body_pt, true);
            y = pen_.paragraph(left_mm + 16.5, y, advice.words,
                               {body_pt, content_mm - 16.5, leading, 2});
        }
        if (f_.advice_left_out > 0) {
            pen_.text(left_mm + 16.5, y, fmt::format("还有 {} 项，见下表", f_.advice_left_out), 12);
            y += leading;
        }
        y_ = y + 2.2;
    }

    static constexpr std::array<double, 4> columns = {112.0, 140.0, 168.0, 194.0};
    static constexpr double row_mm = 6.5;

    void cost_row(double y, std::string_view name, std::string_view quantity,
                  const std::optional<Range<Money>>& amount, bool bold) {
        pen_.text(left_mm + 1.5, y, name, body_pt, bold);
        pen_.text(columns[0], y, quantity, body_pt, bold, Anchor::Right);
        if (!amount) {
            pen_.text(columns[3], y, "待询价", body_pt, bold, Anchor::Right);
            return;
        }
        const std::array<Money, 3> values = {amount->low, amount->typical, amount->high};
        for (std::size_t i = 0; i < 3; ++i) {
            pen_.text(columns.at(i + 1), y,
                      formatted(values.at(i).rounded_to(Money::yuan(100)).in_yuan(), 0), body_pt,
                      bold, Anchor::Right);
        }
    }

    void costs() {
        const double words = pen_.heading(left_mm, y_, 3, "要花多少钱（元）");
        pen_.label(words, y_ - 0.3, "估算", Label::Estimated);
        pen_.text(right_mm, y_, f_.cost_note, 10.5, false, Anchor::Right);
        double y = y_ + 3.0;
        pen_.line(left_mm, y, right_mm, y, 0.5);
        const double base = 4.9;
        pen_.text(left_mm + 1.5, y + base, "项目", body_pt, true);
        pen_.text(columns[0], y + base, "数量", body_pt, true, Anchor::Right);
        static constexpr std::array<const char*, 3> heads = {"最少", "常见", "最多"};
        for (std::size_t i = 0; i < 3; ++i) {
            pen_.text(columns.at(i + 1), y + base, heads.at(i), body_pt, true, Anchor::Right);
        }
        y += row_mm;
        pen_.line(left_mm, y, right_mm, y, 0.5);
        for (const CostRow& row : f_.costs) {
            cost_row(y + base, row.name, row.quantity, row.amount, false);
            y += row_mm;
            pen_.line(left_mm, y, right_mm, y, 0.18);
        }
        if (!f_.any_measure) {
            pen_.text(left_mm + 1.5, y + base, "选了要做的事以后再算", body_pt);
        } else {
            cost_row(y + base, "合计", "", f_.total, true);
        }
        y += row_mm;
        pen_.line(left_mm, y, right_mm, y, 0.5);
        y_ = y + 8.0;
    }

    Pen pen_;
    const NoticeInputs& in_;
    const NoticeFacts& f_;
    double y_ = 0.0;
};

}  // namespace

double draw_first_page(Page& page, const NoticeInputs& in, const NoticeFacts& facts) {
    return Page1(page, in, facts).draw();
}

void draw_footer(Page& page, const NoticeFacts& facts, std::size_t number, std::size_t pages) {
    Pen pen(page);
    pen.line(left_mm, footer_rule_mm, right_mm, footer_rule_mm, 0.25);
    pen.text(left_mm, 288.4, facts.footer, 8);
    pen.text(right_mm, 288.4, fmt::format("第{}页 共{}页", number, pages), 8, true, Anchor::Right);
}

}  // namespace longju::sheet
