// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "drawing/elevation.h"
#include "house/coursing.h"
#include "sheet/drawing_frame.h"

/// Sheet 02 of paper B: the four elevations.
namespace longju::sheet {

namespace {

using house::Side;

constexpr double wide_mm = strip_left - field_left - 18.0;
constexpr double tall_mm = field_bottom - field_top - 14.0;
constexpr double apart_mm = 8.0;

struct Fit {
    int scale = 200;
    double spare_x = 0.0, spare_y = 0.0;  ///< What is left over, shared between the views.
};

/// The largest scale at which they stand two by two.
Fit fit_of(const house::House& house, const house::Library& library) {
    Fit fit;
    for (const int scale : {50, 100, 150, 200}) {
        const auto size = [&](Side side) {
            return drawing::elevation_size(house, library, side, scale);
        };
        const double across = std::max(size(Side::South).width_mm, size(Side::North).width_mm) +
                              apart_mm +
                              std::max(size(Side::East).width_mm, size(Side::West).width_mm);
        const double down = size(Side::South).height_mm + size(Side::North).height_mm;
        fit = {scale, wide_mm - across, tall_mm - down - 2.0 * view_title_mm};
        if (fit.spare_x >= 0.0 && fit.spare_y >= 0.0) break;
    }
    return fit;
}

}  // namespace

Page elevation_sheet(const NoticeInputs& in, const NoticeFacts& facts) {
    const house::House& house = in.estimate.after_house;
    const house::Library& library = in.reference.library;
    const Fit fit = fit_of(house, library);
    std::vector<std::string> notes = {
        "标高从室外地面起，毫米。", fmt::format("墙外的活 {}干。", facts.outside_season),
        facts.is_new ? "门窗洞口以平面图为准。" : "原有门窗洞口以现场为准。",
        "光伏先核屋架（雪、风、自重），未核不装；板下缘留 300 滑雪。"};
    if (house::is_module_wall(house.wall, library)) {
        notes.emplace_back("模块上下层错缝不小于 300；转角块左右逐层对调。");
        notes.emplace_back("山墙三角用轻质封板，不砌模块。");
    }
    DrawingFrame frame(in, facts,
                       {.number = 2,
                        .name = "立面图",
                        .scale = fmt::format("1:{}", fit.scale),
                        .notes = std::move(notes)});
    const auto size = [&](Side side) {
        return drawing::elevation_size(house, library, side, fit.scale);
    };
    const double gap_x = std::max(0.0, fit.spare_x) / 3.0;
    const double gap_y = std::max(0.0, fit.spare_y) / 3.0;
    const double first = field_left + 8.0 + gap_x;
    const double second = first + size(Side::South).width_mm + apart_mm + gap_x;
    const double upper = field_top + 6.0 + gap_y;
    const double lower = upper + size(Side::South).height_mm + view_title_mm + gap_y;
    const auto view = [&](Side side, const char* name, double x, double y) {
        frame.pen().add(drawing::elevation(house, library, side, fit.scale, {x, y}));
        frame.view_title(x + size(side).width_mm / 2.0, y + size(side).height_mm, name, fit.scale);
    };
    view(Side::South, "南立面图", first, upper);
    view(Side::East, "东立面图", second, upper);
    view(Side::North, "北立面图", first, lower);
    view(Side::West, "西立面图", second, lower);
    return frame.take();
}

}  // namespace longju::sheet
