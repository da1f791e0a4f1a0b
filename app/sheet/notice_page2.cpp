// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "core/date.h"
#include "sheet/notice_pages.h"

namespace longju::sheet {

namespace {

using drawing::Anchor;

constexpr double page2_body_pt = 14.0;
constexpr double page2_leading_mm = 7.2;

class Page2 {
public:
    Page2(std::deque<Page>& pages, const NoticeInputs& in, const NoticeFacts& f)
        : pages_(pages), in_(in), f_(f) {}

    void draw(bool with_subsidies) {
        turn();
        if (with_subsidies) {
            constexpr double most_mm = 100.0;
            Pen top_pen = pen();
            y_ = draw_subsidies(top_pen, f_, y_, y_ + most_mm) + 9.4;
        }
        own();
        saving();
        keep_together(heading_and_line_mm);
        work();
        keep_together(heading_and_line_mm);
        craftsman();
        keep_together(f_.order.empty() ? 19.0 : 36.0);
        order();
        keep_together(papers_mm + foot_mm);
        papers();
        signatures();
    }

private:
    static constexpr double heading_and_line_mm = 12.0;  // Below the heading's base line.
    static constexpr double papers_mm = 12.0;
    static constexpr double foot_mm = 44.0;  // Declaration, signatures and title strip.

    Pen pen() { return Pen(pages_.back()); }

    /// A new page with its header.
    void turn() {
        pages_.emplace_back();
        pen().text(left_mm, 16.2, f_.title, 11, true);
        pen().text(right_mm, 16.2, f_.who + " 家　" + in_.record_code, 11, false, Anchor::Right);
        pen().line(left_mm, 18.8, right_mm, 18.8, 0.7);
        y_ = 27.6;
    }

    /// Turns the page when a block of that height does not fit below `y_`.
    void keep_together(double height_mm) {
        if (y_ + height_mm > footer_rule_mm - 2.0) turn();
    }

    void own() {
        const double x = pen().heading(left_mm, y_, 5, "我自己出多少，什么时候出");
        pen().label(x, y_ - 0.3, "估算", Label::Estimated);
        y_ = pen().paragraph(left_mm, y_ + 8.0, f_.own,
                             {page2_body_pt, content_mm, page2_leading_mm, 3});
        if (f_.any_measure) {
            constexpr double height = 12.0;
            const double top = y_ - 4.0;
            static constexpr std::array<double, 4> shares = {0.0, 0.4, 0.8, 1.0};
            static constexpr std::array<const char*, 3> when = {"开工前买料", "干到一半",
                                                                "验收以后"};
            for (std::size_t i = 0; i < 3; ++i) {
                const double x0 = left_mm + content_mm * shares.at(i);
                const double w = content_mm * (shares.at(i + 1) - shares.at(i));
                pen().box(
                    {.x_mm = x0, .y_mm = top, .width_mm = w, .height_mm = height, .pen_mm = 0.5});
                pen().text(x0 + w / 2, top + 5.0, when.at(i), 12, true, Anchor::Middle);
                pen().text(x0 + w / 2, top + 10.2, f_.payments.at(i), 12, false, Anchor::Middle);
            }
            y_ = top + height + 8.4;
        } else {
            y_ += 2.4;
        }
    }

    void saving() {
        double x = pen().heading(left_mm, y_, 6, f_.is_new ? "每年花多少" : "每年省多少");
        pen().label(x, y_ - 0.3, "测算", Label::Estimated);
        x = pen().heading(left_mm + 118.0, y_, 7, "暖不暖");
        pen().label(x, y_ - 0.3, "测算", Label::Estimated);
        Pen chart_pen = pen();
        draw_charts(chart_pen, f_, y_ + 3.0);
        y_ += 3.0 + charts_height_mm + 6.6;
        for (const std::string& line : f_.warmth) {
            y_ = pen().paragraph(left_mm, y_, line,
                                 {page2_body_pt, content_mm, page2_leading_mm, 2});
        }
        y_ += 2.0;
    }

    void work() {
        pen().heading(left_mm, y_, 8, "多久干完，住哪儿");
        y_ = pen().paragraph(left_mm, y_ + 7.8, f_.days,
                             {page2_body_pt, content_mm, page2_leading_mm, 2}) +
             2.0;
    }

    void craftsman() {
        pen().heading(left_mm, y_, 9, "谁来干");
        double x = left_mm;
        const double base = y_ + 7.8;
        struct Blank {
            const char* before;
            double width;
            const char* after;
        };
        for (const Blank& b :
             {Blank{"工匠", 32.0, ""}, Blank{"电话", 40.0, ""}, Blank{"保修", 12.0, "年"}}) {
            pen().text(x, base, b.before, page2_body_pt);
            x += text_width_mm(b.before, page2_body_pt, false) + 1.5;
            pen().line(x, base + 1.0, x + b.width, base + 1.0, 0.25);
            x += b.width + 1.5;
            pen().text(x, base, b.after, page2_body_pt);
            x += 6.0;
        }
        y_ = base + page2_leading_mm + 2.0;
    }

