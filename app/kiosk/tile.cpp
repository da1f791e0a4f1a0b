// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/tile.h"

namespace longju::kiosk {

void draw_tile(Ui& ui, const Rect& rect, const TileLook& look) {
    Rect rest = rect.inset(14, 8);
    const bool missing = look.number.empty();
    const CountingNumbers::Shown shown =
        missing ? CountingNumbers::Shown{"—"}
                : ui.counting("tile." + std::string(look.icon), look.number);
    if (shown.fresh > 0) {
        Colour ground = ui.colour(Role::CornSoft);
        ground.a = static_cast<std::uint8_t>(255 * shown.fresh);
        ui.paint().fill(rect.inset(2), ground, 10);
    }
    if (missing) {
        ui.paint().edge(rect.inset(4), ui.colour(Role::Soil), 2, 10, Dash::Dashed);
    }
    Rect head = rest.cut_top(24, 2);
    ui.paint().icon(look.icon, head.cut_left(20, 6), ui.colour(Role::Soil));
    ui.text(head, look.label, type::note, Role::Soil);
    // What is missing may take two lines to say.
    Rect middle = rest.cut_top(missing ? 20.0F : 38.0F, 2);
    const std::string_view number = shown.text;
    const std::string_view unit = missing ? std::string_view() : look.unit;
    Type type = missing ? type::lead : type::number;
    const float change_width =
        look.change ? 34 + ui.width_of(look.change->text, type::note_bold) : 0.0F;
    while (type.em > 22 &&
           number_with_unit_width(ui, number, unit, type) + change_width > middle.w) {
        type.em -= 2;
    }
    const float used = number_with_unit(ui, {middle.x, middle.centre().y}, number, unit, type);
    if (look.change && used + change_width <= middle.w + 6) {
        change(ui, {middle.x + used + 10, middle.centre().y + 4}, look.change->up,
               look.change->better, look.change->text);
    }
    ui.text(rest, look.note, type::note, Role::Soil2);
}

}  // namespace longju::kiosk
