// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "drawing/detail.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>
#include <span>

#include <fmt/format.h>

#include "drawing/dimension.h"
#include "drawing/scaled_pen.h"
#include "house/coursing.h"
#include "house/form.h"

namespace longju::drawing {

namespace {

constexpr double leading_mm = 5.2;
constexpr double words_pt = 8.5;
constexpr int wall_scale = 10;
constexpr int detail_scale = 20;

const std::array<const char*, 9> circled = {"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"};

/// Lines of words on one stem, each underlined; the stem ends at the last line.
void leader_list(ScaledPen& pen, double stem_x, double top_y, std::span<const std::string> lines,
                 double width_mm) {
    double y = top_y;
    for (const std::string& words : lines) {
        pen.add(
            Text{.at = {stem_x + 1.2, y + leading_mm - 1.4}, .text = words, .size_pt = words_pt});
        y += leading_mm;
        pen.add(Line{{stem_x, y}, {stem_x + width_mm, y}, 0.18});
    }
    pen.add(Line{{stem_x, top_y + leading_mm}, {stem_x, y}, 0.18});
}

void dot(ScaledPen& pen, PaperPoint at) { pen.add(Arc{at, 0.45, 0.0, Fill::Black}); }

/// A note at the end of a leader from `to`; the words run to the right.
void note(ScaledPen& pen, PaperPoint to, PaperPoint from, std::span<const std::string> lines,
          double width_mm) {
    dot(pen, to);
    pen.add(Line{to, from, 0.18});
    pen.add(Line{from, {from.x_mm + width_mm, from.y_mm}, 0.18});
    double y = from.y_mm - 1.2;
    for (const std::string& words : lines) {
        pen.add(Text{.at = {from.x_mm + 1.0, y}, .text = words, .size_pt = words_pt});
        y += leading_mm;
    }
}

std::string thickness_of(const Band& band) {
    const double mm = band.thickness().value;
    return fmt::format("{:.{}f} {}", mm, mm < 1.0 ? 1 : 0, band.short_name());
}

/// 折断线 across a cut end, level or upright.
void break_line(ScaledPen& pen, PaperPoint from, PaperPoint to) {
    const double dx = to.x_mm - from.x_mm;
    const double dy = to.y_mm - from.y_mm;
    const double length = std::hypot(dx, dy);
    if (length <= 0.0) return;
    const double ux = dx / length, uy = dy / length;
    const auto at = [&](double along, double aside) {
        return PaperPoint{from.x_mm + ux * along - uy * aside, from.y_mm + uy * along + ux * aside};
    };
    const double m = length / 2.0;
    const std::array points = {at(-2.0, 0),      at(m - 1.2, 0), at(m - 0.5, -1.8),
                               at(m + 0.5, 1.8), at(m + 1.2, 0), at(length + 2.0, 0)};
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        pen.add(Line{points.at(i), points.at(i + 1), 0.25});
    }
}

/// The layers of a wall standing upright, its outer face at u = 0 and outdoors at the right.
void upright_wall(ScaledPen& pen, const std::vector<Band>& layers, double low, double high) {
    for (const Band& layer : layers) {
        pen.rectangle(-layer.to.value, low, -layer.from.value, high, 0.25,
                      pen.ground(layer.material->hatch, layer.thickness().value));
    }
}

}  // namespace

PlanSize wall_detail_size(const house::House& house, const house::Library& library) {
    const auto layers = bands(house.wall, library);
    return {72.0, static_cast<double>(layers.size()) * leading_mm + 46.0};
}

