// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "drawing/section.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <ranges>
#include <set>

#include "drawing/opening_front.h"
#include "drawing/plan_frame.h"
#include "drawing/section_frame.h"

namespace longju::drawing {

namespace {

using house::RoofForm;
using house::Side;

class SectionDrawer : public SectionFrame {
public:
    using SectionFrame::SectionFrame;

    PlanSize size() const {
        return {section_left_mm + section_right_mm +
                    (before_mm() + form.depth.value + beyond_mm()) / scale(),
                (form.ridge.value) / scale() + section_below_mm};
    }

    PaperPoint place(Millimetres from_south, Millimetres above_ground) const {
        return paper(from_south.value, above_ground.value);
    }

    Marks draw(SectionNotes notes) {
        if (rooms.empty()) return {};
        add_ground();
        add_floor();
        for (int storey = 0; storey < drawn.storeys; ++storey) add_storey(storey);
        add_ceiling();
        add_roof();
        add_walls();
        if (drawn.sunspace && cuts_sunspace()) add_sunspace(*drawn.sunspace);
        const bool all = notes == SectionNotes::All;
        if (all) add_heights();
        if (all) add_depths();
        add_levels();
        if (all) add_indexes();
        return take();
    }

private:
    void add_ground() {
        constexpr double deep_mm = 300.0;
        const double reach = 700.0;
        const double south = first_v() - (before_mm() > 700.0 ? before_mm() : reach);
        for (const auto& [from, to] :
             {std::pair{south, first_v()}, std::pair{last_v(), last_v() + reach}}) {
            rectangle(from, -deep_mm, to, 0, 0.0, {Fill::White, Pattern::Earth});
            line(from, 0, to, 0, 0.7);
        }
        rectangle(first_inside(), -deep_mm, last_inside(), form.floor.value - floor_thick(), 0.0,
                  {Fill::White, Pattern::Earth});
    }

    double floor_thick() const {
        const auto layers = bands(drawn.floor, catalog);
        return layers.empty() ? 0.0 : (layers.back().to - layers.front().from).value;
    }

    void add_floor() {
        const auto layers = bands(drawn.floor, catalog);
        double z = form.floor.value - floor_thick();
        for (const Band& layer : layers) {
            const double top = z + layer.thickness().value;
            rectangle(first_inside(), z, last_inside(), top, 0.18,
                      ground(layer.material->hatch, layer.thickness().value));
            z = top;
        }
        line(first_inside(), form.floor.value, last_inside(), form.floor.value, 0.5);
    }

    /// Partitions in the cut, doors beyond it, kangs, room names.
    void add_storey(int storey) {
        const double low = floor_of(storey);
        const double high = low + drawn.clear_height.value;
        for (const house::Room* room : rooms) {
            add_doors_beyond(*room, low);
            if (room->has_kang && storey == 0) add_kang(*room, low);
            const double middle = (room->y + room->depth * 0.5).value - south_mm;
            text(middle, low + drawn.clear_height.value * 0.62, room->name, 11.0);
        }
        if (storey > 0) {
            rectangle(first_inside(), low - house::storey_slab.value, last_inside(), low, 0.5,
                      ground(house::Hatch::ReinforcedConcrete, house::storey_slab.value));
        }
        for (std::size_t i = 0; i + 1 < rooms.size(); ++i) {
            const double v = (rooms[i]->y + rooms[i]->depth).value - south_mm;
            add_partition(*rooms[i], *rooms[i + 1], v, low, high);
        }
    }

