// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "drawing/elevation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <ranges>
#include <string>

#include <fmt/format.h>

#include "drawing/dimension.h"
#include "drawing/opening_front.h"
#include "drawing/scaled_pen.h"
#include "house/coursing.h"
#include "house/form.h"

namespace longju::drawing {

namespace {

using house::RoofForm;
using house::Side;

constexpr double elevation_chain_mm = 11.0;  // From the left edge to the wall, on paper.
constexpr double roof_mm = house::roof_thickness.value;
constexpr double joint_pen_mm = 0.13;

/// One elevation in house millimetres: u to the right along the side, z upwards from the ground.
class ElevationDrawer : public ScaledPen {
public:
    ElevationDrawer(const house::House& house, const house::Library& library, Side side, int scale,
                    PaperPoint at)
        : ScaledPen({}, scale),
          house_(house),
          form_(house::form_of(house, library)),
          coursing_(house::coursing(house, library)),
          side_(side),
          at_(at),
          extent_(house::extent(house.plan)),
          width_mm_(form_.length.value),
          depth_mm_(form_.depth.value),
          floor_mm_(form_.floor.value),
          storey_mm_(form_.storey.value),
          eaves_mm_(form_.eaves.value),
          ridge_mm_(form_.ridge.value),
          slope_(form_.slope),
          overhang_mm_(house.roof.overhang.value) {
        const PaperPoint origin{at.x_mm + elevation_chain_mm + before_mm() / scale,
                                at.y_mm + top_mm() / scale};
        static_cast<ScaledPen&>(*this) = ScaledPen(origin, scale);
    }

    PlanSize size() const {
        const double courses_mm = coursing_.walls.empty() ? 0.0 : 6.0;
        return {
            elevation_chain_mm + (along_mm() + before_mm() + behind_mm()) / scale() + courses_mm,
            top_mm() / scale() + 1.0};
    }

    Marks draw() {
        add_wall();
        for (const house::CoursedWall& wall : coursing_.walls) {
            if (wall.wall.side == side_) add_joints(wall);
        }
        add_chimney(false);
        if (gable()) {
            add_gable_roof();
        } else {
            add_roof_slope();
        }
        for (const house::Opening& o : house_.plan.openings) {
            const bool shown = o.side == side_ && house::leads_outdoors(house_.plan, o);
            if (shown && !behind_sunspace(o)) add_opening(o);
        }
        if (house_.sunspace && side_ == Side::South) add_sunspace(*house_.sunspace);
        if (house_.sunspace && !along_x()) add_sunspace_profile(*house_.sunspace);
        add_ground();
        add_heights();
        return take();
    }

private:
    /// Of what is drawn: the chimney's cap, or the ridge.
    double top_mm() const {
        const bool chimney = house::hearth(house_).has_value();
        return ridge_mm_ + (chimney ? house::chimney_over_ridge.value + 80.0 : 0.0);
    }
    bool along_x() const { return side_ == Side::South || side_ == Side::North; }
    /// What reaches beyond the walls at the left and at the right: the roof, or a sunspace.
    double before_mm() const { return beyond_mm(Side::East); }
    double behind_mm() const { return beyond_mm(Side::West); }
    double beyond_mm(Side with_sunspace_here) const {
        const double sunspace_mm = house_.sunspace ? house_.sunspace->depth.value : 0.0;
        return std::max(overhang_mm_, side_ == with_sunspace_here ? sunspace_mm : 0.0);
    }
    double along_mm() const { return along_x() ? width_mm_ : depth_mm_; }
    bool gable() const {
        const RoofForm form = house_.roof.form;
        return !along_x() && (form == RoofForm::Gable || form == RoofForm::Mono);
    }

    /// Where a place `mm` along the side, in plan coordinates, is seen.
    double seen_mm(double plan_mm) const {
        const double outer_mm = house_.plan.axis_to_outer_face.value;
        switch (side_) {
            case Side::South:
                return plan_mm - extent_.west.value + outer_mm;
            case Side::North:
                return extent_.east.value + outer_mm - plan_mm;
            case Side::East:
                return plan_mm - extent_.south.value + outer_mm;
            case Side::West:
                return extent_.north.value + outer_mm - plan_mm;
        }
        return plan_mm;
    }