Marks wall_detail(const house::House& house, const house::Library& library, PaperPoint at) {
    std::vector<Band> layers = bands(house.wall, library);
    std::ranges::reverse(layers);  // From the room.
    const double inside = layers.front().to.value;
    constexpr double left_mm = 9.0;
    constexpr double tall_mm = 26.0;
    const double list_mm = static_cast<double>(layers.size()) * leading_mm;
    const double top = at.y_mm + list_mm + 5.0;
    ScaledPen pen({at.x_mm + left_mm, top + tall_mm}, wall_scale);
    Chain thick{.across_mm = top + tall_mm + 7.0, .thing_mm = top + tall_mm};
    std::vector<std::string> words;
    const double leader = tall_mm * wall_scale - 40.0;  // Height of the line of dots.
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Band& layer = layers[i];
        const double from = inside - layer.to.value;
        const double to = inside - layer.from.value;
        pen.rectangle(from, 0, to, tall_mm * wall_scale, 0.35,
                      pen.ground(layer.material->hatch, layer.thickness().value));
        words.push_back(fmt::format("{} {}{}", circled.at(std::min(i, circled.size() - 1)),
                                    thickness_of(layer), layer.added ? "（新加）" : ""));
        thick.at_mm.push_back(pen.paper(from, 0).x_mm);
        thick.real_mm.push_back(from);
        if (i + 1 == layers.size()) {
            thick.at_mm.push_back(pen.paper(to, 0).x_mm);
            thick.real_mm.push_back(to);
        }
    }
    const double whole = thick.real_mm.back();
    for (const double z : {0.0, tall_mm * wall_scale}) {
        break_line(pen, pen.paper(0, z), pen.paper(whole, z));
    }
    const auto middle = [&](const Band& b) { return inside - (b.from.value + b.to.value) / 2.0; };
    for (const Band& layer : layers) dot(pen, pen.paper(middle(layer), leader));
    pen.line(middle(layers.front()), leader, middle(layers.back()), leader, 0.18);
    const PaperPoint stem = pen.paper(middle(layers.front()), leader);
    pen.add(Line{stem, {stem.x_mm, at.y_mm + list_mm}, 0.18});
    leader_list(pen, stem.x_mm, at.y_mm, words, 58.0);
    pen.add(chain(thick));
    const double name_y = top + tall_mm / 2.0 + 4.0;
    pen.add(Text{.at = {at.x_mm, name_y}, .text = "室内", .size_pt = 9.0});
    pen.add(Text{.at = {pen.paper(whole, 0).x_mm + 2.0, name_y}, .text = "室外", .size_pt = 9.0});
    return pen.take();
}

Marks eaves_detail(const house::House& house, const house::Library& library, PaperPoint at) {
    const house::Form form = house::form_of(house, library);
    const std::vector<Band> wall = bands(house.wall, library);
    const std::vector<Band> ceiling = bands(house.ceiling, library);
    const bool flat = house.roof.form == house::RoofForm::Flat;
    const double inner = -wall.back().to.value;
    const double added = std::max(0.0, -wall.front().from.value);
    constexpr double below = 560.0;  // Of the wall, under the ceiling.
    constexpr double room = 760.0;   // Of the ceiling, inside the wall.
    const double thick = (ceiling.back().to - ceiling.front().from).value;
    const double overhang = std::min(house.roof.overhang.value, 700.0);
    // Outer face at u = 0, underside of the ceiling at z = 0.
    ScaledPen pen({at.x_mm + 62.0, at.y_mm + 46.0}, detail_scale);
    const double eaves = thick;
    upright_wall(pen, wall, -below, flat ? 0.0 : eaves);
    break_line(pen, pen.paper(inner, -below), pen.paper(added, -below));
    double z = 0.0;
    for (const Band& layer : ceiling | std::views::reverse) {
        const double high = z + layer.thickness().value;
        pen.rectangle(inner - room, z, flat ? overhang : inner, high, 0.25,
                      pen.ground(layer.material->hatch, high - z));
        z = high;
    }
    if (!flat) {
        const double inside_u = inner - room;
        const double rise = (-inside_u) * form.slope;
        const double drop = overhang * form.slope;
        const double t = house::roof_thickness.value;
        pen.polygon({pen.paper(inside_u, eaves + rise), pen.paper(overhang, eaves - drop),
                     pen.paper(overhang, eaves - drop + t), pen.paper(inside_u, eaves + rise + t)},
                    0.5);
        pen.line(inside_u, eaves + rise + t * 0.7, overhang, eaves - drop + t * 0.7, 0.18);
        const std::vector<std::string> head = {"顶棚保温盖过墙头，", "缝填聚氨酯泡沫"};
        note(pen, pen.paper(inner + 30.0, eaves - 30.0), {at.x_mm + 70.0, at.y_mm + 66.0}, head,
             32.0);
    }
    std::vector<std::string> words;
    for (const Band& layer : ceiling | std::views::reverse) {
        const std::size_t number = words.size();
        words.push_back(fmt::format("{} {}{}", circled.at(std::min(number, circled.size() - 1)),
                                    thickness_of(layer), layer.added ? "（新加）" : ""));
    }
    words.emplace_back("隔汽膜在最下，搭接 100");
    const PaperPoint stem = pen.paper(inner - room * 0.94, 0);
    const PaperPoint upper = pen.paper(inner - room * 0.94, thick * 0.92);
    pen.add(Line{upper, {stem.x_mm, stem.y_mm + 6.0}, 0.18});
    z = 0.0;
    for (const Band& layer : ceiling | std::views::reverse) {
        const double mid = z + layer.thickness().value / 2.0;
        dot(pen, pen.paper(inner - room * 0.94, mid));
        z += layer.thickness().value;
    }
    leader_list(pen, stem.x_mm, stem.y_mm + 6.0 - leading_mm + 1.0, words, 34.0);
    return pen.take();
}

