// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "drawing/plan.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/text.h"
#include "drawing/plan_frame.h"

namespace longju::drawing {

namespace {

using house::Side;

constexpr double plan_chain_mm = 7.0;  // From the wall to the dimension line, on paper.

bool horizontal(Side side) { return side == Side::South || side == Side::North; }

class PlanDrawer {
public:
    PlanDrawer(const house::House& house, const house::Library& library, const PlanStyle& style,
               PaperPoint at)
        : house_(house),
          style_(style),
          extent_(house::extent(house.plan)),
          frame_(plan_frame(house, library, style, at)) {
        outer_mm_ = frame_.outer_mm;
        inner_mm_ = frame_.form.axis_to_inside.value;
        for (const house::AddedLayer& added : house.wall.added) {
            if (added.side == house::LayerSide::Outside) added_mm_ += added.layer.thickness.value;
        }
    }

    Marks draw() {
        if (style_.overall_size && !style_.working) add_chains();
        if (house_.sunspace) add_sunspace(*house_.sunspace);
        if (style_.working) {
            add(working_walls(frame_));
        } else {
            add_walls();
        }
        for (const house::Room& room : house_.plan.rooms) add_kang(room);
        for (const house::Opening& o : house_.plan.openings) add_opening(o);
        if (style_.working) {
            add(working_hearth(frame_));
            add(working_dimensions(frame_, section_place(house_)));
        }
        for (const house::Room& room : house_.plan.rooms) add_name(room);
        return std::move(marks_);
    }

private:
    PaperPoint paper(double x_mm, double y_mm) const { return frame_.paper(x_mm, y_mm); }
    Shape rectangle(double x0, double y0, double x1, double y1) const {
        return frame_.rectangle(x0, y0, x1, y1);
    }
    void add(Marks marks) {
        for (Mark& mark : marks) marks_.push_back(std::move(mark));
    }

    /// Solid: the plan of the farmer's paper and of the screen.
    void add_walls() {
        for (const house::WallPiece& p : house::wall_pieces(house_.plan)) {
            const bool outward = p.side == Side::North || p.side == Side::East;
            // Each face of a partition is drawn once, from the side that looks out.
            if (p.neighbour_id.empty() || !outward) continue;
            const double half = partition_mm / 2.0;
            const double low = p.at.value - half, high = p.at.value + half;
            const double from = p.from.value, to = p.to.value;
            Shape s = horizontal(p.side) ? rectangle(from, low, to, high)
                                         : rectangle(low, from, high, to);
            s.pen_mm = 0.0;
            s.fill = Fill::Black;
            marks_.emplace_back(std::move(s));
        }
        for (Shape& s : wall_ring(frame_, outer_mm_, -inner_mm_)) {
            s.pen_mm = 0.05;  // No seam at the mitres.
            s.fill = Fill::Black;
            marks_.emplace_back(std::move(s));
        }
    }

    void add_opening(const house::Opening& o) {
        const house::Room* room = house::find_room(house_.plan, o.room_id);
        if (room == nullptr) return;
        const bool along_x = horizontal(o.side);
        const double a = (along_x ? room->x.value : room->y.value) + o.offset.value;
        const double b = a + o.width.value;
        const double at = axis_of(*room, o.side);
        const bool outer = house::leads_outdoors(house_.plan, o);
        const bool outward = o.side == Side::North || o.side == Side::East;
        const double beyond = outer ? outer_mm_ : partition_mm / 2.0;
        const double within = outer ? inner_mm_ : partition_mm / 2.0;
        const double low = at - (outward ? within : beyond);
        const double high = at + (outward ? beyond : within);
        // Layers put on outside are taken out with the wall.
        const double more = outer && style_.working ? added_mm_ : 0.0;
        const double hole_low = low - (outward ? 0.0 : more);
        const double hole_high = high + (outward ? more : 0.0);
        Shape hole =
            along_x ? rectangle(a, hole_low, b, hole_high) : rectangle(hole_low, a, hole_high, b);
        hole.fill = Fill::White;
        hole.pen_mm = 0.13;
        marks_.emplace_back(std::move(hole));
        if (o.kind == house::OpeningKind::Window) {
            for (const double part : {0.36, 0.64}) {
                const double c = low + (high - low) * part;
                marks_.emplace_back(along_x ? Line{paper(a, c), paper(b, c), 0.18}
                                            : Line{paper(c, a), paper(c, b), 0.18});
            }
        } else {
            add_swing(o, a, b, at);
        }
        if (style_.working && outer) add_tag(o, (a + b) / 2.0, outward ? hole_high : hole_low);
    }

