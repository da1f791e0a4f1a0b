// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/charts_schemes.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/text.h"

namespace longju::kiosk {
namespace {

using At = SchemeChart::At;

constexpr float reach = 24;  // kiosk.md section 8: the nearest mark so near takes the tap.

/// Where money is on the picture.
class MoneyPlane {
public:
    MoneyPlane(const Rect& area, const SchemeChart& chart) : plot_(area) {
        plot_.cut_left(62);
        plot_.cut_right(18);
        plot_.cut_top(44);
        plot_.cut_bottom(58);
        // Of schemes nobody would choose the dots may lie beyond.
        for (const At& at : chart.front) note(at);
        for (const SchemeChart::Mark& mark : chart.marks) note(mark.at);
        note({0, chart.bill_now_yuan});
        own_ *= 1.03;
        bill_ *= 1.15;
    }

    const Rect& plot() const { return plot_; }
    double own() const { return own_; }
    double bill() const { return bill_; }
    Point at(const At& money) const {
        const double x = std::clamp(money.own_yuan / own_, 0.0, 1.0);
        const double y = std::clamp(money.bill_yuan / bill_, 0.0, 1.0);
        return {plot_.x + static_cast<float>(x) * plot_.w,
                plot_.bottom() - static_cast<float>(y) * plot_.h};
    }

private:
    void note(const At& at) {
        own_ = std::max(own_, at.own_yuan);
        bill_ = std::max(bill_, at.bill_yuan);
    }

    Rect plot_;
    double own_ = 1000, bill_ = 500;
};

void draw_axes(Ui& ui, const Rect& area, const MoneyPlane& plane, const SchemeChart& chart) {
    const Rect& plot = plane.plot();
    const double up = tick_step(plane.bill(), 6);
    for (double bill = 0; bill <= plane.bill(); bill += up) {
        const float y = plane.at({0, bill}).y;
        if (bill > 0) {
            ui.paint().line({plot.x, y}, {plot.right(), y}, ui.colour(Role::Birch2), 1);
        }
        ui.text({area.x, y - 12, plot.x - area.x - 8, 24}, formatted(bill, 0), type::note,
                Role::Soil, Align::Right);
    }
    ui.paint().line({plot.x, plot.bottom()}, {plot.right(), plot.bottom()}, ui.colour(Role::Soil),
                    2);
    const double right = tick_step(plane.own(), plot.w > 420 ? 6 : plot.w > 260 ? 4 : 2);
    for (double own = 0; own <= plane.own(); own += right) {
        const float x = plane.at({own, 0}).x;
        ui.paint().line({x, plot.bottom()}, {x, plot.bottom() + 6}, ui.colour(Role::Soil), 2);
        const Rect place{x - 40, plot.bottom() + 7, 80, 24};
        if (place.right() > area.right() + 14) continue;
        ui.text(place, formatted(own, 0), type::note, Role::Soil, Align::Centre);
    }
    ui.text({area.x + 4, area.y, area.w - 8, 26}, chart.y_name, type::note, Role::Soil2);
    ui.text({area.x, plot.bottom() + 32, area.w - 12, 26}, chart.x_name, type::note, Role::Soil2,
            Align::Right);
}

/// Dashed guides to both axes, and a dark plate that keeps clear of the point.
void draw_plate(Ui& ui, const Rect& area, const MoneyPlane& plane, Point at,
                const std::string& label) {
    const Rect& plot = plane.plot();
    ui.paint().dashed_line({plot.x, at.y}, at, ui.colour(Role::Soil), 1.5F, 4, 4);
    ui.paint().dashed_line({at.x, plot.bottom()}, at, ui.colour(Role::Soil), 1.5F, 4, 4);
    const float width =
        std::min(plot.w - 8, std::max(150.0F, ui.width_of(label, type::label) / 2 + 60));
    const float height = ui.paragraph_height(label, type::label, width - 28) + 16;
    const bool low = at.y > plot.centre().y;
    const bool fits_right = at.x + 18 + width < area.right() - 4;
    const float x = fits_right ? at.x + 18 : std::max(plot.x + 4, at.x - width - 18);
    const float y = low ? std::max(plot.y, at.y - height - 30)
                        : std::min(plot.bottom() - height - 8, at.y + 30);
    const Rect plate{x, y, width, height};
    ui.paint().fill(plate, ui.colour(Role::Soil), 9);
    ui.paragraph(plate.inset(14, 8), label, type::label, Role::RailText);
}

void draw_front_line(Ui& ui, const MoneyPlane& plane, const SchemeChart& chart) {
    std::vector<Point> line;
    for (const At& at : chart.front) line.push_back(plane.at(at));
    if (line.size() < 2) return;
    ui.paint().polyline(line, ui.colour(Role::Paper), 8);
    ui.paint().polyline(line, ui.colour(Role::Soil), 3);
}

void draw_dots(Ui& ui, const MoneyPlane& plane, const SchemeChart& chart) {
    Colour grey = ui.colour(Role::Birch3);
    grey.a = 128;
    for (const SchemeDot& dot : chart.dots) {
        const At money{static_cast<double>(dot.own_yuan), static_cast<double>(dot.bill_yuan)};
        if (money.own_yuan > plane.own() || money.bill_yuan > plane.bill()) continue;
        const Point at = plane.at(money);
        ui.paint().fill({at.x - 2, at.y - 2, 4, 4}, grey);
    }
}

/// The mark or step under a tap; a mark before a step that lies as near.
ChartPress nearest(const MoneyPlane& plane, const SchemeChart& chart, Point tap) {
    ChartPress found;
    float least = reach;
    const auto nearer = [&](const At& at) {
        const Point away = plane.at(at) - tap;
        const float distance = std::hypot(away.x, away.y);
        if (distance >= least) return false;
        least = distance;
        return true;
    };
    for (const SchemeChart::Mark& mark : chart.marks) {
        if (nearer(mark.at)) found = {.step = {}, .letter = mark.letter};
    }
    for (std::size_t i = 0; i < chart.front.size(); ++i) {
        if (nearer(chart.front[i])) found = {.step = static_cast<int>(i), .letter = {}};
    }
    return found;
}

/// Arrow keys walk along the front.
ChartPress walked(const Ui& ui, const SchemeChart& chart) {
    const int last = static_cast<int>(chart.front.size()) - 1;
    if (last < 0) return {};
    const bool on = chart.chosen_step >= 0;
    const bool right = ui.input().pressed(Key::Right) || ui.input().pressed(Key::Down);
    const bool left = ui.input().pressed(Key::Left) || ui.input().pressed(Key::Up);
    if (right) return {.step = std::min(chart.chosen_step + 1, last), .letter = {}};
    if (left && on) return {.step = std::max(chart.chosen_step - 1, 0), .letter = {}};
    return {};
}

}  // namespace

double tick_step(double most, int parts) {
    if (!(most > 0)) return 1;
    const double rough = most / parts;
    const double ten = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (step * ten >= rough * (1 - 1e-9)) return step * ten;
    }
    return 10 * ten;
}

