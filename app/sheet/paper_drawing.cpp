// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "core/date.h"
#include "drawing/elevation.h"
#include "sheet/paper.h"
#include "sheet/paper_writer.h"
#include "sheet/wording.h"

/// Paper B 设计施工图: one A3 sheet with the plan, four elevations, the doors and windows, what the
/// elements are made of, and the title strip of GB/T 50001 at the right.
namespace longju::sheet {

namespace {

using drawing::Anchor;
using drawing::PaperPoint;
using house::Side;

constexpr double frame_left = 25.0, frame_top = 5.0, frame_right = 415.0, frame_bottom = 292.0;
constexpr double strip_left = 354.5;
constexpr double small_pt = 8.5;

struct Cell {
    std::string words;
    Anchor anchor = Anchor::Left;
};

class Drawing {
public:
    Drawing(const NoticeInputs& in, const NoticeFacts& f)
        : in_(in), f_(f), house_(in.estimate.after_house), pen_(page_) {
        page_.width_mm = 420.0;
        page_.height_mm = 297.0;
    }

    Page draw() {
        pen_.box({.x_mm = frame_left + 0.5,
                  .y_mm = frame_top + 0.5,
                  .width_mm = frame_right - frame_left - 1.0,
                  .height_mm = frame_bottom - frame_top - 1.0,
                  .pen_mm = 1.0});
        pen_.line(strip_left, frame_top + 0.5, strip_left, frame_bottom - 0.5, 0.7);
        choose_scale();
        views();
        tables();
        strip();
        return std::move(page_);
    }

private:
    const house::Library& library() const { return in_.reference.library; }

    drawing::PlanSize side_size(Side side) const {
        return drawing::elevation_size(house_, library(), side, scale_);
    }

    /// One scale for all views, the largest at which they find their places.
    void choose_scale() {
        for (const int scale : {100, 150, 200, 250, 300}) {
            scale_ = scale;
            const auto plan = drawing::plan_size(house_, {.scale = scale, .room_name_pt = 10.0});
            const double upper =
                std::max(plan.height_mm, 2.0 * side_size(Side::South).height_mm + title_mm);
            const double across = plan.width_mm + side_size(Side::South).width_mm;
            const double lower = side_size(Side::East).width_mm + side_size(Side::West).width_mm;
            const bool fits = upper + side_size(Side::East).height_mm + 2.0 * title_mm <= 262.0 &&
                              across <= 305.0 && lower + tables_mm <= 312.0;
            if (fits) return;
        }
    }

    /// Name underlined, scale beside it; centred below a view that ends at `bottom`.
    void view_title(double middle, double bottom, const std::string& name) {
        constexpr double size_pt = 13.0;
        const double width = text_width_mm(name, size_pt, true);
        const std::string scale = fmt::format("1:{}", scale_);
        const double left = middle - (width + 3.0 + text_width_mm(scale, 10.0, false)) / 2.0;
        const double base = bottom + 8.0;
        pen_.text(left, base, name, size_pt, true);
        pen_.line(left - 1.0, base + 1.6, left + width + 1.0, base + 1.6, 0.7);
        pen_.text(left + width + 3.0, base, scale, 10.0);
    }

    void one_elevation(Side side, const char* name, PaperPoint at) {
        const auto size = side_size(side);
        pen_.add(drawing::elevation(house_, library(), side, scale_, at));
        view_title(at.x_mm + size.width_mm / 2.0, at.y_mm + size.height_mm, name);
    }

    void views() {
        const drawing::PlanStyle style{.scale = scale_, .room_name_pt = 10.0};
        const auto plan = drawing::plan_size(house_, style);
        constexpr double left = frame_left + 9.0;
        constexpr double top = frame_top + 9.0;
        pen_.add(drawing::plan(house_, library(), style, {left, top}));
        view_title(left + plan.width_mm / 2.0, top + plan.height_mm,
                   house_.storeys > 1 ? "各层平面图" : "平面图");
        pen_.add(
            drawing::north_arrow(house_.azimuth, {left + plan.width_mm + 9.0, top + 9.0}, 5.0));

        const auto south = side_size(Side::South);
        const double x = std::max(left + plan.width_mm + 20.0, strip_left - 10.0 - south.width_mm);
        one_elevation(Side::South, "南立面图", {x, top});
        const double second = top + south.height_mm + title_mm;
        one_elevation(Side::North, "北立面图", {x, second});

        double upper = std::max(top + plan.height_mm, second + south.height_mm) + title_mm;
        // What is left over goes between the bands.
        constexpr double tables_height_mm = 84.0;
        const double band = std::max(side_size(Side::East).height_mm + title_mm, tables_height_mm);
        const double spare = std::max(0.0, frame_bottom - 8.0 - band - upper);
        upper += spare * 0.6;
        lower_top_ = upper;
        one_elevation(Side::East, "东立面图", {left, upper});
        one_elevation(Side::West, "西立面图", {left + side_size(Side::East).width_mm + 6.0, upper});
    }