    void add_wall() {
        std::vector<PaperPoint> points = {paper(0, 0), paper(0, eaves_at(0))};
        if (gable() && house_.roof.form == RoofForm::Gable) {
            points.push_back(paper(along_mm() / 2.0, eaves_at(along_mm() / 2.0)));
        }
        points.push_back(paper(along_mm(), eaves_at(along_mm())));
        points.push_back(paper(along_mm(), 0));
        polygon(std::move(points), 0.5);
        line(0, floor_mm_, along_mm(), floor_mm_, 0.25);
        add_corners();
        if (gable() && !coursing_.walls.empty()) add_gable_boards();
    }

    /// Where a wall of this side stands farther back than its neighbour.
    void add_corners() {
        const double outer_mm = house_.plan.axis_to_outer_face.value;
        for (const house::OuterWall& wall : house::outer_walls(house_.plan)) {
            if (wall.side != side_) continue;
            const double start = start_of(wall) - outer_mm;
            const double end = start + wall.length().value + 2.0 * outer_mm;
            for (const double u : {start, end}) {
                if (u > 1.0 && u < along_mm() - 1.0) line(u, 0, u, eaves_mm_, 0.35);
            }
        }
    }

    /// Modules end at the eaves: the gable is closed with light boards.
    void add_gable_boards() {
        line(0, eaves_mm_, along_mm(), eaves_mm_, 0.25);
        const double apart_mm = 1.5 * scale();
        for (double u = apart_mm; u < along_mm(); u += apart_mm) {
            line(u, eaves_mm_, u, eaves_at(u), 0.13);
        }
    }

    /// Where the walk along an outer wall of this side begins.
    double start_of(const house::OuterWall& wall) const {
        const bool onward = side_ == Side::South || side_ == Side::East;
        return seen_mm((onward ? wall.from : wall.to).value);
    }

    /// Joints of the modules up to the eaves, and the number of some courses at the right.
    void add_joints(const house::CoursedWall& wall) {
        const double start = start_of(wall.wall);
        const double end = start + wall.wall.length().value;
        const double outer_mm = house_.plan.axis_to_outer_face.value;
        const double tall = coursing_.module_height.value;
        const auto low_of = [&](int course) { return floor_mm_ + course * tall; };
        for (int course = 1; course < coursing_.courses; ++course) {
            if (low_of(course) >= eaves_mm_) break;
            line(start - outer_mm, low_of(course), end + outer_mm, low_of(course), joint_pen_mm);
        }
        for (const house::ModulePiece& piece : wall.pieces) {
            const double low = low_of(piece.course);
            if (piece.from.value <= 0.0 || low >= eaves_mm_) continue;
            const double at = start + piece.from.value;
            line(at, low, at, std::min(low + tall, eaves_mm_), joint_pen_mm);
        }
        if (end + outer_mm < along_mm() - 1.0) return;
        for (const int course : {0, coursing_.courses / 2, coursing_.courses - 1}) {
            const PaperPoint at =
                paper(along_mm() + behind_mm(), std::min(low_of(course) + tall / 2.0, eaves_mm_));
            add(Text{.at = {at.x_mm + 0.8, at.y_mm + 0.9},
                     .text = fmt::format("第{}层", course + 1),
                     .size_pt = 7.0,
                     .on_white = true});
        }
    }

    /// Above the roof where it comes through, in front of a slope or behind it.
    void add_chimney(bool before_roof) {
        const auto hearth = house::hearth(house_);
        if (!hearth) return;
        const double from_south =
            hearth->chimney.y.value - extent_.south.value + house_.plan.axis_to_outer_face.value;
        const bool mono = house_.roof.form == RoofForm::Mono;
        const bool on_south = mono || from_south < depth_mm_ / 2.0;
        const bool near = along_x() && on_south == (side_ == Side::South);
        if (near != before_roof) return;
        // What stands behind the roof is hidden by it up to there.
        double foot = eaves_at(0.0);
        if (near || gable()) {
            foot = form_.roof_above(house_.roof.form, Millimetres{from_south}).value;
        }
        if (near) foot += roof_mm;
        const double half = house::chimney_width.value / 2.0;
        const double at = seen_mm((along_x() ? hearth->chimney.x : hearth->chimney.y).value);
        const double top = ridge_mm_ + house::chimney_over_ridge.value;
        rectangle(at - half, foot, at + half, top, 0.35);
        const double course_mm = 0.9 * scale();
        for (double z = top - course_mm; z > foot; z -= course_mm) {
            line(at - half, z, at + half, z, 0.13);
        }
        rectangle(at - half - 60.0, top, at + half + 60.0, top + 80.0, 0.35);
    }

