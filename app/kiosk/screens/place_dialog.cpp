// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>

#include "kiosk/edits.h"
#include "kiosk/place_search.h"
#include "kiosk/screens/dialog_frame.h"

namespace longju::kiosk {
namespace {

std::string shown_prefecture(const AppState& state, const std::vector<std::string>& names) {
    if (!state.view.prefecture.empty()) return state.view.prefecture;
    const auto& code = state.open->inputs().place.division_code;
    if (const auto* division = state.reference->find_division(code)) return division->prefecture_zh;
    return names.empty() ? std::string() : names.front();
}

void choose(Ui& ui, const AppState& state, const estimate::Division& division) {
    Inputs after = state.open->inputs();
    after.place.division_code = division.code;
    after.place.station_id.clear();
    ui.emit(Edit{"place.division_code",
                 {"edit.place", division.name_zh, division.pinyin},
                 std::move(after)});
    ui.emit(CloseDialog{});
}

void choose_township(Ui& ui, const AppState& state, const estimate::Township& township) {
    Inputs after = state.open->inputs();
    after.place.division_code = township.code.substr(0, 6);
    after.place.station_id.clear();
    after.place.township = township.name_zh;
    ui.emit(Edit{"place.division_code",
                 {"edit.place", township.name_zh, township.pinyin},
                 std::move(after)});
    ui.emit(CloseDialog{});
}

void draw_prefectures(Ui& ui, const AppState& state, const std::vector<std::string>& names,
                      const std::string& shown, const Rect& area) {
    Rect rows = ui.begin_scroll("place.prefectures", area);
    int index = 0;
    for (const std::string& name : names) {
        const Rect row = rows.cut_top(48, 4).inset(2, 0);
        const bool on = name == shown && state.view.place_search.empty();
        const Press press =
            ui.press("place.prefecture." + std::to_string(index++), row, {.state = on ? "on" : ""});
        if (on) ui.paint().fill(row, ui.colour(Role::Soil), 10);
        ui.text(row.inset(14, 0), name, on ? type::body_bold : type::body,
                on ? Role::RailText : Role::Soil);
        if (!press.clicked) continue;
        View view = state.view;
        view.prefecture = name;
        view.place_search.clear();
        ui.emit(SetView{view});
    }
    ui.end_scroll(rows.y);
}

/// What the search finds below the county: townships, farms, forestry bureaus.
void draw_townships(Ui& ui, const AppState& state, Rect& content) {
    constexpr std::size_t most = 60;
    const auto found = find_townships(state.reference->townships, state.view.place_search, most);
    const int columns = std::max(1, static_cast<int>(content.w / 204));
    Rect row;
    int index = 0;
    for (const estimate::Township* township : found) {
        if (index % columns == 0) row = content.cut_top(64, 10);
        const Rect cell = column({row.x, row.y, row.w - 10, row.h}, index % columns, columns, 10);
        ++index;
        const bool pressed = card_button(ui, "place.township." + township->code, cell);
        ui.text({cell.x + 12, cell.y + 6, cell.w - 24, 28}, township->name_zh, type::body_bold,
                Role::Soil);
        const auto* county = state.reference->find_division(township->code.substr(0, 6));
        ui.text({cell.x + 12, cell.y + 34, cell.w - 24, 24},
                county == nullptr ? township->kind : county->name_zh, type::note, Role::Soil2);
        if (pressed) choose_township(ui, state, *township);
    }
}

void draw_counties(Ui& ui, const AppState& state,
                   const std::vector<const estimate::Division*>& counties, const Rect& area) {
    Rect content = ui.begin_scroll("place.counties", area);
    constexpr std::size_t any = 1;
    const bool none =
        counties.empty() &&
        find_townships(state.reference->townships, state.view.place_search, any).empty();
    if (none) {
        empty_state(ui, content.cut_top(200), ui.word("place.none"), ui.word("place.none.how"));
    }
    const int columns = std::max(1, static_cast<int>(content.w / 204));
    Rect row;
    int index = 0;
    for (const estimate::Division* division : counties) {
        if (index % columns == 0) row = content.cut_top(64, 10);
        const Rect cell = column({row.x, row.y, row.w - 10, row.h}, index % columns, columns, 10);
        ++index;
        const bool on = division->code == state.open->inputs().place.division_code;
        const bool pressed = card_button(ui, "place.county." + division->code, cell, on);
        ui.text({cell.x + 12, cell.y + 6, cell.w - 24, 28}, division->name_zh, type::body_bold,
                Role::Soil);
        const auto* station = state.reference->find_station(division->station_id);
        const std::string note =
            station == nullptr
                ? std::string()
                : ui.words()("place.station",
                             {state.settings.language == Language::Chinese ? station->name_zh
                                                                           : station->name_en,
                              std::to_string(std::lround(division->station_km))});
        ui.text({cell.x + 12, cell.y + 34, cell.w - 24, 24}, note, type::note, Role::Soil2);
        if (pressed) choose(ui, state, *division);
    }
    draw_townships(ui, state, content);
    ui.end_scroll(content.y);
}

/// Another climate station than the county's: for a valley or a coast that the nearest one misses.
void draw_stations(Ui& ui, const AppState& state, const Rect& area) {
    Rect content = ui.begin_scroll("place.stations", area);
    content.w -= 10;
    content.cut_top(ui.paragraph(content, ui.word("place.stations.how"), type::label, Role::Soil2),
                    8);
    const estimate::Place& place = state.open->inputs().place;
    const climate::Station* own = nullptr;
    if (const auto* division = state.reference->find_division(place.division_code)) {
        own = state.reference->find_station(division->station_id);
    }
    const climate::Station* used = state.reference->station_for(place);
    const int columns = std::max(1, static_cast<int>(content.w / 204));
    Rect row;
    int index = 0;
    for (const climate::Station& station : state.reference->stations) {
        if (index % columns == 0) row = content.cut_top(64, 10);
        const Rect cell = column(row, index % columns, columns, 10);
        ++index;
        const bool pressed = card_button(ui, "place.use." + station.id, cell, &station == used);
        ui.text({cell.x + 12, cell.y + 6, cell.w - 24, 28}, name_in(state, station),
                type::body_bold, Role::Soil);
        const std::string design = ui.words()(
            &station == own ? "place.station.own" : "place.station.cold",
            {std::to_string(std::lround(station.design_temperature.value)), station.zone});
        ui.text({cell.x + 12, cell.y + 34, cell.w - 24, 24}, design, type::note, Role::Soil2);
        if (!pressed) continue;
        emit_edit(ui, state, "place.station_id", phrase_of("edit.place", station),
                  [&](Inputs& inputs) {
                      inputs.place.station_id = &station == own ? std::string() : station.id;
                  });
    }
    ui.end_scroll(content.y);
}

}  // namespace

void draw_place_dialog(Ui& ui, const AppState& state, const Layout& layout) {
    if (!state.open) return;
    const auto& divisions = state.reference->divisions;
    DialogFrame frame(ui, {980, 640}, ui.word("place.title"), "");
    Rect rest = frame.content();
    const auto typed = text_box(
        ui, "place.search", rest.cut_top(52, 12),
        {.value = state.view.place_search, .empty = ui.word("place.search"), .icon = "search"});
    if (typed) {
        View view = state.view;
        view.place_search = *typed;
        ui.emit(SetView{view});
    }
    const auto names = prefectures(divisions);
    const std::string shown = shown_prefecture(state, names);
    auto counties = find_counties(divisions, state.view.place_search);
    if (state.view.place_search.empty()) {
        std::erase_if(counties, [&](const auto* d) { return d->prefecture_zh != shown; });
    }
    draw_prefectures(ui, state, names, shown, rest.cut_left(layout.tight() ? 130.0F : 190.0F, 16));
    if (state.view.stations) {
        draw_stations(ui, state, rest);
    } else {
        draw_counties(ui, state, counties, rest);
    }
    const char* other = state.view.stations ? "place.to_counties" : "place.to_stations";
    if (frame.primary("place.other", ui.word(other))) {
        emit_view(ui, state, [](View& view) { view.stations = !view.stations; });
    }
    if (frame.harmless("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

}  // namespace longju::kiosk
