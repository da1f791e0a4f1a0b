// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "drawing/plan.h"
#include "house/form.h"
#include "house/outline.h"
#include "sheet/notice_pages.h"
#include "sheet/paper.h"
#include "sheet/paper_writer.h"
#include "sheet/wording.h"

/// Paper L: the house on squared paper, for the yard to be drawn around it by hand.
namespace longju::sheet {

namespace {

using drawing::PaperPoint;

constexpr double scale = 200.0;
constexpr double metre_mm = 1000.0 / scale;
constexpr double field_top_mm = 50.0, field_height_mm = 165.0;
constexpr double obliquity_deg = 23.44;

/// Plan coordinates to the page: the house stands in the northern half, its yard in the south.
class Field {
public:
    explicit Field(const house::House& house) : extent_(house::extent(house.plan)) {
        const double middle_x = (extent_.west + extent_.east).value / 2.0;
        origin_x_mm_ = left_mm + content_mm / 2.0 - middle_x / scale;
        constexpr double house_from_north_m = 15.0;
        origin_y_mm_ = field_top_mm + house_from_north_m * metre_mm + extent_.north.value / scale;
    }

    PaperPoint at(double x_mm, double y_mm) const {
        return {origin_x_mm_ + x_mm / scale, origin_y_mm_ - y_mm / scale};
    }
    const house::Extent& extent() const { return extent_; }

private:
    house::Extent extent_;
    double origin_x_mm_ = 0.0, origin_y_mm_ = 0.0;
};

/// Every fifth line is drawn out, the others are light enough to draw over.
void grid_line(Pen& pen, PaperPoint from, PaperPoint to, int number) {
    const bool fifth = number % 5 == 0;
    pen.line(from.x_mm, from.y_mm, to.x_mm, to.y_mm, fifth ? 0.13 : 0.07,
             fifth ? drawing::Dash::Solid : drawing::Dash::Dashed);
}

void draw_grid(Pen& pen) {
    const int across = static_cast<int>(content_mm / metre_mm);
    const int down = static_cast<int>(field_height_mm / metre_mm);
    const double right = left_mm + across * metre_mm;
    const double bottom = field_top_mm + down * metre_mm;
    for (int i = 0; i <= across; ++i) {
        const double x = left_mm + i * metre_mm;
        grid_line(pen, {x, field_top_mm}, {x, bottom}, i);
    }
    for (int i = 0; i <= down; ++i) {
        const double y = field_top_mm + i * metre_mm;
        grid_line(pen, {left_mm, y}, {right, y}, i);
    }
}

/// Corners of the outer faces, in the walk around the house.
std::vector<PaperPoint> outline(const house::House& house, const Field& field) {
    const double outer = house.plan.axis_to_outer_face.value;
    const auto walls = house::outer_walls(house.plan);
    const auto face = [&](const house::OuterWall& wall) {
        const bool low = wall.side == house::Side::South || wall.side == house::Side::West;
        return wall.at.value + (low ? -outer : outer);
    };
    std::vector<PaperPoint> corners;
    for (std::size_t i = 0; i < walls.size(); ++i) {
        const house::OuterWall& here = walls[i];
        const house::OuterWall& next = walls[(i + 1) % walls.size()];
        const bool flat = here.side == house::Side::South || here.side == house::Side::North;
        corners.push_back(flat ? field.at(face(next), face(here))
                               : field.at(face(here), face(next)));
    }
    return corners;
}

void draw_doors(Pen& pen, const house::House& house, const Field& field) {
    for (const house::Opening& door : house.plan.openings) {
        if (door.kind != house::OpeningKind::Door || !leads_outdoors(house.plan, door)) continue;
        const house::Room& room = *find_room(house.plan, door.room_id);
        const double along = (door.offset + door.width / 2.0).value;
        double x = room.x.value, y = room.y.value;
        double out_x = 0.0, out_y = 0.0;
        const bool flat = door.side == house::Side::South || door.side == house::Side::North;
        (flat ? x : y) += along;
        if (door.side == house::Side::North) y += room.depth.value;
        if (door.side == house::Side::East) x += room.width.value;
        if (flat) out_y = door.side == house::Side::North ? 1.0 : -1.0;
        if (!flat) out_x = door.side == house::Side::East ? 1.0 : -1.0;
        constexpr double tip_mm = 1400.0, half_mm = 450.0, foot_mm = 500.0;
        pen.add(drawing::Shape{.points = {field.at(x + out_x * tip_mm, y + out_y * tip_mm),
                                          field.at(x + out_x * foot_mm + out_y * half_mm,
                                                   y + out_y * foot_mm + out_x * half_mm),
                                          field.at(x + out_x * foot_mm - out_y * half_mm,
                                                   y + out_y * foot_mm - out_x * half_mm)},
                               .pen_mm = 0.25,
                               .fill = drawing::Fill::White});
    }
}

/// How far the shadow reaches beyond the north wall at noon of the winter solstice, m; nothing
/// where the sun stays below 5°.
std::optional<double> shadow_m(const NoticeInputs& in) {
    const climate::Station* station = in.reference.station_for(in.inputs.place);
    if (station == nullptr) return std::nullopt;
    const double altitude = 90.0 - station->site.latitude.value - obliquity_deg;
    if (altitude < 5.0) return std::nullopt;
    const house::Form form = house::form_of(in.estimate.after_house, in.reference.library);
    const double tangent = std::tan(altitude * std::numbers::pi / 180.0);
    // A ridge in the middle throws its shadow over the northern slope first.
    const house::RoofForm roof = in.estimate.after_house.roof.form;
    const bool ridge_in_middle = roof == house::RoofForm::Gable || roof == house::RoofForm::Hip;
    const double ridge_back_m = ridge_in_middle ? form.depth.value / 2000.0 : 0.0;
    return std::max(form.ridge.value / 1000.0 / tangent - ridge_back_m,
                    form.eaves.value / 1000.0 / tangent);
}

/// The shadow lies to the true north, the plan to the house's own.
void draw_shadow(Pen& pen, const house::House& house, const Field& field, double length_m) {
    const double turned = house.azimuth.value * std::numbers::pi / 180.0;
    const double outer = house.plan.axis_to_outer_face.value;
    const double east = -std::sin(turned) * length_m * 1000.0;
    const double north = std::cos(turned) * length_m * 1000.0;
    const house::Extent& e = field.extent();
    const double west_x = e.west.value - outer, east_x = e.east.value + outer;
    const double y = e.north.value + outer;
    pen.add(drawing::Shape{
        .points = {field.at(west_x, y), field.at(east_x, y), field.at(east_x + east, y + north),
                   field.at(west_x + east, y + north)},
        .pen_mm = 0.25,
        .pattern = drawing::Pattern::Diagonal,
        .spacing_mm = 2.5,
        .dash = drawing::Dash::Dashed});
    const PaperPoint middle = field.at((west_x + east_x + east) / 2.0, y + north / 2.0);
    pen.add(drawing::Text{.at = {middle.x_mm, middle.y_mm + 1.2},
                          .text = fmt::format("冬至正午的影子，{} 米", plain(length_m, 0)),
                          .size_pt = 9.0,
                          .anchor = drawing::Anchor::Middle,
                          .on_white = true});
}

/// Symbols to draw with.
double draw_symbols(Pen& pen, double y) {
    constexpr std::array symbols = {std::pair{"井", "水井"},   std::pair{"化", "化粪池"},
                                    std::pair{"桶", "垃圾桶"}, std::pair{"灰", "灰坑"},
                                    std::pair{"柴", "柴草垛"}, std::pair{"光", "光伏架"},
                                    std::pair{"充", "充电"},   std::pair{"门", "大门"}};
    double x = left_mm;
    for (const auto& [mark, name] : symbols) {
        pen.box({.x_mm = x, .y_mm = y - 4.2, .width_mm = 5.4, .height_mm = 5.4, .pen_mm = 0.25});
        pen.text(x + 2.7, y - 0.2, mark, 9.0, true, drawing::Anchor::Middle);
        pen.text(x + 6.6, y, name, 9.0);
        x += content_mm / static_cast<double>(symbols.size());
    }
    return y + 6.0;
}

/// What cards that were answered call for, and the distances of those about the yard.
std::vector<std::string> reminders(const NoticeInputs& in) {
    std::vector<std::string> lines;
    for (const estimate::Card& card : in.reference.cards) {
        for (const estimate::CardItem& item : card.items) {
            const auto answer = in.inputs.answers.find(item.id);
            const bool calls = answer != in.inputs.answers.end() && answer->second == item.warn_on;
            if (calls && !item.advice_zh.empty()) {
                lines.push_back(fmt::format("*{}*　{}", item.ask_zh, item.advice_zh));
            }
        }
    }
    for (const char* const id : {"sewage", "waste"}) {
        const auto card = std::ranges::find(in.reference.cards, id, &estimate::Card::id);
        if (card != in.reference.cards.end()) {
            lines.push_back(fmt::format("*{}*　{}", card->title_zh, card->text_zh));
        }
    }
    return lines;
}

}  // namespace

std::vector<Page> yard_pages(const NoticeInputs& in, const NoticeFacts& facts) {
    PaperWriter paper(in, facts, title_of(Paper::Yard), "在格子上画院子，一格 1 米");
    std::vector<Page> pages = paper.finish();
    Pen pen(pages.front());
    const house::House& house = in.estimate.after_house;
    const Field field(house);
    pen.text(left_mm, 40.0,
             "比例 1∶200。画上院墙、大门、井、化粪池、垃圾桶、柴草垛，量的数写在旁边。", 10.5);
    draw_grid(pen);
    const auto shadow = shadow_m(in);
    if (shadow) draw_shadow(pen, house, field, *shadow);
    pen.add(drawing::Shape{
        .points = outline(house, field), .pen_mm = 0.7, .fill = drawing::Fill::White});
    draw_doors(pen, house, field);
    const house::Extent& e = field.extent();
    const PaperPoint middle =
        field.at((e.west + e.east).value / 2.0, (e.south + e.north).value / 2.0);
    pen.text(middle.x_mm, middle.y_mm + 1.5, "住房", 12.0, true, drawing::Anchor::Middle);
    pen.add(drawing::north_arrow(house.azimuth, {right_mm - 12.0, field_top_mm + 13.0}, 7.0));
    double y = draw_symbols(pen, field_top_mm + field_height_mm + 8.0);
    constexpr double leading = 4.6;
    for (const std::string& line : reminders(in)) {
        if (y + 2.0 * leading > footer_rule_mm) break;
        y = pen.paragraph(left_mm, y, line, {9.5, content_mm, leading, 2}) + 0.8;
    }
    return pages;
}

}  // namespace longju::sheet
