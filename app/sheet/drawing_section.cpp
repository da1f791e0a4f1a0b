// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "drawing/detail.h"
#include "drawing/section.h"
#include "house/coursing.h"
#include "house/limits.h"
#include "sheet/drawing_frame.h"

/// Sheet 03 of paper B: section, details, transmittances.
namespace longju::sheet {

namespace {

using drawing::Anchor;
using Cell = DrawingFrame::Cell;

std::vector<std::string> notes_of(bool is_new, bool modules) {
    std::vector<std::string> notes = {
        "聚苯板、挤塑板不低于 B1 级；烟囱两侧 500 内改用岩棉。",
        "隔汽膜在热的一面，搭接 100，穿管处封严。",
        "顶棚保温盖过墙头，与墙保温接上，不留冷缝。",
    };
    if (modules) {
        notes.emplace_back("混凝土 C25，一次浇高不超过 1.5 m，浇前支好斜撑（估列）。");
        notes.emplace_back("模块两面都做保护层，不裸露过冬；施工中远离明火。");
    }
    notes.emplace_back(is_new ? "基础深度、配筋、圈梁由有资质的人设计；图上基础只画到折断处。"
                              : "基础未查，图上只画到折断处；贴到地下的保温以挖到的深度为准。");
    return notes;
}

std::vector<std::string> hold_points(bool is_new, bool modules) {
    if (modules)
        return {"第 1 层放线、找平", "钢筋绑完，浇筑前", "每浇 1.5 m 停一停", "保护层做完，交工前"};
    if (is_new)
        return {"基槽挖完，回填前", "圈梁钢筋绑完", "保温板粘锚完，抹面前", "隔汽膜铺完，盖板前"};
    return {"墙面修补完，贴板前", "锚栓打完，抹面前", "隔汽膜铺完，盖板前", "点火前：烟道、报警器"};
}

class SectionSheet {
public:
    SectionSheet(const NoticeInputs& in, const NoticeFacts& f)
        : in_(in),
          f_(f),
          house_(in.estimate.after_house),
          modules_(house::is_module_wall(house_.wall, in.reference.library) &&
                   !in.reference.library.modules.empty()),
          frame_(in, f,
                 {.number = 3,
                  .name = "剖面图 节点详图",
                  .scale = "见各图",
                  .notes = notes_of(f.is_new, modules_),
                  .hold_points = hold_points(f.is_new, modules_)}) {}

    Page draw() {
        cut();
        wall();
        details();
        return frame_.take();
    }

private:
    const house::Library& library() const { return in_.reference.library; }
    static constexpr double left = field_left + 6.0;
    static constexpr double top = field_top + 8.0;
    static constexpr double right_mm = 78.0;  // The column of the wall detail.
    static constexpr double lower_mm = drawing::lower_detail_size.height_mm;
    static constexpr double base = field_bottom - 8.0;  // Of the details' titles.

    void cut() {
        const double wide = strip_left - 6.0 - right_mm - left;
        const double tall = base - 12.0 - lower_mm - top - view_title_mm;
        for (const int scale : {50, 100, 150}) {
            const auto size = drawing::section_size(house_, library(), scale);
            if ((size.width_mm > wide || size.height_mm > tall) && scale < 150) continue;
            const double x = left + std::max(0.0, (wide - size.width_mm) / 2.0);
            const double y = top + std::max(0.0, (tall - size.height_mm) / 2.0);
            frame_.pen().add(drawing::section(house_, library(), scale, {x, y}));
            frame_.view_title(x + size.width_mm / 2.0, y + size.height_mm, "1—1 剖面图", scale);
            return;
        }
    }

    void wall() {
        const double x = strip_left - 4.0 - right_mm;
        const auto size = drawing::wall_detail_size(house_, library());
        frame_.pen().add(drawing::wall_detail(house_, library(), {x, top}));
        const double title = top + size.height_mm + 3.0;
        frame_.detail_title(x + right_mm / 2.0 - 4.0, title, 1, modules_ ? "模块墙" : "外墙", 10);
        transmittances(x, title + 12.0);
    }

    void transmittances(double x, double y) {
        Pen& pen = frame_.pen();
        const estimate::Estimate& e = in_.estimate;
        pen.text(x, y, "传热系数 K，W/(m²·K)", 10.0, true);
        const Anchor right = Anchor::Right;
        const auto u = [](WattsPerM2K value) { return fmt::format("{:.2f}", value.value); };
        const auto limit = [&](house::LimitSubject subject) -> std::string {
            for (const house::Limit& l : in_.reference.limits) {
                const bool rural = l.subject == subject && l.standard.starts_with("GB/T 50824");
                if (rural) return fmt::format("{:.2f}", l.max);
            }
            return "—";
        };
        y = frame_.table(x, y + 2.0, {28.0, 15.0, 15.0, 16.0},
                         {{{"部位"},
                           {f_.is_new ? "户型" : "现在", right},
                           {f_.is_new ? "加措施" : "改后", right},
                           {"限值*", right}},
                          {{"外墙（主体）"},
                           {u(e.wall_u_before), right},
                           {u(e.wall_u_after), right},
                           {limit(house::LimitSubject::WallU), right}},
                          {{"顶棚或屋面"},
                           {u(e.ceiling_u_before), right},
                           {u(e.ceiling_u_after), right},
                           {limit(house::LimitSubject::CeilingU), right}},
                          {{"窗"},
                           {u(e.window_u_before), right},
                           {u(e.window_u_after), right},
                           {limit(house::LimitSubject::WindowOtherU), right}}});
        pen.label(x, y + 5.0, "测算", Label::Estimated, 8.0);
        pen.paragraph(x + 12.0, y + 5.0,
                      "按构造算，未实测。*限值* 为 GB/T 50824-2013 凭记忆，待核，不作判定。",
                      {8.5, right_mm - 17.0, 4.4});
    }

    /// Three on one base line at the foot.
    void details() {
        const double wide = (strip_left - 6.0 - left) / 3.0;
        const double y = base - 10.0 - lower_mm;
        Pen& pen = frame_.pen();
        const auto middle = [&](int i) { return left + wide * (i + 0.5) - 4.0; };
        pen.add(drawing::eaves_detail(house_, library(), {left, y}));
        frame_.detail_title(middle(0), base, 2, "檐口", 20);
        pen.add(drawing::plinth_detail(house_, library(), {left + wide, y}));
        frame_.detail_title(middle(1), base, 3, "勒脚", 20);
        if (modules_) {
            pen.add(drawing::corner_detail(house_, library(), {left + 2.0 * wide, y}));
            frame_.detail_title(middle(2), base, 4, "转角排块", 20);
        } else {
            pen.add(drawing::jamb_detail(house_, library(), {left + 2.0 * wide, y}));
            frame_.detail_title(middle(2), base, 4, "窗边（平面）", 10);
        }
    }

    const NoticeInputs& in_;
    const NoticeFacts& f_;
    const house::House& house_;
    bool modules_;
    DrawingFrame frame_;
};

}  // namespace

Page section_sheet(const NoticeInputs& in, const NoticeFacts& facts) {
    return SectionSheet(in, facts).draw();
}

}  // namespace longju::sheet
