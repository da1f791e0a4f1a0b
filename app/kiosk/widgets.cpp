// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/widgets.h"

#include <algorithm>

namespace longju::kiosk {
namespace {

constexpr float button_icon = 22;
constexpr float icon_gap = 8;

Type label_type(ButtonKind kind) { return kind == ButtonKind::Primary ? type::lead : type::body; }

float padding(ButtonKind kind) { return kind == ButtonKind::Primary ? 24 : 16; }

struct ButtonColours {
    BoxStyle box;
    std::optional<Role> under;
    float depth = 0;
    Role text = Role::Soil;
};

ButtonColours colours_of(const Ui& ui, const ButtonLook& look, bool held) {
    const auto c = [&ui](Role role) { return ui.colour(role); };
    if (!look.enabled && look.kind == ButtonKind::Quiet) return {{}, {}, 0, Role::Birch3};
    if (!look.enabled) return {{c(Role::Birch1), c(Role::Birch3), 1.5F, 10}, {}, 0, Role::Soil2};
    switch (look.kind) {
        case ButtonKind::Primary:
            return {{c(held ? Role::CornDown : Role::Corn), c(Role::Soil), 1.5F, 10},
                    Role::CornDown,
                    3,
                    Role::Soil};
        case ButtonKind::Secondary:
            if (look.on) {
                return {{c(Role::Corn), c(Role::Soil), 1.5F, 10}, Role::CornDown, 2, Role::Soil};
            }
            return {{c(held ? Role::Birch1 : Role::Paper), c(Role::Birch3), 1.5F, 10},
                    Role::Birch2,
                    2,
                    Role::Soil};
        case ButtonKind::Quiet:
            return {
                {c(held ? Role::Birch1 : Role::Paper), c(Role::Paper), 0, 10}, {}, 0, Role::Soil};
        case ButtonKind::Attention:
            return {{c(Role::CornSoft), c(Role::Soil), 1.5F, 10, Dash::Dashed},
                    Role::Birch2,
                    2,
                    Role::Soil};
        case ButtonKind::Dark:
            return {{c(Role::SoilUp), c(ui.high_contrast() ? Role::RailText : Role::SoilUp), 2, 10},
                    {},
                    0,
                    Role::RailText};
    }
    return {};
}

}  // namespace

float button_width(const Ui& ui, std::string_view label, const ButtonLook& look) {
    float width = ui.width_of(label, label_type(look.kind)) + 2 * padding(look.kind);
    if (!look.icon.empty()) width += button_icon + icon_gap;
    if (!look.icon_after.empty()) width += button_icon + icon_gap;
    return width;
}

bool button(Ui& ui, const std::string& id, const Rect& rect, std::string_view label,
            const ButtonLook& look) {
    const Press press = ui.press(id, rect, {.enabled = look.enabled, .state = look.on ? "on" : ""});
    const ButtonColours colours = colours_of(ui, look, press.held);
    Rect body = rect;
    if (colours.depth > 0) {
        if (press.held) {
            body = rect.moved(0, colours.depth);
        } else {
            ui.paint().fill(rect.moved(0, colours.depth), ui.colour(*colours.under), 10);
        }
    }
    if (look.kind != ButtonKind::Quiet || press.held) {
        ui.paint().box(body, colours.box);
    }

    const Type type = look.on ? type::body_bold : label_type(look.kind);
    const float icons = (look.icon.empty() ? 0 : button_icon + icon_gap) +
                        (look.icon_after.empty() ? 0 : button_icon + icon_gap);
    Rect content = body.inset(std::min(padding(look.kind), std::max(4.0F, body.w * 0.08F)), 0);
    if (label.empty()) {
        const std::string_view name = look.icon.empty() ? look.icon_after : look.icon;
        ui.paint().icon(name, {body.centre().x - 12, body.centre().y - 12, 24, 24},
                        ui.colour(colours.text));
        return press.clicked;
    }
    const float wanted = ui.width_of(label, type) + icons;
    if (wanted < content.w) content = content.inset((content.w - wanted) / 2, 0);
    if (!look.icon.empty()) {
        const Rect icon = content.cut_left(button_icon, icon_gap);
        ui.paint().icon(look.icon, icon, ui.colour(colours.text));
    }
    if (!look.icon_after.empty()) {
        const Rect icon = content.cut_right(button_icon, icon_gap);
        ui.paint().icon(look.icon_after, icon, ui.colour(colours.text));
    }
    ui.text(content, label, type, colours.text, Align::Centre);
    return press.clicked;
}

void card(Ui& ui, const Rect& rect, bool selected) {
    ui.paint().fill(rect.moved(0, 2), ui.colour(Role::Shade), 12);
    ui.paint().box(rect, {ui.colour(Role::Paper), ui.colour(selected ? Role::Soil : Role::Birch2),
                          selected ? 2.5F : 1.0F, 12});
}

bool card_button(Ui& ui, const std::string& id, const Rect& rect, bool selected) {
    const Press press = ui.press(id, rect, {.radius = 12, .state = selected ? "selected" : ""});
    ui.paint().fill(rect.moved(0, 2), ui.colour(Role::Birch2), 12);
    const Rect body = press.held ? rect.moved(0, 2) : rect;
    const Role edge = selected ? Role::Soil : Role::Birch3;
    ui.paint().box(body, {ui.colour(press.held ? Role::Birch1 : Role::Paper), ui.colour(edge),
                          selected ? 2.5F : 1.0F, 12});
    return press.clicked;
}

void check_box(Ui& ui, const Rect& square, bool on) {
    const float radius = square.w >= 40 ? 10.0F : 8.0F;
    ui.paint().box(square,
                   {ui.colour(on ? Role::Corn : Role::Paper), ui.colour(Role::Soil), 2, radius});
    if (!on) return;
    const float u = square.w / 24;
    const std::array<Point, 3> tick{Point{square.x + 6 * u, square.y + 12.5F * u},
                                    Point{square.x + 10.2F * u, square.y + 16.6F * u},
                                    Point{square.x + 18 * u, square.y + 8 * u}};
    ui.paint().polyline(tick, ui.colour(Role::Soil), 3);
}

bool tick_card(Ui& ui, const std::string& id, const Rect& rect, std::string_view words, bool on) {
    const bool pressed = card_button(ui, id, rect, on);
    Rect inside = rect.inset(12, 0);
    const Rect box = inside.cut_left(26, 10);
    check_box(ui, box.inset(0, (box.h - 26) / 2), on);
    ui.text(inside, words, type::body, Role::Soil);
    return pressed;
}

void radio_dot(Ui& ui, Point centre, bool on) {
    ui.paint().disc(centre, 12, ui.colour(Role::Soil));
    ui.paint().disc(centre, 10, ui.colour(on ? Role::Corn : Role::Paper));
    if (on) ui.paint().disc(centre, 5, ui.colour(Role::Soil));
}

void toggle_picture(Ui& ui, const Rect& rect, bool on) {
    const Rect body{rect.right() - 56, rect.centre().y - 16, 56, 32};
    ui.paint().box(body, {ui.colour(on ? Role::Corn : Role::Birch1),
                          ui.colour(on ? Role::Soil : Role::Birch3), 2, 16});
    const Point knob{on ? body.right() - 17 : body.x + 17, body.centre().y};
    ui.paint().disc(knob, 11, ui.colour(on ? Role::Soil : Role::Birch3));
}

float segmented_width(const Ui& ui, std::span<const std::string> labels) {
    float width = 6;
    for (const std::string& label : labels) {
        width += std::max(48.0F, ui.width_of(label, type::body_bold) + 28);
    }
    return width;
}

std::optional<int> segmented(Ui& ui, const std::string& id, const Rect& rect,
                             std::span<const std::string> labels, int selected) {
    ui.paint().box(rect, {ui.colour(Role::Birch1),
                          ui.colour(ui.high_contrast() ? Role::Birch3 : Role::Birch2), 1.5F, 12});
    Rect track = rect.inset(3);
    const float whole = track.w;
    float natural = 0;
    for (const std::string& label : labels) {
        natural += std::max(20.0F, ui.width_of(label, type::body_bold));
    }
    const float spare = (track.w - natural) / static_cast<float>(labels.size());
    std::optional<int> answer;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const bool chosen = static_cast<int>(i) == selected;
        const float wanted = std::max(20.0F, ui.width_of(labels[i], type::body_bold));
        // Where there is too little for all, each gives up its share and not the shortest most.
        const float own = spare < 0 ? wanted / natural * whole : wanted + spare;
        const Rect segment = track.cut_left(own);
        const Press press = ui.press(id + "." + std::to_string(i), segment,
                                     {.radius = 9, .state = chosen ? "on" : ""});
        if (chosen) {
            ui.paint().box(segment, {ui.colour(Role::Paper), ui.colour(Role::Soil), 2, 9});
        }
        ui.text(segment.inset(4, 0), labels[i], chosen ? type::body_bold : type::body,
                chosen ? Role::Soil : Role::Soil2, Align::Centre);
        if (press.clicked && !chosen) answer = static_cast<int>(i);
        if (!press.focused) continue;
        const int count = static_cast<int>(labels.size());
        const int index = static_cast<int>(i);
        if (ui.input().pressed(Key::Right) && index + 1 < count) answer = index + 1;
        if (ui.input().pressed(Key::Left) && index > 0) answer = index - 1;
        if (answer) ui.focus_on(id + "." + std::to_string(*answer));
    }
    return answer;
}

std::optional<float> slider(Ui& ui, const std::string& id, const Rect& rect, float value,
                            float step) {
    const Press press = ui.press(id, rect, {.drags = true});
    const float left = rect.x + 14;
    const float length = rect.w - 28;
    const float y = rect.centre().y;
    const float at = left + length * value;
    ui.paint().fill({left, y - 2, length, 4}, ui.colour(Role::Birch3), 2);
    ui.paint().fill({left, y - 2, at - left, 4}, ui.colour(Role::Soil), 2);
    ui.paint().disc({at, y}, 14, ui.colour(Role::Soil));
    ui.paint().disc({at, y}, 12, ui.colour(Role::Corn));
    std::optional<float> answer;
    if (press.held) answer = (press.pointer.x - left) / length;
    if (press.focused && ui.input().pressed(Key::Right)) answer = value + step;
    if (press.focused && ui.input().pressed(Key::Left)) answer = value - step;
    if (!answer) return std::nullopt;
    answer = std::clamp(*answer, 0.0F, 1.0F);
    return *answer == value ? std::nullopt : answer;
}

}  // namespace longju::kiosk
