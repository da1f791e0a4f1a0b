// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/plan_hands.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "house/adjust.h"
#include "kiosk/amounts.h"
#include "kiosk/edits.h"
#include "kiosk/hand.h"
#include "kiosk/widgets.h"

namespace longju::kiosk {
namespace {

using house::Jamb;
using house::Side;

/// An opening on the screen: the middle of its outer face, how long it is, and which way is out.
struct WallGap {
    Point middle;
    float length = 0;
    bool level = true;  ///< Runs from left to right.
    Point out;          ///< One pixel away from the house.
};

struct DrawnPlan {
    const house::House& house;
    const PlanPlace& place;

    double mm_per_px() const { return 1.0 / static_cast<double>(place.px_per_mm); }

    WallGap gap_of(const house::Opening& o) const {
        const house::Room& room = *house::find_room(house.plan, o.room_id);
        const bool level = house::along_x(o.side);
        const double along = (level ? room.x : room.y).value + o.offset.value + o.width.value / 2;
        const double outer = house.plan.axis_to_outer_face.value;
        WallGap gap{.length = static_cast<float>(o.width.value) * place.px_per_mm, .level = level};
        switch (o.side) {
            case Side::South:
                gap.middle = place.at(along, room.y.value - outer), gap.out = {0, 1};
                break;
            case Side::North:
                gap.middle = place.at(along, (room.y + room.depth).value + outer);
                gap.out = {0, -1};
                break;
            case Side::West:
                gap.middle = place.at(room.x.value - outer, along), gap.out = {-1, 0};
                break;
            case Side::East:
                gap.middle = place.at((room.x + room.width).value + outer, along);
                gap.out = {1, 0};
                break;
        }
        return gap;
    }
};

Rect square_at(Point middle, float size) {
    return {middle.x - size / 2, middle.y - size / 2, size, size};
}

Phrase opening_phrase(const house::House& house, std::size_t index, Jamb jamb) {
    const house::Opening& o = house.plan.openings[index];
    const bool window = o.kind == house::OpeningKind::Window;
    if (jamb == Jamb::Both) return phrase(window ? "edit.window.moved" : "edit.door.moved");
    return phrase(window ? "edit.window.width" : "edit.door.width",
                  fmt::format("{:.0f}", o.width.value));
}

Hand opening_hand(const DrawnPlan& plan, std::size_t index, Jamb jamb, const Rect& rect) {
    constexpr std::array<std::string_view, 3> part{"", ".low", ".high"};
    const bool level = house::along_x(plan.house.plan.openings[index].side);
    const std::string id = fmt::format("configure.opening.{}", index);
    return {.id = id + std::string(part.at(static_cast<std::size_t>(jamb))),
            .rect = rect,
            .field = fmt::format("house.plan.openings[{}]", index),
            .mm_per_px = plan.mm_per_px(),
            .moved =
                [index, jamb, level](house::House start, double x_mm, double y_mm) {
                    return house::with_opening_moved(std::move(start), index, jamb,
                                                     Millimetres{level ? x_mm : y_mm});
                },
            .what = [index, jamb](
                        const house::House& moved) { return opening_phrase(moved, index, jamb); },
            .taken = [index](View& view) { view.opening = static_cast<int>(index); }};
}

/// Grips at both jambs, outside the wall, and the width within.
void draw_jambs(Ui& ui, const AppState& state, const DrawnPlan& plan, std::size_t index) {
    const house::Opening& opening = plan.house.plan.openings[index];
    const WallGap gap = plan.gap_of(opening);
    constexpr float apart = 54, away = hand_away - 6;
    const float half = std::max(gap.length, apart) / 2;
    for (const Jamb jamb : {Jamb::Low, Jamb::High}) {
        const float along = jamb == Jamb::Low ? -half : half;
        const Point middle{gap.middle.x + gap.out.x * away + (gap.level ? along : 0),
                           gap.middle.y + gap.out.y * away - (gap.level ? 0 : along)};
        const Rect grip = square_at(middle, hand_size);
        const Press press = hold(ui, state, opening_hand(plan, index, jamb, grip));
        draw_hand(ui, grip, gap.level ? HandShape::LeftRight : HandShape::UpDown, press.held);
    }
    const std::string width = fmt::format("{:.0f}", opening.width.value);
    const float plate = ui.width_of(width, type::note_bold) + 20;
    constexpr float within = 44;
    draw_hand_plate(
        ui, {gap.middle.x - gap.out.x * within - plate / 2, gap.middle.y - gap.out.y * within},
        width);
}

void draw_openings(Ui& ui, const AppState& state, const DrawnPlan& plan) {
    const auto& openings = plan.house.plan.openings;
    for (std::size_t i = 0; i < openings.size(); ++i) {
        if (!house::leads_outdoors(plan.house.plan, openings[i])) continue;
        const WallGap gap = plan.gap_of(openings[i]);
        const float along = std::max(gap.length, hand_size);
        constexpr float into_wall = 7;
        const Point middle = gap.middle - gap.out * into_wall;
        const Rect rect =
            gap.level ? Rect{middle.x - along / 2, middle.y - hand_size / 2, along, hand_size}
                      : Rect{middle.x - hand_size / 2, middle.y - along / 2, hand_size, along};
        const bool chosen = state.view.opening == static_cast<int>(i);
        Hand hand = opening_hand(plan, i, Jamb::Both, rect);
        hand.on = chosen;
        hold(ui, state, hand);
        constexpr float thick = 12;
        const Rect mark =
            gap.level
                ? Rect{gap.middle.x - gap.length / 2, middle.y - thick / 2, gap.length, thick}
                : Rect{middle.x - thick / 2, gap.middle.y - gap.length / 2, thick, gap.length};
        if (chosen) {
            ui.paint().box(mark.inset(-3), {ui.colour(Role::Corn), ui.colour(Role::Soil), 2, 4});
        }
    }
    const auto chosen = static_cast<std::size_t>(std::max(0, state.view.opening));
    const bool any = state.view.opening >= 0 && chosen < openings.size();
    if (any && house::leads_outdoors(plan.house.plan, openings[chosen])) {
        draw_jambs(ui, state, plan, chosen);
    }
}

/// A line of walls and where its grip is.
struct Grip {
    house::AxisLine line;
    Point middle;
    int number = 0;  ///< Among the lines of its direction.