namespace {

constexpr double apron = 600.0;

/// 散水: concrete on gravel, falling from the plinth whose face is at `edge`.
void add_apron(ScaledPen& pen, double edge) {
    pen.polygon({pen.paper(edge, 60.0), pen.paper(edge, 0), pen.paper(edge + apron, -35.0),
                 pen.paper(edge + apron, 25.0)},
                0.35, pen.ground(house::Hatch::Concrete, 60.0));
    pen.polygon({pen.paper(edge, 0), pen.paper(edge, -100.0), pen.paper(edge + apron, -135.0),
                 pen.paper(edge + apron, -35.0)},
                0.25, {Fill::White, Pattern::Pebbles});
}

/// The layers of a floor on the ground, its top at `level`, against the inner face of a wall.
void add_ground_floor(ScaledPen& pen, const std::vector<Band>& floor, double inner, double room,
                      double level) {
    double z = level;
    for (const Band& layer : floor | std::views::reverse) {
        const double low = z - layer.thickness().value;
        pen.rectangle(inner - room, low, inner, z, 0.25,
                      pen.ground(layer.material->hatch, layer.thickness().value));
        z = low;
    }
}

}  // namespace

Marks plinth_detail(const house::House& house, const house::Library& library, PaperPoint at) {
    const std::vector<Band> wall = bands(house.wall, library);
    const std::vector<Band> floor = bands(house.floor, library);
    const double inner = -wall.back().to.value;
    const double added = std::max(0.0, -wall.front().from.value);
    const double level = house.floor_level.value;
    constexpr double above = 520.0;  // Of the wall, over the floor.
    constexpr double deep = 640.0;   // Below the ground.
    constexpr double room = 680.0;   // Of the floor, inside the wall.
    // Outer face at u = 0, ground at z = 0.
    ScaledPen pen({at.x_mm + 62.0, at.y_mm + 2.0 + (above + level) / detail_scale}, detail_scale);
    pen.rectangle(inner - room, -260.0, inner, level, 0.0, {Fill::White, Pattern::Earth});
    pen.rectangle(added, -300.0, added + apron + 150.0, 0.0, 0.0, {Fill::White, Pattern::Earth});
    std::vector<Band> standing;
    for (const Band& layer : wall) {
        if (!layer.added) standing.push_back(layer);
    }
    upright_wall(pen, standing, -deep, level + above);
    for (const Band& layer : wall) {
        if (!layer.added) continue;
        pen.rectangle(-layer.to.value, 150.0, -layer.from.value, level + above, 0.25,
                      pen.ground(layer.material->hatch, layer.thickness().value));
    }
    double edge = 0.0;
    if (house.edge_insulation) {
        edge = house.edge_insulation->thickness.value;
        const house::Material& m = library.material(house.edge_insulation->material_id);
        const double foot = -std::min(house.edge_insulation_depth.value, deep - 40.0);
        pen.rectangle(0, foot, edge, added > 0.0 ? 150.0 : level, 0.35, pen.ground(m.hatch, edge));
    }
    for (const double z : {-deep, level + above}) {
        const double reach = z > 0.0 ? added : 0.0;
        break_line(pen, pen.paper(inner, z), pen.paper(reach, z));
    }
    add_ground_floor(pen, floor, inner, room, level);
    add_apron(pen, edge);
    pen.add(level_mark(pen.paper(inner - room * 0.75, level), 0.0));
    pen.add(level_mark(pen.paper(edge + apron - 60.0, 25.0), -level));
    const double right = at.x_mm + 71.0;
    std::vector<std::string> top;
    for (const Band& layer : floor) top.insert(top.begin(), thickness_of(layer));
    const std::vector<std::string> apron_words = {"散水 60 混凝土 + 100 碎石，",
                                                  "坡 5%，与墙留 20 缝灌胶"};
    note(pen, pen.paper(edge + apron * 0.55, -70.0), {right, at.y_mm + 70.0}, apron_words, 34.0);
    if (house.edge_insulation) {
        const house::Material& m = library.material(house.edge_insulation->material_id);
        const std::vector<std::string> words = {
            fmt::format("{:.0f} {}，", edge, m.name_zh.substr(0, m.name_zh.find("（"))),
            fmt::format("贴到地面下 {:.0f}", house.edge_insulation_depth.value)};
        note(pen, pen.paper(edge / 2.0, level * 0.35), {right, at.y_mm + 16.0}, words, 30.0);
    }
    const PaperPoint stem = pen.paper(inner - room * 0.5, level - 10.0);
    const double list_top = pen.paper(0, -260.0).y_mm + 2.0;
    pen.add(Line{stem, {stem.x_mm - 15.0, list_top + leading_mm}, 0.18});
    leader_list(pen, stem.x_mm - 15.0, list_top, top, 31.0);
    return pen.take();
}

