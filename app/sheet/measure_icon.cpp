// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "sheet/measure_icon.h"

namespace longju::sheet {

namespace {

using drawing::Fill;
using drawing::Marks;
using drawing::PaperPoint;
using drawing::Pattern;
using measure::Group;

constexpr double pen_mm = 0.3;

/// Draws in a square of 6.6 units with its corner at the origin of the icon.
class Icon {
public:
    explicit Icon(PaperPoint at) : at_(at) {}

    void box(double x, double y, double w, double h, Fill fill = Fill::None,
             Pattern pattern = Pattern::None) {
        marks_.emplace_back(drawing::Box{.x_mm = at_.x_mm + x,
                                         .y_mm = at_.y_mm + y,
                                         .width_mm = w,
                                         .height_mm = h,
                                         .pen_mm = pen_mm,
                                         .fill = fill,
                                         .pattern = pattern,
                                         .spacing_mm = 0.9});
    }
    void path(std::initializer_list<PaperPoint> points, bool closed = false) {
        drawing::Shape shape{.points = {}, .closed = closed, .pen_mm = pen_mm};
        for (const PaperPoint& p : points) {
            shape.points.push_back({at_.x_mm + p.x_mm, at_.y_mm + p.y_mm});
        }
        marks_.emplace_back(std::move(shape));
    }
    void ring(double x, double y, double r) {
        marks_.emplace_back(drawing::Arc{{at_.x_mm + x, at_.y_mm + y}, r, pen_mm});
    }
    Marks take() { return std::move(marks_); }
    void roof() { path({{0.3, 3.4}, {3.3, 0.8}, {6.3, 3.4}}); }

private:
    PaperPoint at_;
    Marks marks_;
};

void draw_window(Icon& icon, double x, double y, double w, double h) {
    icon.box(x, y, w, h);
    icon.box(x + 0.6, y + 0.6, w - 1.2, h - 1.2);
    icon.path({{x + w / 2, y + 0.6}, {x + w / 2, y + h - 0.6}});
}

void draw_pv(Icon& icon) {
    icon.path({{1.6, 1.4}, {6.4, 1.4}, {5.0, 5.4}, {0.2, 5.4}}, true);
    icon.path({{4.0, 1.4}, {2.6, 5.4}});
    icon.path({{0.9, 3.4}, {5.7, 3.4}});
}

}  // namespace

Marks measure_icon(Group group, PaperPoint at) {
    Icon icon(at);
    switch (group) {
        case Group::Wall:
            icon.box(0.4, 0.4, 3.0, 5.8, Fill::None, Pattern::Diagonal);
            icon.box(3.4, 0.4, 2.0, 5.8);
            icon.path({{5.9, 0.4}, {5.9, 6.2}});
            break;
        case Group::Ceiling:
            icon.roof();
            icon.box(1.0, 4.0, 4.6, 1.6, Fill::None, Pattern::Diagonal);
            break;
        case Group::Floor:
            icon.path({{0.3, 2.2}, {4.0, 2.2}, {4.0, 0.4}});
            icon.box(4.0, 1.2, 1.2, 4.8, Fill::None, Pattern::Diagonal);
            icon.path({{5.2, 2.6}, {6.4, 2.6}});
            break;
        case Group::Window:
            draw_window(icon, 0.7, 0.7, 5.2, 5.2);
            break;
        case Group::Door:
            icon.box(1.6, 0.4, 3.6, 5.8);
            icon.ring(4.4, 3.4, 0.3);
            break;
        case Group::Sealing:
            draw_window(icon, 1.6, 0.7, 4.4, 5.2);
            icon.path({{0.2, 2.0}, {1.0, 2.6}, {0.2, 3.2}, {1.0, 3.8}});
            break;
        case Group::Sunspace:
            icon.path({{0.6, 6.0}, {0.6, 2.6}, {5.8, 0.8}, {5.8, 6.0}}, true);
            icon.path({{2.3, 2.0}, {2.3, 6.0}});
            icon.path({{4.1, 1.4}, {4.1, 6.0}});
            break;
        case Group::Heating:
            icon.box(1.0, 2.2, 4.4, 3.6);
            icon.box(2.0, 3.4, 2.4, 1.4, Fill::Black);
            icon.path({{3.2, 2.2}, {3.2, 0.3}});
            break;
        case Group::Pv:
            draw_pv(icon);
            break;
        case Group::SolarWater:
            icon.box(0.8, 0.6, 5.0, 1.4);
            for (const double x : {1.6, 2.7, 3.8, 4.9}) icon.path({{x, 2.0}, {x - 0.7, 6.0}});
            break;
    }
    return icon.take();
}

}  // namespace longju::sheet
