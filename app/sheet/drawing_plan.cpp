// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "core/text.h"
#include "drawing/matter.h"
#include "drawing/picture.h"
#include "drawing/plan.h"
#include "drawing/roof_plan.h"
#include "house/coursing.h"
#include "house/envelope.h"
#include "house/form.h"
#include "sheet/drawing_frame.h"

/// Sheet 01 of paper B: plan, roof plan, doors and windows, modules, what the elements are made of.
namespace longju::sheet {

namespace {

using drawing::Anchor;
using Cell = DrawingFrame::Cell;

constexpr double left = field_left + 8.0;
constexpr double top = field_top + 8.0;
constexpr double least_tables_mm = 84.0;

std::vector<std::string> notes_of(const NoticeInputs& in, bool is_new) {
    std::vector<std::string> notes = {
        is_new ? "尺寸毫米，标高米；平面尺寸到墙外皮。"
               : "尺寸毫米，标高米；平面尺寸到原墙外皮，新贴的保温不在内。",
        is_new ? "*地基和承重结构另由有资质的人设计。*" : "*原有承重墙不拆、不开洞。*",
        "灶、烟囱位置为示意，以现场为准。烟囱两侧 500 内用不燃保温。",
        "烧火的屋留进风口，装一氧化碳报警器。",
    };
    const climate::Station* station = in.reference.station_for(in.inputs.place);
    if (station == nullptr) return notes;
    const std::string frost = station->frost_depth_m > 0.0
                                  ? fmt::format("最大冻深 {:.1f} m", station->frost_depth_m)
                                  : "冻深须勘察";
    notes.push_back(fmt::format("{}：雪压 {:.2f}、风压 {:.2f} kPa（50 年，转录待核）；{}。",
                                station->name_zh, station->snow_load_kn_m2,
                                station->wind_load_kn_m2, frost));
    const estimate::Division* division = in.reference.find_division(in.inputs.place.division_code);
    if (division != nullptr && !division->seismic_zh.empty()) {
        notes.push_back(fmt::format("抗震：{}，待核。", division->seismic_zh));
    }
    return notes;
}

/// Openings that lead outdoors, equal ones together.
std::vector<std::vector<Cell>> opening_rows(const house::House& house,
                                            const house::Library& library) {
    struct Kind {
        int count = 0;
        std::string size, type;
    };
    std::map<std::pair<std::string, std::string>, Kind> kinds;
    for (const house::Opening& o : house.plan.openings) {
        if (!house::leads_outdoors(house.plan, o)) continue;
        const bool window = o.kind == house::OpeningKind::Window;
        const std::string size = fmt::format("{:.0f}×{:.0f}", o.width.value, o.height.value);
        Kind& kind = kinds[{o.id, size}];
        kind.count += window ? house.storeys : 1;
        kind.size = size;
        kind.type = window ? library.window(o.type_id).name_zh : library.door(o.type_id).name_zh;
    }
    std::vector<std::vector<Cell>> rows = {{{"编号"}, {"洞口"}, {"数量"}, {"做法"}}};
    for (const auto& [key, kind] : kinds) {
        rows.push_back(
            {{key.first}, {kind.size}, {std::to_string(kind.count), Anchor::Middle}, {kind.type}});
    }
    return rows;
}

class PlanSheet {
public:
    PlanSheet(const NoticeInputs& in, const NoticeFacts& f)
        : in_(in),
          f_(f),
          house_(in.estimate.after_house),
          scale_(scale()),
          frame_(in, f,
                 {.number = 1,
                  .name = "平面图 屋顶平面图",
                  .scale = fmt::format("1:{}", scale_),
                  .notes = notes_of(in, f.is_new)}) {}

    Page draw() {
        const drawing::PlanStyle style = style_of(scale_);
        const auto plan = drawing::plan_size(house_, style);
        Pen& pen = frame_.pen();
        pen.add(drawing::plan(house_, library(), style, {left, top}));
        frame_.view_title(left + plan.width_mm / 2.0, top + plan.height_mm,
                          house_.storeys > 1 ? "各层平面图" : "平面图", scale_);
        below_ = top + plan.height_mm + view_title_mm;
        beside_ = left + plan.width_mm + 8.0;
        pen.add(drawing::north_arrow(house_.azimuth, {beside_ + 8.0, top + 13.0}, 8.0));
        roof();
        tables();
        return frame_.take();
    }

private:
    const house::Library& library() const { return in_.reference.library; }
    static drawing::PlanStyle style_of(int scale) {
        return {.scale = scale, .room_name_pt = 11.0, .areas = true, .working = true};
    }

