// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "kiosk/sketches.h"
#include "kiosk/widgets.h"

namespace longju::kiosk {
namespace {

struct ChipLook {
    BoxStyle box;
    std::string_view icon;
    Role text = Role::Soil;
};

ChipLook look_of(const Ui& ui, ChipState state) {
    const auto c = [&ui](Role role) { return ui.colour(role); };
    switch (state) {
        case ChipState::Verified:
            return {{c(Role::PineSoft), c(Role::Pine), 1.5F, 7}, "check", Role::Pine};
        case ChipState::Estimate:
            return {{c(Role::Paper), c(Role::Soil2), 1.5F, 7, Dash::Dashed}, "approx", Role::Soil};
        case ChipState::Pending:
            return {{c(Role::CornSoft), c(Role::Soil), 1.5F, 7, Dash::Dashed}, "ask", Role::Soil};
        case ChipState::History:
            return {{c(Role::Birch1), c(Role::Soil2), 1.5F, 7, Dash::Dotted}, "clock", Role::Soil2};
        case ChipState::NotMet:
            return {{c(Role::BrickSoft), c(Role::Brick), 1.5F, 7}, "cross", Role::Brick};
        case ChipState::Exported:
            return {{c(Role::IceSoft), c(Role::Ice), 1.5F, 7}, "usb", Role::Ice};
        case ChipState::Neutral:
            return {{c(Role::Birch1), c(Role::Birch1), ui.high_contrast() ? 1.5F : 0.0F, 7},
                    "box",
                    Role::Soil2};
    }
    return {};
}

}  // namespace

float chip_width(const Ui& ui, std::string_view text) {
    return ui.width_of(text, type::note) + 18 + 18 + 6;
}

float chip(Ui& ui, Point top_left, ChipState state, std::string_view text) {
    const ChipLook look = look_of(ui, state);
    const float width = chip_width(ui, text);
    const Rect rect{top_left.x, top_left.y, width, 28};
    ui.paint().box(rect, look.box);
    ui.paint().icon(look.icon, {rect.x + 8, rect.y + 5, 18, 18}, ui.colour(look.text));
    ui.text({rect.x + 31, rect.y, width - 38, rect.h}, text, type::note, look.text);
    return width;
}

float chip_right(Ui& ui, Point top_right, ChipState state, std::string_view text) {
    return chip(ui, {top_right.x - chip_width(ui, text), top_right.y}, state, text);
}

float number_with_unit_width(const Ui& ui, std::string_view number, std::string_view unit,
                             const Type& type) {
    const Type small{std::max(16.0F, type.em * 0.55F), Weight::Regular};
    return ui.width_of(number, type) +
           (unit.empty() ? 0 : type.em * 0.12F + ui.width_of(unit, small));
}

float number_with_unit(Ui& ui, Point left_centre, std::string_view number, std::string_view unit,
                       const Type& type, Role role) {
    const Type small{std::max(16.0F, type.em * 0.55F), Weight::Regular};
    const float number_width = ui.width_of(number, type);
    const float height = type.em * 1.1F;
    ui.text({left_centre.x, left_centre.y - height / 2, number_width + 2, height}, number, type,
            role);
    if (unit.empty()) return number_width;
    // One baseline: half the difference of the cap heights lower.
    const float drop = (type.em - small.em) * 0.733F / 2;
    const float unit_width = ui.width_of(unit, small);
    const float x = left_centre.x + number_width + type.em * 0.12F;
    ui.text({x, left_centre.y + drop - small.em * 0.6F, unit_width + 2, small.em * 1.2F}, unit,
            small, role);
    return x + unit_width - left_centre.x;
}

void progress_of_seven(Ui& ui, Point top_left, int here) {
    for (int i = 0; i < 7; ++i) {
        const Rect bar{top_left.x + static_cast<float>(i) * 22, top_left.y, 18, 10};
        Role fill = Role::Soil;
        if (i == here) fill = Role::Corn;
        if (i > here) fill = Role::Paper;
        ui.paint().box(bar,
                       {ui.colour(fill), ui.colour(i > here ? Role::Birch3 : Role::Soil), 1.5F, 3});
    }
}

void fact_row(Ui& ui, const Rect& rect, std::string_view icon, std::string_view text,
              std::string_view value) {
    Rect row = rect.inset(16, 0);
    ui.paint().icon(icon, row.cut_left(24, 12), ui.colour(Role::Soil));
    const float value_width = std::min(ui.width_of(value, type::label) + 2, row.w * 0.62F);
    const Rect right = row.cut_right(value_width, 8);
    ui.text(right, value, type::label, Role::Soil, Align::Right);
    ui.text(row, text, type::label, Role::Soil);
}

void hairline(Ui& ui, const Rect& under) {
    ui.paint().line({under.x, under.bottom()}, {under.right(), under.bottom()},
                    ui.colour(Role::Birch2), 1);
}

void empty_state(Ui& ui, const Rect& rect, std::string_view what, std::string_view how) {
    ui.paint().edge(rect, ui.colour(Role::Birch2), 2, 12, Dash::Dashed);
    const float middle = rect.centre().y;
    draw_little_house(ui.paint(), {rect.centre().x - 60, middle - 84, 120, 52});
    ui.text({rect.x + 16, middle - 16, rect.w - 32, 28}, what, type::lead, Role::Soil,
            Align::Centre);
    ui.text({rect.x + 16, middle + 14, rect.w - 32, 46}, how, type::note, Role::Soil2,
            Align::Centre);
}

float change(Ui& ui, Point left_centre, bool up, bool better, std::string_view text) {
    const Colour colour = ui.colour(better ? Role::Pine : Role::Brick);
    const Point centre{left_centre.x + 8, left_centre.y};
    if (up) {
        ui.paint().triangle_up(centre, 13, colour);
    } else {
        ui.paint().triangle_down(centre, 13, colour);
    }
    const float width = ui.width_of(text, type::note_bold);
    ui.text({left_centre.x + 20, left_centre.y - 11, width + 2, 22}, text, type::note_bold, colour);
    return 20 + width;
}

}  // namespace longju::kiosk
