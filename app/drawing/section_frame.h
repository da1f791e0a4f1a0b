// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "drawing/dimension.h"
#include "drawing/plan.h"
#include "drawing/plan_frame.h"
#include "drawing/scaled_pen.h"
#include "drawing/section.h"
#include "house/form.h"

/// What the parts of a section are drawn with.
namespace longju::drawing {

inline constexpr double section_right_mm = 18.0;  // For the levels.
inline constexpr double foot_mm = 600.0;          // What is shown of walls below ground.
inline constexpr double lintel_mm = 180.0;
inline constexpr double roof_mm = house::roof_thickness.value;

/// v runs from the south face to the north, z up from the ground, in house millimetres.
class SectionFrame : public ScaledPen {
public:
    SectionFrame(const house::House& house, const house::Library& library, int scale, PaperPoint at)
        : ScaledPen({}, scale),
          drawn(house),
          catalog(library),
          corner(at),
          form(house::form_of(house, library)),
          outer_mm(house.plan.axis_to_outer_face.value),
          south_mm(house::extent(house.plan).south.value - outer_mm),
          cut_mm(section_place(house).value) {
        for (const house::Room& room : house.plan.rooms) {
            if (room.x.value < cut_mm && (room.x + room.width).value > cut_mm) {
                rooms.push_back(&room);
            }
        }
        std::ranges::sort(rooms, {}, [](const house::Room* r) { return r->y.value; });
        // Only now is known how far the drawing reaches to the left of the south face.
        const PaperPoint origin{at.x_mm + section_left_mm + before_mm() / scale,
                                at.y_mm + form.ridge.value / scale};
        static_cast<ScaledPen&>(*this) = ScaledPen(origin, scale);
    }

    /// Both outer walls, openings cut out.
    void add_walls();

protected:
    double first_v() const { return rooms.front()->y.value - outer_mm - south_mm; }
    double last_v() const {
        return (rooms.back()->y + rooms.back()->depth).value + outer_mm - south_mm;
    }
    double inner_mm() const { return form.axis_to_inside.value; }
    double first_inside() const { return first_v() + outer_mm + inner_mm(); }
    double last_inside() const { return last_v() - outer_mm - inner_mm(); }
    bool flat() const { return drawn.roof.form == house::RoofForm::Flat; }
    double before_mm() const {
        const double sun = drawn.sunspace && cuts_sunspace() ? drawn.sunspace->depth.value : 0.0;
        return std::max(drawn.roof.overhang.value, sun + 200.0);
    }
    double beyond_mm() const { return drawn.roof.overhang.value; }
    bool cuts_sunspace() const {
        const house::Sunspace& s = *drawn.sunspace;
        const house::Room* room = house::find_room(drawn.plan, s.room_id);
        if (room == nullptr) return false;
        const double from = (room->x + s.offset).value;
        return cut_mm > from && cut_mm < from + s.width.value;
    }

    double floor_of(int storey) const { return form.floor.value + storey * form.storey.value; }

    double under_roof(double v) const {
        return form.roof_above(drawn.roof.form, Millimetres{v}).value;
    }

    /// The opening of a room's side that the section cuts.
    const house::Opening* opening_at(const house::Room& room, house::Side side) const {
        const auto found = std::ranges::find_if(drawn.plan.openings, [&](const auto& o) {
            const double from = (room.x + o.offset).value;
            return o.room_id == room.id && o.side == side && cut_mm > from &&
                   cut_mm < from + o.width.value;
        });
        return found == drawn.plan.openings.end() ? nullptr : &*found;
    }

    void add_chain(bool upright, double across, double thing, const std::vector<double>& places) {
        Chain c{.upright = upright, .across_mm = across, .thing_mm = thing};
        for (const double place : places) {
            c.at_mm.push_back(upright ? paper(0, place).y_mm : paper(place, 0).x_mm);
            c.real_mm.push_back(place);
        }
        if (upright) {
            std::ranges::reverse(c.at_mm);
            std::ranges::reverse(c.real_mm);
        }
        add(chain(c));
    }

private:
    void add_wall(const house::Room& room, house::Side side);
    void add_lintel(double face, double inside, double low, double high);
    void add_edge(double face, double sign);
    void add_break(double face, double inside);
    void add_window(double face, double inside, double low, double high);

protected:
    const house::House& drawn;
    const house::Library& catalog;
    PaperPoint corner;
    house::Form form;
    double outer_mm, south_mm, cut_mm;
    std::vector<const house::Room*> rooms;  // In the cut, from the south.
};

}  // namespace longju::drawing
