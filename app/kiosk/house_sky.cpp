// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/house_sky.h"

#include <fmt/format.h>

#include <cmath>

#include "climate/sun.h"
#include "kiosk/edits.h"
#include "kiosk/widgets.h"

namespace longju::kiosk {
namespace {

/// The 21st of a month, as a day of the year.
int day_of(int month) {
    int day = 20;
    for (int m = 1; m < month; ++m)
        day += climate::days_of_month.at(static_cast<std::size_t>(m - 1));
    return day;
}

std::optional<climate::SunPosition> sun_over(const AppState& state) {
    const climate::Station* station = state.reference->station_for(inputs_of(state).place);
    if (!state.view.sun_month || station == nullptr) return std::nullopt;
    return climate::sun_position(station->site, day_of(*state.view.sun_month),
                                 static_cast<double>(state.view.sun_hour));
}

}  // namespace

std::optional<drawing::Sun> sun_of(const AppState& state, const house::House& house) {
    const auto sun = sun_over(state);
    if (!sun) return std::nullopt;
    return drawing::Sun{sun->azimuth_deg - house.azimuth.value, sun->altitude_deg};
}

void draw_sky(Ui& ui, const AppState& state, const Rect& rect) {
    const auto toggle = [&](const char* id, const Rect& place, std::string_view icon, bool on,
                            auto change) {
        if (button(ui, id, place, "", {.icon = icon, .on = on})) emit_view(ui, state, change);
    };
    const float y = rect.y + 64;
    toggle("configure.sun", {rect.x + 12, y, 48, 46}, "sun", state.view.sun_month.has_value(),
           [](View& view) { view.sun_month = view.sun_month ? std::nullopt : std::optional(12); });
    toggle("configure.snow", {rect.x + 66, y, 48, 46}, "snow", state.view.snow,
           [](View& view) { view.snow = !view.snow; });
    const auto sun = sun_over(state);
    if (!sun) return;
    const Rect plate{rect.x + 12, y + 54, 250, 156};
    ui.paint().box(plate, {ui.colour(Role::Paper), ui.colour(Role::Birch3), 1, 10});
    Rect inside = plate.inset(12, 6);
    const int hour = static_cast<int>(state.view.sun_hour);
    const int minute = static_cast<int>((state.view.sun_hour - static_cast<float>(hour)) * 60);
    const std::string when =
        fmt::format("{:02}-21  {:02}:{:02}", *state.view.sun_month, hour, minute);
    ui.text(inside.cut_top(26), when, type::note_bold, Role::Soil);
    const std::string height =
        sun->altitude_deg < 0 ? std::string(ui.word("view.sun.down"))
                              : ui.words()("view.sun", {fmt::format("{:.0f}", sun->altitude_deg)});
    ui.text(inside.cut_top(24), height, type::note, Role::Soil2);
    const float month = static_cast<float>(*state.view.sun_month - 1) / 11;
    if (const auto to = slider(ui, "configure.sun.month", inside.cut_top(46), month, 1.0F / 11)) {
        emit_view(ui, state, [&](View& view) {
            view.sun_month = 1 + static_cast<int>(std::lround(*to * 11));
        });
    }
    constexpr float first_h = 4, hours = 16;
    const float share = (state.view.sun_hour - first_h) / hours;
    if (const auto to = slider(ui, "configure.sun.hour", inside.cut_top(46), share, 0.5F / hours)) {
        emit_view(ui, state,
                  [&](View& view) { view.sun_hour = first_h + std::round(*to * hours * 4) / 4; });
    }
}

}  // namespace longju::kiosk
