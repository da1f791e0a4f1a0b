// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "drawing/mark.h"
#include "drawing/matter.h"

namespace longju::drawing {

/// Writes marks in the millimetres of a house: u to the right, z up from `origin`.
class ScaledPen {
public:
    ScaledPen(PaperPoint origin, int scale) : origin_(origin), scale_(scale) {}

    PaperPoint paper(double u_mm, double z_mm) const {
        return {origin_.x_mm + u_mm / scale_, origin_.y_mm - z_mm / scale_};
    }
    int scale() const { return scale_; }

    void line(double u0, double z0, double u1, double z1, double pen_mm, Dash dash = Dash::Solid) {
        marks_.emplace_back(Line{paper(u0, z0), paper(u1, z1), pen_mm, dash});
    }
    void polygon(std::vector<PaperPoint> points, double pen_mm, const Ground& ground = {}) {
        marks_.emplace_back(Shape{.points = std::move(points),
                                  .pen_mm = pen_mm,
                                  .fill = ground.fill,
                                  .pattern = ground.pattern,
                                  .spacing_mm = ground.spacing_mm});
    }
    void rectangle(double u0, double z0, double u1, double z1, double pen_mm,
                   const Ground& ground = {}) {
        polygon({paper(u0, z0), paper(u1, z0), paper(u1, z1), paper(u0, z1)}, pen_mm, ground);
    }
    /// The hatch of a material in a layer so thick.
    Ground ground(house::Hatch hatch, double thick_mm) const {
        return ground_of(hatch, thick_mm / scale_, scale_);
    }
    void text(double u, double z, std::string words, double size_pt = 9.0,
              Anchor anchor = Anchor::Middle) {
        marks_.emplace_back(Text{.at = paper(u, z),
                                 .text = std::move(words),
                                 .size_pt = size_pt,
                                 .anchor = anchor,
                                 .on_white = true});
    }
    void add(Mark mark) { marks_.push_back(std::move(mark)); }
    void add(Marks marks) {
        for (Mark& mark : marks) marks_.push_back(std::move(mark));
    }

    Marks take() { return std::move(marks_); }

private:
    PaperPoint origin_;
    int scale_;
    Marks marks_;
};

}  // namespace longju::drawing