void scheme_marker(Ui& ui, Point centre, std::string_view letter, float size) {
    const Painter& paint = ui.paint();
    const float half = size / 2;
    const auto shape = [&](std::span<const Point> points, Role fill) {
        paint.polygon(points, ui.colour(fill));
        paint.polyline(points, ui.colour(Role::Soil), 1.5F, true);
    };
    Role ink = Role::RailText;
    float drop = 0;
    if (letter == "A") {
        paint.disc(centre, half, ui.colour(Role::Soil));
    } else if (letter == "B") {
        const float side = half * 0.92F;
        shape(std::array<Point, 4>{{{centre.x - side, centre.y - side},
                                    {centre.x + side, centre.y - side},
                                    {centre.x + side, centre.y + side},
                                    {centre.x - side, centre.y + side}}},
              Role::Corn);
        ink = Role::Soil;
    } else if (letter == "C") {
        shape(std::array<Point, 3>{{{centre.x, centre.y - half * 1.2F},
                                    {centre.x + half * 1.25F, centre.y + half * 0.95F},
                                    {centre.x - half * 1.25F, centre.y + half * 0.95F}}},
              Role::Ice);
        drop = half * 0.28F;
    } else {
        shape(std::array<Point, 4>{{{centre.x, centre.y - half * 1.25F},
                                    {centre.x + half * 1.25F, centre.y},
                                    {centre.x, centre.y + half * 1.25F},
                                    {centre.x - half * 1.25F, centre.y}}},
              Role::Pine);
    }
    const Type small{size * 0.56F, Weight::Bold};
    paint.text(letter, centre.x - paint.text_width(letter, small) / 2, centre.y + drop, small,
               ui.colour(ink));
}

ChartPress draw_scheme_chart(Ui& ui, const std::string& id, const Rect& area,
                             const SchemeChart& chart) {
    const MoneyPlane plane(area, chart);
    const Press press = ui.press(id, area, {.radius = 8});
    draw_axes(ui, area, plane, chart);
    draw_dots(ui, plane, chart);
    draw_front_line(ui, plane, chart);
    for (std::size_t i = 0; i < chart.front.size(); ++i) {
        const Point at = plane.at(chart.front[i]);
        const bool on = static_cast<int>(i) == chart.chosen_step;
        ui.paint().disc(at, on ? 10.0F : 6.0F, ui.colour(Role::Soil));
        ui.paint().disc(at, on ? 7.5F : 4.0F, ui.colour(on ? Role::Corn : Role::Paper));
    }
    const Point now = plane.at({0, chart.bill_now_yuan});
    ui.paint().box({now.x - 9, now.y - 9, 18, 18},
                   {ui.colour(Role::Paper), ui.colour(Role::Brick), 3, 1});
    ui.text({now.x + 16, now.y - 26, 160, 26}, chart.now, type::body_bold, Role::Brick);
    const SchemeChart::Mark* chosen = nullptr;
    for (const SchemeChart::Mark& mark : chart.marks) {
        if (mark.chosen) chosen = &mark;
        scheme_marker(ui, plane.at(mark.at), mark.letter, mark.chosen ? 30.0F : 26.0F);
    }
    const bool step_known =
        chart.chosen_step >= 0 && chart.chosen_step < static_cast<int>(chart.front.size());
    if (step_known) {
        draw_plate(ui, area, plane,
                   plane.at(chart.front[static_cast<std::size_t>(chart.chosen_step)]), chart.label);
    } else if (chosen != nullptr && !chart.label.empty()) {
        draw_plate(ui, area, plane, plane.at(chosen->at), chart.label);
    }
    if (press.clicked) return nearest(plane, chart, press.pointer);
    return press.focused ? walked(ui, chart) : ChartPress{};
}

}  // namespace longju::kiosk