    /// A small table; returns where it ends.
    double table(double x, double y, const std::vector<double>& widths,
                 const std::vector<std::vector<Cell>>& rows) {
        constexpr double row_mm = 5.4;
        double width = 0.0;
        for (const double w : widths) width += w;
        double at = y;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            double cell_x = x;
            for (std::size_t c = 0; c < rows[i].size(); ++c) {
                const Cell& cell = rows[i][c];
                double text_x = cell_x + 1.2;
                if (cell.anchor == Anchor::Right) text_x = cell_x + widths[c] - 1.2;
                if (cell.anchor == Anchor::Middle) text_x = cell_x + widths[c] / 2.0;
                pen_.text(text_x, at + 3.9, cell.words, small_pt, i == 0, cell.anchor);
                if (c > 0) pen_.line(cell_x, at, cell_x, at + row_mm, 0.13);
                cell_x += widths[c];
            }
            at += row_mm;
            pen_.line(x, at, x + width, at, i == 0 ? 0.5 : 0.18);
        }
        pen_.box({.x_mm = x, .y_mm = y, .width_mm = width, .height_mm = at - y, .pen_mm = 0.5});
        return at;
    }

    /// Openings that lead outdoors, equal ones together.
    std::vector<std::vector<Cell>> opening_rows() const {
        struct Kind {
            int count = 0;
            std::string type;
        };
        std::map<std::string, Kind> kinds;
        for (const house::Opening& o : house_.plan.openings) {
            if (!house::leads_outdoors(house_.plan, o)) continue;
            const bool window = o.kind == house::OpeningKind::Window;
            Kind& kind =
                kinds[fmt::format("{}|{:.0f}×{:.0f}", o.id, o.width.value, o.height.value)];
            kind.count += window ? house_.storeys : 1;
            kind.type =
                window ? library().window(o.type_id).name_zh : library().door(o.type_id).name_zh;
        }
        std::vector<std::vector<Cell>> rows = {{{"编号"}, {"洞口"}, {"数量"}, {"做法"}}};
        for (const auto& [key, kind] : kinds) {
            const std::size_t bar = key.find('|');
            rows.push_back({{key.substr(0, bar)},
                            {key.substr(bar + 1)},
                            {std::to_string(kind.count), Anchor::Middle},
                            {kind.type}});
        }
        return rows;
    }

    std::string layers(const house::Construction& construction) const {
        std::string words;
        for (const house::Layer& layer : house::layers_of(construction, library())) {
            if (!words.empty()) words += " + ";
            words += fmt::format("{} {:.0f}", library().material(layer.material_id).name_zh,
                                 layer.thickness.value);
        }
        return words;
    }

    void tables() {
        const auto east = side_size(Side::East);
        const auto west = side_size(Side::West);
        const double x = frame_left + 9.0 + east.width_mm + west.width_mm + 14.0;
        const double wide = strip_left - 5.0 - x;
        pen_.text(x, lower_top_ + 3.0, "门窗表（洞口宽 × 高，mm）", 10.0, true);
        double y = table(x, lower_top_ + 5.0, {14.0, 24.0, 11.0, wide - 49.0}, opening_rows());
        const estimate::Estimate& e = in_.estimate;
        const auto u = [](WattsPerM2K value) { return fmt::format("{:.2f}", value.value); };
        y += 6.0;
        pen_.text(x, y, "传热系数 K，W/(m²·K)", 10.0, true);
        const Anchor right = Anchor::Right;
        y = table(x, y + 2.0, {wide - 40.0, 20.0, 20.0},
                  {{{"部位"},
                    {f_.is_new ? "户型" : "现在", right},
                    {f_.is_new ? "加措施" : "改后", right}},
                   {{"外墙（主体）"}, {u(e.wall_u_before), right}, {u(e.wall_u_after), right}},
                   {{"顶棚或屋面"}, {u(e.ceiling_u_before), right}, {u(e.ceiling_u_after), right}},
                   {{"窗"}, {u(e.window_u_before), right}, {u(e.window_u_after), right}}});
        y += 6.0;
        pen_.text(x, y, "做法（从外到里，mm）", 10.0, true);
        for (const std::string& words :
             {"*墙*　" + layers(house_.wall), "*顶*　" + layers(house_.ceiling),
              "*地*　" + layers(house_.floor)}) {
            y = pen_.paragraph(x, y + 4.6, words, {small_pt, wide, 4.4}) - 4.4;
        }
    }

