// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/pin_pad.h"

#include "access/pin.h"
#include "kiosk/widgets.h"

namespace longju::kiosk {
namespace {

void draw_dots(Ui& ui, const Rect& row, std::size_t count) {
    constexpr float radius = 9;
    constexpr float pitch = 40;
    const float left = row.centre().x - pitch * static_cast<float>(access::pin_digits - 1) / 2;
    for (std::size_t i = 0; i < access::pin_digits; ++i) {
        const Point centre{left + pitch * static_cast<float>(i), row.centre().y};
        if (i < count) {
            ui.paint().disc(centre, radius, ui.colour(Role::Soil));
        } else {
            ui.paint().ring(centre, radius, ui.colour(Role::Birch3), 2);
        }
    }
}

/// What the keyboard did to the digits.
std::string typed(const Ui& ui, std::string digits) {
    if (!ui.draft().id.empty()) return digits;
    for (const KeyPress& press : ui.input().keys) {
        if (press.key == Key::Backspace && !digits.empty()) digits.pop_back();
    }
    for (const char c : ui.input().text) {
        if (c >= '0' && c <= '9' && digits.size() < access::pin_digits) digits += c;
    }
    return digits;
}

}  // namespace

std::optional<std::string> pin_pad(Ui& ui, const std::string& id, Rect rect,
                                   const std::string& digits, bool enabled) {
    draw_dots(ui, rect.cut_top(28, 8), digits.size());
    std::string next = enabled ? typed(ui, digits) : digits;
    const bool full = next.size() >= access::pin_digits;
    constexpr int columns = 3;
    constexpr float gap = 8;
    constexpr std::string_view keys = "123456789<0";
    Rect row;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const int place = static_cast<int>(i) % columns;
        if (place == 0) row = rect.cut_top(52, gap);
        const Rect cell = column(row, place, columns, gap);
        if (keys[i] == '<') {
            if (button(ui, id + ".back", cell, "",
                       {.icon = "back", .enabled = enabled && !next.empty()})) {
                next.pop_back();
            }
            continue;
        }
        const std::string digit(1, keys[i]);
        std::string key = id;
        key.append(".").append(digit);
        if (button(ui, key, cell, digit, {.enabled = enabled && !full})) next += digit;
    }
    if (next == digits) return std::nullopt;
    return next;
}

}  // namespace longju::kiosk