    void add_partition(const house::Room& south, const house::Room& north, double v, double low,
                       double high) {
        const double half = partition_mm / 2.0;
        const Ground brick = ground(house::Hatch::Brick, partition_mm);
        const house::Opening* door = opening_at(south, Side::North);
        if (door == nullptr) door = opening_at(north, Side::South);
        const double head = door == nullptr ? low : low + door->sill.value + door->height.value;
        if (door != nullptr) {
            for (const double side : {-half, half}) line(v + side, low, v + side, head, 0.18);
        }
        rectangle(v - half, head, v + half, high, 0.5, brick);
        if (door != nullptr) {
            rectangle(v - half, head, v + half, std::min(head + lintel_mm, high), 0.35,
                      ground(house::Hatch::ReinforcedConcrete, partition_mm));
        }
    }

    /// Doors in the west wall of the room, and in the east walls of the rooms beyond it.
    void add_doors_beyond(const house::Room& room, double low) {
        for (const house::Opening& o : drawn.plan.openings) {
            const house::Room* its = house::find_room(drawn.plan, o.room_id);
            if (its == nullptr || o.kind != house::OpeningKind::Door) continue;
            const bool own = o.side == Side::West && its == &room;
            const bool beyond = o.side == Side::East && its->x + its->width == room.x;
            if (!own && !beyond) continue;
            const double from = (its->y + o.offset).value;
            const bool shown =
                from >= room.y.value && from + o.width.value <= (room.y + room.depth).value;
            if (!shown) continue;
            add(door_front(paper(from - south_mm, low), o.width.value, o.height.value, scale()));
        }
    }

    void add_kang(const house::Room& room, double low) {
        constexpr double high_mm = 650.0;
        constexpr double slab_mm = 100.0;
        const bool at_south = &room == rooms.front();
        const double from = room.y.value - south_mm + (at_south ? inner_mm() : partition_mm / 2.0);
        const double to = from + std::min(2000.0, room.depth.value / 2.0);
        rectangle(from, low, to, low + high_mm, 0.35);
        rectangle(from, low + high_mm - slab_mm, to, low + high_mm, 0.25,
                  ground(house::Hatch::Concrete, slab_mm));
        const Ground brick = ground(house::Hatch::Brick, partition_mm);
        rectangle(to - partition_mm, low, to, low + high_mm - slab_mm, 0.25, brick);
        text((from + to) / 2.0, low + 230.0, "炕", 9.0);
    }

    void add_ceiling() {
        double z = form.ceiling.value;
        const double reach = flat() ? drawn.roof.overhang.value : 0.0;
        const double from = flat() ? first_v() - reach : first_inside();
        const double to = flat() ? last_v() + reach : last_inside();
        const auto layers = bands(drawn.ceiling, catalog);
        for (const Band& layer : layers | std::views::reverse) {
            const double top = z + layer.thickness().value;
            rectangle(from, z, to, top, 0.18, ground(layer.material->hatch, top - z));
            z = top;
        }
        line(from, form.ceiling.value, to, form.ceiling.value, 0.5);
    }

    void add_roof() {
        if (flat()) return;
        const double o = drawn.roof.overhang.value;
        const double d = form.depth.value;
        const bool mono = drawn.roof.form == RoofForm::Mono;
        const std::vector<double> places =
            mono ? std::vector{-o, d + o} : std::vector{-o, d / 2.0, d + o};
        std::vector<PaperPoint> band;
        for (const double v : places) band.push_back(paper(v, under_roof(v)));
        for (const double v : places | std::views::reverse) {
            band.push_back(paper(v, under_roof(v) + roof_mm));
        }
        const double beam = form.eaves.value + 60.0;
        if (!mono) {
            // The tie runs from slope to slope.
            for (const double z : {beam, beam + 150.0}) {
                const double in = (z - form.eaves.value) / std::max(form.slope, 0.1);
                line(in, z, d - in, z, 0.25);
            }
            for (const double side : {-60.0, 60.0}) {
                line(d / 2.0 + side, beam + 150.0, d / 2.0 + side, under_roof(d / 2.0) - 60.0,
                     0.25);
            }
            for (const double sign : {-1.0, 1.0}) {
                const double v = d / 2.0 + sign * d / 4.0;
                line(d / 2.0 + sign * 60.0, beam + 150.0, v, under_roof(v), 0.25);
                line(d / 2.0 + sign * 60.0, beam + 280.0, v, under_roof(v) - 40.0, 0.25);
            }
        }
        polygon(std::move(band), 0.5);
        for (std::size_t i = 0; i + 1 < places.size(); ++i) {
            const double a = places[i], b = places[i + 1];
            line(a, under_roof(a) + roof_mm * 0.7, b, under_roof(b) + roof_mm * 0.7, 0.18);
        }
        constexpr int roomy = 50;  // At smaller scales the names would hide the truss.
        if (scale() > roomy) return add_pv();
        const double name = beam + 260.0;
        const char* truss = drawn.existing ? "原屋架（现场核实）" : "屋架（另行设计）";
        text(mono ? d * 0.7 : d * 0.27, name, truss, 8.5);
        if (!mono) text(d * 0.73, name, "阁楼（不采暖）", 8.5);
        add_pv();
    }