    /// Lines of the title strip from the bottom up (look of the papers, section 8).
    void strip() {
        const double right = frame_right - 0.5;
        double y = frame_bottom - 0.5;
        const auto row = [&](double height,
                             const std::vector<std::pair<double, std::string>>& cells,
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
        const bool is_new = f_.is_new;
        row(9.0, {{30.0, is_new ? "新-01" : "改-01"}, {30.0, "第1张 共1张"}}, 11.0, true);
        row(9.0,
            {{20.0, fmt::format("1:{}", scale_)}, {22.0, iso(in_.inputs.date)}, {18.0, "第1版"}},
            9.0, false);
        row(8.0, {{60.0, "档案 " + in_.record_code}}, 8.5, false);
        row(13.0, {{60.0, "平面图 立面图"}}, 13.0, true);
        row(9.0, {{60.0, f_.who + " 家 农房" + (is_new ? "新建" : "改造")}}, 10.0, false);
        row(9.0, {{60.0, f_.where}}, 9.0, false);
        for (const auto& [a, b] :
             {std::pair{"设计", "制图"}, std::pair{"校核", "审核"}, std::pair{"技术员", "户主"}}) {
            row(8.0, {{14.0, a}, {16.0, ""}, {14.0, b}, {16.0, ""}}, 8.5, false);
        }
        row(8.0, {{16.0, "图集依据"}, {44.0, f_.design_basis}}, 7.5, false);
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
        notes();
    }

    void notes() {
        double y = frame_top + 8.0;
        const auto say = [&](const std::string& words, double size_pt) {
            y = pen_.paragraph(strip_left + 3.0, y, words, {size_pt, 54.0, size_pt * 0.5});
        };
        if (in_.sample) say("*示例图*：农户为虚构。", 8.5);
        say("本图为方案示意，*不替代施工图设计文件*"
            "。尺寸以现场复核为准；图与现场不符时，先停工，再问技术员。",
            8.5);
        y += 2.5;
        say("*说明*", 10.0);
        int number = 0;
        for (const char* words :
             {f_.is_new ? "尺寸毫米；平面尺寸到墙外皮。"
                        : "尺寸毫米；平面尺寸到墙外皮，新贴的保温不在内。",
              f_.is_new ? "*地基和承重结构另由有资质的人设计。*" : "*原有承重墙不拆、不开洞。*",
              "烟囱两侧 500 内用不燃保温，不用聚苯板。", "烧火的屋留进风口，装一氧化碳报警器。",
              "顶棚保温盖过墙头，隔汽膜在热的一面。", "光伏先核屋架（雪、风、自重），未核不装。",
              "墙外的活 5 月到 10 月中旬干。"}) {
            say(fmt::format("{} {}", ++number, words), 8.5);
        }
        y += 2.5;
        say("*盖住以前先看*", 10.0);
        say("基层处理、保温板粘锚、门窗口侧边、隔汽膜和墙头：见《施工检查与验收表》。", 8.5);
    }

    static constexpr double title_mm = 16.0;
    static constexpr double tables_mm = 80.0;

    const NoticeInputs& in_;
    const NoticeFacts& f_;
    const house::House& house_;
    Page page_;
    Pen pen_;
    int scale_ = 100;
    double lower_top_ = 0.0;
};

}  // namespace

std::vector<Page> drawing_pages(const NoticeInputs& in, const NoticeFacts& facts) {
    return {Drawing(in, facts).draw()};
}

}  // namespace longju::sheet
