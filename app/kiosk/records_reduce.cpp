// SPDX-FileCopyrightText: The Longju authors
// SPDX-License-Identifier: Apache-2.0

#include "kiosk/records_reduce.h"

#include <string>

namespace longju::kiosk {

void save_open(AppState& state, std::vector<Effect>& effects) {
    if (!state.open || !state.open->unsaved || state.locked) return;
    state.open->unsaved = false;
    effects.emplace_back(SaveVisit{state.open->visit});
}

void reduce_records(AppState& state, std::vector<Effect>&, const ConflictShown& action) {
    state.conflict = action.panel;
    state.dialog = Dialog{Dialog::Kind::Conflict, action.panel.visit_id};
}

void reduce_records(AppState& state, std::vector<Effect>&, const DecideRow& action) {
    if (!state.conflict) return;
    for (ConflictRow& row : state.conflict->rows) {
        if (action.key.empty() || row.key == action.key) row.side = action.side;
    }
}

void reduce_records(AppState& state, std::vector<Effect>& effects, const ConfirmConflict&) {
    if (state.conflict && state.conflict->decided())
        effects.emplace_back(DecideConflict{*state.conflict});
}

void reduce_records(AppState& state, std::vector<Effect>& effects, const ConflictDecided& action) {
    state.conflict.reset();
    state.dialog.reset();
    // What is open of it is a version of before.
    if (state.open && state.open->visit.id == action.visit_id) state.open.reset();
    state.toast = Toast{Phrase{"toast.conflict", {}, {}}, false, true, state.now_s};
    effects.emplace_back(ListVisits{});
}

void reduce_records(AppState&, std::vector<Effect>& effects, const LookForDoubles&) {
    effects.emplace_back(FindDoubles{});
}

void reduce_records(AppState& state, std::vector<Effect>&, const DoublesFound& action) {
    state.doubles = action.doubles;
    state.dialog = Dialog{Dialog::Kind::Doubles, {}};
}

void reduce_records(AppState& state, std::vector<Effect>& effects, const DecideDouble& action) {
    const bool old = state.open && state.open->visit.id == action.later && !state.open->trouble;
    if (old) state.open.reset();
    effects.emplace_back(KeepDouble{action});
}

namespace {

/// What is open is a state of before what came in: opened again from what is then in the store.
/// Unless it could not be saved.
void leave_old_state(AppState& state, std::vector<Effect>& effects) {
    if (!state.open || state.open->trouble) return;
    state.open.reset();
    state.screen = ScreenId::Home;
    effects.emplace_back(NoteOpen{});
}

}  // namespace

void reduce_records(AppState& state, std::vector<Effect>& effects, const DeskKnown& action) {
    const bool on_screen = state.screen == ScreenId::HandOver;
    if (action.desk.took_in) leave_old_state(state, effects);
    if (!on_screen && !at_desk(state)) return;
    // The visit was left; what was taken in is still told.
    if (on_screen && state.screen != ScreenId::HandOver && !state.dialog) {
        state.dialog = Dialog{Dialog::Kind::HandOver, {}};
    }
    // Several files that were dropped are told together.
    Desk desk = action.desk;
    if (state.desk) {
        desk.report.insert(desk.report.begin(), state.desk->report.begin(),
                           state.desk->report.end());
        desk.refused.insert(desk.refused.begin(), state.desk->refused.begin(),
                            state.desk->refused.end());
        if (!desk.stranger) desk.stranger = state.desk->stranger;
    }
    if (!state.desk || desk.stranger != state.desk->stranger) {
        state.view.desk_name.clear();
        state.view.desk_where.clear();
    }
    state.desk = std::move(desk);
}

void reduce_records(AppState& state, std::vector<Effect>&, const ListRead& action) {
    const bool waits = state.dialog && state.dialog->kind == Dialog::Kind::List;
    if (waits && action.request == state.view.list) state.list = action.panel;
}

void reduce_records(AppState& state, std::vector<Effect>&, const BackupsListed& action) {
    state.backups = action.copies;
}

void reduce_records(AppState& state, std::vector<Effect>& effects, const CopyRestored& action) {
    leave_old_state(state, effects);
    const std::string count = std::to_string(action.changed);
    state.toast = Toast{Phrase{"toast.restored", count, count}, false, true, state.now_s};
    effects.emplace_back(ListVisits{});
}

void reduce_records(AppState& state, std::vector<Effect>&, const StoreSalvaged& action) {
    state.salvage = action.salvage;
    state.dialog = Dialog{Dialog::Kind::Salvage, {}};
}

void reduce_records(AppState& state, std::vector<Effect>&, const StoreNoted& action) {
    state.notes = action.notes;
}

}  // namespace longju::kiosk