Marks jamb_detail(const house::House& house, const house::Library& library, PaperPoint at) {
    const std::vector<Band> wall = bands(house.wall, library);
    const double inner = wall.back().to.value;
    const double added = std::max(0.0, -wall.front().from.value);
    constexpr double long_mm = 340.0;
    constexpr double lap_mm = 30.0;
    constexpr double frame_mm = 70.0;
    // Outdoors above: the outer face at z = 0, the wall below it; the opening begins at u = 0.
    ScaledPen pen({at.x_mm + 40.0, at.y_mm + 22.0 + added / wall_scale}, wall_scale);
    for (const Band& layer : wall) {
        // What lies outside the standing wall laps over the frame.
        const double reach = layer.added && layer.to.value <= 0.0 ? lap_mm : 0.0;
        pen.rectangle(-long_mm, -layer.to.value, reach, -layer.from.value, 0.35,
                      pen.ground(layer.material->hatch, layer.thickness().value));
    }
    break_line(pen, pen.paper(-long_mm, added), pen.paper(-long_mm, -inner));
    // With insulation outside, the frame sits in the outer face, else in the outer third.
    const double seat = added > 0.0 ? 0.0 : inner * 0.3;
    pen.rectangle(0, -seat - frame_mm, frame_mm, -seat, 0.5);
    pen.rectangle(14.0, -seat - frame_mm + 14.0, frame_mm - 14.0, -seat - 14.0, 0.18);
    constexpr double glass_mm = 190.0;
    for (const double z : {-seat - 16.0, -seat - 35.0, -seat - 54.0}) {
        pen.line(frame_mm, z, frame_mm + glass_mm, z, 0.25);
    }
    break_line(pen, pen.paper(frame_mm + glass_mm, -seat - 10.0),
               pen.paper(frame_mm + glass_mm, -seat - 60.0));
    pen.line(0, -inner, frame_mm + 120.0, -inner, 0.25);
    const double right = at.x_mm + 54.0;
    if (added > 0.0) {
        const std::vector<std::string> lap = {fmt::format("保温板压窗框 {:.0f}", lap_mm)};
        note(pen, pen.paper(lap_mm / 2.0, added / 2.0), {right, at.y_mm + 12.0}, lap, 32.0);
    }
    const std::vector<std::string> seal = {"外侧防水透汽膜，", "内侧隔汽膜，", "中间填聚氨酯泡沫"};
    note(pen, pen.paper(4.0, -seat - frame_mm + 8.0),
         {right, pen.paper(0, -seat - frame_mm).y_mm + 14.0}, seal, 32.0);
    Chain across{.across_mm = pen.paper(0, -inner).y_mm + 8.0,
                 .at_mm = {pen.paper(0, 0).x_mm, pen.paper(frame_mm, 0).x_mm},
                 .real_mm = {0.0, frame_mm},
                 .thing_mm = pen.paper(0, -inner).y_mm};
    pen.add(chain(across));
    pen.add(Text{.at = {at.x_mm + 4.0, at.y_mm + 12.0}, .text = "室外", .size_pt = 9.0});
    pen.add(Text{
        .at = {at.x_mm + 4.0, pen.paper(0, -inner).y_mm + 6.0}, .text = "室内", .size_pt = 9.0});
    return pen.take();
}

