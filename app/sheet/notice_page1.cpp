// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "core/date.h"
#include "core/text.h"
#include "drawing/plan.h"
#include "sheet/measure_icon.h"
#include "sheet/notice_pages.h"

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

    void draw() {
        head();
        lead();
        now();
        advice();
        costs();
        subsidies();
        draw_footer(pen_, f_, 1);
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
        pen_.add(drawing::Qr{right_mm - qr_mm, 9.0, qr_mm, "LONGJU " + in_.record_code});
        double x = pen_.rich(left_mm, 45.0, "*" + escaped(f_.who) + "* 家", body_pt) + 6.0;
        x = pen_.rich(x, 45.0, f_.where, body_pt) + 6.0;
        pen_.rich(x, 45.0, f_.people, body_pt);
    }

    /// A masked name has a star of its own; `rich` must not take it for a mark.
    static std::string escaped(std::string text) {
        for (auto at = text.find('*'); at != std::string::npos; at = text.find('*', at + 3)) {
            text.replace(at, 1, "＊");
        }
        return text;
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
        pen_.paragraph(left_mm + 3.0, top + 7.0, words, size, content_mm - 6.0, leading);
        y_ = top + height + 9.0;
    }

    void now() {
        pen_.heading(left_mm, y_, 1, f_.is_new ? "选的是什么房" : "我家现在怎么样");
        const double top = y_ + 3.0;
        constexpr double picture_mm = 66.0;
        drawing::PlanStyle style{.scale = 200, .room_name_pt = 9.0};
        auto size = drawing::plan_size(in_.inputs.house, style);
        for (const int scale : {200, 250, 300, 400, 500}) {
            style.scale = scale;
            size = drawing::plan_size(in_.inputs.house, style);
            if (size.width_mm <= picture_mm && size.height_mm <= 46.0) break;
        }
        pen_.add(drawing::plan(in_.inputs.house, in_.reference.library, style, {left_mm, top}));
        const double under = top + size.height_mm + 3.6;
        pen_.text(left_mm + size.width_mm / 2.0, under,
                  fmt::format("平面 1:{}（上面是北）", style.scale), 9, false, Anchor::Middle);
        const double x = left_mm + picture_mm + 4.0;
        constexpr double leading = 7.2;
        double y = top + 5.0;
        for (const std::string& line : f_.now) {
            y = pen_.paragraph(x, y, line, body_pt, right_mm - x, leading, 2);
        }
        if (!f_.now_label.empty()) {
            pen_.label(x, y - 0.4, f_.now_label, Label::Stated);
            y += 5.0;
        }
        y_ = std::max(under, y - leading + 1.5) + 9.0;
    }

    void advice() {
        pen_.heading(left_mm, y_, 2, f_.is_new ? "建议再做什么" : "建议做什么");
        constexpr double leading = 7.4;
        double y = y_ + 8.4;
        if (f_.advice.empty()) {
            y = pen_.paragraph(left_mm + 9.0, y, f_.no_advice, body_pt, content_mm - 9.0, leading,
                               2);
        }
        int number = 0;
        for (const NoticeFacts::Advice& advice : f_.advice) {
            pen_.add(measure_icon(advice.group, {left_mm + 1.0, y - 5.2}));
            pen_.text(left_mm + 10.0, y, std::to_string(++number), body_pt, true);
            y = pen_.paragraph(left_mm + 16.5, y, advice.words, body_pt, content_mm - 16.5, leading,
                               2);
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

    /// Rows that fit between here and the boxes; the smallest of the rest become one.
    std::vector<CostRow> fitting_rows() const {
        const double room = footer_rule_mm - least_boxes_mm - 12.0 - (y_ + 3.0);
        const auto most = static_cast<std::size_t>(std::max(3.0, room / row_mm - 2.0));
        std::vector<CostRow> rows = f_.costs;
        if (rows.size() <= most) return rows;
        CostRow rest{"其他", "", Range<Money>{}};
        int count = 0;
        while (rows.size() > most - 1) {
            const auto smallest =
                std::ranges::min_element(rows.begin(), rows.end() - 1, {}, [](const CostRow& r) {
                    return r.amount ? r.amount->typical : Money::yuan(1 << 30);
                });
            if (smallest->amount) rest.amount = *rest.amount + *smallest->amount;
            rows.erase(smallest);
            ++count;
        }
        rest.name = fmt::format("其他 {} 项（见材料清单）", count);
        rest.quantity = "—";
        rows.insert(rows.end() - 1, rest);
        return rows;
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
        for (const CostRow& row : fitting_rows()) {
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

    static constexpr double least_boxes_mm = 34.0;  // Head and four lines.
    static constexpr double most_boxes_mm = 58.0;

    void box_head(double x, double top, std::string_view words, Label kind) {
        constexpr double width = 56.0;
        constexpr double head = 7.4;
        const double height = box_height_;
        if (kind == Label::Verified) {
            pen_.box({.x_mm = x,
                      .y_mm = top,
                      .width_mm = width,
                      .height_mm = head,
                      .pen_mm = 0.5,
                      .fill = Fill::Black});
            pen_.box(
                {.x_mm = x, .y_mm = top, .width_mm = width, .height_mm = height, .pen_mm = 0.5});
        } else if (kind == Label::Pending) {
            pen_.box({.x_mm = x,
                      .y_mm = top,
                      .width_mm = width,
                      .height_mm = height,
                      .pen_mm = 0.5,
                      .dash = Dash::Dashed});
            pen_.line(x, top + head, x + width, top + head, 0.35, Dash::Dashed);
        } else {
            pen_.box(
                {.x_mm = x, .y_mm = top, .width_mm = width, .height_mm = height, .pen_mm = 0.25});
            pen_.box({.x_mm = x + 0.9,
                      .y_mm = top + 0.9,
                      .width_mm = width - 1.8,
                      .height_mm = height - 1.8,
                      .pen_mm = 0.25});
            pen_.line(x + 0.9, top + head, x + width - 0.9, top + head, 0.25);
        }
        pen_.add(drawing::Text{{x + width / 2.0, top + 5.4},
                               std::string(words),
                               body_pt,
                               true,
                               Anchor::Middle,
                               kind == Label::Verified});
    }

    /// Items one below the other in 12 pt, as many as fit; then how many more there are.
    void box_items(double x, double top, const std::vector<std::string>& items,
                   const std::string& last, double bottom) {
        constexpr double size = 12.0;
        constexpr double leading = 5.5;
        double y = top;
        const double end = bottom - (last.empty() ? 0.0 : leading);
        for (const std::string& item : items) {
            const int room = static_cast<int>((end - y) / leading) + 1;
            if (room < 1) break;
            y = pen_.paragraph(x + 2.5, y, item, size, 51.5, leading, room);
        }
        if (!last.empty()) pen_.rich(x + 2.5, bottom, last, size);
    }

    void subsidies() {
        pen_.heading(left_mm, y_, 4, "政府能补多少（三个框不能相加）");
        const double top = y_ + 3.0;
        box_height_ = std::min(most_boxes_mm, footer_rule_mm - 2.0 - top);
        const std::array<double, 3> x = {left_mm, left_mm + 59.0, left_mm + 118.0};
        box_head(x[0], top, "已核实", Label::Verified);
        box_head(x[1], top, "待县级确认", Label::Pending);
        box_head(x[2], top, "不符合", Label::Scenario);
        const double first = top + 13.5;
        const double bottom = top + box_height_ - 2.6;
        if (f_.verified.empty()) {
            pen_.rich(x[0] + 2.5, first + 0.6, "*0 元*", 16);
            pen_.paragraph(x[0] + 2.5, first + 7.6, "现在没有一笔是县里已经答应的。", body_pt, 51.0,
                           6.6);
        } else {
            pen_.rich(x[0] + 2.5, first + 0.6, f_.verified, 16);
        }
        if (f_.pending.empty()) {
            box_items(x[1], first, {"没有查到还要等县里定的。"}, "", bottom);
        } else {
            box_items(x[1], first, f_.pending, "*金额待定。*问：县住建局", bottom);
        }
        box_items(x[2], first, f_.not_met.empty() ? std::vector<std::string>{"—"} : f_.not_met, "",
                  bottom);
    }

    Pen pen_;
    const NoticeInputs& in_;
    const NoticeFacts& f_;
    double y_ = 0.0;
    double box_height_ = 40.0;
};

}  // namespace

Page notice_page1(const NoticeInputs& in, const NoticeFacts& facts) {
    Page page;
    Page1(page, in, facts).draw();
    return page;
}

void draw_footer(Pen& pen, const NoticeFacts& facts, int page) {
    pen.line(left_mm, footer_rule_mm, right_mm, footer_rule_mm, 0.25);
    pen.text(left_mm, 288.4, facts.footer, 8);
    pen.text(right_mm, 288.4, fmt::format("第{}页 共2页", page), 8, true, Anchor::Right);
}

}  // namespace longju::sheet