    void order() {
        pen().heading(left_mm, y_, 10, "不做会怎样，先做哪一步");
        y_ = pen().paragraph(left_mm, y_ + 7.8, f_.without,
                             {page2_body_pt, content_mm, page2_leading_mm, 2});
        if (f_.order.empty()) {
            y_ += 2.0;
            return;
        }
        constexpr double arrow = 7.0;
        const auto n = static_cast<double>(f_.order.size());
        const double width = std::min(58.0, (content_mm - (n - 1) * arrow) / n);
        static constexpr std::array<const char*, 4> numbers = {"① ", "② ", "③ ", "④ "};
        constexpr double size = 13.0;
        constexpr double line_mm = 5.8;
        std::vector<std::vector<RichLine>> words;
        std::size_t most = 1;
        for (std::size_t i = 0; i < f_.order.size(); ++i) {
            const char* weight = i == 0 ? "*" : "";  // The first box is set bold.
            words.push_back(
                broken(fmt::format("{}{}{}{}", weight, numbers.at(i), f_.order[i], weight), size,
                       width - 3.0));
            most = std::max(most, words.back().size());
        }
        const double height = 2.2 + line_mm * static_cast<double>(most);
        const double top = y_ - 4.6;
        for (std::size_t i = 0; i < f_.order.size(); ++i) {
            const double x = left_mm + static_cast<double>(i) * (width + arrow);
            pen().box({.x_mm = x,
                       .y_mm = top,
                       .width_mm = width,
                       .height_mm = height,
                       .pen_mm = i == 0 ? 0.7 : 0.35});
            double y = top + 5.6 + line_mm / 2 * static_cast<double>(most - words[i].size());
            for (const RichLine& line : words[i]) {
                double at = x + (width - width_mm(line, size)) / 2;
                for (const Run& run : line) {
                    pen().text(at, y, run.text, size, run.bold);
                    at += text_width_mm(run.text, size, run.bold);
                }
                y += line_mm;
            }
            if (i + 1 == f_.order.size()) break;
            const double a = x + width + 1.6;
            const double mid = top + height / 2;
            pen().add(drawing::Shape{.points = {{a, mid - 1.5}, {a + 3.6, mid}, {a, mid + 1.5}},
                                     .pen_mm = 0.0,
                                     .fill = drawing::Fill::Black});
        }
        y_ = top + height + 8.6;
    }

    void papers() {
        pen().heading(left_mm, y_, 11, "要准备的材料");
        double x = left_mm;
        const double base = y_ + 7.8;
        constexpr double box = 3.4;
        for (const std::string& paper : f_.papers) {
            const double w = box + 1.6 + text_width_mm(paper, page2_body_pt, false);
            if (x + w > right_mm) break;
            pen().box(
                {.x_mm = x, .y_mm = base - 3.6, .width_mm = box, .height_mm = box, .pen_mm = 0.3});
            pen().text(x + box + 1.6, base, paper, page2_body_pt);
            x += w + 4.4;
        }
        y_ = base + 4.2;
    }

    /// Declaration, signatures and the title strip stand at the foot of the page.
    void signatures() {
        constexpr double strip = 9.0;
        constexpr double sign = 24.0;
        constexpr double words = 8.6;
        const double strip_top = footer_rule_mm - 2.0 - strip;
        const double sign_top = strip_top - sign;
        const double words_top = std::max(y_, sign_top - words - 2.0);
        pen().box({.x_mm = left_mm,
                   .y_mm = words_top,
                   .width_mm = content_mm,
                   .height_mm = words,
                   .pen_mm = 0.35});
        pen().rich(left_mm + 2.0, words_top + 5.9,
                   "*声明*　本单为测算和初步判断，不作为补助审批依据；补助以县级主管部门审批为准。",
                   12);
        static constexpr std::array<double, 5> cells = {0.0, 58.0, 98.0, 138.0, content_mm};
        static constexpr std::array<const char*, 4> names = {"户主（签字或按手印）", "技术员",
                                                             "村干部", "日期"};
        for (std::size_t i = 0; i < 4; ++i) {
            pen().box({.x_mm = left_mm + cells.at(i),
                       .y_mm = sign_top,
                       .width_mm = cells.at(i + 1) - cells.at(i),
                       .height_mm = sign,
                       .pen_mm = 0.35});
            pen().text(left_mm + cells.at(i) + 2.0, sign_top + 5.0, names.at(i), 11);
        }
        title_strip(strip_top, strip);
    }

    /// 图签, the cells of GB/T 50001 that a notice has.
    void title_strip(double top, double height) {
        struct Cell {
            double width;
            const char* label;
            std::string value;
        };
        const std::array<Cell, 5> cells = {
            {{48.0, "工程名称", f_.who + "户" + (f_.is_new ? "新建" : "改造")},
             {28.0, "图号", "告-01/01"},
             {18.0, "比例", "见图"},
             {24.0, "日期", iso(in_.inputs.date)},
             {56.0, "图集依据", f_.design_basis}}};
        double x = left_mm;
        for (const Cell& cell : cells) {
            pen().box({.x_mm = x,
                       .y_mm = top,
                       .width_mm = cell.width,
                       .height_mm = height,
                       .pen_mm = 0.25});
            pen().text(x + 1.2, top + 3.1, cell.label, 7);
            const double natural = text_width_mm(cell.value, 9.5, false);
            const double size =
                natural <= cell.width - 2.4 ? 9.5 : 9.5 * (cell.width - 2.4) / natural;
            pen().text(x + 1.2, top + 7.4, cell.value, size);
            x += cell.width;
        }
    }

    std::deque<Page>& pages_;
    const NoticeInputs& in_;
    const NoticeFacts& f_;
    double y_ = 0.0;
};

}  // namespace

void draw_further_pages(std::deque<Page>& pages, const NoticeInputs& in, const NoticeFacts& facts,
                        bool with_subsidies) {
    Page2(pages, in, facts).draw(with_subsidies);
}

}  // namespace longju::sheet
