// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "drawing/roof_plan.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "drawing/dimension.h"
#include "drawing/scaled_pen.h"
#include "house/form.h"

namespace longju::drawing {

namespace {

using house::RoofForm;

constexpr double roof_chain_mm = 9.0;  // At the left and below.

/// u from the roof's west edge, v from its south edge.
class RoofDrawer : public ScaledPen {
public:
    RoofDrawer(const house::House& house, const house::Form& form, PaperPoint origin, int scale)
        : ScaledPen(origin, scale),
          house_(house),
          form_(form),
          over_(house.roof.overhang.value),
          wide_(form.length.value + 2.0 * over_),
          deep_(form.depth.value + 2.0 * over_) {}

    Marks draw() {
        rectangle(0, 0, wide_, deep_, 0.5);
        rectangle_dashed(over_, over_, wide_ - over_, deep_ - over_);
        add_ridge();
        add_chimney();
        add_pv();
        add_slopes();
        add_chains();
        return take();
    }

private:
    void rectangle_dashed(double u0, double v0, double u1, double v1) {
        add(Mark(Shape{.points = {paper(u0, v0), paper(u1, v0), paper(u1, v1), paper(u0, v1)},
                       .pen_mm = 0.18,
                       .dash = Dash::Dashed}));
    }

    void add_ridge() {
        const double middle = deep_ / 2.0;
        if (house_.roof.form == RoofForm::Gable) line(0, middle, wide_, middle, 0.5);
        if (house_.roof.form != RoofForm::Hip) return;
        const double in = std::min(middle, wide_ / 2.0);
        line(in, middle, wide_ - in, middle, 0.5);
        for (const double v : {0.0, deep_}) {
            line(0, v, in, middle, 0.35);
            line(wide_, v, wide_ - in, middle, 0.35);
        }
    }

    void add_chimney() {
        const auto hearth = house::hearth(house_);
        if (!hearth) return;
        const house::Extent e = house::extent(house_.plan);
        const double outer = house_.plan.axis_to_outer_face.value;
        const double u = (hearth->chimney.x - e.west).value + outer + over_;
        const double v = (hearth->chimney.y - e.south).value + outer + over_;
        const double half = house::chimney_width.value / 2.0;
        rectangle(u - half, v - half, u + half, v + half, 0.35);
        polygon({paper(u - half, v - half), paper(u - half, v + half), paper(u + half, v + half)},
                0.0, {Fill::Black});
    }

    double pitch() const { return std::atan(form_.slope); }

    void add_pv() {
        const auto places = house::pv_places(house_);
        if (places.empty()) return;
        const bool whole = house_.roof.form == RoofForm::Mono || house_.roof.form == RoofForm::Flat;
        const double top = whole ? deep_ : deep_ / 2.0;
        const double flat = std::cos(pitch());
        const double edge = house::pv_edge.value;
        rectangle_dashed(edge, edge * flat, wide_ - edge, top - edge * flat);
        for (const house::PvPlace& place : places) {
            const double u = place.from_west.value;
            const double v = top - place.from_ridge.value * flat;
            const double low = v - house_.pv->panel.height.value * flat;
            const double right = u + house_.pv->panel.width.value;
            rectangle(u, low, right, v, 0.35);
            line(u, (low + v) / 2.0, right, (low + v) / 2.0, 0.13);
            line((u + right) / 2.0, low, (u + right) / 2.0, v, 0.13);
        }
    }

    /// An arrow down the slope with its rise.
    void arrow(double u, double v, double down) {
        constexpr double long_mm = 6.0;
        const PaperPoint from = paper(u, v);
        const double sign = down > 0.0 ? 1.0 : -1.0;
        const PaperPoint to{from.x_mm, from.y_mm + sign * long_mm};
        add(Mark(Line{from, to, 0.25}));
        add(Mark(Shape{.points = {to,
                                  {to.x_mm - 0.8, to.y_mm - sign * 2.2},
                                  {to.x_mm + 0.8, to.y_mm - sign * 2.2}},
                       .pen_mm = 0.0,
                       .fill = Fill::Black}));
        add(Mark(Text{.at = {from.x_mm + 1.6, (from.y_mm + to.y_mm) / 2.0 + 1.0},
                      .text = fmt::format("{:.0f}%", form_.slope * 100.0),
                      .size_pt = dimension_pt,
                      .on_white = true}));
    }

    void add_slopes() {
        if (house_.roof.form == RoofForm::Flat) return;
        const bool mono = house_.roof.form == RoofForm::Mono;
        const double u = house_.pv ? wide_ * 0.06 : wide_ * 0.3;
        if (!mono) arrow(u, deep_ * 0.75, -1.0);
        // Beside the modules, which are centred.
        arrow(u, mono ? deep_ * 0.6 : deep_ * 0.3, 1.0);
    }

    void add_chains() {
        text(wide_ / 2.0, deep_ - over_ - 2.0 * scale() - 300.0,
             fmt::format("虚线为外墙外皮，挑檐 {:.0f}", over_), 8.5);
        const double y = paper(0, 0).y_mm + 6.0;
        const auto level = [&](double u) { return paper(u, 0).x_mm; };
        add(chain({.across_mm = y,
                   .at_mm = {level(0), level(wide_)},
                   .real_mm = {0.0, wide_},
                   .thing_mm = paper(0, 0).y_mm}));
        const double x = paper(0, 0).x_mm - 4.0;
        const auto up = [&](double v) { return paper(0, v).y_mm; };
        add(chain({.upright = true,
                   .across_mm = x,
                   .at_mm = {up(deep_), up(0)},
                   .real_mm = {deep_, 0.0},
                   .thing_mm = x}));
    }

    const house::House& house_;
    const house::Form& form_;
    double over_, wide_, deep_;
};

}  // namespace

PlanSize roof_plan_size(const house::House& house, const house::Library& library, int scale) {
    const house::Form form = house::form_of(house, library);
    const double over = 2.0 * house.roof.overhang.value;
    return {roof_chain_mm + (form.length.value + over) / scale + 3.0,
            roof_chain_mm + (form.depth.value + over) / scale};
}

Marks roof_plan(const house::House& house, const house::Library& library, int scale,
                PaperPoint at) {
    const house::Form form = house::form_of(house, library);
    const double deep = (form.depth + house.roof.overhang * 2.0).value / scale;
    return RoofDrawer(house, form, {at.x_mm + roof_chain_mm, at.y_mm + deep}, scale).draw();
}

}  // namespace longju::drawing
