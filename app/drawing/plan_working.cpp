// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>

#include "drawing/dimension.h"
#include "drawing/plan_frame.h"
#include "house/outline.h"

/// What a plan for the craftsman shows beyond the one for the farmer.
namespace longju::drawing {

namespace {

using house::OuterWall;
using house::Side;

constexpr double cut_pen_mm = 0.5;

bool outward(Side side) { return side == Side::North || side == Side::East; }

/// The line `off` millimetres outside a wall's axis, where it meets that of the wall before it.
PaperPoint meeting(const PlanFrame& f, const OuterWall& wall, const OuterWall& before, double off) {
    const OuterWall& flat = along_x(wall.side) ? wall : before;
    const OuterWall& tall = along_x(wall.side) ? before : wall;
    return f.paper(tall.at.value + (outward(tall.side) ? off : -off),
                   flat.at.value + (outward(flat.side) ? off : -off));
}

}  // namespace

std::vector<Shape> wall_ring(const PlanFrame& f, double outer_mm, double inner_mm) {
    const std::vector<OuterWall> walls = house::outer_walls(f.house->plan);
    std::vector<Shape> strips;
    for (std::size_t i = 0; i < walls.size(); ++i) {
        const OuterWall& before = walls[(i + walls.size() - 1) % walls.size()];
        const OuterWall& after = walls[(i + 1) % walls.size()];
        strips.push_back({.points = {meeting(f, walls[i], before, outer_mm),
                                     meeting(f, after, walls[i], outer_mm),
                                     meeting(f, after, walls[i], inner_mm),
                                     meeting(f, walls[i], before, inner_mm)}});
    }
    return strips;
}

namespace {

std::vector<Shape> partitions(const PlanFrame& f) {
    std::vector<Shape> shapes;
    for (const house::WallPiece& p : house::wall_pieces(f.house->plan)) {
        // Each is listed from both rooms and drawn once.
        if (p.neighbour_id.empty() || !outward(p.side)) continue;
        const double half = partition_mm / 2.0;
        const double low = p.at.value - half, high = p.at.value + half;
        const double from = p.from.value - half, to = p.to.value + half;
        shapes.push_back(along_x(p.side) ? f.rectangle(from, low, to, high)
                                         : f.rectangle(low, from, high, to));
    }
    return shapes;
}

void put(Marks& marks, std::vector<Shape> shapes, double pen_mm, const Ground& ground) {
    for (Shape& shape : shapes) {
        shape.pen_mm = pen_mm;
        shape.fill = ground.fill;
        shape.pattern = ground.pattern;
        shape.spacing_mm = ground.spacing_mm;
        marks.emplace_back(std::move(shape));
    }
}

}  // namespace

Marks working_walls(const PlanFrame& f) {
    Marks marks;
    const double inner = -f.form.axis_to_inside.value;
    const std::vector<Band> layers = bands(f.house->wall, *f.library);
    // Outlines first, twice as wide, then everything cleared: junctions of walls stay open and the
    // line lies outside the true edge.
    put(marks, partitions(f), 2.0 * cut_pen_mm, {});
    put(marks, wall_ring(f, f.outer_mm, inner), 2.0 * cut_pen_mm, {});
    put(marks, partitions(f), 0.0, ground_of(house::Hatch::Brick, partition_mm / f.scale, f.scale));
    put(marks, wall_ring(f, f.outer_mm, inner), 0.0, {});
    for (const Band& layer : layers) {
        const double from = f.outer_mm - layer.from.value;
        const double to = f.outer_mm - layer.to.value;
        const bool seen = layer.thickness().value / f.scale >= 0.4;
        if (!seen) continue;
        const Ground ground =
            ground_of(layer.material->hatch, layer.thickness().value / f.scale, f.scale);
        put(marks, wall_ring(f, from, to), layer.added ? 0.18 : 0.0, ground);
    }
    return marks;
}

namespace {

/// The lines of walls seen from one side of the house, in plan coordinates along it.
std::vector<double> axes_of(const house::House& house, Side side) {
    std::set<double> places;
    const house::Extent e = house::extent(house.plan);
    for (const house::Room& room : house.plan.rooms) {
        const bool touches = (side == Side::South && room.y == e.south) ||
                             (side == Side::North && room.y + room.depth == e.north) ||
                             (side == Side::West && room.x == e.west) ||
                             (side == Side::East && room.x + room.width == e.east);
        if (!touches) continue;
        places.insert((along_x(side) ? room.x : room.y).value);
        places.insert((along_x(side) ? room.x + room.width : room.y + room.depth).value);
    }
    // The ends of an L or a U.
    places.insert((along_x(side) ? e.west : e.south).value);
    places.insert((along_x(side) ? e.east : e.north).value);
    return {places.begin(), places.end()};
}

std::vector<double> openings_of(const house::House& house, Side side) {
    std::vector<double> places;
    for (const house::Opening& o : house.plan.openings) {
        const house::Room* room = house::find_room(house.plan, o.room_id);
        if (room == nullptr || o.side != side || !house::leads_outdoors(house.plan, o)) continue;
        const double from = ((along_x(side) ? room->x : room->y) + o.offset).value;
        places.push_back(from);
        places.push_back(from + o.width.value);
    }
    std::ranges::sort(places);
    return places;
}

/// Distances from the outer face, mm on paper.
constexpr double first_mm = 12.5;
constexpr double apart_mm = 8.5;
constexpr double to_axis_mm = 7.5;

/// The chains and axes of one side.
struct SideChains {
    bool openings = false;
    bool axes = false;
    bool overall = false;
    std::vector<double> bubbles;  ///< Plan coordinates.

