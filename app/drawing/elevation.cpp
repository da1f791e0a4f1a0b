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

#include "house/form.h"

namespace longju::drawing {

namespace {

using house::RoofForm;
using house::Side;

constexpr double chain_mm = 11.0;  // From the left edge to the wall, on paper.
constexpr double roof_mm = house::roof_thickness.value;

/// One elevation in house millimetres: u to the right along the side, z upwards from the ground.
class Drawer {
public:
    Drawer(const house::House& house, const house::Library& library, Side side, int scale,
           PaperPoint at)
        : house_(house),
          form_(house::form_of(house, library)),
          side_(side),
          scale_(scale),
          at_(at),
          extent_(house::extent(house.plan)),
          width_mm_(form_.length.value),
          depth_mm_(form_.depth.value),
          floor_mm_(form_.floor.value),
          storey_mm_(form_.storey.value),
          eaves_mm_(form_.eaves.value),
          ridge_mm_(form_.ridge.value),
          slope_(form_.slope),
          overhang_mm_(house.roof.overhang.value) {}

    PlanSize size() const {
        return {chain_mm + (along_mm() + before_mm() + behind_mm()) / scale_,
                ridge_mm_ / scale_ + 1.0};
    }

    Marks draw() {
        add_wall();
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
        return std::move(marks_);
    }

private:
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

