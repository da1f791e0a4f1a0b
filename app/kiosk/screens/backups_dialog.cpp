// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <fmt/format.h>

#include "kiosk/data_reduce.h"
#include "kiosk/edits.h"
#include "kiosk/frame.h"
#include "kiosk/screens/dialog_frame.h"

/// 备份: the copies of the visits and the way back to one; and what was lost when a damaged file
/// was found.
namespace longju::kiosk {

namespace {

/// `11月25日 10:00`, whatever day it is.
std::string when_of(const Ui& ui, const AppState& state, const std::string& made_at) {
    if (made_at.size() < 16) return std::string(ui.word("backups.no_time"));
    if (made_at.substr(0, 10) == state.today) return moment(ui, state, made_at);
    return moment(ui, state, made_at) + " " + made_at.substr(11, 5);
}

void draw_copy(Ui& ui, const AppState& state, const BackupRow& copy, const Rect& row) {
    const bool on = state.view.backup == copy.name;
    const Press press =
        ui.press("backups.copy." + copy.name, row, {.radius = 4, .state = on ? "on" : ""});
    if (on) ui.paint().fill(row, ui.colour(Role::Soil), 10);
    if (!on) hairline(ui, row);
    const Role ink = on ? Role::RailText : Role::Soil;
    Rect inside = row.inset(14, 0);
    const std::string visits = copy.visits
                                   ? ui.words()("backups.visits", {std::to_string(*copy.visits)})
                                   : std::string(ui.word("backups.unreadable"));
    ui.text(inside.cut_right(std::max(90.0F, ui.width_of(visits, type::label) + 2), 10), visits,
            type::label, copy.visits || on ? ink : Role::Brick, Align::Right);
    ui.text(inside.cut_left(inside.w * 0.5F, 10), when_of(ui, state, copy.made_at), type::body,
            ink);
    ui.text(inside, ui.word("backups.reason." + copy.reason), type::note, ink);
    if (press.clicked) emit_view(ui, state, [&](View& view) { view.backup = copy.name; });
}

void draw_lost(Ui& ui, const AppState& state, const storage::LostVisit& lost, Rect& rows) {
    const std::string_view name =
        lost.household.empty() ? ui.word("top.nameless") : std::string_view(lost.household);
    const bool gone = lost.kind == storage::LostVisit::Kind::Missing;
    Rect row = rows.cut_top(44);
    hairline(ui, row);
    ui.paint().icon(gone ? "cross" : "clock", row.cut_left(22, 10),
                    ui.colour(gone ? Role::Brick : Role::Soil));
    const std::string_view what = ui.word(gone ? "salvage.missing" : "salvage.older");
    ui.text(row.cut_right(ui.width_of(what, type::label) + 2, 12), what, type::label, Role::Soil2,
            Align::Right);
    ui.text(row.cut_left(row.w * 0.35F, 10), name, type::body_bold, Role::Soil);
    ui.text(row, fmt::format("{} {}", lost.village, when_of(ui, state, lost.saved_at)), type::note,
            Role::Soil2);
}

/// The visit that is open keeps its data; the way to see what newer ones would change.
float draw_older_data(Ui& ui, const AppState& state, Rect body) {
    Rect row = body.cut_top(56);
    ui.paint().fill(row, ui.colour(Role::CornSoft));
    row = row.inset(16, 6);
    const std::string_view label = ui.word("notice.older_data.compare");
    const Rect place = row.cut_right(button_width(ui, label), 12);
    if (button(ui, "notice.older_data", place, label)) {
        ui.emit(ShowDialog{{Dialog::Kind::Reprice, {}}});
    }
    ui.paint().icon("clock", {row.x, row.centre().y - 12, 24, 24}, ui.colour(Role::Soil));
    row.cut_left(36);
    const std::string text = ui.words()("notice.older_data", {state.reference->version});
    ui.paragraph(
        {row.x, row.centre().y - ui.paragraph_height(text, type::label, row.w) / 2, row.w, row.h},
        text, type::label, Role::Soil);
    return 56;
}

}  // namespace

void draw_backups_dialog(Ui& ui, const AppState& state) {
    DialogFrame frame(ui, {760, 560}, ui.word("backups.title"), ui.word("backups.note"));
    Rect rows = frame.begin_content();
    rows.w -= 12;  // The scroll bar.
    for (const BackupRow& copy : state.backups) draw_copy(ui, state, copy, rows.cut_top(52, 2));
    if (state.backups.empty()) {
        empty_state(ui, rows.cut_top(150), ui.word("backups.none"), ui.word("backups.none.how"));
    }
    frame.end_content(rows.y);
    const auto chosen = std::ranges::find(state.backups, state.view.backup, &BackupRow::name);
    const bool ready = chosen != state.backups.end() && chosen->visits.has_value();
    if (frame.harmless("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
    if (frame.primary("backups.restore", ui.word("backups.restore"), ready)) {
        ui.emit(RestoreCopy{state.view.backup});
    }
}

void draw_salvage_dialog(Ui& ui, const AppState& state) {
    if (!state.salvage) return;
    const storage::Salvage& salvage = *state.salvage;
    const std::string question =
        ui.words()(salvage.lost.empty() ? "salvage.nothing_lost" : "salvage.title",
                   {std::to_string(salvage.lost.size())});
    const std::string note =
        ui.words()(salvage.copy.empty() ? "salvage.note.new" : "salvage.note.copy",
                   {std::to_string(salvage.read), std::to_string(salvage.saved)});
    const float wanted = 260 + 44 * static_cast<float>(salvage.lost.size());
    DialogFrame frame(ui, {720, std::min(560.0F, wanted)}, question, note);
    Rect rows = frame.begin_content();
    rows.w -= 12;
    for (const storage::LostVisit& lost : salvage.lost) draw_lost(ui, state, lost, rows);
    const std::string file = salvage.set_aside.filename().string();
    rows.cut_top(8);
    rows.cut_top(ui.paragraph(rows, ui.words()("salvage.kept", {file}), type::note, Role::Soil2));
    frame.end_content(rows.y);
    if (frame.primary("dialog.close", ui.word("dialog.close"))) ui.emit(CloseDialog{});
}

float draw_notices(Ui& ui, const AppState& state, Rect body) {
    float used = 0;
    const auto bar = [&](const std::string& text) {
        const float height = ui.paragraph_height(text, type::label, body.w - 72) + 16;
        const Rect row = body.cut_top(height);
        ui.paint().fill(row, ui.colour(Role::BrickSoft));
        ui.paint().icon("warn", {row.x + 16, row.centre().y - 12, 24, 24}, ui.colour(Role::Brick));
        ui.paragraph({row.x + 52, row.y + 8, row.w - 72, row.h - 16}, text, type::label,
                     Role::Brick);
        used += height;
    };
    if (state.notes.disk_full) bar(std::string(ui.word("notice.disk_full")));
    if (state.notes.no_copy) bar(std::string(ui.word("notice.no_copy")));
    if (state.notes.clock_doubted) {
        bar(ui.words()("notice.clock", {state.today + " " + state.clock}));
    }
    const bool home = state.screen == ScreenId::Home;
    if (home && (!state.data.trouble.empty() || !state.data.worries.empty())) {
        bar(std::string(ui.word("notice.packs")));
    }
    if (!home && has_older_data(state)) used += draw_older_data(ui, state, body);
    return used;
}

}  // namespace longju::kiosk