    /// C-1 outside the wall.
    void add_tag(const house::Opening& o, double middle, double face) {
        constexpr double off_mm = 2.2;
        const bool along_x = horizontal(o.side);
        PaperPoint at = along_x ? paper(middle, face) : paper(face, middle);
        constexpr double tall_mm = 2.3;
        if (o.side == Side::South) at.y_mm += off_mm + tall_mm;
        if (o.side == Side::North) at.y_mm -= off_mm;
        if (o.side == Side::East) at.x_mm += off_mm + tall_mm;
        if (o.side == Side::West) at.x_mm -= off_mm;
        marks_.emplace_back(Text{.at = at,
                                 .text = o.id,
                                 .size_pt = 8.5,
                                 .anchor = Anchor::Middle,
                                 .on_white = true,
                                 .upright = !along_x});
    }

    static double axis_of(const house::Room& room, Side side) {
        switch (side) {
            case Side::South:
                return room.y.value;
            case Side::North:
                return room.y.value + room.depth.value;
            case Side::West:
                return room.x.value;
            case Side::East:
                return room.x.value + room.width.value;
        }
        return 0.0;
    }

    /// Leaf and swing, hinged at the low end, opening into the room.
    void add_swing(const house::Opening& o, double a, double b, double at) {
        const double radius = (b - a) / style_.scale;
        const bool up = o.side == Side::South || o.side == Side::West;
        if (horizontal(o.side)) {
            const PaperPoint hinge = paper(a, at);
            marks_.emplace_back(Line{hinge, paper(a, at + (up ? b - a : a - b)), 0.35});
            marks_.emplace_back(
                Arc{hinge, radius, 0.13, Fill::None, up ? 270.0 : 0.0, up ? 360.0 : 90.0});
        } else {
            const PaperPoint hinge = paper(at, a);
            marks_.emplace_back(Line{hinge, paper(at + (up ? b - a : a - b), a), 0.35});
            marks_.emplace_back(
                Arc{hinge, radius, 0.13, Fill::None, up ? 270.0 : 180.0, up ? 360.0 : 270.0});
        }
    }

    /// A kang lies along the south window wall, or along the north of a northern room.
    void add_kang(const house::Room& room) {
        if (!room.has_kang) return;
        constexpr double depth_mm = 2000.0;  // 2.0 to 2.2 m deep (domain facts 5.3).
        // Between the inner faces of outer walls and partitions.
        const bool west = room.x == extent_.west, east = room.x + room.width == extent_.east;
        const double x0 = room.x.value + (west ? inner_mm_ : partition_mm / 2.0);
        const double x1 = (room.x + room.width).value - (east ? inner_mm_ : partition_mm / 2.0);
        const double y0 = room.y.value + std::max(inner_mm_, partition_mm / 2.0);
        const double y1 = y0 + std::min(depth_mm, room.depth.value / 2.0);
        Shape s = rectangle(x0, y0, x1, y1);
        s.pen_mm = 0.25;
        marks_.emplace_back(std::move(s));
        for (int i = 1; i < 4; ++i) {
            const double y = y0 + (y1 - y0) * i / 4.0;
            marks_.emplace_back(Line{paper(x0 + 150, y), paper(x1 - 150, y), 0.13, Dash::Dashed});
        }
        const PaperPoint middle = paper((x0 + x1) / 2.0, (y0 + y1) / 2.0);
        marks_.emplace_back(Text{{middle.x_mm, middle.y_mm + 1.0},
                                 "炕",
                                 style_.room_name_pt - 1.0,
                                 false,
                                 Anchor::Middle,
                                 false,
                                 true});
    }

