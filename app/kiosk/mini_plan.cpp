// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/mini_plan.h"

#include <algorithm>

namespace longju::kiosk {
namespace {

using house::Side;

/// Plan millimetres to the page; y of the plan points north, y of the page down.
struct Sheet {
    Rect rect;
    house::Extent extent;
    float unit = 1;
    Point origin;

    Point at(double x_mm, double y_mm) const {
        return {origin.x + static_cast<float>(x_mm - extent.west.value) * unit,
                origin.y + static_cast<float>(extent.north.value - y_mm) * unit};
    }
};

Sheet sheet_for(const house::Plan& plan, const Rect& rect) {
    const house::Extent e = house::extent(plan);
    const auto width = static_cast<float>(e.width().value);
    const auto depth = static_cast<float>(e.depth().value);
    const float unit = std::min((rect.w - 14) / width, (rect.h - 14) / depth);
    return {
        rect, e, unit, {rect.centre().x - width * unit / 2, rect.centre().y - depth * unit / 2}};
}

bool runs_east(Side side) { return side == Side::South || side == Side::North; }

void draw_wall(const Painter& paint, const Sheet& sheet, const house::WallPiece& piece,
               Role outer) {
    const bool outdoors = piece.neighbour_id.empty();
    const bool east = runs_east(piece.side);
    const Point a = east ? sheet.at(piece.from.value, piece.at.value)
                         : sheet.at(piece.at.value, piece.from.value);
    const Point b =
        east ? sheet.at(piece.to.value, piece.at.value) : sheet.at(piece.at.value, piece.to.value);
    const float width = outdoors ? 8.0F : 3.0F;
    const float half = width / 2;
    const Rect bar{std::min(a.x, b.x) - half, std::min(a.y, b.y) - half,
                   std::abs(a.x - b.x) + width, std::abs(a.y - b.y) + width};
    if (!outdoors) return paint.fill(bar, paint.colour(Role::Soil));
    paint.box(bar, {paint.colour(outer), paint.colour(Role::Soil), 1, 0});
}

void draw_opening(const Painter& paint, const Sheet& sheet, const house::Plan& plan,
                  const house::Opening& opening) {
    const house::Room* room = house::find_room(plan, opening.room_id);
    if (room == nullptr) return;
    const bool east = runs_east(opening.side);
    const double from = (east ? room->x : room->y).value + opening.offset.value;
    const double to = from + opening.width.value;
    double at = east ? room->y.value : room->x.value;
    if (opening.side == Side::North) at += room->depth.value;
    if (opening.side == Side::East) at += room->width.value;
    const Point a = east ? sheet.at(from, at) : sheet.at(at, from);
    const Point b = east ? sheet.at(to, at) : sheet.at(at, to);
    const bool door = opening.kind == house::OpeningKind::Door;
    const Rect gap =
        east ? Rect{a.x, a.y - 4, b.x - a.x, 8} : Rect{a.x - 4, b.y, 8, std::abs(a.y - b.y)};
    if (door) return paint.fill(gap, paint.colour(Role::Paper));
    paint.box(gap, {paint.colour(Role::Paper), paint.colour(Role::Soil), 1, 0});
    const Point middle_a = east ? Point{gap.x, gap.centre().y} : Point{gap.centre().x, gap.y};
    const Point middle_b =
        east ? Point{gap.right(), gap.centre().y} : Point{gap.centre().x, gap.bottom()};
    paint.line(middle_a, middle_b, paint.colour(Role::Soil), 1);
}

void draw_room(Ui& ui, const Sheet& sheet, const house::Room& room) {
    const Point low = sheet.at(room.x.value, room.y.value + room.depth.value);
    const Point high = sheet.at(room.x.value + room.width.value, room.y.value);
    const Rect rect{low.x, low.y, high.x - low.x, high.y - low.y};
    ui.paint().fill(rect, ui.colour(room.heated ? Role::Paper : Role::Birch1));
    Rect inside = rect.inset(6, 5);
    if (room.has_kang && inside.h > 60) {
        const Rect kang = inside.cut_bottom(inside.h * 0.36F, 2);
        ui.paint().box(kang, {ui.colour(Role::Kang), ui.colour(Role::Soil), 1, 0});
    }
    const bool fits = ui.width_of(room.name, type::note) <= inside.w && inside.h >= 18;
    if (fits) ui.text(inside, room.name, type::note, Role::Soil, Align::Centre);
}

}  // namespace

void draw_mini_plan(Ui& ui, const house::Plan& plan, const Rect& rect, Role outer) {
    if (plan.rooms.empty()) return;
    const Sheet sheet = sheet_for(plan, rect);
    for (const house::Room& room : plan.rooms) draw_room(ui, sheet, room);
    const auto pieces = house::wall_pieces(plan);
    for (const bool outdoors : {false, true}) {
        for (const house::WallPiece& piece : pieces) {
            if (piece.neighbour_id.empty() == outdoors) draw_wall(ui.paint(), sheet, piece, outer);
        }
    }
    for (const house::Opening& opening : plan.openings) {
        draw_opening(ui.paint(), sheet, plan, opening);
    }
}

}  // namespace longju::kiosk