    /// The largest at which the plan leaves room for the tables beside it.
    int scale() const {
        for (const int scale : {100, 150, 200}) {
            const auto plan = drawing::plan_size(house_, style_of(scale));
            const bool fits = left + plan.width_mm + 8.0 + least_tables_mm <= strip_left - 6.0 &&
                              top + plan.height_mm + view_title_mm <= field_bottom - 6.0;
            if (fits) return scale;
        }
        return 250;
    }

    /// Below the plan, or at the foot of the right column when there is no room.
    void roof() {
        for (const int scale : {100, 150, 200, 250}) {
            const auto size = drawing::roof_plan_size(house_, library(), scale);
            const double deep = size.height_mm + view_title_mm;
            const bool below =
                below_ + deep <= field_bottom - 5.0 && left + size.width_mm <= beside_;
            if (below || scale == 250 || (scale == 200 && below_ > 230.0)) {
                const double x = below ? left : beside_;
                const double y = field_bottom - 5.0 - deep;
                frame_.pen().add(drawing::roof_plan(house_, library(), scale, {x, y}));
                frame_.view_title(x + size.width_mm / 2.0, y + size.height_mm, "屋顶平面图", scale);
                return;
            }
        }
    }

    void tables() {
        const double x = beside_;
        const double wide = strip_left - 6.0 - x;
        Pen& pen = frame_.pen();
        const house::Envelope envelope = house::envelope(house_, library());
        double y = top + 30.0;
        pen.text(x, y,
                 fmt::format("建筑面积 {} m²（外皮）　南窗墙比 {:.2f}，北 {:.2f}",
                             formatted(envelope.floor_area.value, 1),
                             envelope.facade(house::Side::South).window_to_wall(),
                             envelope.facade(house::Side::North).window_to_wall()),
                 9.0);
        y += 8.0;
        pen.text(x, y, "门窗表（洞口宽 × 高，mm）", 10.0, true);
        y = frame_.table(x, y + 2.0, {14.0, 24.0, 11.0, wide - 49.0},
                         opening_rows(house_, library()));
        y = modules(x, y + 6.0, wide);
        pen.text(x, y, "做法（从外到里，mm）", 10.0, true);
        for (const std::string& words :
             {"*墙*　" + layers(house_.wall), "*顶*　" + layers(house_.ceiling),
              "*地*　" + layers(house_.floor)}) {
            y = pen.paragraph(x, y + 4.8, words, {8.5, wide, 4.4}) - 4.4;
        }
        picture(x, legend(x, y + 9.0) + 12.0, wide);
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

    /// 模块清单 of a module house; returns the base line of what comes next.
    double modules(double x, double y, double wide) {
        const house::Coursing coursing = house::coursing(house_, library());
        if (coursing.walls.empty()) return y;
        const house::ModuleBill bill = house::module_bill(coursing, house_, library());
        Pen& pen = frame_.pen();
        pen.text(x, y,
                 fmt::format("模块清单（高 {:.0f}，共 {} 层）", coursing.module_height.value,
                             coursing.courses),
                 10.0, true);
        std::vector<std::vector<Cell>> rows = {
            {{"名称"}, {"整块", Anchor::Right}, {"现场切", Anchor::Right}}};
        bool estimated = false;
        for (const house::ModuleBill::Line& line : bill.lines) {
            const auto type =
                std::ranges::find(library().modules, line.type_id, &house::ModuleType::id);
            estimated = estimated || type->provenance.confidence != Confidence::Verified;
            rows.push_back({{type->name_zh},
                            {std::to_string(line.whole), Anchor::Right},
                            {std::to_string(line.for_cutting), Anchor::Right}});
        }
        y = frame_.table(x, y + 2.0, {wide - 40.0, 20.0, 20.0}, rows) + 5.0;
        if (estimated) pen.label(x, y, "待供应商核", Label::Pending, 8.0);
        const double indent = estimated ? 22.0 : 0.0;
        y = pen.paragraph(
            x + indent, y,
            fmt::format("混凝土 {} m³，钢筋约 {} kg（按构造估，配筋另设计），切口 {} "
                        "处，余料 {:.1f}%，封端板 {} 块",
                        formatted(bill.concrete.value, 1), formatted(bill.bars.value, 0),
                        bill.cut_pieces, bill.waste() * 100.0, bill.jamb_ends),
            {8.5, wide - indent, 4.4});
        if (f_.is_new) y = suggestion(x, y, wide, bill.cut_pieces);
        return y + 4.0;
    }

    /// What to move for fewer cuts; returns the base line of what comes next.
    double suggestion(double x, double y, double wide, int cuts) {
        constexpr Millimetres tolerance{150.0};
        const auto moves = house::least_cutting(house_, library(), tolerance);
        if (moves.empty()) return y;
        const house::House moved = house::with_moved(house_, moves);
        const house::ModuleBill bill =
            house::module_bill(house::coursing(moved, library()), moved, library());
        std::string words;
        for (const house::MovedOpening& move : moves) {
            const house::Opening& o = house_.plan.openings[move.opening];
            const bool along_x = o.side == house::Side::South || o.side == house::Side::North;
            const char* const ahead = along_x ? "东" : "北";
            const char* const back = along_x ? "西" : "南";
            words += fmt::format("{}{} {}往{}移 {:.0f}", words.empty() ? "" : "，",
                                 house::find_room(house_.plan, o.room_id)->name, o.id,
                                 move.by.value > 0.0 ? ahead : back, std::abs(move.by.value));
        }
        return frame_.pen().paragraph(
            x, y,
            fmt::format("门窗这样挪，切口从 {} 处减到 {} 处：{}。", cuts, bill.cut_pieces, words),
            {8.5, wide, 4.4});
    }

    /// The hatches of the cut walls, stove, chimney.
    double legend(double x, double y) {
        Pen& pen = frame_.pen();
        pen.text(x, y, "图例", 10.0, true);
        y += 3.0;
        double at = x;
        const auto sample = [&](const drawing::Ground& ground, const std::string& words) {
            const double wide = 11.0 + text_width_mm(words, 8.5, false) + 4.0;
            if (at + wide > strip_left - 6.0) at = x, y += 7.0;
            pen.box({.x_mm = at,
                     .y_mm = y,
                     .width_mm = 9.0,
                     .height_mm = 4.0,
                     .pen_mm = 0.35,
                     .fill = ground.fill,
                     .pattern = ground.pattern,
                     .spacing_mm = ground.spacing_mm});
            pen.text(at + 11.0, y + 3.2, words, 8.5);
            at += wide;
        };
        std::vector<house::Hatch> shown;
        for (const drawing::Band& band : drawing::bands(house_.wall, library())) {
            const double thick = band.thickness().value / scale_;
            const house::Hatch hatch = band.material->hatch;
            if (thick < 0.4 || std::ranges::find(shown, hatch) != shown.end()) continue;
            shown.push_back(hatch);
            sample(drawing::ground_of(hatch, thick, scale_), band.short_name());
        }
        if (std::ranges::find(shown, house::Hatch::Brick) == shown.end()) {
            sample(drawing::ground_of(house::Hatch::Brick, 1.2, scale_), "内隔墙 120");
        }
        return y + 4.0;
    }

    /// The house as it will stand, where the tables leave room.
    void picture(double x, double y, double wide) {
        const double tall = std::min(field_bottom - 14.0 - y, 80.0);
        if (tall < 30.0) return;
        const drawing::Mesh mesh = drawing::house_mesh(house_, library());
        const double top_y = field_bottom - 14.0 - tall;
        frame_.pen().add(drawing::picture(mesh, {}, {x, top_y}, wide, tall));
        frame_.pen().text(x + wide / 2.0, field_bottom - 7.0, "房屋示意图（从东南看，不量尺寸）",
                          9.0, false, Anchor::Middle);
    }

    const NoticeInputs& in_;
    const NoticeFacts& f_;
    const house::House& house_;
    int scale_;
    DrawingFrame frame_;
    double below_ = 0.0, beside_ = 0.0;
};

}  // namespace

Page plan_sheet(const NoticeInputs& in, const NoticeFacts& facts) {
    return PlanSheet(in, facts).draw();
}

}  // namespace longju::sheet