    void add_name(const house::Room& room) {
        const double kang_mm = room.has_kang ? std::min(2000.0, room.depth.value / 2.0) : 0.0;
        const double x = room.x.value + room.width.value / 2.0;
        const double y = room.y.value + (room.depth.value + kang_mm) / 2.0;
        PaperPoint at = paper(x, y);
        at.y_mm += style_.room_name_pt * mm_per_pt * 0.36;
        if (style_.areas) at.y_mm -= 1.2;
        const double width_mm = room.width.value / style_.scale;
        const auto letters = static_cast<double>(code_points(room.name).size());
        const double fitting_pt = (width_mm - 1.2) / letters / mm_per_pt;
        const double size = std::min(style_.room_name_pt, fitting_pt);
        marks_.emplace_back(Text{at, room.name, size, true, Anchor::Middle, false, true});
        // A small room has its name alone.
        constexpr double least_mm = 14.0;
        if (!style_.areas || width_mm < least_mm) return;
        const double area_m2 = room.width.value * room.depth.value / 1e6;
        marks_.emplace_back(Text{{at.x_mm, at.y_mm + 3.4},
                                 formatted(area_m2, 1) + " m²",
                                 style_.room_name_pt - 1.5,
                                 false,
                                 Anchor::Middle,
                                 false,
                                 true});
    }

    void add_sunspace(const house::Sunspace& s) {
        const house::Room* room = house::find_room(house_.plan, s.room_id);
        if (room == nullptr) return;
        const double x0 = room->x.value + s.offset.value;
        const double y1 = room->y.value - outer_mm_;
        Shape outline = rectangle(x0, y1 - s.depth.value, x0 + s.width.value, y1);
        outline.pen_mm = 0.35;
        marks_.emplace_back(std::move(outline));
        // Below the tags of the windows behind it.
        const double down = style_.working ? 0.8 : 0.5;
        const PaperPoint middle = paper(x0 + s.width.value / 2.0, y1 - s.depth.value * down);
        marks_.emplace_back(Text{{middle.x_mm, middle.y_mm + 1.0},
                                 "阳光间",
                                 style_.room_name_pt - 1.0,
                                 false,
                                 Anchor::Middle,
                                 false,
                                 true});
    }

    void add_chain(const PaperPoint& from, const PaperPoint& to, double length_mm, bool upright) {
        constexpr double tick = 1.0;
        marks_.emplace_back(Line{from, to, 0.18});
        for (const PaperPoint& p : {from, to}) {
            marks_.emplace_back(
                Line{{p.x_mm - tick, p.y_mm + tick}, {p.x_mm + tick, p.y_mm - tick}, 0.5});
        }
        const PaperPoint middle{(from.x_mm + to.x_mm) / 2.0, (from.y_mm + to.y_mm) / 2.0};
        Text figure{
            {middle.x_mm, middle.y_mm - 0.8}, formatted(length_mm, 0), 8.0, false, Anchor::Middle};
        std::erase(figure.text, ',');
        if (upright) figure.at = {middle.x_mm, middle.y_mm + 1.0}, figure.on_white = true;
        marks_.emplace_back(std::move(figure));
    }

    void add_chains() {
        const double w = extent_.width().value + 2 * outer_mm_;
        const double d = extent_.depth().value + 2 * outer_mm_;
        const double west = extent_.west.value - outer_mm_;
        const double south = extent_.south.value - outer_mm_ -
                             (house_.sunspace ? house_.sunspace->depth.value : 0.0);
        const double below = plan_chain_mm * 0.75;
        PaperPoint a = paper(west, south);
        PaperPoint b = paper(west + w, south);
        a.y_mm += below, b.y_mm += below;
        add_chain(a, b, w, false);
        PaperPoint c = paper(west, extent_.south.value - outer_mm_);
        PaperPoint e = paper(west, extent_.north.value + outer_mm_);
        c.x_mm -= plan_chain_mm * 0.75, e.x_mm -= plan_chain_mm * 0.75;
        add_chain(c, e, d, true);
    }