    PaperPoint paper(double u_mm, double z_mm) const {
        return {at_.x_mm + chain_mm + (u_mm + before_mm()) / scale_,
                at_.y_mm + (ridge_mm_ - z_mm) / scale_};
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

    void shape(std::vector<PaperPoint> points, double pen_mm, Fill fill = Fill::White) {
        marks_.emplace_back(Shape{.points = std::move(points), .pen_mm = pen_mm, .fill = fill});
    }
    void rectangle(double u0, double z0, double u1, double z1, double pen_mm,
                   Fill fill = Fill::White) {
        shape({paper(u0, z0), paper(u1, z0), paper(u1, z1), paper(u0, z1)}, pen_mm, fill);
    }
    void line(double u0, double z0, double u1, double z1, double pen_mm) {
        marks_.emplace_back(Line{paper(u0, z0), paper(u1, z1), pen_mm});
    }

    void add_wall() {
        std::vector<PaperPoint> points = {paper(0, 0), paper(0, eaves_at(0))};
        if (gable() && house_.roof.form == RoofForm::Gable) {
            points.push_back(paper(along_mm() / 2.0, eaves_at(along_mm() / 2.0)));
        }
        points.push_back(paper(along_mm(), eaves_at(along_mm())));
        points.push_back(paper(along_mm(), 0));
        shape(std::move(points), 0.5);
        line(0, floor_mm_, along_mm(), floor_mm_, 0.25);
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
        shape(std::move(points), 0.35);
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
        shape({paper(-o, low), paper(along_mm() + o, low), paper(along_mm() - in, ridge_mm_),
               paper(in, ridge_mm_)},
              0.5);
        if (house_.roof.form != RoofForm::Hip) {
            const double apart_mm = 2.0 * scale_;  // 2 mm on paper.
            for (double u = -o + apart_mm; u < along_mm() + o; u += apart_mm) {
                line(u, low, u, ridge_mm_, 0.13);
            }
        }
        if (side_ == Side::South) add_pv();
    }

    /// On the elevation the modules' height is that of the slope.
    void add_pv() {
        const double rises = std::sin(house_.roof.pitch.value * std::numbers::pi / 180.0);
        for (const house::PvPlace& place : house::pv_places(house_)) {
            const double u = place.from_west.value - overhang_mm_;
            const double z = ridge_mm_ - place.from_ridge.value * rises;
            const double low = z - house::pv_module_height.value * rises;
            rectangle(u, low, u + house::pv_module_width.value, z, 0.35);
            const double middle = u + house::pv_module_width.value / 2.0;
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
            if (window) {
                add_window(left, sill, o.width.value, o.height.value);
            } else {
                add_door(left, sill, o.width.value, o.height.value);
            }
        }
    }

    void add_window(double u, double z, double width, double height) {
        constexpr double frame_mm = 60.0;
        constexpr double two_sashes_mm = 1200.0;
        rectangle(u, z, u + width, z + height, 0.35);
        rectangle(u + frame_mm, z + frame_mm, u + width - frame_mm, z + height - frame_mm, 0.18);
        const int sashes = width <= two_sashes_mm ? 2 : 3;
        const double sash = (width - 2 * frame_mm) / sashes;
        for (int i = 0; i < sashes; ++i) {
            const double at = u + frame_mm + i * sash;
            if (i > 0) line(at, z + frame_mm, at, z + height - frame_mm, 0.25);
            line(at + sash * 0.3, z + height * 0.4, at + sash * 0.55, z + height * 0.65, 0.13);
        }
        constexpr double sill_mm = 80.0;
        line(u - sill_mm, z, u + width + sill_mm, z, 0.35);
    }

    void add_door(double u, double z, double width, double height) {
        constexpr double frame_mm = 60.0;
        rectangle(u, z, u + width, z + height, 0.35);
        rectangle(u + frame_mm, z, u + width - frame_mm, z + height - frame_mm, 0.18);
        marks_.emplace_back(Arc{paper(u + width - 2.5 * frame_mm, z + height / 2.0), 0.4, 0.18});
        line(u - frame_mm, 0.0, u + width + frame_mm, 0.0, 0.35);
        line(u, z / 2.0, u + width, z / 2.0, 0.18);  // A step.
    }

    void add_sunspace(const house::Sunspace& s) {
        const house::Room* room = house::find_room(house_.plan, s.room_id);
        if (room == nullptr) return;
        constexpr double bay_mm = 900.0;
        const double u = seen_mm(room->x.value + s.offset.value);
        const double top = floor_mm_ + s.height.value;
        rectangle(u, 0, u + s.width.value, top, 0.5);
        line(u, floor_mm_, u + s.width.value, floor_mm_, 0.25);
        const int bays = std::max(2, static_cast<int>(std::lround(s.width.value / bay_mm)));
        const double bay = s.width.value / bays;
        for (int i = 0; i < bays; ++i) {
            const double at = u + i * bay;
            if (i > 0) line(at, floor_mm_, at, top, 0.25);
            line(at + bay * 0.3, floor_mm_ + 900, at + bay * 0.55, floor_mm_ + 1500, 0.13);
        }
    }

    /// Its side, before the south wall: lower in front, as its glass slopes.
    void add_sunspace_profile(const house::Sunspace& s) {
        const bool left = side_ == Side::East;  // The south wall is seen at the left.
        const double wall = left ? 0.0 : depth_mm_;
        const double front = left ? -s.depth.value : depth_mm_ + s.depth.value;
        const double top = floor_mm_ + s.height.value;
        const double low = top - s.depth.value * std::tan(15.0 * std::numbers::pi / 180.0);
        shape({paper(wall, 0), paper(front, 0), paper(front, low), paper(wall, top)}, 0.35);
        line(wall, floor_mm_, front, floor_mm_, 0.25);
        const double middle = (wall + front) / 2.0;
        line(middle, floor_mm_, middle, (low + top) / 2.0, 0.25);
    }

    void add_ground() { line(-before_mm(), 0, along_mm() + behind_mm(), 0, 1.0); }

    /// One chain at the left: plinth, wall, roof.
    void add_heights() {
        constexpr double tick = 1.0;
        const double x = at_.x_mm + 4.0;
        const std::array levels = {0.0, floor_mm_, eaves_at(0.0), ridge_mm_};
        for (std::size_t i = 0; i < levels.size(); ++i) {
            const double y = paper(0, levels.at(i)).y_mm;
            marks_.emplace_back(Line{{x - tick, y + tick}, {x + tick, y - tick}, 0.5});
            if (i == 0) continue;
            const double below = paper(0, levels.at(i - 1)).y_mm;
            marks_.emplace_back(Line{{x, below}, {x, y}, 0.18});
            constexpr double least_mm = 3.2;  // A figure's height; less stands beside the chain.
            const double middle = (below + y) / 2.0;
            const bool fits = below - y >= least_mm;
            marks_.emplace_back(Text{{fits ? x : x - 1.4, middle + 1.0},
                                     fmt::format("{:.0f}", levels.at(i) - levels.at(i - 1)),
                                     8.0,
                                     false,
                                     fits ? Anchor::Middle : Anchor::Right,
                                     false,
                                     fits});
        }
    }

    const house::House& house_;
    house::Form form_;
    Side side_;
    int scale_;
    PaperPoint at_;
    house::Extent extent_;
    double width_mm_, depth_mm_;
    double floor_mm_, storey_mm_, eaves_mm_, ridge_mm_;
    double slope_, overhang_mm_;
    Marks marks_;
};

}  // namespace

PlanSize elevation_size(const house::House& house, const house::Library& library, Side side,
                        int scale) {
    return Drawer(house, library, side, scale, {}).size();
}

Marks elevation(const house::House& house, const house::Library& library, Side side, int scale,
                PaperPoint at) {
    return Drawer(house, library, side, scale, at).draw();
}

}  // namespace longju::drawing
