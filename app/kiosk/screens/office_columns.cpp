// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/screens/office_columns.h"

namespace longju::kiosk {
namespace {

constexpr float narrow = 900;
constexpr float between = 18;
constexpr float scroll_bar = 12;
constexpr float arrow = 48;

}  // namespace

void draw_office_columns(Ui& ui, const std::string& id, Rect area,
                         std::span<const OfficeColumn> columns) {
    if (area.w < narrow) {
        Rect rows = ui.begin_scroll(id, area);
        rows.w -= scroll_bar;
        for (const OfficeColumn& column : columns) {
            column.draw(rows);
            rows.cut_top(between);
        }
        ui.end_scroll(rows.y);
        return;
    }
    float shares = 0;
    for (const OfficeColumn& column : columns) shares += column.share;
    const float width = area.w - between * static_cast<float>(columns.size() - 1);
    for (const OfficeColumn& column : columns) {
        const Rect place = area.cut_left(width * column.share / shares, between);
        Rect rows = ui.begin_scroll(id + "." + column.id, place);
        rows.w -= scroll_bar;
        column.draw(rows);
        ui.end_scroll(rows.y);
    }
}

bool choice_row(Ui& ui, const std::string& id, Rect& rows, std::string_view text, bool on) {
    const Rect row = rows.cut_top(46, 2);
    const Press press = ui.press(id, row, {.radius = 8, .state = on ? "on" : ""});
    if (on || press.held) {
        ui.paint().fill(row, ui.colour(on ? Role::Soil : Role::Birch1), 8);
    }
    ui.text(row.inset(12, 0), text, on ? type::body_bold : type::body,
            on ? Role::RailText : Role::Soil);
    return press.clicked;
}

void column_heading(Ui& ui, Rect& rows, std::string_view text) {
    ui.text(rows.cut_top(32, 4), text, type::body_bold, Role::Soil);
}

int stepper(Ui& ui, const std::string& id, const Rect& rect, std::string_view value) {
    Rect inside = rect;
    int step = 0;
    if (button(ui, id + ".back", inside.cut_left(arrow, 6), "", {.icon = "back"})) step = -1;
    if (button(ui, id + ".next", inside.cut_right(arrow, 6), "", {.icon = "next"})) step = 1;
    ui.text(inside, value, type::body_bold, Role::Soil, Align::Centre);
    return step;
}

}  // namespace longju::kiosk
