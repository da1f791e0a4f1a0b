// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "kiosk/screens/screens.h"
#include "kiosk/widgets.h"

/// What goes on at the store while the frames go on: what it is, how far, for how long, and a way
/// to stop it where that leaves nothing half done.
namespace longju::kiosk {
namespace {

constexpr float bar_height = 20;

void draw_share(Ui& ui, const Work& work, double seconds, Rect& rest) {
    const Rect bar = rest.cut_top(bar_height, 8);
    ui.paint().box(bar, {ui.colour(Role::Birch1), ui.colour(Role::Soil), 1.5F, 6});
    if (work.share) {
        const float share = std::clamp(static_cast<float>(*work.share), 0.0F, 1.0F);
        const Rect done{bar.x + 3, bar.y + 3, (bar.w - 6) * share, bar.h - 6};
        if (done.w > 1) ui.paint().fill(done, ui.colour(Role::Corn), 3);
    }
    // kiosk.md section 4: never without a count.
    Rect row = rest.cut_top(30, 6);
    const std::string since = ui.words()("work.since", {fmt::format("{:.0f}", seconds)});
    ui.text(row.cut_right(ui.width_of(since, type::label) + 2, 12), since, type::label, Role::Soil2,
            Align::Right);
    if (work.share) {
        ui.text(row, fmt::format("{:.0f} %", *work.share * 100), type::body_bold, Role::Soil);
    }
}

}  // namespace

void draw_work(Ui& ui, const AppState& state) {
    const Work& work = *state.work;
    ui.begin_layer(work_layer);
    const Rect screen = ui.screen();
    const std::string_view note = ui.word(
        work.stopping ? "work.stopping" : (work.can_stop ? "work.stop.note" : "work.whole"));
    const float width = std::min(560.0F, screen.w - 24);
    const float inner = width - 48;
    const float words = ui.paragraph_height(ui.word(work.key), type::lead, inner) + 12 +
                        ui.paragraph_height(note, type::label, inner) + 12;
    const float height = std::min(36 + words + bar_height + 8 + 36 + 62, screen.h - 16);
    const Rect rect{screen.centre().x - width / 2, screen.centre().y - height / 2, width, height};
    ui.paint().fill(rect.moved(0, 6), ui.colour(Role::Under), 12);
    ui.paint().box(rect, {ui.colour(Role::Paper), ui.colour(Role::Soil), 2.5F, 12});
    Rect rest = rect.inset(24, 18);
    rest.cut_top(ui.paragraph(rest, ui.word(work.key), type::lead, Role::Soil), 12);
    draw_share(ui, work, state.now_s - work.since_s, rest);
    rest.cut_top(ui.paragraph(rest, note, type::label, Role::Soil2), 12);
    const std::string_view label = ui.word("work.stop");
    const bool enabled = work.can_stop && !work.stopping;
    const Rect place{rest.x, rest.bottom() - 52, std::min(rest.w, button_width(ui, label)), 52};
    if (button(ui, "work.stop", place, label, {.enabled = enabled})) ui.emit(StopWork{});
    if (enabled && ui.input().pressed(Key::Escape)) ui.emit(StopWork{});
    ui.end_layer();
}

}  // namespace longju::kiosk
