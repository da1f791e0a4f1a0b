// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/charts.h"

#include <algorithm>
#include <cmath>

#include "core/text.h"

namespace longju::kiosk {
namespace {

void hatched_bar(const Painter& paint, const Rect& bar) {
    paint.box(bar, {paint.colour(Role::Paper), paint.colour(Role::Soil), 1.5F, 3});
    paint.hatch(bar.inset(1.5F), paint.colour(Role::Birch3));
}

void gold_bar(const Painter& paint, const Rect& bar) {
    paint.box(bar, {paint.colour(Role::Corn), paint.colour(Role::Soil), 1.5F, 3});
}

void value_label(Ui& ui, const Rect& bar, double value, int decimals) {
    ui.text({bar.centre().x - 40, bar.y - 24, 80, 22}, formatted(value, decimals), type::note_bold,
            Role::Soil, Align::Centre);
}

}  // namespace

void draw_before_after_key(Ui& ui, const Rect& area) {
    Rect rest = area;
    for (const bool after : {true, false}) {
        const std::string_view word = ui.word(after ? "view.after" : "view.before");
        const Rect label = rest.cut_right(ui.width_of(word, type::label) + 2, 6);
        ui.text(label, word, type::label, Role::Soil);
        const Rect swatch = rest.cut_right(19, 14);
        const Rect square{swatch.x, area.centre().y - 9, 19, 19};
        if (after) {
            gold_bar(ui.paint(), square);
        } else {
            hatched_bar(ui.paint(), square);
        }
    }
}

void draw_month_bars(Ui& ui, const Rect& area, const MonthBars& bars) {
    Rect plot = area;
    const Rect names = plot.cut_bottom(28, 2);
    plot.cut_top(24);
    const double most = *std::ranges::max_element(bars.before);
    const double scale = std::max({most, *std::ranges::max_element(bars.after), 1e-9});
    const auto coldest = std::ranges::max_element(bars.before) - bars.before.begin();
    const int count = static_cast<int>(bars.names.size());
    for (int i = 0; i < count; ++i) {
        const auto index = static_cast<std::size_t>(i);
        const Rect cell = column(plot, i, count, 8);
        const float width = std::min(38.0F, cell.w / 2 - 2);
        const auto bar = [&](double value, float x) {
            const float height = std::max(2.0F, plot.h * static_cast<float>(value / scale));
            return Rect{x, plot.bottom() - height, width, height};
        };
        const Rect before = bar(bars.before[index], cell.centre().x - width - 1.5F);
        const Rect after = bar(bars.after[index], cell.centre().x + 1.5F);
        hatched_bar(ui.paint(), before);
        gold_bar(ui.paint(), after);
        if (i == coldest) {
            value_label(ui, before, bars.before[index], bars.decimals);
            value_label(ui, after, bars.after[index], bars.decimals);
        }
        const Rect name = column(names, i, count, 0);
        ui.text(name, bars.names[index], type::note, Role::Soil, Align::Centre);
    }
    ui.paint().line({plot.x, plot.bottom()}, {plot.right(), plot.bottom()}, ui.colour(Role::Soil),
                    2);
}

void draw_loss_bar(Ui& ui, const Rect& area, std::vector<LossShare> losses) {
    std::ranges::sort(losses, std::ranges::greater{}, &LossShare::share);
    std::erase_if(losses, [](const LossShare& loss) { return loss.share < 0.005; });
    constexpr std::array<Role, 6> ramp{Role::Heat7, Role::Heat6, Role::Heat5,
                                       Role::Heat4, Role::Heat3, Role::Heat2};
    Rect bar = area;
    bar.h = 40;
    float x = bar.x;
    std::size_t index = 0;
    for (const LossShare& loss : losses) {
        const Rect piece{x, bar.y, bar.w * static_cast<float>(loss.share), bar.h};
        ui.paint().box(piece.inset(0.5F, 0), {ui.colour(ramp[std::min(index, ramp.size() - 1)]),
                                              ui.colour(Role::Soil), 1.5F, 3});
        const bool room = piece.w > 44;
        const std::string share = formatted(loss.share * 100, 0) + (room ? "%" : "");
        const float plate = ui.width_of(share, type::note_bold) + 10;
        if (plate <= piece.w - 2) {
            const Rect label{piece.centre().x - plate / 2, piece.centre().y - 13, plate, 26};
            ui.paint().box(label, {ui.colour(Role::Paper), ui.colour(Role::Soil), 1, 6});
            ui.text(label, share, type::note_bold, Role::Soil, Align::Centre);
        }
        const float width = ui.width_of(loss.name, type::note);
        if (width <= piece.w + 6) {
            ui.text({piece.centre().x - width / 2 - 2, bar.bottom() + 2, width + 4, 24}, loss.name,
                    type::note, Role::Soil, Align::Centre);
        }
        x = piece.right();
        ++index;
    }
}

void draw_room_houses(Ui& ui, const Rect& area, std::string_view before, std::string_view after) {
    Rect rest = area;
    const float arrow = 44;
    const float width = (rest.w - arrow) / 2;
    const std::array<std::string_view, 2> values{before, after};
    for (int i = 0; i < 2; ++i) {
        const bool warm = i == 1;
        const Rect box = rest.cut_left(width, arrow);
        const float eaves = box.y + std::min(box.h * 0.24F, 44.0F);
        const std::array<Point, 5> shape{Point{box.x + 2, eaves}, Point{box.centre().x, box.y + 1},
                                         Point{box.right() - 2, eaves},
                                         Point{box.right() - 2, box.bottom() - 1},
                                         Point{box.x + 2, box.bottom() - 1}};
        ui.paint().polygon(shape, ui.colour(warm ? Role::Warm : Role::Cold));
        ui.paint().polyline(shape, ui.colour(Role::Soil), 2.5F, true);
        Rect inside{box.x + 8, eaves, box.w - 16, box.bottom() - eaves - 4};
        ui.text(inside.cut_top(30), ui.word(warm ? "view.after" : "view.before"), type::body,
                Role::Soil, Align::Centre);
        Type type = type::room;
        type.em = std::min(type.em, inside.h * 0.92F);
        const std::string_view value = values[static_cast<std::size_t>(i)];
        while (type.em > 32 && number_with_unit_width(ui, value, "℃", type) > inside.w) {
            type.em -= 4;
        }
        const float number = number_with_unit_width(ui, value, "℃", type);
        number_with_unit(ui, {inside.centre().x - number / 2, inside.centre().y - 2}, value, "℃",
                         type);
    }
    const Point middle{area.centre().x, area.y + area.h * 0.6F};
    const std::array<Point, 2> shaft{Point{middle.x - 13, middle.y},
                                     Point{middle.x + 13, middle.y}};
    const std::array<Point, 3> head{Point{middle.x + 4, middle.y - 9},
                                    Point{middle.x + 14, middle.y},
                                    Point{middle.x + 4, middle.y + 9}};
    ui.paint().polyline(shaft, ui.colour(Role::Soil), 3.5F);
    ui.paint().polyline(head, ui.colour(Role::Soil), 3.5F);
}

void draw_money_line(Ui& ui, const Rect& area, const MoneyLine& line) {
    Rect plot = area;
    const Rect names = plot.cut_bottom(26, 4);
    plot.cut_left(56);
    plot = plot.inset(16, 24);
    const double last = line.years;
    const auto value = [last](double cost, double saved) { return saved * last - cost; };
    const double high = std::max(0.0, value(line.cost_yuan.low, line.saved_yuan_a_year.high));
    const double low = std::min(
        {-line.cost_yuan.high, 0.0, value(line.cost_yuan.high, line.saved_yuan_a_year.low)});
    const double span = std::max(1.0, high - low);
    const auto at = [&](double year, double amount) {
        return Point{plot.x + plot.w * static_cast<float>(year / last),
                     plot.y + plot.h * static_cast<float>((high - amount) / span)};
    };
    const std::array<Point, 4> band{
        at(0, -line.cost_yuan.low),
        at(last, value(line.cost_yuan.low, line.saved_yuan_a_year.high)),
        at(last, value(line.cost_yuan.high, line.saved_yuan_a_year.low)),
        at(0, -line.cost_yuan.high)};
    ui.paint().polygon(band, ui.colour(Role::CornSoft));
    const float zero = at(0, 0).y;
    ui.paint().line({plot.x, zero}, {plot.right(), zero}, ui.colour(Role::Soil), 2);
    ui.text({plot.x - 66, zero - 12, 58, 24}, ui.word("chart.zero"), type::note, Role::Soil,
            Align::Right);
    for (int year = 0; year <= line.years; year += 3) {
        const Point tick = at(year, 0);
        ui.paint().line({tick.x, zero - 5}, {tick.x, zero + 5}, ui.colour(Role::Soil), 2);
        const std::string name = year == 0 ? std::string(ui.word("chart.this_year"))
                                           : ui.words()("chart.year", {std::to_string(year)});
        ui.text({tick.x - 44, names.y, 88, names.h}, name, type::note, Role::Soil, Align::Centre);
    }
    const Point start = at(0, -line.cost_yuan.typical);
    const Point end = at(last, value(line.cost_yuan.typical, line.saved_yuan_a_year.typical));
    const std::array<Point, 2> course{start, end};
    ui.paint().polyline(course, ui.colour(Role::Soil), 4);
    const auto node = [&](Point p, Role fill) {
        ui.paint().disc(p, 10, ui.colour(Role::Soil));
        ui.paint().disc(p, 8, ui.colour(fill));
    };
    node(start, Role::Paper);
    const float out_width = ui.width_of(line.out, type::body_bold);
    ui.text({start.x - 8, start.y + 14, out_width + 4, 26}, line.out, type::body_bold, Role::Soil);
    const float left_width = ui.width_of(line.left, type::body_bold) + 4;
    const double saved = line.saved_yuan_a_year.typical;
    const double back_year = saved > 0 ? line.cost_yuan.typical / saved : 1e9;
    if (back_year <= last) {
        const Point back = at(back_year, 0);
        node(back, Role::Corn);
        const float width = ui.width_of(line.back, type::body_bold) + 4;
        const float x = std::clamp(back.x - width + 10, area.x, area.right() - width);
        // Near the end what is left stands above the line: this one goes below it.
        const bool meets = line.ends_above && x + width > area.right() - left_width - 8;
        ui.text({x, back.y + (meets ? 12.0F : -42.0F), width, 26}, line.back, type::body_bold,
                Role::Soil);
    }
    node(end, line.ends_above ? Role::Pine : Role::Paper);
    const float below = line.ends_above ? -40.0F : 14.0F;
    ui.text({area.right() - left_width, std::max(area.y, end.y + below), left_width, 26}, line.left,
            type::body_bold, line.ends_above ? Role::Pine : Role::Soil, Align::Right);
}

}  // namespace longju::kiosk
