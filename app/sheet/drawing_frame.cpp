// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/drawing_frame.h"

#include <array>

#include <fmt/format.h>

#include "core/date.h"
#include "sheet/paper_writer.h"

namespace longju::sheet {

namespace {

using drawing::Anchor;

constexpr double frame_right = 415.0;
constexpr double small_pt = 8.5;

}  // namespace

DrawingFrame::DrawingFrame(const NoticeInputs& in, const NoticeFacts& facts,
                           const DrawingTitle& title)
    : pen_(page_) {
    page_.width_mm = 420.0;
    page_.height_mm = 297.0;
    pen_.box({.x_mm = field_left + 0.5,
              .y_mm = field_top + 0.5,
              .width_mm = frame_right - field_left - 1.0,
              .height_mm = field_bottom - field_top - 1.0,
              .pen_mm = 1.0});
    pen_.line(strip_left, field_top + 0.5, strip_left, field_bottom - 0.5, 0.7);
    strip(in, facts, title);
    notes(in, title);
}

void DrawingFrame::view_title(double middle, double bottom, const std::string& name, int scale) {
    constexpr double size_pt = 13.0;
    const double width = text_width_mm(name, size_pt, true);
    const std::string ratio = fmt::format("1:{}", scale);
    const double left = middle - (width + 3.0 + text_width_mm(ratio, 10.0, false)) / 2.0;
    const double base = bottom + 8.0;
    pen_.text(left, base, name, size_pt, true);
    pen_.line(left - 1.0, base + 1.6, left + width + 1.0, base + 1.6, 0.7);
    pen_.text(left + width + 3.0, base, ratio, 10.0);
}

void DrawingFrame::detail_title(double middle, double base, int number, const std::string& name,
                                int scale) {
    constexpr double radius = 5.0;
    constexpr double size_pt = 12.0;
    const double width = text_width_mm(name, size_pt, true);
    const std::string ratio = fmt::format("1:{}", scale);
    const double all = 2 * radius + 2.5 + width + 3.0 + text_width_mm(ratio, 10.0, false);
    const double left = middle - all / 2.0;
    pen_.add(drawing::Arc{{left + radius, base - 1.6}, radius, 0.7});
    pen_.text(left + radius, base, fmt::format("{}", number), 13.0, true, Anchor::Middle);
    const double x = left + 2 * radius + 2.5;
    pen_.text(x, base, name, size_pt, true);
    pen_.line(x - 0.5, base + 1.6, x + width + 0.5, base + 1.6, 0.7);
    pen_.text(x + width + 3.0, base, ratio, 10.0);
}

double DrawingFrame::table(double x, double y, const std::vector<double>& widths,
                           const std::vector<std::vector<Cell>>& rows) {
    constexpr double row_mm = 5.4;
    double width = 0.0;
    for (const double w : widths) width += w;
    double at = y;
    bool head = true;
    for (const std::vector<Cell>& row : rows) {
        double cell_x = x;
        auto cell_width = widths.begin();
        for (const Cell& cell : row) {
            double text_x = cell_x + 1.2;
            if (cell.anchor == Anchor::Right) text_x = cell_x + *cell_width - 1.2;
            if (cell.anchor == Anchor::Middle) text_x = cell_x + *cell_width / 2.0;
            pen_.text(text_x, at + 3.9, cell.words, small_pt, head, cell.anchor);
            if (cell_x > x) pen_.line(cell_x, at, cell_x, at + row_mm, 0.13);
            cell_x += *cell_width++;
        }
        at += row_mm;
        pen_.line(x, at, x + width, at, head ? 0.5 : 0.18);
        head = false;
    }
    pen_.box({.x_mm = x, .y_mm = y, .width_mm = width, .height_mm = at - y, .pen_mm = 0.5});
    return at;
}

/// Lines of the title strip from the bottom up (look of the papers, section 8).
void DrawingFrame::strip(const NoticeInputs& in, const NoticeFacts& f, const DrawingTitle& title) {
    const double right = frame_right - 0.5;
    double y = field_bottom - 0.5;
    const auto row = [&](double height, const std::vector<std::pair<double, std::string>>& cells,
                         double size_pt, bool bold) {
        y -= height;
        pen_.line(strip_left, y, right, y, 0.25);
        double x = strip_left;
        for (const auto& [width, words] : cells) {
            if (x > strip_left) pen_.line(x, y, x, y + height, 0.25);
            pen_.text(x + width / 2.0, y + height / 2.0 + size_pt * 0.12, words, size_pt, bold,
                      Anchor::Middle);
            x += width;
        }
    };
    row(9.0,
        {{30.0, fmt::format("{}-{:02}", f.is_new ? "新" : "改", title.number)},
         {30.0, fmt::format("第{}张 共{}张", title.number, title.of)}},
        11.0, true);
    row(9.0, {{20.0, title.scale}, {22.0, iso(in.inputs.date)}, {18.0, "第1版"}}, 9.0, false);
    row(8.0, {{60.0, "档案 " + in.record_code}}, 8.5, false);
    row(13.0, {{60.0, title.name}}, 13.0, true);
    row(9.0, {{60.0, f.who + " 家 农房" + (f.is_new ? "新建" : "改造")}}, 10.0, false);
    row(9.0, {{60.0, f.where}}, 9.0, false);
    for (const auto& [a, b] :
         {std::pair{"设计", "制图"}, std::pair{"校核", "审核"}, std::pair{"技术员", "户主"}}) {
        row(8.0, {{14.0, a}, {16.0, ""}, {14.0, b}, {16.0, ""}}, 8.5, false);
    }
    row(8.0, {{16.0, "图集依据"}, {44.0, f.design_basis}}, 7.5, false);
    row(8.0, {{16.0, "阶段"}, {44.0, "方案示意"}}, 8.5, false);
    row(12.0, {{60.0, "（单位名称，空白待填）"}}, 8.5, false);
    y -= 46.0;
    pen_.line(strip_left, y, right, y, 0.25);
    pen_.add(drawing::Box{.x_mm = strip_left + 10.0,
                          .y_mm = y + 3.0,
                          .width_mm = 40.0,
                          .height_mm = 40.0,
                          .pen_mm = 0.13,
                          .dash = drawing::Dash::Dashed});
    pen_.text(strip_left + 30.0, y + 24.0, "盖章处 40×40", 7.0, false, Anchor::Middle);
}

void DrawingFrame::notes(const NoticeInputs& in, const DrawingTitle& title) {
    double y = field_top + 8.0;
    const auto say = [&](const std::string& words, double size_pt) {
        y = pen_.paragraph(strip_left + 3.0, y, words, {size_pt, 54.0, size_pt * 0.5});
    };
    if (in.sample) say("*示例图*：农户为虚构。", 8.5);
    say("本图为方案示意，*不替代施工图设计文件*"
        "。尺寸以现场复核为准；图与现场不符时，先停工，再问技术员。",
        8.5);
    y += 2.0;
    say("*说明*", 10.0);
    int number = 0;
    for (const std::string& words : title.notes) say(fmt::format("{} {}", ++number, words), 8.5);
    if (title.hold_points.empty()) return;
    y += 2.0;
    say("*停检点（不查不往下干）*", 10.0);
    for (const std::string& words : title.hold_points)
        say(fmt::format("{} {}", tick_box, words), 8.5);
}

std::vector<Page> drawing_pages(const NoticeInputs& in, const NoticeFacts& facts) {
    return {plan_sheet(in, facts), elevation_sheet(in, facts), section_sheet(in, facts)};
}

}  // namespace longju::sheet