Marks corner_detail(const house::House& house, const house::Library& library, PaperPoint at) {
    const std::vector<Band> wall = bands(house.wall, library);
    const auto type =
        std::ranges::find(library.modules, house::ModuleKind::Corner, &house::ModuleType::kind);
    if (type == library.modules.end()) return {};
    const double outer = house.plan.axis_to_outer_face.value;
    const double inner = wall.back().to.value;
    constexpr double reach = 700.0;
    ScaledPen pen(at, detail_scale);
    for (const bool odd : {true, false}) {
        // The south-west corner: its axes meet at (0, 0).
        ScaledPen corner({at.x_mm + (odd ? 14.0 : 64.0), at.y_mm + 60.0}, detail_scale);
        for (const Band& layer : wall) {
            const double a = layer.from.value - outer;
            const double b = layer.to.value - outer;
            corner.polygon({corner.paper(a, a), corner.paper(reach, a), corner.paper(reach, b),
                            corner.paper(b, b), corner.paper(b, reach), corner.paper(a, reach)},
                           0.18, corner.ground(layer.material->hatch, layer.thickness().value));
        }
        const double along = (odd ? type->length : type->leg).value;
        const double up = (odd ? type->leg : type->length).value;
        const double far = inner - outer;
        corner.line(along, -outer - 40.0, along, far + 40.0, 0.7);
        corner.line(-outer - 40.0, up, far + 40.0, up, 0.7);
        const double y = corner.paper(0, -outer).y_mm + 7.0;
        corner.add(chain({.across_mm = y,
                          .at_mm = {corner.paper(0, 0).x_mm, corner.paper(along, 0).x_mm},
                          .real_mm = {0.0, along},
                          .thing_mm = y - 5.0}));
        const double x = corner.paper(-outer, 0).x_mm - 4.0;
        corner.add(chain({.upright = true,
                          .across_mm = x,
                          .at_mm = {corner.paper(0, up).y_mm, corner.paper(0, 0).y_mm},
                          .real_mm = {up, 0.0},
                          .thing_mm = x}));
        corner.text(reach * 0.62, reach * 0.72, odd ? "单数层" : "双数层", 10.0);
        corner.text(reach * 0.62, reach * 0.56, "粗线 = 模块缝", 8.5);
        pen.add(corner.take());
    }
    return pen.take();
}

}  // namespace longju::drawing