    double reach_mm() const {
        double reach = 0.0;
        for (const bool there : {openings, axes, overall}) {
            if (there) reach = reach == 0.0 ? first_mm : reach + apart_mm;
        }
        // A figure stands over the last line.
        reach += bubbles.empty() ? 4.0 : to_axis_mm + axis_radius_mm;
        return reach;
    }
};

SideChains chains_of(const house::House& house, Side side) {
    SideChains c;
    c.openings = !openings_of(house, side).empty();
    const bool main = side == Side::South || side == Side::West;
    const std::vector<double> here = axes_of(house, side);
    if (main) {
        c.axes = here.size() > 2;
        c.overall = true;
        c.bubbles = here;
        return c;
    }
    const Side facing = side == Side::North ? Side::South : Side::West;
    const std::vector<double> shown = axes_of(house, facing);
    for (const double place : here) {
        if (std::ranges::find(shown, place) == shown.end()) c.bubbles.push_back(place);
    }
    c.axes = !c.bubbles.empty();
    return c;
}

}  // namespace

std::string axis_name(const house::House& house, bool x, double place) {
    std::set<double> all;
    for (const Side side : {Side::South, Side::North, Side::West, Side::East}) {
        if (along_x(side) != x) continue;
        for (const double p : axes_of(house, side)) all.insert(p);
    }
    const auto index = static_cast<std::size_t>(std::distance(all.begin(), all.find(place)));
    return x ? axis_number(index) : axis_letter(index);
}

namespace {

class DimensionDrawer {
public:
    explicit DimensionDrawer(const PlanFrame& frame) : f_(frame) {}

    Marks draw() {
        for (const Side side : {Side::South, Side::West, Side::North, Side::East}) one(side);
        return std::move(marks_);
    }

private:
    /// Distance on paper from the outer faces at which chains begin: a sunspace lies before them.
    double ahead_mm(Side side) const {
        const auto& sun = f_.house->sunspace;
        return side == Side::South && sun ? sun->depth.value / f_.scale : 0.0;
    }

    /// Paper coordinate across the side, `off` mm outside its outer face.
    double across(Side side, double off) const {
        const house::Extent& e = f_.extent;
        switch (side) {
            case Side::South:
                return f_.paper(0, e.south.value - f_.outer_mm).y_mm + off;
            case Side::North:
                return f_.paper(0, e.north.value + f_.outer_mm).y_mm - off;
            case Side::West:
                return f_.paper(e.west.value - f_.outer_mm, 0).x_mm - off;
            case Side::East:
                return f_.paper(e.east.value + f_.outer_mm, 0).x_mm + off;
        }
        return 0.0;
    }

    double along(Side side, double place) const {
        return along_x(side) ? f_.paper(place, 0).x_mm : f_.paper(0, place).y_mm;
    }

    /// The outer faces at both ends, with `places` between.
    void add(Side side, double off, std::vector<double> places) {
        const house::Extent& e = f_.extent;
        places.insert(places.begin(), (along_x(side) ? e.west : e.south).value - f_.outer_mm);
        places.push_back((along_x(side) ? e.east : e.north).value + f_.outer_mm);
        Chain c{.upright = !along_x(side), .across_mm = across(side, off)};
        for (const double place : places) {
            c.at_mm.push_back(along(side, place));
            c.real_mm.push_back(place);
        }
        if (c.upright) {
            std::ranges::reverse(c.at_mm);
            std::ranges::reverse(c.real_mm);
        }
        c.thing_mm = across(side, off - (off > ahead_mm(side) + first_mm ? 4.5 : 9.0));
        for (Mark& mark : chain(c)) marks_.push_back(std::move(mark));
    }