    const house::House& house_;
    const PlanStyle& style_;
    house::Extent extent_;
    PlanFrame frame_;
    double outer_mm_ = 0.0;
    double inner_mm_ = 120.0;
    double added_mm_ = 0.0;  // Outside the wall as it stood.
    Marks marks_;
};

}  // namespace

PlanSize plan_size(const house::House& house, const PlanStyle& style) {
    const house::Extent e = house::extent(house.plan);
    const double outer_mm = 2 * house.plan.axis_to_outer_face.value;
    const double wide_mm = (e.width().value + outer_mm) / style.scale;
    const double deep_mm = (e.depth().value + outer_mm) / style.scale;
    if (style.working) {
        const PlanMargins m = working_margins(house, style.scale);
        return {wide_mm + m.west + m.east, deep_mm + m.north + m.south};
    }
    const double sun_mm = house.sunspace ? house.sunspace->depth.value / style.scale : 0.0;
    const double chain = style.overall_size ? 1.0 : 0.0;
    return {wide_mm + chain * (plan_chain_mm + 3.0),
            deep_mm + sun_mm + chain * (plan_chain_mm * 0.75 + 1.5)};
}

Millimetres section_place(const house::House& house) {
    const house::Extent e = house::extent(house.plan);
    double best = (e.west + e.east).value / 2.0;
    int most = -1;
    constexpr double step_mm = 150.0;
    constexpr double clear_mm = 400.0;  // From walls along the cut.
    for (double x = e.west.value + clear_mm; x < e.east.value - clear_mm; x += step_mm) {
        const bool on_wall = std::ranges::any_of(house.plan.rooms, [&](const house::Room& r) {
            return std::abs(r.x.value - x) < clear_mm ||
                   std::abs((r.x + r.width).value - x) < clear_mm;
        });
        if (on_wall) continue;
        int met = 0;
        for (const house::Opening& o : house.plan.openings) {
            const house::Room* room = house::find_room(house.plan, o.room_id);
            if (room == nullptr || !horizontal(o.side)) continue;
            const double from = (room->x + o.offset).value;
            // Windows tell more than doors.
            const int worth = o.kind == house::OpeningKind::Window ? 3 : 2;
            if (x > from + 150.0 && x < from + o.width.value - 150.0) met += worth;
        }
        if (met > most) best = x, most = met;
    }
    return Millimetres{best};
}

PlanFrame plan_frame(const house::House& house, const house::Library& library,
                     const PlanStyle& style, PaperPoint at) {
    PlanFrame frame{.house = &house,
                    .library = &library,
                    .form = house::form_of(house, library),
                    .extent = house::extent(house.plan),
                    .outer_mm = house.plan.axis_to_outer_face.value,
                    .corner = at,
                    .scale = style.scale};
    if (style.overall_size && !style.working) frame.corner.x_mm += plan_chain_mm + 3.0;
    if (style.working) {
        const PlanMargins margins = working_margins(house, style.scale);
        frame.corner.x_mm += margins.west;
        frame.corner.y_mm += margins.north;
    }
    return frame;
}

Marks plan(const house::House& house, const house::Library& library, const PlanStyle& style,
           PaperPoint at) {
    return PlanDrawer(house, library, style, at).draw();
}

Marks north_arrow(Degrees azimuth, PaperPoint centre, double radius_mm) {
    // The page's up is the house's north, `azimuth` clockwise from true north.
    const double turn = -azimuth.value * std::numbers::pi / 180.0;
    const auto at = [&](double ahead, double aside) {
        return PaperPoint{centre.x_mm + std::sin(turn) * ahead + std::cos(turn) * aside,
                          centre.y_mm - std::cos(turn) * ahead + std::sin(turn) * aside};
    };
    const double half = radius_mm / 4.0;
    Marks marks;
    marks.emplace_back(Arc{centre, radius_mm, 0.18});
    marks.emplace_back(
        Shape{.points = {at(radius_mm, 0), at(-radius_mm, half), at(-radius_mm, -half)},
              .pen_mm = 0.0,
              .fill = Fill::Black});
    const PaperPoint word = at(radius_mm + 2.0, 0);
    marks.emplace_back(Text{{word.x_mm, word.y_mm + 1.1}, "北", 8.0, true, Anchor::Middle});
    return marks;
}

}  // namespace longju::drawing
