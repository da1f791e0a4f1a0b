// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "house/check.h"
#include "house/coursing.h"
#include "house/envelope.h"
#include "house/reshape.h"
#include "kiosk/edits.h"
#include "kiosk/house_picture.h"
#include "kiosk/mini_plan.h"
#include "kiosk/number_field.h"
#include "kiosk/screens/dialog_frame.h"

/// 调整户型: a catalog design made to fit. Every change is checked and drawn at once; one that
/// makes an impossible house is said and not taken.
namespace longju::kiosk {
namespace {

/// Takes the changed house when it still is one.
void change(Ui& ui, const AppState& state, const std::string& field, house::House house) {
    const auto& library = state.reference->library;
    if (!house::computable(house::check(house, library))) return;
    if (!house::check_drawing(house).empty()) return;
    emit_edit(ui, state, "house.design." + field, phrase("edit.design.shape"),
              [&](Inputs& inputs) { inputs.house = std::move(house); });
}

bool may(const AppState& state, const house::House& house) {
    return house::computable(house::check(house, state.reference->library)) &&
           house::check_drawing(house).empty();
}

struct Size {
    std::string_view key;
    double usual_low, usual_high, least, most;
    int decimals;
    std::string_view unit;
};

std::optional<double> number(Ui& ui, const Rect& rect, double value, const Size& size) {
    return number_field(ui, std::string(size.key), rect,
                        {.key = size.key,
                         .unit_key = size.unit,
                         .value = value,
                         .usual_low = size.usual_low,
                         .usual_high = size.usual_high,
                         .least = size.least,
                         .most = size.most,
                         .decimals = size.decimals});
}

void draw_sizes(Ui& ui, const AppState& state, Rect& area) {
    const house::House& house = inputs_of(state).house;
    const house::Extent e = house::extent(house.plan);
    constexpr Size length{"design.length", 6, 18, 4, 30, 2, "unit.m"};
    constexpr Size depth{"design.depth", 5, 10, 3.6, 15, 2, "unit.m"};
    constexpr Size height{"design.height", 2.6, 3.0, 2.4, 3.6, 2, "unit.m"};
    constexpr Size pitch{"design.pitch", 20, 40, 5, 60, 0, "unit.degree"};
    constexpr Size azimuth{"design.azimuth", -30, 30, -180, 180, 0, "unit.degree"};
    const double outer = 2.0 * house.plan.axis_to_outer_face.value;
    Rect row = area.cut_top(field_height, 4);
    if (const auto m =
            number(ui, column(row, 0, 2, 16), (e.width().value + outer) / 1000, length)) {
        change(ui, state, "length",
               house::stretched(house, Millimetres{*m * 1000 - outer}, e.depth()));
    }
    if (const auto m = number(ui, column(row, 1, 2, 16), (e.depth().value + outer) / 1000, depth)) {
        change(ui, state, "depth",
               house::stretched(house, e.width(), Millimetres{*m * 1000 - outer}));
    }
    row = area.cut_top(field_height, 4);
    if (const auto m = number(ui, column(row, 0, 2, 16), house.clear_height.value / 1000, height)) {
        house::House changed = house;
        changed.clear_height = Millimetres{*m * 1000};
        change(ui, state, "height", std::move(changed));
    }
    if (house.roof.form != house::RoofForm::Flat) {
        if (const auto deg = number(ui, column(row, 1, 2, 16), house.roof.pitch.value, pitch)) {
            house::House changed = house;
            changed.roof.pitch = Degrees{*deg};
            change(ui, state, "pitch", std::move(changed));
        }
    }
    row = area.cut_top(field_height, 4);
    if (const auto deg = number(ui, column(row, 0, 2, 16), house.azimuth.value, azimuth)) {
        house::House changed = house;
        changed.azimuth = Degrees{*deg};
        change(ui, state, "azimuth", std::move(changed));
    }
}

/// A button that offers a changed house; dim when that would be none.
void offer(Ui& ui, const AppState& state, const Rect& rect, const std::string& key,
           house::House house) {
    const bool good = may(state, house) && house != inputs_of(state).house;
    if (button(ui, "design." + key, rect, ui.word("design." + key), {.enabled = good})) {
        change(ui, state, key, std::move(house));
    }
}

void draw_moves(Ui& ui, const AppState& state, Rect& area) {
    const house::House& house = inputs_of(state).house;
    constexpr double smaller = 0.85, larger = 1.2;
    constexpr Millimetres bay{3300.0};
    Rect row = area.cut_top(50, 10);
    offer(ui, state, column(row, 0, 2, 12), "mirror", house::mirrored(house));
    const bool one_storey = house.storeys == 1;
    offer(ui, state, column(row, 1, 2, 12), "bay",
          one_storey ? house::with_bay(house, bay) : house);
    row = area.cut_top(50, 10);
    offer(ui, state, column(row, 0, 2, 12), "windows.less",
          house::with_windows(house, house::Side::South, smaller));
    offer(ui, state, column(row, 1, 2, 12), "windows.more",
          house::with_windows(house, house::Side::South, larger));
}

void draw_structures(Ui& ui, const AppState& state, Rect& area) {
    const house::House& house = inputs_of(state).house;
    ui.text(area.cut_top(26, 2), ui.word("design.structure"), type::label, Role::Soil);
    Rect row;
    int index = 0;
    for (const house::Structure& structure : state.reference->library.structures) {
        if (house.storeys > structure.max_storeys) continue;
        if (index % 2 == 0) row = area.cut_top(52, 6);
        const Rect cell = column(row, index % 2, 2, 8);
        ++index;
        const bool on = house.wall.assembly_id == structure.wall_id;
        const bool pressed = card_button(ui, "design.structure." + structure.id, cell, on);
        ui.text(cell.inset(12, 0), name_in(state, structure), type::note, Role::Soil);
        if (pressed && !on) {
            change(ui, state, "structure", house::built_as(house, structure));
        }
    }
    area.cut_top(8);
}

void draw_styles(Ui& ui, const AppState& state, Rect& area) {
    const house::House& house = inputs_of(state).house;
    ui.text(area.cut_top(26, 2), ui.word("design.style"), type::label, Role::Soil);
    Rect row;
    int index = 0;
    for (const house::Style& style : state.reference->library.styles) {
        if (index % 2 == 0) row = area.cut_top(52, 6);
        const Rect cell = column(row, index % 2, 2, 8);
        ++index;
        const bool on = house.style_id == style.id;
        const bool pressed = card_button(ui, "design.style." + style.id, cell, on);
        ui.text(cell.inset(12, 0), name_in(state, style), type::note, Role::Soil);
        if (pressed && !on) change(ui, state, "style", house::styled(house, style));
    }
    area.cut_top(8);
}

/// Plan, picture, areas and ratios of the house as it is now.
void draw_now(Ui& ui, const AppState& state, Rect area) {
    const house::House& house = inputs_of(state).house;
    const Rect picture = area.cut_top(std::min(190.0F, area.h * 0.4F), 8);
    draw_house_picture(ui, state, house, picture);
    const Rect plan = area.cut_top(std::min(170.0F, area.h * 0.5F), 8);
    draw_mini_plan(ui, house.plan, plan, Role::Soil);
    const house::Envelope e = house::envelope(house, state.reference->library);
    const auto ratio = [&](house::Side side) {
        return fmt::format("{:.2f}", e.facade(side).window_to_wall());
    };
    const std::string text = ui.words()(
        "design.figures", {fmt::format("{:.1f}", e.floor_area.value), ratio(house::Side::South),
                           ratio(house::Side::North), fmt::format("{:.2f}", e.shape_factor)});
    ui.paragraph(area, text, type::note, Role::Soil2);
}

}  // namespace

void draw_design_dialog(Ui& ui, const AppState& state, const Layout& layout) {
    if (!state.open) return;
    DialogFrame frame(ui, {1040, 660}, ui.word("design.title"), ui.word("design.note"));
    Rect rest = frame.content();
    if (!layout.tight()) draw_now(ui, state, rest.cut_left(rest.w * 0.42F, 20));
    Rect rows = ui.begin_scroll("design.rows", rest);
    rows.w -= 10;
    draw_sizes(ui, state, rows);
    draw_moves(ui, state, rows);
    draw_structures(ui, state, rows);
    draw_styles(ui, state, rows);
    ui.end_scroll(rows.y);
    if (frame.harmless("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
    const house::House& house = inputs_of(state).house;
    if (!house::is_module_wall(house.wall, state.reference->library)) return;
    if (!frame.primary("design.align", ui.word("design.align"))) return;
    constexpr Millimetres tolerance{150.0};
    const auto moves = house::least_cutting(house, state.reference->library, tolerance);
    change(ui, state, "align", house::with_moved(house, moves));
}

}  // namespace longju::kiosk