    /// Underside of the roof above a place of a gable side; the eaves elsewhere.
    double eaves_at(double u_mm) const {
        if (!gable()) {
            const bool high = house_.roof.form == RoofForm::Mono && side_ == Side::North;
            return high ? eaves_mm_ + depth_mm_ * slope_ : eaves_mm_;
        }
        const double from_south = side_ == Side::East ? u_mm : depth_mm_ - u_mm;
        return form_.roof_above(house_.roof.form, Millimetres{from_south}).value;
    }

    void add_gable_roof() {
        const double o = overhang_mm_;
        const double end = along_mm();
        std::vector<std::array<double, 2>> under = {{-o, 0.0}, {end + o, 0.0}};
        if (house_.roof.form == RoofForm::Gable) under.insert(under.begin() + 1, {end / 2.0, 0.0});
        const auto z_at = [&](double u) {
            const double inside = std::clamp(u, 0.0, end);
            const bool rises = side_ == Side::East || house_.roof.form == RoofForm::Gable;
            // Beyond the walls the roof goes on falling; of a lean-to on its high side rising.
            double beyond = -std::abs(u - inside);
            if (house_.roof.form == RoofForm::Mono) beyond = rises ? u - inside : inside - u;
            return eaves_at(inside) + beyond * slope_;
        };
        std::vector<PaperPoint> points;
        for (const auto& p : under) points.push_back(paper(p[0], z_at(p[0])));
        for (const auto& p : under | std::views::reverse) {
            points.push_back(paper(p[0], z_at(p[0]) + roof_mm));
        }
        polygon(std::move(points), 0.35);
    }

    /// Seen from the front: a rectangle up to the ridge, of a hip roof narrower on top.
    void add_roof_slope() {
        const double o = overhang_mm_;
        const bool high_side = house_.roof.form == RoofForm::Mono && side_ == Side::North;
        if (house_.roof.form == RoofForm::Flat || high_side) {
            rectangle(-o, eaves_at(0), along_mm() + o, eaves_at(0) + roof_mm, 0.5);
            return;
        }
        const double low = eaves_mm_ - o * slope_;
        double in = house_.roof.form == RoofForm::Hip ? depth_mm_ / 2.0 : -o;
        in = std::min(in, along_mm() / 2.0);
        polygon({paper(-o, low), paper(along_mm() + o, low), paper(along_mm() - in, ridge_mm_),
                 paper(in, ridge_mm_)},
                0.5);
        if (house_.roof.form != RoofForm::Hip) {
            const double apart_mm = 2.0 * scale();  // 2 mm on paper.
            for (double u = -o + apart_mm; u < along_mm() + o; u += apart_mm) {
                line(u, low, u, ridge_mm_, 0.13);
            }
        }
        add_chimney(true);
        if (side_ == Side::South) add_pv();
    }

    /// On the elevation the modules' height is that of the slope.
    void add_pv() {
        const double rises = std::sin(house_.roof.pitch.value * std::numbers::pi / 180.0);
        for (const house::PvPlace& place : house::pv_places(house_)) {
            const double u = place.from_west.value - overhang_mm_;
            const double z = ridge_mm_ - place.from_ridge.value * rises;
            const double low = z - house_.pv->panel.height.value * rises;
            rectangle(u, low, u + house_.pv->panel.width.value, z, 0.35);
            const double middle = u + house_.pv->panel.width.value / 2.0;
            line(middle, low, middle, z, 0.13);
        }
    }

    bool behind_sunspace(const house::Opening& o) const {
        if (!house_.sunspace || o.side != Side::South) return false;
        if (o.room_id != house_.sunspace->room_id) return false;
        const double middle = o.offset.value + o.width.value / 2.0;
        const house::Sunspace& s = *house_.sunspace;
        return middle >= s.offset.value && middle <= (s.offset + s.width).value;
    }