    void one(Side side) {
        const SideChains c = chains_of(*f_.house, side);
        const double first = ahead_mm(side) + first_mm;
        // Axes first: the figures of the chains stand on white before them.
        add_axes(side, c, first);
        double off = first;
        if (c.openings) {
            add(side, off, openings_of(*f_.house, side));
            off += apart_mm;
        }
        if (c.axes) {
            add(side, off, axes_of(*f_.house, side));
            off += apart_mm;
        }
        if (c.overall) add(side, off, {});
    }

    void add_axes(Side side, const SideChains& c, double first) {
        double off = first - apart_mm + to_axis_mm;
        for (const bool there : {c.openings, c.axes, c.overall}) off += there ? apart_mm : 0.0;
        for (const double place : c.bubbles) {
            const double at = along(side, place);
            const auto point = [&](double o) {
                return along_x(side) ? PaperPoint{at, across(side, o)}
                                     : PaperPoint{across(side, o), at};
            };
            const std::string name = axis_name(*f_.house, along_x(side), place);
            for (Mark& mark : axis_mark(point(off), point(ahead_mm(side) + 3.0), name)) {
                marks_.push_back(std::move(mark));
            }
        }
    }

    const PlanFrame& f_;
    Marks marks_;
};

/// 剖切符号: a long stroke in the cut, a short one in the direction of view (to the west).
void section_marks(Marks& marks, const PlanFrame& f, const PlanMargins& margins, double x_mm) {
    const house::Extent& e = f.extent;
    const double x = f.paper(x_mm, 0).x_mm;
    const double top = f.paper(0, e.north.value + f.outer_mm).y_mm - margins.north;
    const double bottom = f.paper(0, e.south.value - f.outer_mm).y_mm + margins.south;
    constexpr double cut_mm = 5.0;
    constexpr double view_mm = 4.0;
    for (const auto& [outer, inner] :
         {std::pair{top, top + cut_mm}, std::pair{bottom, bottom - cut_mm}}) {
        marks.emplace_back(Line{{x, outer}, {x, inner}, 0.7});
        marks.emplace_back(Line{{x, outer}, {x - view_mm, outer}, 0.7});
        marks.emplace_back(Text{.at = {x - view_mm - 2.2, outer + 1.4},
                                .text = "1",
                                .size_pt = 11.0,
                                .bold = true,
                                .anchor = Anchor::Middle});
    }
}

constexpr double section_mark_mm = 6.0;

}  // namespace

PlanMargins working_margins(const house::House& house, int scale) {
    const double sun_mm = house.sunspace ? house.sunspace->depth.value / scale : 0.0;
    return {chains_of(house, Side::West).reach_mm() + 1.0,
            chains_of(house, Side::North).reach_mm() + section_mark_mm,
            chains_of(house, Side::East).reach_mm() + 1.0,
            chains_of(house, Side::South).reach_mm() + sun_mm + section_mark_mm};
}

Marks working_dimensions(const PlanFrame& frame, Millimetres section_at) {
    Marks marks = DimensionDrawer(frame).draw();
    section_marks(marks, frame, working_margins(*frame.house, frame.scale), section_at.value);
    return marks;
}

Marks working_hearth(const PlanFrame& f) {
    Marks marks;
    const auto found = house::hearth(*f.house);
    if (!found) return marks;
    const auto square = [&](const house::PlanPoint& p, double wide, double tall) {
        return f.rectangle(p.x.value - wide / 2.0, p.y.value - tall / 2.0, p.x.value + wide / 2.0,
                           p.y.value + tall / 2.0);
    };
    Shape chimney = square(found->chimney, house::chimney_width.value, house::chimney_width.value);
    chimney.pen_mm = 0.35;
    chimney.fill = Fill::White;
    marks.emplace_back(std::move(chimney));
    Shape flue = square(found->chimney, 260.0, 260.0);
    flue.pen_mm = 0.25;
    marks.emplace_back(flue);
    flue.points = {flue.points[0], flue.points[3], flue.points[2]};  // Upper left half.
    flue.pen_mm = 0.0;
    flue.fill = Fill::Black;
    marks.emplace_back(std::move(flue));
    const double wide = found->boiler ? 800.0 : 1000.0;
    Shape stove =
        square(found->stove, found->along_x ? wide : 600.0, found->along_x ? 600.0 : wide);
    stove.pen_mm = 0.35;
    stove.fill = Fill::White;
    marks.emplace_back(std::move(stove));
    const PaperPoint middle = f.paper(found->stove.x.value, found->stove.y.value);
    if (!found->boiler) marks.emplace_back(Arc{middle, 210.0 / f.scale, 0.25});
    marks.emplace_back(Text{.at = {middle.x_mm, middle.y_mm + 1.1},
                            .text = found->boiler ? "炉" : "灶",
                            .size_pt = 8.0,
                            .anchor = Anchor::Middle,
                            .on_white = found->boiler});
    return marks;
}

}  // namespace longju::drawing
