// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/hand.h"

#include <utility>

#include "house/adjust.h"
#include "kiosk/edits.h"

namespace longju::kiosk {
namespace {

void put(Ui& ui, const AppState& state, const Hand& hand, house::House house) {
    if (house == inputs_of(state).house) return;
    Phrase what = hand.what(house);
    emit_edit(ui, state, hand.field, std::move(what),
              [&](Inputs& inputs) { inputs.house = std::move(house); });
}

void step_by_keys(Ui& ui, const AppState& state, const Hand& hand) {
    constexpr double step_mm = house::hand_step.value;
    double x_mm = 0, y_mm = 0;
    if (ui.input().pressed(Key::Left)) x_mm -= step_mm;
    if (ui.input().pressed(Key::Right)) x_mm += step_mm;
    if (ui.input().pressed(Key::Up)) y_mm += step_mm;
    if (ui.input().pressed(Key::Down)) y_mm -= step_mm;
    if (x_mm != 0 || y_mm != 0) {
        put(ui, state, hand, hand.moved(inputs_of(state).house, x_mm, y_mm));
    }
}

}  // namespace

Press hold(Ui& ui, const AppState& state, const Hand& hand) {
    const Press press =
        ui.press(hand.id, hand.rect, {.drags = true, .radius = 10, .state = hand.on ? "on" : ""});
    const std::optional<HouseDrag>& drag = state.view.drag;
    const bool mine = drag && drag->id == hand.id;
    if (press.held && !mine) {
        emit_view(ui, state, [&](View& view) {
            view.drag = HouseDrag{hand.id, press.pointer, inputs_of(state).house};
            if (hand.taken) hand.taken(view);
        });
    } else if (press.held) {
        const Point by = press.pointer - drag->from;
        put(ui, state, hand,
            hand.moved(drag->start, static_cast<double>(by.x) * hand.mm_per_px,
                       static_cast<double>(-by.y) * hand.mm_per_px));
    } else if (mine) {
        emit_view(ui, state, [](View& view) { view.drag.reset(); });
    } else if (press.clicked && hand.taken) {  // By a key.
        emit_view(ui, state, [&](View& view) { hand.taken(view); });
    }
    if (press.focused && !press.held) step_by_keys(ui, state, hand);
    return press;
}

}  // namespace longju::kiosk