    void add_opening(const house::Opening& o) {
        const house::Room* room = house::find_room(house_.plan, o.room_id);
        if (room == nullptr) return;
        const double start = (along_x() ? room->x : room->y).value + o.offset.value;
        const double a = seen_mm(start);
        const double b = seen_mm(start + o.width.value);
        const double left = std::min(a, b);
        const bool window = o.kind == house::OpeningKind::Window;
        const int storeys = window ? house_.storeys : 1;
        for (int storey = 0; storey < storeys; ++storey) {
            const double sill = floor_mm_ + storey * storey_mm_ + (window ? o.sill.value : 0.0);
            const auto front = window ? window_front : door_front;
            add(front(paper(left, sill), o.width.value, o.height.value, scale()));
            if (!window) add_step(left, sill, o.width.value);
        }
    }

    void add_step(double u, double z, double width) {
        constexpr double more_mm = 60.0;
        line(u - more_mm, 0.0, u + width + more_mm, 0.0, 0.35);
        line(u, z / 2.0, u + width, z / 2.0, 0.18);
    }

    void add_sunspace(const house::Sunspace& s) {
        const house::Room* room = house::find_room(house_.plan, s.room_id);
        if (room == nullptr) return;
        const double u = seen_mm(room->x.value + s.offset.value);
        add(sunspace_front(paper(u, 0), s.width.value, floor_mm_, s.height.value, scale()));
    }

    /// Its side, before the south wall: lower in front, as its glass slopes.
    void add_sunspace_profile(const house::Sunspace& s) {
        const bool left = side_ == Side::East;  // The south wall is seen at the left.
        const double wall = left ? 0.0 : depth_mm_;
        const double front = left ? -s.depth.value : depth_mm_ + s.depth.value;
        const double top = floor_mm_ + s.height.value;
        const double low = top - s.depth.value * std::tan(15.0 * std::numbers::pi / 180.0);
        polygon({paper(wall, 0), paper(front, 0), paper(front, low), paper(wall, top)}, 0.35);
        line(wall, floor_mm_, front, floor_mm_, 0.25);
        const double middle = (wall + front) / 2.0;
        line(middle, floor_mm_, middle, (low + top) / 2.0, 0.25);
    }

    void add_ground() { line(-before_mm(), 0, along_mm() + behind_mm(), 0, 1.0); }

    /// One chain at the left: plinth, the side's widest window on every storey, eaves, ridge.
    void add_heights() {
        std::vector<double> levels = {0.0, floor_mm_};
        const house::Opening* widest = nullptr;
        for (const house::Opening& o : house_.plan.openings) {
            const bool here = o.kind == house::OpeningKind::Window && o.side == side_ &&
                              house::leads_outdoors(house_.plan, o);
            if (here && (widest == nullptr || o.width > widest->width)) widest = &o;
        }
        for (int storey = 0; widest != nullptr && storey < house_.storeys; ++storey) {
            const double sill = floor_mm_ + storey * storey_mm_ + widest->sill.value;
            levels.push_back(sill);
            levels.push_back(sill + widest->height.value);
        }
        levels.push_back(eaves_at(0.0));
        levels.push_back(ridge_mm_);
        Chain heights{.upright = true, .across_mm = at_.x_mm + 5.5};
        heights.thing_mm = heights.across_mm;
        for (const double level : levels | std::views::reverse) {
            heights.at_mm.push_back(paper(0, level).y_mm);
            heights.real_mm.push_back(level);
        }
        add(chain(heights));
    }

    const house::House& house_;
    house::Form form_;
    house::Coursing coursing_;
    Side side_;
    PaperPoint at_;
    house::Extent extent_;
    double width_mm_, depth_mm_;
    double floor_mm_, storey_mm_, eaves_mm_, ridge_mm_;
    double slope_, overhang_mm_;
};

}  // namespace

PlanSize elevation_size(const house::House& house, const house::Library& library, Side side,
                        int scale) {
    return ElevationDrawer(house, library, side, scale, {}).size();
}

Marks elevation(const house::House& house, const house::Library& library, Side side, int scale,
                PaperPoint at) {
    return ElevationDrawer(house, library, side, scale, at).draw();
}

}  // namespace longju::drawing