    float along() const { return line.upright ? middle.x : middle.y; }
};

/// Along the upper and right edge, as many as stand beside each other; the outer walls always.
std::vector<Grip> grips_of(const DrawnPlan& plan, bool upright) {
    const house::Extent e = house::extent(plan.house.plan);
    const double outer = plan.house.plan.axis_to_outer_face.value;
    const Point corner =
        plan.place.at(e.east.value + outer, e.north.value + outer) + Point{hand_away, -hand_away};
    std::vector<Grip> grips;
    int number = 0;
    const auto near = [](const Grip& a, const Grip& b) {
        return std::abs(a.along() - b.along()) < hand_size + 1;
    };
    for (const house::AxisLine& line : house::axis_lines(plan.house.plan)) {
        if (line.upright != upright) continue;
        const Point on = plan.place.at(line.at.value, line.at.value);
        const Grip grip{line, upright ? Point{on.x, corner.y} : Point{corner.x, on.y}, number++};
        const bool last = line.at == (upright ? e.east : e.north);
        while (last && grips.size() > 1 && near(grips.back(), grip)) grips.pop_back();
        if (grips.empty() || !near(grips.back(), grip)) grips.push_back(grip);
    }
    return grips;
}

/// How far two lines are apart, between their grips.
void draw_apart(Ui& ui, const Grip& a, const Grip& b) {
    const std::string apart = fmt::format("{:.0f}", (b.line.at - a.line.at).value);
    const float needed = hand_size + (a.line.upright ? ui.width_of(apart, type::note) + 8 : 24.0F);
    if (std::abs(b.along() - a.along()) < needed) return;
    const Point between = (a.middle + b.middle) * 0.5F;
    ui.text({between.x - 40, between.y - 12, 80, 24}, apart, type::note, Role::Soil, Align::Centre);
}

void draw_walls(Ui& ui, const AppState& state, const DrawnPlan& plan) {
    for (const bool upright : {true, false}) {
        const std::vector<Grip> grips = grips_of(plan, upright);
        for (std::size_t i = 0; i < grips.size(); ++i) {
            const house::AxisLine line = grips[i].line;
            const Rect rect = square_at(grips[i].middle, hand_size);
            const std::string id =
                fmt::format("configure.wall.{}{}", upright ? "x" : "y", grips[i].number);
            const Press press =
                hold(ui, state,
                     {.id = id,
                      .rect = rect,
                      .field = id,
                      .mm_per_px = plan.mm_per_px(),
                      .moved =
                          [line](house::House start, double x_mm, double y_mm) {
                              return house::with_axis_moved(
                                  std::move(start), line, Millimetres{line.upright ? x_mm : y_mm});
                          },
                      .what = [](const house::House&) { return phrase("edit.wall.moved"); }});
            draw_hand(ui, rect, upright ? HandShape::LeftRight : HandShape::UpDown, press.held);
            if (i > 0) draw_apart(ui, grips[i - 1], grips[i]);
        }
    }
}

struct Face {
    house::LimitSubject subject;
    std::string_view word;
};
constexpr std::array<Face, 3> faces{
    {{house::LimitSubject::WindowToWallSouth, "view.share.south"},
     {house::LimitSubject::WindowToWallNorth, "view.share.north"},
     {house::LimitSubject::WindowToWallEastWest, "view.share.east_west"}}};

/// One face and what each standard allows it; answers whether the house has windows there.
bool draw_face(Ui& ui, const estimate::Estimate& estimate, const Face& face, const Rect& rect) {
    std::string limits;
    std::optional<double> share;
    bool met = true;
    for (const house::LimitFinding& finding : estimate.limits_after) {
        if (finding.limit->subject != face.subject) continue;
        share = finding.value;
        met = met && finding.met;
        const bool rural = finding.limit->standard.contains("50824");
        if (!limits.empty()) limits += "  ";
        limits += ui.words()(rural ? "view.share.rural" : "view.share.general",
                             {percent(finding.limit->max)});
    }
    if (!share) return false;
    ui.paint().box(rect, {ui.colour(met ? Role::Paper : Role::BrickSoft),
                          ui.colour(met ? Role::Birch3 : Role::Brick), 1, 8});
    Rect inside = rect.inset(10, 3);
    Rect head = inside.cut_top(inside.h / 2);
    ui.paint().icon(met ? "check" : "cross", head.cut_left(20, 6),
                    ui.colour(met ? Role::Pine : Role::Brick));
    ui.text(head, ui.words()(face.word, {percent(*share)}), type::note_bold, Role::Soil);
    ui.text(inside, limits, type::note, Role::Soil2);
    return true;
}

}  // namespace

void draw_hand(Ui& ui, const Rect& rect, HandShape shape, bool held) {
    const Point c = rect.centre();
    constexpr float radius = 15;
    ui.paint().disc(c, radius, ui.colour(Role::Soil));
    ui.paint().disc(c, radius - 2, ui.colour(held ? Role::CornDown : Role::Corn));
    for (const float side : {-1.0F, 1.0F}) {
        std::array<Point, 3> chevron{Point{side * 4, -5}, Point{side * 9, 0}, Point{side * 4, 5}};
        for (Point& p : chevron) {
            if (shape == HandShape::UpDown) p = {p.y, p.x};
            p = c + p;
        }
        ui.paint().polyline(chevron, ui.colour(Role::Soil), 2.2F);
    }
}

void draw_hand_plate(Ui& ui, Point left_centre, std::string_view text) {
    const Rect plate{left_centre.x, left_centre.y - 15, ui.width_of(text, type::note_bold) + 20,
                     30};
    ui.paint().box(plate, {ui.colour(Role::Paper), ui.colour(Role::Soil), 1.5F, 7});
    ui.text(plate, text, type::note_bold, Role::Soil, Align::Centre);
}

void draw_plan_hands(Ui& ui, const AppState& state, const Rect& rect, const PlanPlace& place) {
    const DrawnPlan plan{inputs_of(state).house, place};
    // A finger cannot place what is smaller.
    constexpr float least_px_per_mm = 0.03F;
    if (place.px_per_mm < least_px_per_mm) return;
    const Press beside = ui.press("configure.plan", rect, {.radius = 12, .focusable = false});
    if (beside.clicked) emit_view(ui, state, [](View& view) { view.opening = -1; });
    if (state.view.opening < 0) draw_walls(ui, state, plan);
    draw_openings(ui, state, plan);
}

void draw_window_shares(Ui& ui, const AppState& state, Rect rect) {
    const estimate::Estimate* estimate = shown_estimate(state);
    if (estimate == nullptr || estimate->limits_after.empty()) return;
    constexpr float cell_height = 54, note_height = 44;
    constexpr float least_column = cell_height * 3 + note_height;
    if (rect.h >= least_column) {
        for (const Face& face : faces) {
            const Rect cell{rect.x, rect.y, rect.w, cell_height};
            if (draw_face(ui, *estimate, face, cell)) rect.cut_top(cell_height, 6);
        }
        ui.text(rect.cut_top(note_height), ui.word("view.share.memory"), type::note, Role::Soil2);
        return;
    }
    Rect row = rect.cut_top(cell_height, 4);
    // Where three do not stand beside each other, that of the south: the largest windows.
    constexpr float least_width = 236;
    const float width = row.w < 3 * least_width + 20 ? row.w : (row.w - 20) / 3;
    for (const Face& face : faces) {
        if (row.w < width) break;
        const Rect cell{row.x, row.y, width, cell_height};
        if (draw_face(ui, *estimate, face, cell)) row.cut_left(width, 10);
    }
    if (rect.h > 22) ui.text(rect, ui.word("view.share.memory"), type::note, Role::Soil2);
}

}  // namespace longju::kiosk