    void add_pv() {
        const double rises = std::atan(form.slope);
        const double ridge_v =
            drawn.roof.form == RoofForm::Mono ? form.depth.value : form.depth.value / 2.0;
        std::set<double> rows;
        for (const house::PvPlace& place : house::pv_places(drawn)) {
            rows.insert(place.from_ridge.value);
        }
        for (const double row : rows) {
            const double up = ridge_v - row * std::cos(rises);
            const double down = up - drawn.pv->panel.height.value * std::cos(rises);
            const double lift = roof_mm + 120.0;
            polygon({paper(up, under_roof(up) + lift), paper(down, under_roof(down) + lift),
                     paper(down, under_roof(down) + lift + 50.0),
                     paper(up, under_roof(up) + lift + 50.0)},
                    0.25, {Fill::Black});
        }
    }

    void add_sunspace(const house::Sunspace& s) {
        const double front = first_v() - s.depth.value;
        const double top = form.floor.value + s.height.value;
        const double low = top - s.depth.value * std::tan(15.0 * std::numbers::pi / 180.0);
        rectangle(front, -foot_mm / 2.0, front + 120.0, form.floor.value + 100.0, 0.5,
                  ground(house::Hatch::Brick, partition_mm));
        line(front, form.floor.value, first_v(), form.floor.value, 0.35);
        for (const double off : {0.0, 60.0}) {
            line(front + off, form.floor.value + 100.0, front + off, low, 0.25);
            line(front, low - off, first_v(), top - off, 0.25);
        }
        text((front + first_v()) / 2.0, form.floor.value + s.height.value * 0.5, "阳光间", 9.0);
    }

    void add_heights() {
        std::vector<double> levels = {0.0, form.floor.value};
        for (int storey = 0; storey < drawn.storeys; ++storey) {
            levels.push_back(floor_of(storey) + drawn.clear_height.value);
            if (storey + 1 < drawn.storeys) levels.push_back(floor_of(storey + 1));
        }
        levels.push_back(form.ridge.value);
        const double x = corner.x_mm + 6.0;
        add_chain(true, x, x, levels);
    }

    /// Faces of the walls, axes below.
    void add_depths() {
        const double base = paper(0, 0).y_mm;
        std::vector<double> faces = {first_v(), first_inside()};
        for (std::size_t i = 0; i + 1 < rooms.size(); ++i) {
            const double v = (rooms[i]->y + rooms[i]->depth).value - south_mm;
            faces.push_back(v - partition_mm / 2.0);
            faces.push_back(v + partition_mm / 2.0);
        }
        faces.push_back(last_inside());
        faces.push_back(last_v());
        const double first = base + foot_mm / scale() + 6.0;
        add_chain(false, first, first - 4.0, faces);
        add_chain(false, first + 8.5, first + 4.0, {first_v(), last_v()});
        std::vector<double> axes = {rooms.front()->y.value};
        for (const house::Room* room : rooms) axes.push_back((room->y + room->depth).value);
        for (const double place : axes) {
            const double x = paper(place - south_mm, 0).x_mm;
            add(axis_mark({x, first + 16.0}, {x, first + 10.0}, axis_name(drawn, false, place)));
        }
    }

    /// Where the details are: eaves ② and plinth ③ of the north wall.
    void add_indexes() {
        constexpr double around_mm = 7.0;
        constexpr double mark_mm = 4.2;
        struct Index {
            PaperPoint at, bubble;
            const char* number = "";
        };
        const PaperPoint eaves = paper(last_v(), form.eaves.value);
        const PaperPoint foot = paper(last_v(), 0.0);
        for (const auto& [at, bubble, number] :
             {Index{eaves, {eaves.x_mm + 17.0, eaves.y_mm - 19.0}, "2"},
              Index{foot, {foot.x_mm + 15.0, foot.y_mm + 14.0}, "3"}}) {
            const double dx = bubble.x_mm - at.x_mm, dy = bubble.y_mm - at.y_mm;
            const double far = std::hypot(dx, dy);
            const auto on_way = [&](double mm) {
                return PaperPoint{at.x_mm + dx / far * mm, at.y_mm + dy / far * mm};
            };
            constexpr int dashes = 18;  // An arc has no dash of its own.
            for (int i = 0; i < dashes; ++i) {
                add(Arc{at, around_mm, 0.25, Fill::None, i * 20.0, i * 20.0 + 12.0});
            }
            add(Line{on_way(around_mm), on_way(far - mark_mm), 0.18});
            add(Arc{bubble, mark_mm, 0.25, Fill::White});
            add(Line{
                {bubble.x_mm - mark_mm, bubble.y_mm}, {bubble.x_mm + mark_mm, bubble.y_mm}, 0.18});
            add(Text{.at = {bubble.x_mm, bubble.y_mm - 0.7},
                     .text = number,
                     .size_pt = 9.0,
                     .bold = true,
                     .anchor = Anchor::Middle});
            add(Line{{bubble.x_mm - 1.2, bubble.y_mm + 2.0},
                     {bubble.x_mm + 1.2, bubble.y_mm + 2.0},
                     0.25});
        }
    }

    /// At the right: ridge, eaves, ceiling, the north window, floor, ground.
    void add_levels() {
        std::vector<double> levels = {form.floor.value, form.ridge.value, form.ceiling.value, 0.0};
        if (const house::Opening* o = opening_at(*rooms.back(), Side::North)) {
            levels.push_back(form.floor.value + o->sill.value);
            levels.push_back(form.floor.value + (o->sill + o->height).value);
        }
        constexpr double least_mm = 5.0;  // A level mark is so high.
        std::vector<double> taken_y;
        for (const double z : levels) {  // What matters more comes first.
            const double y = paper(0, z).y_mm;
            const auto near = [&](double other) { return std::abs(other - y) < least_mm; };
            if (std::ranges::any_of(taken_y, near)) continue;
            taken_y.push_back(y);
            const double x = paper(last_v() + beyond_mm(), 0).x_mm + 6.0;
            add(Line{{x - 2.5, y}, {x + 3.0, y}, 0.18});
            add(level_mark({x, y}, z - form.floor.value));
        }
    }
};

}  // namespace

PlanSize section_size(const house::House& house, const house::Library& library, int scale) {
    return SectionDrawer(house, library, scale, {}).size();
}

PaperPoint section_point(const house::House& house, const house::Library& library, int scale,
                         PaperPoint at, Millimetres from_south, Millimetres above_ground) {
    return SectionDrawer(house, library, scale, at).place(from_south, above_ground);
}

Marks section(const house::House& house, const house::Library& library, int scale, PaperPoint at,
              SectionNotes notes) {
    return SectionDrawer(house, library, scale, at).draw(notes);
}

}  // namespace longju::drawing
